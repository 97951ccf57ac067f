import personnummer from 'personnummer'

const dashes = /[\u2010-\u2015\u2212\u00ad\ufe58\ufe63\uff0d]/g
const spaces = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]/g
const invisible = /\p{Cf}/gu
const marks = /\p{M}/gu
const candidate = /(?<!\d)(?:\d ?){6}(?:(?:\d ?){2})?[ +-]{0,4}\d ?\d ?\d ?\d(?!\d)/g
/** With its day as calendars write it: `1985-01-01-0000`. A day and a time, or two days, are not meant. */
const withDay = /(?<!\d)(?:\d\d)?\d\d([-./])\d\d\1\d\d[ +-]{1,4}\d{4}(?![-./:]?\d)/g

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
  const found = [...plain.matchAll(candidate), ...plain.matchAll(withDay)]
  return found.some(([number]) => personnummer.valid(number.replace(/\D/g, '')))
}
