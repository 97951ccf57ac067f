import * as v from 'valibot'
import { wordedForParty } from '#server/domain/highlights/fields.ts'
import { wordForParty } from '#server/domain/highlights/of-parties.ts'
import { addBlock, changeBlock, moveBlock, removeBlock } from '#server/domain/publications/blocks/blocks.ts'
import { changePublication } from '#server/domain/publications/composing.ts'
import {
  changedBlock,
  changedPublication,
  movedBlock,
  newBlock,
  ofBlock
} from '#server/domain/publications/fields.ts'
import { putBack } from '#server/domain/publications/blocks/putting-back.ts'
import { optionalId } from '#server/platform/forms/fields.ts'
import { onPublication } from './place.ts'

const atBlock = ({ block }: { block: string }) => `?redigera=allt#${block}`
/** Which text is written after this one. */
const goingOn = v.object({ next: optionalId() })

export const editing = {
  change: onPublication(
    'rubrik',
    changedPublication,
    ({ tx, actor, publication }, value) => changePublication(tx, actor, publication.id, value),
    () => '?redigera=allt#rubriken'
  ),
  add: onPublication(
    ({ after }) => `ny-${String(after)}`,
    newBlock,
    ({ tx, actor, publication }, value) => addBlock(tx, actor, publication.id, value),
    ({ kind }, id) => `?redigera=${String(id)}#${kind === 'prose' ? 'prose' : String(id)}`
  ),
  changeBlock: onPublication(
    ({ block }) => String(block),
    v.intersect([ofBlock, changedBlock, goingOn]),
    ({ tx, actor }, { block, next: _, ...value }) => changeBlock(tx, actor, block, value),
    ({ block, next }) => (next ? `?redigera=${next}#prose` : atBlock({ block }))
  ),
  wordParty: onPublication(
    ({ report }) => `part-${String(report)}`,
    wordedForParty,
    ({ tx, actor }, value) => wordForParty(tx, actor, value),
    ({ report }) => `?redigera=allt#part-${report}`
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
    () => '?redigera=borttagna#borttaget'
  ),
  putBack: onPublication(
    'allt',
    ofBlock,
    ({ tx, actor, publication }, { block }) => putBack(tx, actor, publication.id, block),
    atBlock
  )
}
