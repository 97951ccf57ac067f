import { getLocale } from './locale.ts'

/** For what people wrote: its language, where that is another than the page's. */
export const foreign = (language: string | null | undefined): string | undefined =>
  !language || language === getLocale() ? undefined : language

const from = '\u2068'
const to = '\u2069'

/** Marks what somebody wrote within a text of ours, for `Written` to tell apart. Never in a title or an attribute. */
export const quoted = (text: string): string => (text.includes(from) ? text : from + text + to)

export const piecesOf = (text: string): { words: string; own: boolean }[] =>
  text
    .split(/(\u2068[^\u2069]*\u2069)/)
    .filter(Boolean)
    .map((piece) => {
      const own = piece.startsWith(from)
      return { words: own ? piece.slice(1, -1) : piece, own }
    })
