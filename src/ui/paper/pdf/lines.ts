import type { Inline } from '../paper.ts'
import type { Line, Linked, Run, Style } from './sheet.ts'

type Reading = {
  styles: Style[]
  /** A link's whole address; null where it leads nowhere that print can reach. */
  addressOf(url: string): string | null
  /** Signs a word may have before it is let break anywhere. */
  longest: number
}
export type Setting = Pick<Reading, 'addressOf'> & { longest?: number }

/** Running text without branches: what leads somewhere, and how each run of it is set. Null where there is nothing to read. */
export function lineOf(inlines: Inline[], { addressOf, longest = 36 }: Setting): Line | null {
  const runs = trimmed(runsOf(inlines, { styles: [], addressOf, longest }))
  const words = wordsIn(runs)
  if (isBlank(words)) return null
  return { runs, ...directionOf(words), ...(runs.some(endsInAWord) && { undivided: true }) }
}

export const plainLine = (value: string): Line => ({ runs: [{ text: value }], ...directionOf(value) })

/** A line that is itself led to, from the contents. */
export const unlinked = ({ runs, ...direction }: Line): Line => ({
  runs: runs.flatMap((run) => ('link' in run ? run.runs : [run])),
  ...direction
})

/** Nothing in it is seen: spaces, marks that join or steer. */
export const isBlank = (text: string): boolean =>
  /^[\p{Cc}\p{Cf}\p{Z}\u034f\ufe00-\ufe0f\u{e0000}-\u{e0fff}]*$/u.test(text)

export const wordsIn = (runs: Line['runs']): string =>
  runs.map((run) => ('text' in run ? run.text : 'link' in run ? wordsIn(run.runs) : ' ')).join('')

function runsOf(inlines: Inline[], reading: Reading): Line['runs'] {
  return inlines.flatMap((one): Line['runs'] => {
    switch (one.type) {
      case 'text':
        return textRun(spaced(one.value), reading)
      case 'code':
        return textRun(spaced(one.value), withStyle(reading, 'code'))
      case 'break':
        return [{ break: true }]
      case 'link':
        return linked(one.url, runsOf(one.children, reading), reading)
      default:
        return runsOf(one.children, withStyle(reading, one.type))
    }
  })
}

/** Spaces that hold figures together stay what they are, and no line begins with the dot between two things. */
const spaced = (value: string): string => value.replace(/[ \t\n\v\f\r]+/g, ' ').replaceAll(' · ', '\u00a0· ')

const withStyle = (reading: Reading, style: Style): Reading => ({
  ...reading,
  styles: reading.styles.includes(style) ? reading.styles : [...reading.styles, style]
})

function textRun(value: string, { styles, longest }: Reading): Run[] {
  if (value === '') return []
  return [{ text: broken(value, longest), ...(styles.length > 0 && { styles }) }]
}

function linked(url: string, runs: Line['runs'], { addressOf }: Reading): Line['runs'] {
  const flat = runs.flatMap((run): Run[] => ('link' in run ? run.runs : [run]))
  const link = addressOf(url)
  return link && !isBlank(wordsIn(flat)) ? [{ link, runs: flat } satisfies Linked] : flat
}

/** Stands where a line may end; the template lets it, and prints nothing. */
export const mayEnd = '\u200b'

/** A word too long for any column may be broken here and there, between whole signs. */
const broken = (value: string, longest: number): string =>
  value.length <= longest
    ? value
    : value.replace(/[^\s\u200b-]+/g, (word) =>
        word.length <= longest ? word : apart(word, Math.ceil(longest / 4))
      )

const signs = new Intl.Segmenter('sv', { granularity: 'grapheme' })
const apart = (word: string, pieces: number): string =>
  Array.from(signs.segment(word), ({ segment }, at) =>
    at > 0 && at % pieces === 0 ? mayEnd + segment : segment
  ).join('')

/** Where a word is divided just as a link in it ends, the engine loses hold of the link and refuses the whole paper. */
function endsInAWord(run: Run | Linked, at: number, runs: Line['runs']): boolean {
  const [before, after] = [runs[at - 1], runs[at + 1]]
  const isJoined = (one: Run | Linked, other: Run | Linked) =>
    /\S$/u.test(wordsIn([one])) && /^\S/u.test(wordsIn([other]))
  return 'link' in run && Boolean((before && isJoined(before, run)) || (after && isJoined(run, after)))
}

/** White space and breaks at the ends say nothing. */
function trimmed(runs: Line['runs']): Line['runs'] {
  const first = runs.findIndex(says)
  return first < 0 ? [] : runs.slice(first, runs.findLastIndex(says) + 1)
}
const says = (run: Run | Linked): boolean => 'link' in run || ('text' in run && !isBlank(run.text))

const rightToLeft = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u

/** Which way a line reads is told by its first letter. */
function directionOf(words: string): Pick<Line, 'dir' | 'lang'> {
  if (!rightToLeft.test(words)) return {}
  const first = /\p{L}/u.exec(words)?.[0] ?? ''
  return { dir: 'rtl', lang: /\p{Script=Hebrew}/u.test(first) ? 'he' : 'ar' }
}
