import { formatDay } from '#ui/formats/days.ts'
import { address } from '#ui/words/addresses.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { nodesOf } from './blocks/nodes.ts'
import { aside, joined, link, strong, text, wrote } from './inlines.ts'
import { outlineOf, type Section } from './outline.ts'
import type { Inline, Paper, PaperSection } from './paper.ts'
import type { Report } from './report.ts'
import { openingSentence } from './totals.ts'
import { withWholeListLast } from './whole-list.ts'

export type Edition = { number: number; sha256: string }

/** A report as it reads, in the reader's language: an edition of it, or, where there is none, as it is now. */
export function paperOf(report: Report, edition: Edition | null): Paper {
  const { title, language, collaboration, publisher, frozen } = report
  const sentence = openingSentence(report)
  return {
    title,
    language,
    about: collaboration.name,
    period: collaboration.period,
    publisher: publisher.name,
    day: frozen.day,
    opening: sentence ? [strong(text(sentence.lead)), text(sentence.rest)] : null,
    invented: collaboration.invented ? m.common_invented_help() : null,
    facts: factsOf(report, edition),
    sections: withWholeListLast(
      report,
      outlineOf(report).map((section) => sectionOf(report, section))
    ),
    colophon: colophonOf(report, edition)
  }
}

export const sectionOf = (
  report: Report,
  { block, anchor, heading, area, level, lead }: Section
): PaperSection => ({
  id: block.id,
  anchor,
  heading: heading === null ? null : headingOf(report, block, heading, area),
  level,
  lead,
  nodes: nodesOf(report, block, heading === null ? 1 : level)
})

const headingOf = (
  report: Report,
  block: Section['block'],
  heading: string,
  area: string | null
): Inline[] => {
  if (area !== null) return [text(heading.slice(0, -area.length)), wrote(report, area)]
  return [block.heading || block.kind === 'prose' ? wrote(report, heading) : text(heading)]
}

const collaborationLink = ({ collaboration, language }: Report): Inline =>
  link(address(getLocale(), 'collaborations', collaboration.slug), wrote({ language }, collaboration.name))

function factsOf(report: Report, edition: Edition | null): Inline[][] {
  const { publisher, frozen, collaboration } = report
  const day = formatDay(frozen.day, getLocale())
  const { contact } = collaboration
  const reached = [contact.mail, contact.phone].filter((one) => one !== null)
  return [
    ...(edition
      ? [
          [text(`${m.deciding_publisher()}: `), strong(text(publisher.name))],
          [text(m.publications_edition_of({ number: edition.number, day }))]
        ]
      : [[strong(text(m.deciding_draft_mark())), text(`. ${m.publications_not_frozen()}`)]]),
    ...(contact.function
      ? [
          [
            text(`${m.common_contact()} `),
            ...joined([[strong(wrote(report, contact.function))], ...reached.map((one) => [text(one)])], ', ')
          ]
        ]
      : [])
  ]
}

function colophonOf(report: Report, edition: Edition | null): Inline[][] {
  const { frozen, publisher, collaboration } = report
  const day = formatDay(frozen.day, getLocale())
  return [
    ...(edition
      ? [
          [
            text(`${m.deciding_publisher()}: ${publisher.name}. ${m.publications_frozen({ day })} `),
            text(`${m.publications_frozen_more()} `),
            collaborationLink(report)
          ]
        ]
      : []),
    ...(collaboration.source
      ? [[text(`${m.publications_source()}: `), wrote(report, collaboration.source)]]
      : []),
    ...(edition
      ? [[text(`${m.publications_checksum()}: `), aside({ type: 'code', value: edition.sha256 })]]
      : [])
  ]
}
