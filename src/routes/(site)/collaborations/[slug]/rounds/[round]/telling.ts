import { refOf } from '#server/domain/reports/refs.ts'
import { changes, sinceLast, type Change } from '#server/domain/rounds/since.ts'
import { isRoom, type PartyProgress, type ProgressItem } from '#server/domain/rounds/progress.ts'

/** What a row of the table shows of one answer. */
export const answerRow = (item: ProgressItem) => ({
  ref: refOf(item),
  about: item.about,
  number: item.number,
  title: item.title,
  seed: item.commitment_id ?? item.item_id,
  state: item.state,
  degree: item.degree,
  begun: item.begun,
  before: item.before
})
export type AnswerRow = ReturnType<typeof answerRow>

/** What the table of a round shows of one party. */
export const partyRow = (party: PartyProgress, parties: string) => ({
  name: party.organisation.name,
  href: `${parties}/${party.organisation.slug}`,
  items: party.items.filter((item) => !isRoom(item)).map(answerRow),
  answered: party.answered,
  state: party.state,
  due: party.due,
  ownDue: party.own_due,
  unreached: party.unreached,
  reminders: party.reminders,
  lastAt: party.lastAt
})
export type PartyRow = ReturnType<typeof partyRow>

/** How many answers say what of the round before, and those of one kind; null where nothing was answered before. */
export function tellSince(progress: PartyProgress[], chosen: string | null) {
  const told = progress.flatMap((party) =>
    party.items.map((item) => ({
      ...answerRow(item),
      party: party.organisation.name,
      change: sinceLast(item.before, item.degree)
    }))
  )
  if (!told.some(({ before }) => before !== null)) return null
  const change = changes.find((one) => one === chosen) ?? null
  const counts = Object.fromEntries(
    changes.map((one) => [one, told.filter((item) => item.change === one).length])
  ) as Record<Change, number>
  return { counts, change, answers: change ? told.filter((item) => item.change === change) : [] }
}
