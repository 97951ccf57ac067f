import { m } from '#ui/words/messages.ts'
import { joined, soft, text, typed, wrote } from '../inlines.ts'
import type { Below, Node, PaperDeed } from '../paper.ts'
import type { NotCarriedOut } from '../facts.ts'
import { hrefOf, type BlockOf, type Report } from '../report.ts'

export const notCarriedOutNodes = (
  report: Report,
  { facts }: BlockOf<'not_carried_out'>,
  level: Below
): Node[] =>
  facts.items.length > 0
    ? [{ type: 'deeds', level, deeds: facts.items.map((item) => notDone(report, item)) }]
    : [soft(m.publications_not_carried_out_none())]

const notDone = (
  report: Report,
  { title, number, reason, lead, discontinued, seed }: NotCarriedOut
): PaperDeed => ({
  title: [wrote(report, title)],
  url: hrefOf(report, number),
  text: reason ? typed(report, reason) : [],
  by: joined([
    reason ? null : [text(m.publications_no_reason())],
    lead ? [text(lead)] : null,
    discontinued ? [text(m.publications_not_carried_out_discontinued())] : null
  ]),
  house: { degree: 'not_carried_out', state: 'reported', ordinary: false, seed },
  extent: null,
  figures: [],
  photos: []
})
