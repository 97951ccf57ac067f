import type { RequestEvent } from '@sveltejs/kit'
import * as v from 'valibot'
import { chooseFor, chooseForMany } from '#server/domain/carrying-over/choosing.ts'
import { choiceForMany, newChoice, undoneChoice } from '#server/domain/carrying-over/fields.ts'
import { listItems } from '#server/domain/carrying-over/listing.ts'
import { listObjectives } from '#server/domain/objectives/objectives.ts'
import { takeBackChoice } from '#server/domain/proposals/taking-back.ts'
import { version as wholeNumber } from '#server/platform/forms/fields.ts'
import { submit } from '../../../../../submitting.ts'
import { nextAfter, pageWith, shownOf } from './filtering.ts'
import { backTo, pairIn, type Here } from './pair.ts'
import { rowsOf, sectionsOf } from './telling.ts'

/** Which of those on the page it is of: where a refused form stands, and where one goes on from. */
const ofOne = v.object({ number: wholeNumber() })
const placeOf = ({ number }: Record<string, unknown>): string => `nummer-${Number(number)}`

/** What is to be chosen for after this one; the end of the page when all have a choice. */
async function nextAddress({ tx, actor, pair, here, filter }: Here, number: number): Promise<string> {
  const plan = await listObjectives(tx, pair.earlier)
  const rows = shownOf(rowsOf(await listItems(tx, actor, pair), plan), filter, number)
  const inOrder = sectionsOf(rows, plan).flatMap((section) => section.rows)
  const next = nextAfter(inOrder, number)
  if (next === null) return backTo(here, filter, 'for-over', { valt: number })
  return backTo(here, filter, placeOf({ number: next }), {
    valt: number,
    fran: pageWith(inOrder, next) || ''
  })
}

export const choosingActions = {
  choose: async (event: RequestEvent) => {
    const found = await pairIn(event)
    return submit(event, placeOf, v.intersect([ofOne, newChoice]), async (tx, { number, ...value }) => {
      await chooseFor(tx, event.locals.actor, found.pair, value)
      return nextAddress({ tx, actor: event.locals.actor, ...found }, number)
    })
  },
  chooseMany: async (event: RequestEvent) => {
    const { pair, here, filter } = await pairIn(event)
    return submit(event, 'manga', choiceForMany, async (tx, value) => {
      const many = await chooseForMany(tx, event.locals.actor, pair, value)
      return backTo(here, filter, 'innehall', { sparade: many })
    })
  },
  undo: async (event: RequestEvent) => {
    const { pair, here, filter } = await pairIn(event)
    return submit(event, placeOf, v.intersect([ofOne, undoneChoice]), async (tx, { number, ...value }) => {
      await takeBackChoice(tx, event.locals.actor, pair, value)
      return backTo(here, filter, placeOf({ number }))
    })
  }
}
