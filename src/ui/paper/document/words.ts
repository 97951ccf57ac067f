import type { Inline } from '../paper.ts'

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as HTML shows it, in an attribute too. What no document may hold (half a character, a control) is left out. */
export const safe = (value: string): string =>
  value
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)

/** Addresses of this installation are whole: the file may lie anywhere. */
export const whole = (url: string, origin: string): string => (/^\/(?!\/)/.test(url) ? origin + url : url)

export const inlines = (all: Inline[], origin: string): string =>
  all.map((one) => inline(one, origin)).join('')

function inline(one: Inline, origin: string): string {
  switch (one.type) {
    case 'text':
      return safe(one.value)
    case 'break':
      return '<br>'
    case 'code':
      return `<code>${safe(one.value)}</code>`
    case 'link':
      return `<a href="${safe(whole(one.url, origin))}">${inlines(one.children, origin)}</a>`
    default:
      return `<${tags[one.type]}>${inlines(one.children, origin)}</${tags[one.type]}>`
  }
}

const tags = { strong: 'strong', emphasis: 'em', mark: 'b', aside: 'small' } as const
