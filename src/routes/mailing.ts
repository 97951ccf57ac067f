import type { Message } from '#server/domain/messages/messages.ts'
import type { Rendered } from '#server/domain/messages/sending.ts'
import { handedOverMail } from '#server/domain/rounds/mailing.ts'
import { codeMail as findCodeMail } from '#server/domain/sign-in/mailing.ts'
import { publicAddress } from '#server/platform/settings/settings.ts'
import { codeMail } from '#ui/mail/code.ts'
import { roundHandedOverMail } from '#ui/mail/rounds.ts'
import { address } from '#ui/words/addresses.ts'
import { inLocale } from '#ui/words/locale.ts'
import { renderAnswer } from './answer-mailing.ts'
import { installationForPage } from './installation.ts'
import { hidden, known, type House, type Shown } from './mailing-facts.ts'
import { isReading, renderReading } from './reading-mailing.ts'

/** A message in words, with its recipient and all it says computed now. */
export async function renderMessage(
  house: House,
  message: Message,
  shown: Shown = 'sent'
): Promise<Rendered> {
  if (message.kind === 'sign_in_code') return renderCode(house, message, shown)
  if (message.kind === 'round_handed_over') return renderHandedOver(house, message)
  if (isReading(message)) return renderReading(house, message, shown)
  return renderAnswer(house, message, shown)
}

async function renderCode(
  { db, secrets, settings }: House,
  message: Extract<Message, { kind: 'sign_in_code' }>,
  shown: Shown
): Promise<Rendered> {
  const found = await findCodeMail(db, secrets, message)
  if (!found) return { unsendable: 'no_recipient' }
  if (found.expired && shown !== 'masked') return { unsendable: 'expired' }
  const code = shown === 'masked' || !found.code ? hidden : found.code
  const locale = known(found.language)
  const query = new URLSearchParams({ mail: found.mail, kod: code })
  const href = `${publicAddress(settings)}${address(locale, 'sign-in', 'code')}?${query}`
  const { name: site } = await installationForPage()
  const facts = { locale, site, name: found.name, code, minutes: found.minutes, href }
  return { to: found.mail, ...inLocale(locale, () => codeMail(facts)) }
}

async function renderHandedOver(
  { db, settings }: House,
  { parameters }: Extract<Message, { kind: 'round_handed_over' }>
): Promise<Rendered> {
  const found = await handedOverMail(db, parameters)
  if (!found) return { unsendable: 'no_recipient' }
  const locale = known(found.language)
  const facts = {
    locale,
    site: (await installationForPage()).name,
    name: found.name,
    collaboration: found.collaboration_name,
    round: found.round_name,
    due: found.kind === 'running' ? null : found.due_on,
    href: `${publicAddress(settings)}${address(locale, 'collaborations', found.collaboration_slug, 'rounds', found.slug)}`
  }
  return { to: found.mail, ...inLocale(locale, () => roundHandedOverMail(facts)) }
}
