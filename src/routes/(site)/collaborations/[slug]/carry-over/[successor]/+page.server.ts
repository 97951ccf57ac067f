import { listAsking } from '#server/domain/proposals/asking-on.ts'
import { listItems } from '#server/domain/carrying-over/listing.ts'
import { planOf } from '#server/domain/carrying-over/plan.ts'
import { timeZoneOf } from '#server/domain/installation/installation.ts'
import { dayIn, daysAfter } from '#server/platform/clock.ts'
import { runtime } from '#server/platform/runtime.ts'
import { wordOf } from '#ui/words/addresses.ts'
import { baseLocale, isLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { choosingActions } from './choosing-actions.ts'
import { countsOf, pageFrom, shownOf, within } from './filtering.ts'
import { movingActions } from './moving-actions.ts'
import { pairIn } from './pair.ts'
import { rowsOf, sectionsOf, sumOf } from './telling.ts'

export const load = async (event) => {
  const { db } = runtime()
  const { actor } = event.locals
  const { earlier, successor, pair, here, filter } = await pairIn(event)
  const [items, plan, asking] = await Promise.all([
    listItems(db, actor, pair),
    planOf(db, pair),
    listAsking(db, actor, pair)
  ])
  const today = dayIn(await timeZoneOf(db))
  const asked = (name: string) => numberIn(event.url.searchParams.get(name))
  const tree = plan.objectives.earlier
  const all = rowsOf(items, tree)
  const inOrder = sectionsOf(shownOf(all, filter, asked('valt')), tree).flatMap(({ rows }) => rows)
  const { page, next } = pageFrom(inOrder, asked('fran') ?? 0)
  return {
    ...{ earlier, successor, here, filter, next, asking },
    today,
    dueOn: daysAfter(today, daysToAnswer),
    letter: letterTo(earlier.name, successor.language),
    answersWord: wordOf(event.locals.locale, 'answers'),
    sum: sumOf(all),
    counts: countsOf(within(all, filter)),
    tops: sectionsOf(all, tree).flatMap(({ id, title }) => (id && title ? [{ id, title }] : [])),
    parties: partiesOf(all),
    sections: sectionsOf(page, tree),
    plan: { objectives: plan.objectives, leads: plan.leads },
    open: { number: asked('oppna'), as: event.url.searchParams.get('som') },
    said: { many: asked('sparade'), made: asked('inlagda'), ended: asked('avslutade') }
  }
}

/** What those who are asked get is in the language of what it is about. */
function letterTo(earlier: string, language: string) {
  const locale = isLocale(language) ? language : baseLocale
  return {
    name: m.carrying_asking_name({}, { locale }),
    words: m.carrying_asking_words({ earlier }, { locale })
  }
}

/** So long the parties have to answer, if nobody says otherwise. */
const daysToAnswer = 28

const numberIn = (said: string | null): number | null =>
  said && /^\d{1,9}$/.test(said) ? Number(said) : null

const partiesOf = (rows: { owner: { name: string; slug: string } | null }[]) => {
  const named = new Map(rows.flatMap(({ owner }) => (owner ? [[owner.slug, owner.name] as const] : [])))
  return [...named]
    .map(([value, label]) => ({ value, label }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'sv'))
}

export const actions = { ...choosingActions, ...movingActions }
