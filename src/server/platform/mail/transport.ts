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

/** Hands a mail over. @throws with a `code` when it wasn't taken. */
export type Transport = (mail: Mail) => Promise<void>

/** Undefined where no SMTP_URL is set: messages then wait in the outbox. */
export function openTransport({
  smtpUrl,
  mailFrom
}: Pick<Settings, 'smtpUrl' | 'mailFrom'>): Transport | undefined {
  if (smtpUrl === undefined) return undefined
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }
  const smtp = createTransport({ url: smtpUrl, ...timeouts })
  const domain = /@([\w.-]+)/.exec(mailFrom)?.[1] ?? 'localhost'
  return async ({ id, ...mail }) => {
    await smtp.sendMail({
      ...mail,
      from: mailFrom,
      messageId: `<${id}@${domain}>`,
      // So that nobody's holiday message comes back.
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true
    })
  }
}
