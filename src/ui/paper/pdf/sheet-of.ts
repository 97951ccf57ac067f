import { formatPeriod } from '#ui/formats/periods.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { isBrief, needsContents } from '../contents.ts'
import type { Inline, Node, Paper, PaperSection } from '../paper.ts'
import { drawingsOf } from './drawings.ts'
import { withoutLeaps } from './levels.ts'
import { isBlank, lineOf, plainLine, unlinked, wordsIn, type Setting } from './lines.ts'
import { closing } from './closing.ts'
import { piecesOf, type Making } from './pieces.ts'
import { skylineOf } from './quarter.ts'
import type { Line, Sheet, SheetSection, Words } from './sheet.ts'
import { columnsIn } from './tables.ts'

/** `photos` says what each photo in it shows, by its id. */
type Made = { sheet: Sheet; svgs: Map<string, string>; photos: Map<string, string> }

/** In signs: so much stands at the foot of a page, or on the next. */
const shortColophon = 1200

/** A paper made ready for print. */
export function sheetOf(paper: Paper, origin: string): Made {
  const drawings = drawingsOf()
  const anchors = new Set(paper.sections.map(({ anchor }) => anchor).filter(Boolean))
  const photos = new Map<string, string>()
  const making: Making = {
    drawings,
    photos,
    depth: 0,
    under: null,
    columns: columnsIn(paper),
    addressOf: (url) => addressOf(url, origin, anchors)
  }
  const lines = (all: Inline[][]): Line[] => all.flatMap((one) => lineOf(one, making) ?? [])
  const title = [paper.title, paper.about].find((name) => !isBlank(name))?.trim() ?? m.paper_untitled()
  const colophon = lines(paper.colophon)
  const sections = withoutLeaps(sectionsOf(paper.sections, making))
  const sheet: Sheet = {
    name: { text: title },
    author: { text: paper.publisher.trim() },
    day: dateOf(paper.day),
    language: paper.language,
    words: wordsOf(),
    about: plain(aboutOf(paper, title), making),
    title: plain(title, { ...making, longest: 22 }) ?? plainLine(m.paper_untitled()),
    opening: paper.opening && lineOf(paper.opening, making),
    invented: paper.invented ? plain(paper.invented, making) : null,
    facts: lines(paper.facts),
    skyline: skylineOf(firstQuarter(paper), drawings),
    hasContents: needsContents(paper),
    mayBeOnePage: isBrief(paper),
    sections: colophon.length > 0 ? closing(sections) : sections,
    colophon,
    isColophonShort: colophon.reduce((sum, { runs }) => sum + wordsIn(runs).length, 0) < shortColophon
  }
  return { sheet, svgs: drawings.svgs, photos }
}

const dateOf = (iso: string): Sheet['day'] => {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number)
  return { year, month, day }
}

/** What it is about, where its title is not that, and of when. */
const aboutOf = ({ about, period }: Paper, title: string): string =>
  [about.trim() === title ? '' : about.trim(), formatPeriod(period, getLocale())].filter(Boolean).join(' · ')

const plain = (value: string, setting: Setting): Line | null => lineOf([{ type: 'text', value }], setting)

function sectionsOf(sections: PaperSection[], making: Making): SheetSection[] {
  const taken = new Set<string>()
  return sections.map(({ anchor, heading, level, lead, nodes }) => {
    const line = heading && lineOf(heading, making)
    const isNew = anchor !== '' && !taken.has(anchor)
    taken.add(anchor)
    return {
      anchor: isNew ? anchor : null,
      heading: line && unlinked(line),
      level,
      lead,
      pieces: piecesOf(nodes, { ...making, under: heading })
    }
  })
}

const firstQuarter = ({ sections }: Paper) =>
  sections
    .flatMap(({ nodes }) => nodes)
    .find((node): node is Extract<Node, { type: 'quarter' }> => node.type === 'quarter')

/** Of this installation whole, of the same paper by its anchor. */
function addressOf(url: string, origin: string, anchors: Set<string>): string | null {
  if (url.startsWith('#')) return anchors.has(url.slice(1)) ? url : null
  const whole = /^\/(?!\/)/.test(url) ? origin + url : url
  if (!URL.canParse(whole)) return null
  const { protocol, href } = new URL(whole)
  return /^(?:https?|mailto|tel):$/.test(protocol) && href.length <= 2000 ? href : null
}

/** The numbers of pages are known first when the last is set: the sentence leaves room for them. */
function wordsOf(): Words {
  const [before = '', between = '', after = ''] = m
    .paper_page({ page: '\u0000', pages: '\u0000' })
    .split('\u0000')
  const [, continued = ''] = m.paper_continued({ name: '\u0000' }).split('\u0000')
  return { contents: m.publications_contents(), page: { before, between, after }, continued }
}
