import { secretsFrom } from '#server/platform/secrets/secrets.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { write, type Db, type Tx } from '#server/platform/db/write.ts'
import { findLink, type LinkActor } from '#server/domain/links/links.ts'
import { tokenOf } from '#server/domain/links/tokens.ts'
import { cli, visitor, type Actor } from '#server/domain/people/actor.ts'
import { openRound } from '#server/domain/rounds/opening.ts'

export const secrets = secretsFrom(Buffer.alloc(32, 7))

/** A small collaboration of two parties with three promises and one, and the people round it. */
export type SmallWorld = {
  collaboration: Id
  commitments: Id[]
  housing: Id
  police: Id
  roles: Record<
    'coordinator' | 'administrator' | 'reader' | 'elsewhere' | 'representative' | 'other' | 'visitor',
    Actor
  >
}

const person = (db: Tx, name: string) => {
  const id = newId()
  return db
    .insertInto('person')
    .values({ id, name, mail: `${id}@roll.example` })
    .execute()
    .then(() => ({ id, name }))
}

export async function smallWorld(db: Db): Promise<SmallWorld> {
  const ids = {
    authority: newId(),
    housing: newId(),
    police: newId(),
    area: newId(),
    kind: newId(),
    collaboration: newId()
  }
  const noun = { one: 'löfte', theOne: 'löftet', many: 'löften', theMany: 'löftena', gender: 'neuter' }
  const commitments = [newId(), newId(), newId(), newId()]
  const people = await write(db, cli, async (tx) => {
    await tx.insertInto('installation').values({ name: 'Här' }).execute()
    await tx
      .insertInto('organisation')
      .values([
        { id: ids.authority, slug: 'forvaltningen', name: 'Förvaltningen', kind: 'municipal_department' },
        { id: ids.housing, slug: 'bostader', name: 'Bostäder', kind: 'housing_company' },
        { id: ids.police, slug: 'polisen', name: 'Polisen', kind: 'police' }
      ])
      .execute()
    await tx
      .insertInto('area')
      .values({ id: ids.area, slug: 'har', name: 'Här', kind: 'neighbourhood' })
      .execute()
    await tx
      .insertInto('kind')
      .values({
        id: ids.kind,
        code: 'promise',
        words: JSON.stringify({ name: { sv: noun }, commitment: { sv: noun }, objective: { sv: noun } })
      })
      .execute()
    await tx
      .insertInto('collaboration')
      .values({
        id: ids.collaboration,
        slug: 'tillsammans',
        name: 'Tillsammans',
        kind_id: ids.kind,
        authority_id: ids.authority,
        main_area_id: ids.area,
        reach: 'public',
        audience: 'public',
        lifecycle: 'active',
        next_number: commitments.length + 1,
        contact_function: 'Samordnare',
        contact_mail: 'samordnare@har.example'
      })
      .execute()
    await tx
      .insertInto('party')
      .values([
        {
          id: newId(),
          collaboration_id: ids.collaboration,
          organisation_id: ids.housing,
          role: 'party',
          contact_name: 'Områdeschef',
          contact_mail: 'Chef@bostader.example'
        },
        {
          id: newId(),
          collaboration_id: ids.collaboration,
          organisation_id: ids.police,
          role: 'party',
          contact_name: 'Kommunpolis',
          contact_mail: 'kommunpolis@polisen.example'
        }
      ])
      .execute()
    for (const [at, id] of commitments.entries()) {
      const wording = newId()
      await tx
        .insertInto('commitment_wording')
        .values({
          id: wording,
          commitment_id: id,
          number: 1,
          wording: `Vi lovar nummer ${at + 1}.`,
          at: new Date(0)
        })
        .execute()
      await tx
        .insertInto('commitment')
        .values({
          id,
          collaboration_id: ids.collaboration,
          number: at + 1,
          title: `Löfte ${at + 1}`,
          wording_id: wording,
          lead_id: at < 3 ? ids.housing : ids.police,
          stage: 'agreed',
          audience: 'public'
        })
        .execute()
    }
    return Promise.all(
      ['Samordnare', 'Administratör', 'Läsare', 'Annan samordnare', 'Företrädare', 'Annan företrädare'].map(
        (name) => person(tx, name)
      )
    )
  })
  const [coordinator, administrator, reader, elsewhere, representative, other] = people.map((one): Actor => ({
    ...visitor,
    person: one,
    record: { via: 'session', person: one.id }
  })) as [Actor, Actor, Actor, Actor, Actor, Actor]
  const here = [ids.collaboration]
  return {
    collaboration: ids.collaboration,
    commitments,
    housing: ids.housing,
    police: ids.police,
    roles: {
      coordinator: { ...coordinator, coordinates: here, reads: here },
      administrator: { ...administrator, administrator: true, coordinates: 'all', reads: 'all' },
      reader: { ...reader, reads: here },
      elsewhere: { ...elsewhere, coordinates: [newId()], reads: [newId()] },
      representative: { ...representative, organisations: [ids.housing], partyIn: here },
      other: { ...other, organisations: [ids.police], partyIn: here },
      visitor
    }
  }
}

export const asked = {
  name: 'Uppföljning 2026',
  from_day: '2026-01-01',
  to_day: '2026-12-31',
  due_on: '2027-01-15'
}

/** The same world with a round open in it, and whoever holds the housing company's and the police's links. */
export async function askedWorld(db: Db) {
  const world = await smallWorld(db)
  const round = await write(db, world.roles.coordinator, (tx) =>
    openRound(tx, world.roles.coordinator, world.collaboration, asked, secrets)
  )
  return {
    ...world,
    round,
    partner: await holderOf(db, world.housing),
    officer: await holderOf(db, world.police)
  }
}

export async function holderOf(db: Db, organisation: Id): Promise<LinkActor> {
  return (await findLink(db, await tokenFor(db, organisation))).actor
}

export async function tokenFor(db: Db, organisation: Id): Promise<string> {
  const link = await db
    .selectFrom('link')
    .innerJoin('responder', 'responder.id', 'link.responder_id')
    .innerJoin('space', 'space.id', 'responder.space_id')
    .select(['link.id', 'link.generation'])
    .where('space.organisation_id', '=', organisation)
    .executeTakeFirstOrThrow()
  return tokenOf(secrets, link)
}
