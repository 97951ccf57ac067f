import { changeBlock, moveBlock } from '#server/domain/publications/blocks/blocks.ts'
import { changePublication } from '#server/domain/publications/composing.ts'
import * as fields from '#server/domain/publications/fields.ts'
import { listBlocks } from '#server/domain/publications/publications.ts'
import { saveText } from '#server/domain/publications/blocks/text-saving.ts'
import { takeBack } from '#server/domain/publications/blocks/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { lens } from '../publications/lens.ts'
import { command, type Ground } from './commands.ts'

/** The report begins with a text. */
async function firstOf(tx: Tx, { publication }: Ground): Promise<string> {
  const [block] = await listBlocks(tx, publication)
  return block?.id ?? ''
}

export const ofEditing = [
  command(
    'changePublication',
    fields.changedPublication,
    () => ({ version: '1', title: 'Nytt namn', reach: 'public' }),
    (tx, ground, value) => changePublication(tx, ground.actor, ground.publication, value)
  ),
  command(
    'changeBlock',
    fields.changedBlock,
    () => ({ version: '1', heading: 'Rubrik', prose: 'Text', objective: 'all' }),
    async (tx, ground, value) => changeBlock(tx, ground.actor, await firstOf(tx, ground), value)
  ),
  command(
    'moveBlock',
    fields.movedBlock,
    () => ({ after: '' }),
    async (tx, ground, value) => moveBlock(tx, ground.actor, await firstOf(tx, ground), value)
  ),
  command(
    'takeBack',
    fields.takenBack,
    () => ({ version: '1', from: '1' }),
    async (tx, ground, value) => takeBack(tx, ground.actor, await firstOf(tx, ground), value)
  ),
  command(
    'saveText',
    fields.writtenText,
    () => ({ seen: '', text: '# Ny {objective="all"}\n\nText\n\n::totals Kort\n' }),
    (tx, ground, value) => saveText(tx, ground.actor, ground.publication, value, lens)
  )
]
