import personnummer from 'personnummer'

const dashes = /[\u2010-\u2015\u2212\u00ad\ufe58\ufe63\uff0d]/g
const spaces = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]/g
const invisible = /\p{Cf}/gu
const marks = /\p{M}/gu
const candidate = /(?<!\d)(?:\d ?){6}(?:(?:\d ?){2})?[-+]? ?\d ?\d ?\d ?\d(?!\d)/g

/**
 * Whether a text holds a Swedish personal identity number or coordination number, however it is spaced or disguised.
 * The date and the checksum must be right, so that a case number is not refused.
 */
export function holdsIdentityNumber(text: string): boolean {
  const plain = text
    .replace(marks, '')
    .normalize('NFKC')
    .replace(dashes, '-')
    .replace(spaces, ' ')
    .replace(invisible, '')
  return [...plain.matchAll(candidate)].some(([found]) => personnummer.valid(found.replaceAll(' ', '')))
}
