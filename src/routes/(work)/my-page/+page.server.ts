import { listOwnReadings, listToSettle } from '#server/domain/comments/waiting.ts'
import { listMine } from '#server/domain/collaborations/mine.ts'
import { listNew, listWaiting } from '#server/domain/publications/editions/own-page.ts'
import { listOwed, listToRead } from '#server/domain/rounds/owed.ts'
import { openOwnLink } from '#server/domain/rounds/representing.ts'
import { can } from '#server/domain/installation/permissions.ts'
import { id } from '#server/platform/forms/fields.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import * as v from 'valibot'
import { submit } from '../../submitting.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { actor } }) => {
  const { db } = runtime()
  return {
    owed: await listOwed(db, actor),
    toRead: await listToRead(db, actor),
    toSettle: await listToSettle(db, actor),
    readings: await listOwnReadings(db, actor, runtime().secrets),
    waiting: await listWaiting(db, actor),
    newReports: await listNew(db, actor),
    mine: await listMine(db, actor),
    can: { settings: can(actor).change }
  }
}

const chosen = v.object({ space: id() })

export const actions: Actions = {
  answer: (event) =>
    submit(event, 'svara', chosen, async (tx, { space }) => {
      const token = await openOwnLink(tx, event.locals.actor, space, runtime().secrets)
      return address(event.locals.locale, 'answer', token)
    })
}
