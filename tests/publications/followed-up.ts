import { cli } from '#server/domain/people/actor.ts'
import type { BlockSettings } from '#server/domain/publications/settings.ts'
import { materialFor, type Material } from '#server/domain/publications/live/material.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { write, type Db } from '#server/platform/db/write.ts'
import { askAgain, makePromise, tell } from './promise.ts'

const titles = ['Frukost', 'Torgdag', 'Läxhjälp', 'Cykelkurs', 'Nattvandring']

/** A promise with two focus areas that has been followed up twice, told of in different ways. */
export async function makeFollowedUp(db: Db) {
  const meals = (value: number) => [{ unit: 'frukostar', value }]
  const promise = await makePromise(db, [
    {
      title: 'Frukost',
      told: { done: 'Varje dag.', contributed: 'Fler orkar.', learnt: 'Börja tidigt.', figures: meals(100) }
    },
    {
      title: 'Torgdag',
      told: { done: 'Det blev en.', degree: 'begun', answers: { lokal: 'Torget', nojda: true } }
    },
    {
      title: 'Läxhjälp',
      stage: 'ongoing',
      told: {
        done: 'Två kvällar.',
        wording: 'Läxhjälp finns.',
        contributed: 'Lugn.',
        answers: { nojda: false }
      }
    },
    { title: 'Cykelkurs', stage: 'in_ordinary_operations', told: { degree: 'not_begun' } },
    { title: 'Nattvandring', onTheWay: true }
  ])
  const idOf = (title: string): Id => promise.commitments[titles.indexOf(title)] ?? ''
  const leisure = await underLeisure(db, promise.collaboration, idOf('Torgdag'))
  const again = await askAgain(db, promise, [idOf('Frukost'), idOf('Torgdag')])
  const told = { done: 'Nu är det två.', degree: 'mostly' as const, at: '2026-07-01', figures: meals(5) }
  const item = again.items.get(idOf('Torgdag')) ?? ''
  await tell(db, { ...promise, ...again }, { commitment: idOf('Torgdag'), item, audience: 'public' }, told)
  const by = async <T>(
    block: (material: Material, settings: BlockSettings) => T,
    settings: BlockSettings = {}
  ) => block(await materialFor(db, { audience: 'public', collaboration_id: promise.collaboration }), settings)
  return {
    ...{ promise, leisure, idOf },
    /** What a block tells the public, set so. */
    by
  }
}

async function underLeisure(db: Db, collaboration_id: Id, commitment: Id): Promise<Id> {
  const id = newId()
  await write(db, cli, async (tx) => {
    await tx
      .insertInto('objective')
      .values({ id, collaboration_id, kind: 'focus_area', sort: 2, title: 'Fritid' })
      .execute()
    await tx
      .updateTable('commitment_objective')
      .set({ objective_id: id })
      .where('commitment_id', '=', commitment)
      .execute()
  })
  return id
}
