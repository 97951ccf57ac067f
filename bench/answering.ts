import { saveDraft } from '#server/domain/answers/saving.ts'
import { listItems } from '#server/domain/answers/items.ts'
import { findLink } from '#server/domain/links/links.ts'
import { hashOf, tokenOf } from '#server/domain/links/tokens.ts'
import { cli } from '#server/domain/people/actor.ts'
import { openRound } from '#server/domain/rounds/opening.ts'
import { write } from '#server/platform/db/write.ts'
import type { Runtime } from '#server/platform/runtime.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { address } from '#ui/words/addresses.ts'

/** One answer ready to be sent in: where, what, and the ids it stands on, each kind at its own place. */
export type Ready = { path: string; body: string; ids: string[] }

const written = {
  degree: 'partly',
  done: 'Läxhjälpen har varit öppen tre kvällar i veckan. Skolan och två föreningar har hjälpt till.',
  publishable: 'yes',
  'figures.0.qualifier': 'about',
  'figures.0.value': '12',
  'figures.0.unit': 'barn',
  'figures.0.rule': 'never',
  'figures.0.scope': 'this_period'
}
const asked = { name: 'Bench', from_day: '2026-01-01', to_day: '2026-12-31', due_on: '2027-01-31' }

/** Opens a round in so many collaborations that had none from an earlier run, and writes a draft of every answer. */
export async function prepareAnswers(runtime: Runtime, collaborations: number): Promise<Ready[]> {
  const { db, secrets } = runtime
  const chosen = await db
    .selectFrom('collaboration')
    .select('id')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('round')
            .select('round.id')
            .whereRef('round.collaboration_id', '=', 'collaboration.id')
            .where('round.name', '=', asked.name)
        )
      )
    )
    .orderBy('slug')
    .limit(collaborations)
    .execute()
  const ready: Ready[][] = []
  for (const { id } of chosen) {
    await write(db, cli, (tx) => openRound(tx, cli, id, asked, secrets))
    for (const link of await linksIn(runtime, id)) ready.push(await draftAll(runtime, link))
  }
  // Neighbours are of different spaces, so that they do not wait for one another.
  return Array.from({ length: Math.max(...ready.map((all) => all.length)) }, (_, at) =>
    ready.flatMap((all) => all.slice(at, at + 1))
  ).flat()
}

const linksIn = ({ db }: Runtime, collaboration: Id) =>
  db
    .selectFrom('link')
    .innerJoin('responder', 'responder.id', 'link.responder_id')
    .innerJoin('space', 'space.id', 'responder.space_id')
    .innerJoin('round', 'round.id', 'space.round_id')
    .select(['link.id', 'link.generation', 'round.id as round'])
    .where('round.collaboration_id', '=', collaboration)
    .execute()

async function draftAll(
  { db, secrets }: Runtime,
  link: { id: Id; generation: number; round: Id }
): Promise<Ready[]> {
  const token = tokenOf(secrets, link)
  const { actor } = await findLink(db, token)
  const items = (await listItems(db, actor)).filter(({ about }) => about === 'commitment')
  const drafts = await write(db, actor, async (tx) => {
    const marks: string[] = []
    for (const { id } of items)
      marks.push((await saveDraft(tx, actor, { item: id, mark: '', written }, secrets)).mark)
    return marks
  })
  const { collaboration, organisation, responder, space } = actor.errand
  const measure = await db
    .selectFrom('measure')
    .select('id')
    .where('collaboration_id', '=', collaboration)
    .executeTakeFirstOrThrow()
  const common = [link.id, responder.id, space, organisation.id, link.round, collaboration, measure.id]
  return items.map((item, at) => ({
    path: address('sv', 'answer', token, 'sending'),
    body: new URLSearchParams({ answer: `${item.id} ${drafts[at]}` }).toString(),
    ids: [
      `\\x${hashOf(token).toString('hex')}`,
      ...common,
      item.commitment_id ?? '',
      ...[item, ...items.toSpliced(at, 1)].map(({ id }) => id)
    ]
  }))
}
