import type { Id } from '#server/platform/db/ids.ts'
import { cli } from '#server/domain/people/actor.ts'
import { createPublication } from '#server/domain/publications/composing.ts'
import type { NewBlock } from '#server/domain/publications/fields.ts'
import { publish } from '#server/domain/publications/publishing.ts'
import type { StoryBlock, StoryPublication } from '../types.ts'
import { namedOr, tell, type Teller } from './teller.ts'

export const tellPublication = (
  teller: Teller,
  collaboration: Id,
  { slug, template, title, blocks, published }: StoryPublication,
  objectives: Map<string, Id>
) =>
  tell(teller, async (tx) => {
    const told = blocks.map((block) => blockOf(block, objectives))
    const id = await createPublication(tx, cli, { collaboration, template, title, slug, blocks: told })
    if (published) await publish(tx, cli, id)
  })

const blockOf = (block: StoryBlock, objectives: Map<string, Id>): NewBlock => ({
  kind: block.kind,
  heading: block.heading ?? null,
  prose: 'text' in block ? block.text : null,
  objective: namedOr(objectives, 'objective' in block ? block.objective : null)
})
