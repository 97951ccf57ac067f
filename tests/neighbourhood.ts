import { newId, type Id } from '#server/platform/db/ids.ts'
import { write, type Db, type Tx } from '#server/platform/db/write.ts'
import { actorFor, cli, visitor, type Actor } from '#server/domain/people/actor.ts'
import { createCollaboration } from '#server/domain/collaborations/creating.ts'
import { addParty } from '#server/domain/parties/parties.ts'
import { usualKinds as kinds } from '#server/domain/kinds/usual.ts'

/** A small town for rules: two areas, four organisations, one collaboration, and somebody in every role. */
export type Neighbourhood = Awaited<ReturnType<typeof neighbourhood>>

type Grant = { role: string; scope_kind: string; scope_id?: Id | null }

export async function neighbourhood(db: Db) {
  const made = await write(db, cli, async (tx) => {
    const areas = { main: await area(tx, 'backa'), other: await area(tx, 'centrum') }
    const organisations = {
      authority: await organisation(tx, 'forvaltningen'),
      lead: await organisation(tx, 'bolaget'),
      party: await organisation(tx, 'skolan'),
      outsider: await organisation(tx, 'utomstaende')
    }
    const kind = await citizenPromise(tx)
    const basis = { kind_id: kind, authority_id: organisations.authority, main_area_id: areas.main } as const
    const collaboration = await createCollaboration(tx, cli, {
      ...basis,
      ...unwritten,
      name: 'Löftet',
      lifecycle: 'active'
    })
    const another = await createCollaboration(tx, cli, {
      ...basis,
      ...unwritten,
      name: 'Grannlöftet',
      main_area_id: areas.other
    })
    await addParty(tx, cli, collaboration.id, { organisation_id: organisations.lead, role: 'party' })
    await addParty(tx, cli, collaboration.id, { organisation_id: organisations.party, role: 'participant' })
    return { areas, organisations, kind, collaboration, another, basis }
  })
  return { ...made, people: await people(db, made) }
}

export const unwritten = {
  id: null,
  purpose: null,
  from_day: null,
  to_day: null,
  precision: 'day',
  predecessor_id: null,
  reach: 'public'
} as const

type Made = {
  areas: Record<'main' | 'other', Id>
  organisations: Record<string, Id>
  collaboration: { id: Id }
  another: { id: Id }
}

/** Every role the product knows, each as somebody of their own. */
async function people(db: Db, { areas, organisations, collaboration, another }: Made) {
  const as = (grants: Grant[], member: Id[] = []) => person(db, grants, member)
  return {
    visitor,
    administrator: await as([{ role: 'administrator', scope_kind: 'installation' }]),
    installationCoordinator: await as([{ role: 'coordinator', scope_kind: 'installation' }]),
    areaCoordinator: await as([{ role: 'coordinator', scope_kind: 'area', scope_id: areas.main }]),
    coordinator: await as([{ role: 'coordinator', scope_kind: 'collaboration', scope_id: collaboration.id }]),
    otherCoordinator: await as([{ role: 'coordinator', scope_kind: 'collaboration', scope_id: another.id }]),
    installationReader: await as([{ role: 'reader', scope_kind: 'installation' }]),
    areaReader: await as([{ role: 'reader', scope_kind: 'area', scope_id: areas.main }]),
    reader: await as([{ role: 'reader', scope_kind: 'collaboration', scope_id: collaboration.id }]),
    lead: await as([
      { role: 'representative', scope_kind: 'organisation', scope_id: organisations['lead'] ?? null }
    ]),
    party: await as([], [organisations['party']!]),
    outsider: await as([], [organisations['outsider']!]),
    nobodyYet: await as([])
  } satisfies Record<string, Actor>
}

async function person(db: Db, grants: Grant[], member: Id[]): Promise<Actor> {
  const id = newId()
  await write(db, cli, async (tx) => {
    await tx
      .insertInto('person')
      .values({ id, name: 'Någon', mail: `${id}@kvarter.example` })
      .execute()
    for (const grant of grants)
      await tx
        .insertInto('role_grant')
        .values({ id: newId(), person_id: id, ...grant })
        .execute()
    for (const organisation_id of member)
      await tx.insertInto('membership').values({ person_id: id, organisation_id }).execute()
  })
  return (await actorFor(db, id, { via: 'session', person: id })) ?? visitor
}

async function area(tx: Tx, slug: string): Promise<Id> {
  const id = newId()
  await tx.insertInto('area').values({ id, slug, name: slug, kind: 'district' }).execute()
  return id
}

async function organisation(tx: Tx, slug: string): Promise<Id> {
  const id = newId()
  await tx.insertInto('organisation').values({ id, slug, name: slug, kind: 'other' }).execute()
  return id
}

async function citizenPromise(tx: Tx): Promise<Id> {
  const id = newId()
  const { code, ...words } = kinds.find((kind) => kind.code === 'citizen_promise')!
  await tx
    .insertInto('kind')
    .values({ id, code, words: JSON.stringify(words) })
    .execute()
  return id
}
