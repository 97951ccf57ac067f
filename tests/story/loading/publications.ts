import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { addAnnex } from '#server/domain/publications/annexes/changing.ts'
import { addDecision } from '#server/domain/decisions/decisions.ts'
import type { NewDecision } from '#server/domain/decisions/fields.ts'
import { cli } from '#server/domain/people/actor.ts'
import { createPublication } from '#server/domain/publications/composing.ts'
import type { NewBlock } from '#server/domain/publications/fields.ts'
import { publish } from '#server/domain/publications/editions/publishing.ts'
import type { StoryAnnex, StoryBlock, StoryDecision, StoryPublication } from '../types.ts'
import { tellReading } from './reading.ts'
import { named, namedOr, tell, type Teller } from './teller.ts'

/** What a publication needs to be told: where it belongs and what its collaboration has named. */
export type Told = { id: Id; objectives: Map<string, Id>; documents: Map<string, Id> }

export const tellPublication = (teller: Teller, of: Told, told: StoryPublication) =>
  tell(teller, async (tx) => {
    const { slug, template, title, published } = told
    const blocks = told.blocks.map((block) => blockOf(block, of.objectives))
    const id = await createPublication(tx, cli, { collaboration: of.id, template, title, slug, blocks })
    teller.publications.set(slug, id)
    for (const annex of told.annexes ?? []) await addAnnex(tx, cli, id, annexOf(teller, of, annex))
    if (told.reading) await tellReading(teller, tx, id, told.reading)
    if (!published) return
    const number = await publish(tx, cli, id)
    await tellDecisions(tx, of.id, { publication: id, number }, told.decisions ?? [])
  })

const blockOf = (block: StoryBlock, objectives: Map<string, Id>): NewBlock => ({
  kind: block.kind,
  heading: block.heading ?? null,
  prose: block.text ?? null,
  ...(block.part && { part: block.part }),
  ...block.settings,
  objective: namedOr(objectives, block.objective)
})

const annexOf = (teller: Teller, { documents }: Told, { title, document, publication, url }: StoryAnnex) => ({
  title: title ?? null,
  url: url ?? null,
  what: document
    ? { kind: 'document' as const, id: named(documents, document) }
    : publication
      ? { kind: 'publication' as const, id: named(teller.publications, publication) }
      : null
})

async function tellDecisions(
  tx: Tx,
  collaboration: Id,
  edition: { publication: Id; number: number },
  decisions: StoryDecision[]
): Promise<void> {
  const { id } = await tx
    .selectFrom('edition')
    .select('id')
    .where('publication_id', '=', edition.publication)
    .where('number', '=', edition.number)
    .executeTakeFirstOrThrow()
  for (const decision of decisions)
    await addDecision(tx, cli, collaboration, decisionOf(decision), { kind: 'edition', id })
}

export const decisionOf = ({
  day,
  caseNumber,
  adjusted,
  posted,
  sentTo,
  ...told
}: StoryDecision): NewDecision => ({
  ...told,
  decided_on: day ?? null,
  case_number: caseNumber ?? null,
  adjusted_on: adjusted ?? null,
  posted_on: posted ?? null,
  sent_to: sentTo ?? null
})
