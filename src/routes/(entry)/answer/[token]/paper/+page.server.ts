import { listAsked } from '#server/domain/answers/asked.ts'
import { findErrandRound } from '#server/domain/answers/errands.ts'
import { suggestRows } from '#server/domain/answers/suggesting.ts'
import { runtime } from '#server/platform/runtime.ts'
import { errandOf, titleOf } from '../../about.ts'
import { holderOf } from '../../holding.ts'

/** All that the link asks, to be filled in by hand. What is written in drafts is not printed. */
export const load = async (event) => {
  const { db } = runtime()
  const { locale } = event.locals
  const actor = await holderOf(event)
  const round = await findErrandRound(db, actor)
  const asked = await listAsked(db, actor)
  const errand = errandOf(actor, round, locale, event.params.token)
  return {
    ...errand,
    items: await Promise.all(
      asked.map(async ({ item, asked }) => ({
        ...item,
        title: titleOf(item, errand.noun),
        asked,
        units: unitsIn(await suggestRows(db, actor, item, {}))
      }))
    )
  }
}

const unitsIn = (written: Record<string, string>): string[] =>
  Object.entries(written).flatMap(([name, unit]) => (name.endsWith('.unit') ? [unit] : []))
