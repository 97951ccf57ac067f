/** What a mail server tells of a mail that it could not deliver. */
export type Notification = {
  /** For good; false when it is delayed, or was delivered after all. */
  failed: boolean
  /** "5.1.1": class, subject and detail (RFC 3463). */
  status: string | null
  /** Of the mail it tells of, without the brackets. */
  messageIds: string[]
}

type Part = { headers: Map<string, string>; body: string }

const deepest = 5
/** A mail has one id; a thread that it answers has some. */
const mostIds = 20
const reported = /^message\/(global-)?delivery-status/
const returned = /^(message\/(rfc822|global)(-headers)?|text\/rfc822-headers)/

/**
 * Reads a delivery status notification (RFC 3464). Null when the mail is something else, as somebody's answer.
 * The id is sought in the mail that came back, and among what the notification says that it answers.
 */
export function readNotification(raw: string): Notification | null {
  const mail = partFrom(raw.replace(/\r\n?/g, '\n'))
  if (!/^multipart\/report/i.test(mail.headers.get('content-type') ?? '')) return null
  const parts = leavesOf(mail, 0)
  const report = parts.find((part) => reported.test(typeOf(part)))
  if (!report) return null
  const [ofMail, ...ofRecipients] = report.body.split(/\n(?:[ \t]*\n)+/).map(headersFrom)
  const groups = [ofMail, ...ofRecipients].filter((group) => group !== undefined)
  const told = groups.find((group) => group.has('action') || group.has('status')) ?? new Map<string, string>()
  const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(told.get('status') ?? '')?.[0] ?? null
  const action = told.get('action')?.toLowerCase()
  const ids = [
    ...parts.filter((part) => returned.test(typeOf(part))).map((part) => partFrom(part.body).headers),
    ...groups
  ].flatMap((headers) => [headers.get('message-id'), headers.get('original-message-id')])
  const answered = [mail.headers.get('in-reply-to'), mail.headers.get('references')]
  return {
    failed: action ? action === 'failed' : status?.startsWith('5') === true,
    status,
    messageIds: [...new Set([...ids, ...answered].flatMap(idsIn))].slice(0, mostIds)
  }
}

const idsIn = (text: string | undefined): string[] =>
  [...(text ?? '').matchAll(/<([^<>\s]{1,300})>/g)].flatMap(([, id]) => id ?? [])

const typeOf = ({ headers }: Part): string => (headers.get('content-type') ?? 'text/plain').toLowerCase()

function partFrom(text: string): Part {
  const end = text.search(/\n[ \t]*\n/)
  const head = end < 0 ? text : text.slice(0, end)
  return { headers: headersFrom(head), body: end < 0 ? '' : text.slice(end).replace(/^\n[ \t]*\n/, '') }
}

/** The first of each name; a line that begins with a space goes on from the one before. */
function headersFrom(text: string): Map<string, string> {
  const headers = new Map<string, string>()
  for (const line of text.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? []
    if (name !== undefined && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value ?? '')
  }
  return headers
}

function leavesOf(part: Part, depth: number): Part[] {
  const type = part.headers.get('content-type') ?? ''
  const boundary = /boundary="([^"]+)"|boundary=([^;\s]+)/i.exec(type)
  const mark = boundary?.[1] ?? boundary?.[2]
  if (!/^multipart\//i.test(type) || mark === undefined || depth === deepest) return [decoded(part)]
  const pieces = `\n${part.body}`.split(`\n--${mark}`).slice(1)
  const inner = pieces.filter((piece) => !piece.startsWith('--'))
  return inner.flatMap((piece) => leavesOf(partFrom(piece.replace(/^[^\n]*\n/, '')), depth + 1))
}

function decoded(part: Part): Part {
  const coding = part.headers.get('content-transfer-encoding')?.trim().toLowerCase()
  if (coding === 'base64') {
    const body = Buffer.from(part.body, 'base64').toString('utf8').replace(/\r\n?/g, '\n')
    return { ...part, body }
  }
  if (coding !== 'quoted-printable') return part
  // Not tried anew from every space of a long row of them.
  const whole = part.body.replace(/(?<![ \t])[ \t]*=\n/g, '')
  return {
    ...part,
    body: whole.replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
  }
}
