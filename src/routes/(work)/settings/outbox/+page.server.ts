import { listMessages, sendAgain } from '#server/domain/messages/messages.ts'
import { id } from '#server/platform/forms/fields.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import * as v from 'valibot'
import { renderMessage } from '../../../mailing.ts'
import { submit } from '../../../submitting.ts'
import type { Actions, PageServerLoad } from './$types'

/** In the workshop whole; else nothing that lets its reader in anywhere. */
export const load: PageServerLoad = async ({ locals }) => {
  const { settings, db } = runtime()
  const shown = settings.mailShown ? 'whole' : 'masked'
  const messages = []
  for (const { message, state, attempts, created_at, sent_at, error } of await listMessages(
    db,
    locals.actor
  )) {
    const mail = await renderMessage(runtime(), message, shown)
    const { id, kind } = message
    messages.push({
      ...{ id, kind, state, attempts, created_at, sent_at, error },
      mail: 'unsendable' in mail ? null : { to: mail.to, subject: mail.subject, text: mail.text }
    })
  }
  return { messages, sends: settings.smtpUrl !== undefined, whole: settings.mailShown }
}

const chosen = v.object({ id: id() })

export const actions: Actions = {
  again: (event) =>
    submit(event, 'igen', chosen, async (tx, { id }) => {
      await sendAgain(tx, event.locals.actor, id)
      return address(event.locals.locale, 'settings', 'outbox')
    })
}
