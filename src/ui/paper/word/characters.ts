/** XML 1.0 has no way to write the others, not even as references. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const substitute = '\uFFFD'

export type Characters = {
  /** The text as a Word file may hold it. */
  safe(text: string): string
  /** How many times each has been replaced till now, by its name: "U+000B". */
  replaced: Map<string, number>
}

export function charactersReplaced(): Characters {
  const replaced = new Map<string, number>()
  const replace = (sign: string) => {
    const name = `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
    replaced.set(name, (replaced.get(name) ?? 0) + 1)
    return substitute
  }
  return { safe: (text) => text.replace(forbidden, replace), replaced }
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const stretch = new RegExp(`(${rightToLeft.source}+(?:[\\s\\p{P}\\p{M}]+${rightToLeft.source}+)*)`, 'u')

/** Word is told which stretches of a text run from right to left, and sets them in a face that has their letters. */
export const stretchesOf = (text: string): { words: string; rightToLeft: boolean }[] =>
  text
    .split(stretch)
    .map((words, at) => ({ words, rightToLeft: at % 2 === 1 }))
    .filter(({ words }) => words !== '')

/** Whether a paragraph begins with such letters, and so at the right edge. */
export const beginsAtRight = (text: string): boolean => rightToLeft.test(text.match(/\p{L}/u)?.[0] ?? '')
