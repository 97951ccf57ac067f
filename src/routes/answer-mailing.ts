import { listSent, type SentAnswer } from '#server/domain/answers/sent.ts'
import {
  findResponder,
  isLeft,
  linkMail,
  plannedMail,
  returnedNote,
  type LinkMail,
  type MailedItem,
  type MailedSpace
} from '#server/domain/links/mailing.ts'
import type { Message } from '#server/domain/messages/messages.ts'
import type { Rendered } from '#server/domain/messages/sending.ts'
import type { Actor } from '#server/domain/people/actor.ts'
import { questionsOf } from '#server/domain/rounds/questions.ts'
import { findRoundById } from '#server/domain/rounds/rounds.ts'
import { dayIn } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Mail } from '#ui/mail/compose.ts'
import { publicAddress, type Settings } from '#server/platform/settings/settings.ts'
import { answerLinkMail, answerReturnedMail, type AnswerFacts } from '#ui/mail/answers.ts'
import { answerReceiptMail } from '#ui/mail/receipt.ts'
import { answerReminderMail } from '#ui/mail/reminder.ts'
import { admissionAskedMail, draftsBegunAnewMail } from '#ui/mail/spaces.ts'
import { address } from '#ui/words/addresses.ts'
import { inLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { nounIn } from '#ui/words/nouns.ts'
import { installationForPage } from './installation.ts'
import { hidden, known, type House, type Shown } from './mailing-facts.ts'
import type { ReadingMessage } from './reading-mailing.ts'

type AnswerMessage = Exclude<Message, { kind: 'sign_in_code' | 'round_handed_over' } | ReadingMessage>

/** A mail to somebody who holds a personal link. */
export async function renderAnswer(
  { db, secrets, settings }: House,
  message: AnswerMessage,
  shown: Shown
): Promise<Rendered> {
  const link = await linkMail(db, secrets, message.parameters.link_id)
  if (!link?.mail) return { unsendable: 'no_recipient' }
  if (shown === 'sent' && !isNeeded(message, link)) return { unneeded: true }
  const facts = await factsOf(link, settings, shown === 'masked' ? hidden : link.token)
  const mail = await inLocale(facts.locale, () => answerMail(db, message, facts, link))
  return mail ? { to: link.mail, ...replyTo(link), ...mail } : { unsendable: 'no_recipient' }
}

/** Much may have happened while it waited. */
function isNeeded(message: AnswerMessage, link: LinkMail): boolean {
  if (link.dead) return false
  if (message.kind === 'answer_receipt') return true
  if (link.round_state !== 'open' || link.exempted_at) return false
  if (message.kind === 'answer_reminder')
    return !link.declined_at && link.items.some((item) => isLeft(item, link.items))
  if (message.kind !== 'answer_returned') return true
  const { report_id } = message.parameters
  return link.items.some((item) => item.report_id === report_id && item.state === 'returned')
}

/** Replies go to whoever holds the round, else to the collaboration's contact. */
const replyTo = ({ holder_mail, contact_mail }: MailedSpace) => {
  const mail = holder_mail ?? contact_mail
  return mail ? { replyTo: mail } : {}
}

type Mailed = MailedSpace & { items: MailedItem[] } & Partial<Pick<LinkMail, 'forwarded_by' | 'reads'>>

async function factsOf(link: Mailed, settings: Settings, token: string): Promise<AnswerFacts> {
  const locale = known(link.language)
  const { name: site, time_zone } = await installationForPage()
  const contact = link.holder_name ?? link.contact_function
  return {
    locale,
    site,
    name: link.name ?? '',
    organisation: link.organisation_name,
    collaboration: link.collaboration_name,
    round: link.round_name,
    kind: link.round_kind,
    due: link.due_on,
    late: link.due_on < dayIn(time_zone),
    noun: nounIn(link.words.commitment, locale),
    items: inLocale(locale, () =>
      link.items.map((item) => ({
        ...titled(item, link),
        sent: !isLeft(item, link.items),
        returned: item.state === 'returned'
      }))
    ),
    words: null,
    forwardedBy: link.forwarded_by ?? null,
    reads: link.reads ?? false,
    href: `${publicAddress(settings)}${address(locale, 'answer')}/${token}`,
    ...(contact
      ? { contact: { name: contact, reply: (link.holder_mail ?? link.contact_mail) !== null } }
      : {})
  }
}

type About = Pick<MailedItem, 'about' | 'title'>
type Names = Pick<MailedSpace, 'organisation_name' | 'collaboration_name' | 'words'>

/** What is asked of the party itself, or about the collaboration, has no title of its own. */
function titled({ about, title }: About, names: Names): { title: string; commitment: boolean } {
  if (title !== null) return { title, commitment: true }
  return { title: untitled(about, names), commitment: false }
}

function untitled(
  about: MailedItem['about'],
  { organisation_name, collaboration_name, words }: Names
): string {
  if (about === 'party') return m.mail_item_party({ organisation: organisation_name })
  if (about === 'promise') return m.mail_item_promise({ one: nounIn(words.commitment).one })
  return m.mail_item_collaboration({ collaboration: collaboration_name })
}

async function answerMail(
  db: Db,
  message: AnswerMessage,
  facts: AnswerFacts,
  link: LinkMail
): Promise<Mail | null> {
  switch (message.kind) {
    case 'answer_link':
      return answerLinkMail({ ...facts, words: link.invitation })
    case 'answer_reminder':
      return answerReminderMail({ ...facts, words: link.reminder })
    case 'answer_receipt': {
      const sent = await listSent(db, message.parameters.link_id, message.parameters.versions ?? [])
      const titleOf = ({ answers, ...answer }: SentAnswer) =>
        answer.about === 'promise' && answers['title'] ? String(answers['title']) : titled(answer, link).title
      const received = sent.map((answer) => ({ ...answer, title: titleOf(answer) }))
      return answerReceiptMail({ ...facts, questions: questionsOf(link.questions), received })
    }
    case 'answer_returned': {
      const { report_id } = message.parameters
      const item = link.items.find((one) => one.report_id === report_id)
      const title = item ? titled(item, link).title : facts.collaboration
      return answerReturnedMail({ ...facts, title, note: (await returnedNote(db, report_id)) ?? '' })
    }
    case 'admission_asked': {
      const asking = await findResponder(db, message.parameters.responder_id)
      return asking ? admissionAskedMail({ ...facts, asking }) : null
    }
    case 'drafts_begun_anew':
      return draftsBegunAnewMail(facts)
  }
}

type Wanted = {
  kind: 'answer_link' | 'answer_reminder'
  space?: Id
  /** As they stand in a form; else as they are kept. */
  words?: string | null
}

/**
 * The mail of a round that is prepared, as one of its parties would get it, with the link hidden. Null when it asks
 * nobody.
 * @throws NotFound for everyone but the round's coordinators.
 */
export async function previewMail(
  { db, settings }: House,
  actor: Actor,
  round: Id,
  { kind, space, words }: Wanted
): Promise<(Mail & { to: string | null; replyTo?: string }) | null> {
  await findRoundById(db, actor, round)
  const planned = await plannedMail(db, round, space)
  if (!planned) return null
  const facts = await factsOf(planned, settings, hidden)
  const kept = kind === 'answer_link' ? planned.invitation : planned.reminder
  const worded = { ...facts, words: words === undefined ? kept : words }
  const mail = inLocale(facts.locale, () =>
    kind === 'answer_link' ? answerLinkMail(worded) : answerReminderMail(worded)
  )
  return { to: planned.mail, ...replyTo(planned), ...mail }
}
