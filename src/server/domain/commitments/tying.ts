import { sql } from 'kysely'
import { settled } from '#server/platform/db/constraints.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { insertMany } from '#server/platform/db/many.ts'
import { replaceTies, tiedTo } from '#server/platform/db/ties.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { Invalid } from '#server/platform/refusals.ts'

export type Ties = {
  objective_ids: Id[]
  area_ids: Id[]
  co_actor_ids: Id[]
  initiator_ids: Id[]
  funder_ids: Id[]
}
type Whose = { id: Id; collaboration_id: Id }

/** Forms ask once for whoever carries it; the two columns are the database's. */
export const carrierRefusals = {
  commitment_lead_id_fkey: { organisation_id: 'not_a_choice' },
  commitment_answerer_id_fkey: { organisation_id: 'not_a_choice' }
}

const roles = { co_actor: 'co_actor_ids', initiator: 'initiator_ids', funder: 'funder_ids' } as const
const eachRole = Object.entries(roles) as [keyof typeof roles, (typeof roles)[keyof typeof roles]][]

/** Makes a commitment's objectives (the first is the main one), areas and organisations these. True when any changed. */
export async function tie(tx: Tx, { id, collaboration_id }: Whose, ties: Ties): Promise<boolean> {
  const changed = [await tieObjectives(tx, { id, collaboration_id }, ties.objective_ids)]
  changed.push(await replaceTies(tx, 'commitment_area', { commitment_id: id }, 'area_id', ties.area_ids))
  for (const [role, field] of eachRole)
    changed.push(
      await replaceTies(
        tx,
        'commitment_party',
        { commitment_id: id, role },
        'organisation_id',
        ties[field],
        field
      )
    )
  return changed.some(Boolean)
}

/** The same for commitments that have just been made, of one collaboration. */
export async function insertTies(tx: Tx, collaboration: Id, made: (Ties & { id: Id })[]): Promise<void> {
  await guardObjectives(
    tx,
    collaboration,
    made.flatMap(({ objective_ids }) => objective_ids)
  )
  const each = <T>(field: keyof Ties, row: (commitment_id: Id, tied: Id, at: number) => T): T[] =>
    made.flatMap(({ id, ...ties }) => [...new Set(ties[field])].map((tied, at) => row(id, tied, at)))
  const objectives = each('objective_ids', (commitment_id, objective_id, at) => ({
    ...{ commitment_id, objective_id, collaboration_id: collaboration, main: at === 0 }
  }))
  await insertMany(tx, 'commitment_objective', objectives)
  const areas = each('area_ids', (commitment_id, area_id) => ({ commitment_id, area_id }))
  await tied(insertMany(tx, 'commitment_area', areas), 'commitment_area_area_id_fkey', 'area_ids')
  for (const [role, field] of eachRole) {
    const parties = each(field, (commitment_id, organisation_id) => ({
      commitment_id,
      organisation_id,
      role
    }))
    await tied(insertMany(tx, 'commitment_party', parties), 'commitment_party_organisation_id_fkey', field)
  }
}

const tied = (work: Promise<void>, constraint: string, field: keyof Ties): Promise<void> =>
  settled(work, { [constraint]: { [field]: 'not_a_choice' } })

/** What is tied to it, as its form has it. */
export async function tiesOf(tx: Tx, id: Id) {
  const objectives = await tx
    .selectFrom('commitment_objective')
    .select(['objective_id', 'main'])
    .where('commitment_id', '=', id)
    .execute()
  const inRole = (role: string) =>
    tiedTo(tx, 'commitment_party', { commitment_id: id, role }, 'organisation_id')
  return {
    main_objective_id: objectives.find(({ main }) => main)?.objective_id ?? null,
    objective_ids: objectives.filter(({ main }) => !main).map(({ objective_id }) => objective_id),
    area_ids: await tiedTo(tx, 'commitment_area', { commitment_id: id }, 'area_id'),
    co_actor_ids: await inRole('co_actor'),
    initiator_ids: await inRole('initiator'),
    funder_ids: await inRole('funder')
  }
}

async function tieObjectives(tx: Tx, { id, collaboration_id }: Whose, objectives: Id[]): Promise<boolean> {
  await guardObjectives(tx, collaboration_id, objectives)
  const [main = null] = objectives
  // The one that was the main one gives way first: there is never more than one.
  const demoted = await sql`update commitment_objective set main = false
    where commitment_id = ${id} and main and objective_id is distinct from ${main}::uuid`.execute(tx)
  const owner = { commitment_id: id, collaboration_id, main: false }
  const tied = await replaceTies(tx, 'commitment_objective', owner, 'objective_id', objectives.slice(1))
  const promoted = await sql`
    insert into commitment_objective (commitment_id, collaboration_id, objective_id, main)
      select ${id}, ${collaboration_id}, main, true from (select ${main}::uuid as main) m where main is not null
    on conflict (commitment_id, objective_id) do update set main = true where not commitment_objective.main`.execute(
    tx
  )
  return tied || Number(demoted.numAffectedRows) + Number(promoted.numAffectedRows) > 0
}

async function guardObjectives(tx: Tx, collaboration: Id, objectives: Id[]): Promise<void> {
  const asked = [...new Set(objectives)]
  if (asked.length === 0) return
  const own = await tx
    .selectFrom('objective')
    .select('id')
    .where('collaboration_id', '=', collaboration)
    .where('id', 'in', asked)
    .execute()
  if (own.length < asked.length) throw new Invalid({ objective_ids: 'not_a_choice' })
}
