import type { RequestEvent } from '@sveltejs/kit'
import * as v from 'valibot'
import type { GenericSchema, InferOutput } from 'valibot'
import type { Actor } from '#server/domain/people/actor.ts'
import { addBlock, changeBlock, moveBlock, removeBlock } from '#server/domain/publications/blocks.ts'
import { changePublication } from '#server/domain/publications/composing.ts'
import {
  changedBlock,
  changedPublication,
  movedBlock,
  newBlock,
  ofBlock,
  publishing
} from '#server/domain/publications/fields.ts'
import { findPublication, type Publication } from '#server/domain/publications/publications.ts'
import { publish } from '#server/domain/publications/publishing.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { partOf, type PartOf } from '../../../parts.ts'
import { submit } from '../../../submitting.ts'

type Event = RequestEvent<{ slug: string }>
type Place = { tx: Tx; actor: Actor; publication: Publication }

const onPublication =
  <S extends GenericSchema>(
    part: PartOf,
    schema: S,
    command: (place: Place, value: InferOutput<S>) => Promise<unknown>,
    goTo: (value: InferOutput<S>, done: unknown) => string
  ) =>
  async (event: Event) => {
    const { actor, locale } = event.locals
    const publication = await findPublication(runtime().db, actor, event.params.slug)
    return submit(
      event,
      (written) => partOf(event, part, written),
      schema,
      async (tx, value) => {
        const done = await command({ tx, actor, publication }, value)
        return address(locale, 'publications', publication.slug) + goTo(value, done)
      }
    )
  }

const atBlock = ({ block }: { block: string }) => `?redigera=allt#${block}`

export const editing = {
  change: onPublication(
    'rubrik',
    changedPublication,
    ({ tx, actor, publication }, value) => changePublication(tx, actor, publication.id, value),
    () => '?redigera=allt'
  ),
  add: onPublication(
    ({ after }) => `ny-${String(after)}`,
    newBlock,
    ({ tx, actor, publication }, value) => addBlock(tx, actor, publication.id, value),
    (_, id) => `?redigera=${String(id)}#${String(id)}`
  ),
  changeBlock: onPublication(
    ({ block }) => String(block),
    v.intersect([ofBlock, changedBlock]),
    ({ tx, actor }, { block, ...value }) => changeBlock(tx, actor, block, value),
    atBlock
  ),
  move: onPublication(
    'allt',
    v.intersect([ofBlock, movedBlock]),
    ({ tx, actor }, { block, ...value }) => moveBlock(tx, actor, block, value),
    atBlock
  ),
  remove: onPublication(
    ({ block }) => `bort-${String(block)}`,
    ofBlock,
    ({ tx, actor, publication }, { block }) => removeBlock(tx, actor, publication.id, block),
    () => '?redigera=allt'
  ),
  publish: onPublication(
    'publicera',
    publishing,
    ({ tx, actor, publication }, value) => publish(tx, actor, publication.id, value),
    () => '#innehall'
  )
}
