import { capitalise, spellNumber } from '#ui/formats/numbers.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { soft } from '../inlines.ts'
import type { Below, Node } from '../paper.ts'
import type { BlockOf, Report } from '../report.ts'
import { deedList } from './deeds.ts'

/** Each deed once, however many tell of it; how many that is says why its figures are not more. */
export const togetherNodes = (report: Report, { facts }: BlockOf<'together'>, level: Below): Node[] =>
  facts.deeds.length > 0
    ? facts.deeds.flatMap((deed) => [
        deedList(report, [deed], level),
        ...(deed.told > 1
          ? [
              soft(
                m.blocks_together_told({
                  count: capitalise(spellNumber(deed.told, getLocale(), 'neuter'), getLocale())
                })
              )
            ]
          : [])
      ])
    : [soft(m.blocks_together_none())]
