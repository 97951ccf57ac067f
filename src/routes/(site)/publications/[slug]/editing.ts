import * as v from 'valibot'
import { addBlock, changeBlock, moveBlock, removeBlock } from '#server/domain/publications/blocks.ts'
import { changePublication } from '#server/domain/publications/composing.ts'
import {
  changedBlock,
  changedPublication,
  movedBlock,
  newBlock,
  ofBlock
} from '#server/domain/publications/fields.ts'
import { onPublication } from './place.ts'

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
  )
}
