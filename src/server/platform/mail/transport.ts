import { createTransport } from 'nodemailer'
import type { Settings } from '../settings/settings.ts'

export type Mail = {
  /** The same however often it is sent, so that a receiver shows it once. */
  id: string
  to: string
  replyTo?: string
  subject: string
  text: string
  html: string
}

/** Hands a mail over. @throws MailNotTaken. */
export type Transport = (mail: Mail) => Promise<void>

/** A code only: what a mail server says often quotes the address. */
export class MailNotTaken extends Error {
  readonly code: string
  /** Refused for good: the same answer is to be expected tomorrow. */
  readonly refused: boolean
  constructor(code: string, refused: boolean) {
    super(code)
    this.code = code
    this.refused = refused
  }
}

/** In milliseconds; the whole of it is shorter than a message is reserved for whoever sends it. */
const usual = { connection: 10_000, silence: 20_000, whole: 60_000 }

/** Undefined where no SMTP_URL is set: messages then wait in the outbox. */
export function openTransport(
  { smtpUrl, mailFrom }: Pick<Settings, 'smtpUrl' | 'mailFrom'>,
  { connection, silence, whole } = usual
): Transport | undefined {
  if (smtpUrl === undefined) return undefined
  const timeouts = { connectionTimeout: connection, greetingTimeout: connection, socketTimeout: silence }
  const smtp = createTransport({ url: smtpUrl, ...timeouts })
  const domain = /@([\w.-]+)/.exec(mailFrom)?.[1] ?? 'localhost'
  return async ({ id, ...mail }) => {
    const sending = smtp.sendMail({
      ...mail,
      from: mailFrom,
      messageId: `<${id}@${domain}>`,
      // So that nobody's holiday message comes back.
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true
    })
    await within(sending, whole).catch((error: unknown) => {
      throw notTaken(error)
    })
  }
}

/** A server that goes on saying a little now and then is never silent. */
async function within(sending: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new MailNotTaken('ETIMEDOUT', false)), milliseconds)
  })
  await Promise.race([sending, late]).finally(() => clearTimeout(timer))
}

type SmtpError = { code?: string; command?: string; responseCode?: number }

/** A 5xx to the recipient or the text is for good; one to us, as to the password or the sender, is to be mended. */
function notTaken(error: unknown): MailNotTaken {
  if (error instanceof MailNotTaken) return error
  const { code = 'unknown', command, responseCode } = error as SmtpError
  if (responseCode === undefined) return new MailNotTaken(code, code === 'EENVELOPE')
  const refused = responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA')
  return new MailNotTaken(`SMTP ${responseCode}`, refused)
}
