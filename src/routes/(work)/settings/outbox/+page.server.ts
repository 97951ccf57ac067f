import { countFailed, listMessages, sendAgain } from '#server/domain/messages/messages.ts'
import { id } from '#server/platform/forms/fields.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import * as v from 'valibot'
import { renderMessage } from '../../../mailing.ts'
import { submit } from '../../../submitting.ts'
import type { Actions, PageServerLoad } from './$types'

/** Each mail is put in words only when somebody looks at it. In the workshop whole; else it lets nobody in anywhere. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { settings, db } = runtime()
  const opened = url.searchParams.get('mejl')
  const failed = url.searchParams.get('visa') === 'fel'
  const rows = await listMessages(db, locals.actor, { failed })
  const shown = rows.find(({ id }) => id === opened)?.message
  const mail = shown && (await renderMessage(runtime(), shown, settings.mailShown ? 'whole' : 'masked'))
  return {
    messages: rows.map(({ id, kind, state, attempts, created_at, sent_at, error, ...row }) => ({
      ...{ id, kind, state, attempts, created_at, sent_at, error, opened: id === opened },
      about: [row.organisation, row.collaboration].filter((name) => name !== null)
    })),
    failed,
    failures: await countFailed(db, locals.actor),
    mail: mail && 'subject' in mail ? { to: mail.to, subject: mail.subject, text: mail.text } : null,
    sends: settings.smtpUrl !== undefined,
    whole: settings.mailShown
  }
}

const chosen = v.object({ id: id() })

export const actions: Actions = {
  again: (event) =>
    submit(event, 'igen', chosen, async (tx, { id }) => {
      await sendAgain(tx, event.locals.actor, id)
      return address(event.locals.locale, 'settings', 'outbox')
    })
}
