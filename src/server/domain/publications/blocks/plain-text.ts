import type { Id } from '#server/platform/db/ids.ts'
import { tidied } from '#server/platform/forms/fields.ts'
import { settingsOf, type SettingName } from '../settings.ts'
import { fencedIn, fenceOf } from './fences.ts'
import type { BlockKind } from './kinds.ts'

/**
 * A report as one text, a line grammar of its own: prose begins with `# Heading {#mark}`, a live block is the line
 * `::kind{#mark setting="value"} Heading`. Without a mark it is new. Lines of prose that would begin a block have a
 * backslash before them; in a code fence nothing does, but with the mark of one.
 */
export type PlainBlock = {
  /** Null for one that is new. */
  id: Id | null
  kind: BlockKind
  heading: string | null
  prose: string | null
  settings: { [N in SettingName]?: string }
}
/** `usual` is the heading it has where none is written. */
export type WritableBlock = PlainBlock & { usual: string | null }
export type KnownBlock = WritableBlock & { id: Id }

/** What kinds, settings and what is chosen are called in the text. Each word is one thing of its sort. */
export type Vocabulary = {
  kinds: Record<BlockKind, string>
  settings: Record<SettingName, string>
  values: Record<SettingName, Record<string, string>>
}

export type TextFault = {
  line: number
  code:
    | 'before_first'
    | 'malformed'
    | 'unknown_kind'
    | 'unknown_mark'
    | 'mark_twice'
    | 'other_kind'
    | 'unknown_setting'
    | 'not_a_choice'
    | 'live_prose'
}
export type ReadBlock = PlainBlock & { line: number }
export type ReadText = { blocks: ReadBlock[]; faults: TextFault[] }

const begins = /^(?:#(?=\s|$)|::)/
const escaped = /^\\+(?:#(?=\s|$)|::|```|~~~)/

/** Short, and its own within the report: the end of an id is by chance. */
export function marksOf(ids: readonly Id[]): Map<Id, string> {
  const ends = Map.groupBy(ids, (id) => id.slice(-8))
  return new Map(ids.map((id) => [id, ends.get(id.slice(-8))?.length === 1 ? id.slice(-8) : id]))
}

export function textOf(blocks: readonly WritableBlock[], words: Vocabulary): string {
  const marks = marksOf(blocks.flatMap(({ id }) => id ?? []))
  return blocks.map((block) => partOf(block, marks.get(block.id ?? ''), words)).join('\n\n') + '\n'
}

function partOf(block: WritableBlock, mark: string | undefined, words: Vocabulary): string {
  const line = lineOf(block, mark, words)
  return block.prose ? `${line}\n\n${guarded(block.prose.split('\n')).join('\n')}` : line
}

function guarded(lines: string[]): string[] {
  const fenced = fencedIn(lines, () => false)
  return lines.map((line, at) => {
    const isFenced = fenced.has(at)
    const isOpen = !isFenced && fenceOf(line) !== ''
    const isTaken = isOpen || begins.test(line) || escaped.test(line)
    return isTaken && isGuarded(line, isFenced) ? `\\${line}` : line
  })
}

/** What a fence holds stands as it is written, but where it could be the line of a block that there is. */
const isGuarded = (line: string, isFenced: boolean): boolean => !isFenced || line.includes('{#')

/** The line that a block begins with. */
export function lineOf(
  { kind, heading, usual, settings }: Omit<WritableBlock, 'prose' | 'id'>,
  mark: string | undefined,
  words: Vocabulary
): string {
  const said = settingsOf(kind).flatMap(({ name }) => {
    const value = settings[name]
    return value === undefined
      ? []
      : [`${words.settings[name]}=${quoted(words.values[name][value] ?? value)}`]
  })
  const title = (heading ?? usual ?? '').replaceAll('\n', ' ')
  const within = [...(mark ? [`#${mark}`] : []), ...said].join(' ')
  // Without them a title that ends so would be read as the braces.
  const braces = within || title.endsWith('}') ? `{${within}}` : ''
  const pieces = kind === 'prose' ? ['#', title, braces] : [`::${words.kinds[kind]}${braces}`, title]
  return pieces.filter(Boolean).join(' ')
}

const quoted = (value: string): string => `"${value.replace(/["\\]/g, '\\$&')}"`

/** Reads a text back. `known` are the blocks it was made of; what can't be read is told by its line. */
export function readText(text: string, known: readonly KnownBlock[], words: Vocabulary): ReadText {
  const reader = new Reader(known, words)
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
  const fenced = fencedIn(lines, (line) => reader.knows(line))
  for (const [at, line] of lines.entries()) reader.take(line, at + 1, fenced.has(at))
  return reader.end()
}

class Reader {
  readonly #byMark: Map<string, KnownBlock>
  readonly #words: Vocabulary
  readonly #seen = new Set<Id>()
  readonly #blocks: ReadBlock[] = []
  readonly #faults: TextFault[] = []
  #prose: string[] = []

  constructor(known: readonly KnownBlock[], words: Vocabulary) {
    const marks = marksOf(known.map(({ id }) => id))
    this.#byMark = new Map(known.map((block) => [marks.get(block.id) ?? '', block]))
    this.#words = words
  }

  /** Whether it is the line of a block that there is. */
  knows(line: string): boolean {
    return begins.test(line) && [...line.matchAll(marked)].some(({ 1: mark = '' }) => this.#byMark.has(mark))
  }

  take(line: string, at: number, isFenced: boolean): void {
    if (begins.test(line) && !isFenced) {
      this.#close()
      return this.#begin(line, at)
    }
    const last = this.#blocks.at(-1)
    const code = last ? 'live_prose' : 'before_first'
    // Said once for each stretch of it.
    if (line.trim() !== '' && last?.kind !== 'prose' && this.#faults.at(-1)?.code !== code)
      this.#fault(code, at)
    this.#prose.push(escaped.test(line) && isGuarded(line, isFenced) ? line.slice(1) : line)
  }

  end(): ReadText {
    this.#close()
    return { blocks: this.#blocks, faults: this.#faults }
  }

  #close(): void {
    const last = this.#blocks.at(-1)
    if (last?.kind === 'prose') last.prose = tidied(this.#prose.join('\n')) || null
    this.#prose = []
  }

  #begin(line: string, at: number): void {
    const read = lineRead(line, this.#words, this.#byMark)
    for (const code of read.faults) this.#fault(code, at)
    const block = read.mark ? this.#byMark.get(read.mark) : undefined
    if (read.mark && !block) this.#fault('unknown_mark', at)
    if (block && this.#seen.has(block.id)) this.#fault('mark_twice', at)
    if (block && read.kind !== block.kind && read.faults.length === 0) this.#fault('other_kind', at)
    if (block) this.#seen.add(block.id)
    const heading = tidied(read.heading)
    this.#blocks.push({
      id: block?.id ?? null,
      kind: read.kind,
      heading: heading && heading !== block?.usual ? heading : null,
      prose: null,
      settings: read.settings,
      line: at
    })
  }

  #fault(code: TextFault['code'], line: number): void {
    this.#faults.push({ line, code })
  }
}

type LineRead = {
  kind: BlockKind
  mark: string | null
  heading: string
  settings: PlainBlock['settings']
  faults: TextFault['code'][]
}

const word = String.raw`[\p{L}\p{N}_-]+`
/** Also between the quotation marks that a word processor makes of them. */
const value = String.raw`(?:"(?:[^"\\]|\\.)*"|[“”„](?:[^"“”„\\]|\\.)*[“”„])`
const inBraces = String.raw`\{(?:#(?<mark>${word}))?(?<said>(?:\s*${word}=${value})*)\s*\}`
const proseLine = new RegExp(String.raw`^#(?<heading>.*?)(?:${inBraces})?$`, 'u')
const liveLine = new RegExp(String.raw`^::(?<kind>${word})(?:${inBraces})?(?<heading>\s.*)?$`, 'u')
const each = new RegExp(String.raw`(?<name>${word})=(?<called>${value})`, 'gu')
const marked = new RegExp(String.raw`\{#(${word})`, 'gu')

/** No heading is so long, and a longer line would only be to keep the house busy. */
const longestLine = 4000

function lineRead(line: string, words: Vocabulary, byMark: Map<string, KnownBlock>): LineRead {
  const pattern = line.startsWith('#') ? proseLine : liveLine
  const groups = line.length > longestLine ? null : pattern.exec(line.trimEnd())?.groups
  const unread = { kind: 'prose' as const, mark: null, heading: '', settings: {} }
  if (!groups) return { ...unread, faults: ['malformed'] }
  const { mark = null, said = '', heading = '' } = groups
  const kind = groups['kind'] === undefined ? 'prose' : kindCalled(groups['kind'], words)
  if (!kind) return { ...unread, faults: ['unknown_kind'] }
  const standing = byMark.get(mark ?? '')?.settings ?? {}
  return { kind, mark, heading: heading.trim(), ...settingsRead(kind, said, words, standing) }
}

function kindCalled(called: string, { kinds }: Vocabulary): BlockKind | undefined {
  const found = Object.entries(kinds).find(([kind, name]) => name === called && kind !== 'prose')
  return found?.[0] as BlockKind | undefined
}

/** What stands may stay, also where it can't be chosen any more. */
function settingsRead(
  kind: BlockKind,
  said: string,
  words: Vocabulary,
  standing: PlainBlock['settings']
): Pick<LineRead, 'settings' | 'faults'> {
  const settings: PlainBlock['settings'] = {}
  const faults: TextFault['code'][] = []
  for (const { groups: { name = '', called = '' } = {} } of said.matchAll(each)) {
    const setting = settingsOf(kind).find((one) => words.settings[one.name] === name)
    const meant = called.slice(1, -1).replace(/\\(.)/g, '$1')
    if (!setting) {
      faults.push('unknown_setting')
      continue
    }
    const chosen = Object.entries(words.values[setting.name]).find(([, said]) => said === meant)?.[0]
    const value = chosen ?? (standing[setting.name] === meant ? meant : undefined)
    if (value === undefined) faults.push('not_a_choice')
    else if (value !== setting.usual) settings[setting.name] = value
  }
  return { settings, faults }
}
