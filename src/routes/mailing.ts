import { linkMail, returnedNote } from '#server/domain/links/mailing.ts'
import type { Message } from '#server/domain/messages/messages.ts'
import type { Rendered } from '#server/domain/messages/sending.ts'
import { codeMail as findCodeMail } from '#server/domain/sign-in/mailing.ts'
import type { Runtime } from '#server/platform/runtime.ts'
import { publicAddress } from '#server/platform/settings/settings.ts'
import { answerLinkMail, answerReceiptMail, answerReturnedMail, type AnswerFacts } from '#ui/mail/answers.ts'
import { codeMail } from '#ui/mail/code.ts'
import { address } from '#ui/words/addresses.ts'
import { baseLocale, inLocale, isLocale, type Locale } from '#ui/words/locale.ts'
import { nounIn } from '#ui/words/nouns.ts'
import { installationForPage } from './installation.ts'

type House = Pick<Runtime, 'db' | 'secrets' | 'settings'>
/** Who reads it: whoever it is for, or somebody who looks into the outbox and must not be able to use it. */
export type Shown = 'whole' | 'masked'

const hidden = '••••••'

/** A message in words, with its recipient and all it says computed now. */
export async function renderMessage(
  house: House,
  message: Message,
  shown: Shown = 'whole'
): Promise<Rendered> {
  return message.kind === 'sign_in_code'
    ? renderCode(house, message, shown)
    : renderAnswer(house, message, shown)
}

async function renderCode(
  { db, secrets, settings }: House,
  message: Extract<Message, { kind: 'sign_in_code' }>,
  shown: Shown
): Promise<Rendered> {
  const found = await findCodeMail(db, secrets, message)
  if (!found) return { unsendable: 'no_recipient' }
  if (found.expired && shown === 'whole') return { unsendable: 'expired' }
  const code = shown === 'masked' || !found.code ? hidden : found.code
  const locale = known(found.language)
  const query = new URLSearchParams({ mail: found.mail, kod: code })
  const href = `${publicAddress(settings)}${address(locale, 'sign-in', 'code')}?${query}`
  const { name: site } = await installationForPage()
  const facts = { locale, site, name: found.name, code, minutes: found.minutes, href }
  return { to: found.mail, ...inLocale(locale, () => codeMail(facts)) }
}

async function renderAnswer(
  { db, secrets, settings }: House,
  message: AnswerMessage,
  shown: Shown
): Promise<Rendered> {
  const link = await linkMail(db, secrets, message.parameters.link_id)
  if (!link) return { unsendable: 'no_recipient' }
  const locale = known(link.language)
  const token = shown === 'masked' ? hidden : link.token
  const facts: AnswerFacts = {
    locale,
    site: (await installationForPage()).name,
    name: link.name,
    organisation: link.organisation_name,
    collaboration: link.collaboration_name,
    round: link.round_name,
    due: link.due_on,
    noun: nounIn((link.kind_words as { commitment: Parameters<typeof nounIn>[0] }).commitment, locale),
    items: link.items.map(({ title, state }) => ({
      title,
      sent: state === 'submitted' || state === 'accepted'
    })),
    href: `${publicAddress(settings)}${address(locale, 'answer')}/${token}`,
    ...(link.contact_function
      ? { contact: { name: link.contact_function, reply: link.contact_mail !== null } }
      : {})
  }
  const mail = await inLocale(locale, () => answerMail(db, message, facts, link.items))
  return { to: link.mail, ...(link.contact_mail ? { replyTo: link.contact_mail } : {}), ...mail }
}

type AnswerMessage = Exclude<Message, { kind: 'sign_in_code' }>
type Item = { title: string; report_id: string | null }

async function answerMail(db: Runtime['db'], message: AnswerMessage, facts: AnswerFacts, items: Item[]) {
  if (message.kind === 'answer_link') return answerLinkMail(facts)
  if (message.kind === 'answer_receipt') return answerReceiptMail(facts)
  const { report_id } = message.parameters
  const title = items.find((item) => item.report_id === report_id)?.title ?? facts.collaboration
  return answerReturnedMail({ ...facts, title, note: (await returnedNote(db, report_id)) ?? '' })
}

const known = (language: string | null): Locale => (isLocale(language) ? language : baseLocale)
