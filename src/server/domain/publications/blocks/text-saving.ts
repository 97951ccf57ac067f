import * as v from 'valibot'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { optionalText, read } from '#server/platform/forms/fields.ts'
import { holdsIdentityNumber } from '#server/platform/forms/identity-numbers.ts'
import { Conflict, Invalid } from '#server/platform/refusals.ts'
import type { Actor } from '../../people/actor.ts'
import { findTheirs, insertBlocks, keptOf, refuseForeign } from './rows.ts'
import { settleOrder } from '../ordering.ts'
import { removeBlock } from './blocks.ts'
import { mostBlocks, proseLength, type WrittenText } from '../fields.ts'
import { mergeBlocks, type Merged } from './merging.ts'
import { can } from '../permissions.ts'
import {
  lineOf,
  marksOf,
  readText,
  textOf,
  type KnownBlock,
  type ReadBlock,
  type Vocabulary
} from './plain-text.ts'
import { listBlocks, type Block } from '../publications.ts'
import { putBack } from './putting-back.ts'
import type { BlockSettings } from '../settings.ts'
import { wordingsAt } from './versions.ts'

/** What the text is written with: what things are called, and what a block's heading is where it has none of its own. */
export type Lens = { words: Vocabulary; usual(block: Pick<Block, 'id' | 'kind' | 'settings'>): string | null }
/** How much came of it; `kept` are those somebody has written in since they were taken out of the text. */
export type Saved = { changed: number; added: number; removed: number; kept: number }
type Mine = KnownBlock & { line: number; isNew: boolean }

/** The report as its text, and which versions that is a text of. */
export function writtenOut(blocks: Block[], lens: Lens): { text: string; seen: string } {
  return { text: textOf(blocks.map(knownBy(lens)), lens.words), seen: seenOf(blocks) }
}

const seenOf = (blocks: { id: Id; version: number }[]): string =>
  blocks.map(({ id, version }) => `${id}:${version}`).join(' ')

const knownBy =
  (lens: Lens) =>
  ({ id, kind, heading, prose, settings: { part, ...settings } }: Block): KnownBlock => ({
    ...{ id, kind, heading, prose, settings },
    usual: lens.usual({ id, kind, settings: { ...settings, ...(part && { part }) } })
  })

/**
 * The whole report as it was written in one text, put together with what others have written since that text was made.
 * @throws Invalid by line; Conflict with what two have written differently, and the text put together as far as it goes.
 */
export async function saveText(
  tx: Tx,
  actor: Actor,
  publication: Id,
  { seen, text, chosen }: WrittenText,
  lens: Lens
): Promise<Saved> {
  const place = await findTheirs(tx, actor, publication, 'change')
  const theirs = place.blocks.map(knownBy(lens))
  const base = await baseOf(tx, publication, place.blocks, seen, lens)
  const known = [...base.seen, ...theirs.filter(({ id }) => !base.seen.some((one) => one.id === id))]
  const mine = mineOf(text, known, lens).map((block) => withChoice(block, chosen, known, lens))
  const merged = mergeBlocks<Mine>(base.known.map(asMine), mine, theirs.map(asMine))
  if (merged.clashes.length > 0) throw clashing(merged, place.blocks, seen, lens)
  if (!can(actor, place).removeBlock) refuseRemoved(place.blocks, merged)
  return settle({ tx, actor, publication, collaboration: place.collaboration_id }, place.blocks, merged)
}

/** What the text was made of. A version that nothing is known of was seen, but can't be compared with. */
async function baseOf(tx: Tx, publication: Id, now: Block[], seen: WrittenText['seen'], lens: Lens) {
  const standing = new Map(now.map((block) => [block.id, block]))
  const earlier = seen.filter(({ id, version }) => standing.get(id)?.version !== version)
  const wordings = new Map(
    (await wordingsAt(tx, publication, earlier)).map((wording) => [wording.id, wording])
  )
  const blocks = seen.flatMap(({ id, version }): (Block & { isKnown: boolean })[] => {
    const block = standing.get(id)
    if (block?.version === version) return [{ ...block, isKnown: true }]
    const wording = wordings.get(id)
    if (wording) return [{ ...wording, isKnown: true }]
    return block ? [{ ...block, isKnown: false }] : []
  })
  const isKnown = new Map(blocks.map((block) => [block.id, block.isKnown]))
  const known = blocks.map(knownBy(lens))
  // As they read in the text, so that what nobody has touched is found to be the same.
  const again = readText(textOf(known, lens.words), known, lens.words).blocks
  const asRead = known.map((block, at) => ({ ...block, ...again[at], id: block.id }))
  return { seen: known, known: asRead.filter(({ id }) => isKnown.get(id)) }
}

function mineOf(text: string, known: KnownBlock[], lens: Lens): Mine[] {
  const { blocks, faults } = readText(text, known, lens.words)
  if (blocks.length > mostBlocks) throw new Invalid({ text: 'too_long' })
  const written = text.split(/\r\n?|\n/)
  const lines = [...faults, ...blocks.flatMap((block) => wrongIn(block, written))]
  if (lines.length > 0)
    throw new Invalid(Object.fromEntries(lines.toReversed().map(({ line, code }) => [`line_${line}`, code])))
  return blocks.map((block) => ({ ...block, id: block.id ?? newId(), isNew: block.id === null, usual: null }))
}

const worded = v.object({ heading: optionalText(200), prose: optionalText(proseLength) })

function wrongIn({ heading, prose, line }: ReadBlock, written: string[]): { line: number; code: string }[] {
  const reading = read(worded, { heading, prose })
  if (reading.ok) return []
  return Object.values(reading.errors).map((code) => {
    const numbered = code === 'identity_number' ? written.slice(line - 1).findIndex(holdsIdentityNumber) : -1
    return { line: Math.max(numbered, 0) + line, code }
  })
}

const asMine = (block: KnownBlock): Mine => ({ ...block, line: 0, isNew: false })

/** What was chosen where two had written differently stands in place of what the text says. */
function withChoice(block: Mine, chosen: WrittenText['chosen'], known: KnownBlock[], lens: Lens): Mine {
  const prose = chosen[`prose_${block.id}`]
  const line = chosen[`line_${block.id}`]
  const reading = line === undefined ? undefined : readText(line, known, lens.words)
  if (reading && (reading.faults.length > 0 || reading.blocks[0]?.id !== block.id))
    throw new Invalid({ [`line_${block.line}`]: reading.faults[0]?.code ?? 'unknown_mark' })
  if (!reading && prose === undefined) return block
  const { heading, settings } = reading?.blocks[0] ?? block
  // It has not been through what the text has.
  const wording = read(worded, { heading, prose: prose ?? block.prose })
  if (!wording.ok)
    throw new Invalid({ [`line_${block.line}`]: Object.values(wording.errors)[0] ?? 'unknown' })
  return { ...block, ...wording.value, settings }
}

function clashing(
  { blocks, clashes }: Merged<Mine>,
  now: Block[],
  seen: WrittenText['seen'],
  lens: Lens
): Conflict {
  const marks = marksOf(blocks.map(({ id }) => id))
  const line = (block: Mine) => lineOf(block, marks.get(block.id), lens.words)
  const both = clashes.flatMap(({ id, mine, theirs, ...clash }) => {
    const { usual, heading } = theirs
    const yours = line({ ...theirs, heading: mine.heading, settings: mine.settings })
    const of = (name: string, their: string, my: string) => ({
      ...{ name: `${name}_${id}`, heading: heading ?? usual, theirs: their, yours: my }
    })
    return [
      ...(clash.line ? [of('line', line(theirs), yours)] : []),
      ...(clash.prose ? [of('prose', theirs.prose ?? '', mine.prose ?? '')] : [])
    ]
  })
  const standing = new Set(now.map(({ id }) => id))
  const gone = seen.filter(({ id }) => !standing.has(id) && marks.has(id))
  const text = textOf(
    blocks.map((block) => (block.isNew ? { ...block, id: null } : block)),
    lens.words
  )
  return new Conflict({ text, seen: seenOf([...now, ...gone]), both })
}

/** What has been published keeps its blocks. */
function refuseRemoved(now: Block[], { blocks }: Merged<Mine>): void {
  const left = new Set(blocks.map(({ id }) => id))
  if (now.some(({ id }) => !left.has(id))) throw new Invalid({ text: 'published_stays' })
}

type Place = { tx: Tx; actor: Actor; publication: Id; collaboration: Id }

async function settle(place: Place, before: Block[], { blocks, kept }: Merged<Mine>): Promise<Saved> {
  const { tx, actor, publication } = place
  const left = new Set(blocks.map(({ id }) => id))
  const removed = before.filter(({ id }) => !left.has(id))
  for (const { id } of removed) await removeBlock(tx, actor, publication, id)
  const added = blocks.filter(({ isNew }) => isNew)
  await insertBlocks(
    tx,
    publication,
    added.map(({ settings, ...block }) => ({ ...block, ...settings }))
  )
  const here = new Set(before.map(({ id }) => id))
  for (const { id, isNew } of blocks) if (!isNew && !here.has(id)) await putBack(tx, actor, publication, id)
  const changed = await changeAll(place, blocks)
  await settleOrder(
    tx,
    'block',
    publication,
    blocks.map(({ id }) => id)
  )
  return { changed, added: added.length, removed: removed.length, kept: kept.length }
}

async function changeAll({ tx, publication, collaboration }: Place, blocks: Mine[]): Promise<number> {
  const standing = new Map((await listBlocks(tx, publication)).map((block) => [block.id, block]))
  let changed = 0
  for (const { id, heading, prose, settings } of blocks) {
    const block = standing.get(id)
    if (!block) continue
    const kept = keptOf(block.kind, block.settings.part, settings) as BlockSettings
    await refuseForeign(tx, collaboration, kept)
    const changes = { version: block.version, heading, prose, settings: kept }
    if (await changeVersioned(tx, 'block', id, changes)) changed += 1
  }
  return changed
}
