import { m } from './messages.ts'

type Words = () => string

/** Codes of mail servers (RFC 5321, RFC 3463), of the way there, and of our own. The first that fits. */
const known: [RegExp, Words][] = [
  [/^(5\.2\.2|SMTP 552)$/, m.mail_error_full],
  [/^(5\.1\.\d+|SMTP 55[013])$/, m.mail_error_no_such],
  [/^(EAUTH|ENOAUTH|ETLS|SMTP (454|53\d))$/, m.mail_error_settings],
  [/^(5\.\d+\.\d+|SMTP 5\d\d|EENVELOPE|bounced)$/, m.mail_error_refused],
  [
    /^(SMTP 4\d\d|4\.\d+\.\d+|ECONNECTION|ECONNREFUSED|ETIMEDOUT|ESOCKET|EDNS|EPROTOCOL)$/,
    m.mail_error_unreachable
  ],
  [/^no_recipient$/, m.mail_error_nobody],
  [/^expired$/, m.mail_error_expired]
]
const looksLikeCode = /^(E[A-Z]+|[A-Z]\w*Error|unknown|SMTP \d+)$/

/** Why a mail did not arrive and what to do about it. What a coordinator wrote stands as it is. */
export function mailErrorText(reason: string): string {
  const found = known.find(([code]) => code.test(reason))
  if (found) return found[1]()
  return looksLikeCode.test(reason) ? m.mail_error_other({ code: reason }) : reason
}
