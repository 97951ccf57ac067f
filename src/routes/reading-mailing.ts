import { readerMail, settledFor, type ReaderMail } from '#server/domain/comments/mailing.ts'
import type { Message } from '#server/domain/messages/messages.ts'
import type { Rendered } from '#server/domain/messages/sending.ts'
import { publicAddress, type Settings } from '#server/platform/settings/settings.ts'
import type { Mail } from '#ui/mail/compose.ts'
import {
  commentsSettledMail,
  readingAskedMail,
  readingReminderMail,
  type ReadingFacts
} from '#ui/mail/reading.ts'
import { address } from '#ui/words/addresses.ts'
import { inLocale } from '#ui/words/locale.ts'
import { installationForPage } from './installation.ts'
import { hidden, known, type House, type Shown } from './mailing-facts.ts'

export type ReadingMessage = Extract<
  Message,
  { kind: 'reading_asked' | 'reading_reminder' | 'comments_settled' }
>

export const isReading = (message: Message): message is ReadingMessage =>
  message.kind === 'reading_asked' ||
  message.kind === 'reading_reminder' ||
  message.kind === 'comments_settled'

/** A mail to somebody who reads a report before it is decided. */
export async function renderReading(
  { db, secrets, settings }: House,
  message: ReadingMessage,
  shown: Shown
): Promise<Rendered> {
  const reader = await readerMail(db, secrets, message.parameters.reader_id)
  if (!reader) return shown === 'sent' ? { unneeded: true } : { unsendable: 'no_recipient' }
  if (shown === 'sent' && !isNeeded(message, reader)) return { unneeded: true }
  const settled = message.kind === 'comments_settled' ? await settledFor(db, message.parameters.comments) : []
  const facts = await factsOf(reader, settings, shown === 'masked' ? hidden : reader.token)
  const mail = inLocale(facts.locale, (): Mail => {
    if (message.kind === 'reading_asked') return readingAskedMail(facts)
    if (message.kind === 'reading_reminder') return readingReminderMail(facts)
    return commentsSettledMail(
      facts,
      settled.map((comment) => ({ ...comment, answer: comment.answer ?? '' }))
    )
  })
  const replyTo = reader.asker_mail ?? reader.contact_mail
  return { to: reader.mail, ...(replyTo ? { replyTo } : {}), ...mail }
}

/** Much may have happened while it waited. */
function isNeeded({ kind }: ReadingMessage, { dead, frozen, approved_at, commented }: ReaderMail): boolean {
  if (dead) return false
  if (kind === 'comments_settled') return true
  if (kind === 'reading_reminder') return !frozen && approved_at === null && !commented
  return !frozen
}

async function factsOf(reader: ReaderMail, settings: Settings, token: string): Promise<ReadingFacts> {
  const locale = known(reader.language)
  const contact = reader.asker_name ?? reader.contact_function
  return {
    locale,
    site: (await installationForPage()).name,
    name: reader.name,
    title: reader.title,
    organisation: reader.organisation,
    due: reader.due_on,
    words: reader.words,
    href: `${publicAddress(settings)}${address(locale, 'read-report')}/${token}`,
    ...(contact
      ? { contact: { name: contact, reply: (reader.asker_mail ?? reader.contact_mail) !== null } }
      : {})
  }
}
