import type { Locale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'

export type Mail = { subject: string; text: string; html: string }

/** What a mail is made of: paragraphs, lists and at most one thing to press. */
export type Part =
  | string
  | { list: string[] }
  | { quote: string }
  | { action: string; href: string }
  | { heading: string; told: Told[] }
export type Told = { asked: string; answer: string }

/** Who may be asked, as a role; whether a reply to the mail reaches them. */
export type Contact = { name: string; reply: boolean }

type Letter = {
  locale: Locale
  subject: string
  name: string
  parts: Part[]
  contact?: Contact
  site: string
}

/** The same words as plain text and as plain HTML: no picture, no style, nothing fetched from anywhere. */
export function compose({ locale, subject, name, parts, contact, site }: Letter): Mail {
  const ending = [...(contact ? [questions(contact)] : []), m.mail_sent_by({ site })]
  const all = [...(name ? [m.mail_greeting({ name })] : []), ...parts, ...ending]
  const html = [
    '<!doctype html>',
    `<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(subject)}</title></head><body>`,
    ...all.map(asHtml),
    '</body></html>'
  ].join('\n')
  return { subject: onOneLine(subject), text: `${all.map(asText).join('\n\n')}\n`, html }
}

const questions = ({ name, reply }: Contact): string =>
  reply ? m.mail_questions({ contact: name }) : m.mail_questions_plain({ contact: name })

function asText(part: Part): string {
  if (typeof part === 'string') return part
  if ('list' in part) return part.list.map((item) => `- ${onOneLine(item)}`).join('\n')
  if ('quote' in part) return part.quote.replace(/^/gm, '> ')
  if ('heading' in part) return [underlined(onOneLine(part.heading)), ...part.told.map(toldAsText)].join('\n')
  return `${part.action}:\n${part.href}`
}

const underlined = (heading: string): string => `${heading}\n${'-'.repeat(Math.min(heading.length, 60))}`
const toldAsText = ({ asked, answer }: Told): string => `${onOneLine(asked)}\n${answer.replace(/^/gm, '  ')}`

function asHtml(part: Part): string {
  if (typeof part === 'string') return `<p>${broken(part)}</p>`
  if ('list' in part) return `<ul>${part.list.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`
  if ('quote' in part) return `<blockquote>${broken(part.quote)}</blockquote>`
  if ('heading' in part)
    return `<h2>${escape(part.heading)}</h2>\n<dl>${part.told.map(toldAsHtml).join('')}</dl>`
  return `<p><a href="${escape(part.href)}">${escape(part.action)}</a></p>`
}

const toldAsHtml = ({ asked, answer }: Told): string => `<dt>${escape(asked)}</dt><dd>${broken(answer)}</dd>`

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const broken = (text: string): string => escape(text).replaceAll('\n', '<br>')
const escape = (text: string): string => text.replace(/[&<>"]/g, (found) => entities[found] ?? found)
