import * as v from 'valibot'
import { newId } from '#server/platform/db/ids.ts'
import { classifyArea } from '#server/domain/areas/classifying.ts'
import { createArea, drawBoundary, succeedArea } from '#server/domain/areas/changing.ts'
import { newBoundary, newParent } from '#server/domain/areas/fields.ts'
import { addParent, setCode } from '#server/domain/areas/placing.ts'
import { createKind } from '#server/domain/kinds/changing.ts'
import { createOrganisation, placeOrganisation } from '#server/domain/organisations/changing.ts'
import { cli } from '#server/domain/people/actor.ts'
import type { Contact, StoryArea, StoryOrganisation, StoryPerson, StoryWorld } from '../types.ts'
import { named, namedOr, tell, type Teller } from './teller.ts'

export const contactOf = (contact: Contact | undefined) => ({
  contact_function: contact?.function ?? null,
  contact_mail: contact?.mail ?? null,
  contact_phone: contact?.phone ?? null
})

export const tellKinds = (teller: Teller, kinds: StoryWorld['kinds']) =>
  tell(teller, async (tx) => {
    for (const { code, ...words } of kinds)
      teller.kinds.set(code, await createKind(tx, cli, { code, words, set_up: {} }))
  })

export const tellAreas = (teller: Teller, areas: StoryArea[]) =>
  tell(teller, async (tx) => {
    for (const area of areas) {
      const id = newId()
      const { slug, name, kind, aliases = [], period, contact } = area
      const days = { from_day: period?.from ?? null, to_day: period?.to ?? null }
      await createArea(tx, cli, {
        id,
        slug,
        name,
        kind,
        aliases,
        ...days,
        ...contactOf(contact),
        parent_ids: []
      })
      teller.areas.set(slug, id)
      const boundary = area.boundary && JSON.stringify(area.boundary)
      if (boundary) await drawBoundary(tx, cli, id, v.parse(newBoundary, { boundary, version: '1' }))
      for (const code of area.codes ?? [])
        await setCode(tx, cli, id, { division: code.division, edition: code.version, code: code.code })
      for (const made of area.classifications ?? [])
        await classifyArea(tx, cli, id, {
          made_by: made.by,
          scheme: made.scheme,
          level: made.level,
          from_day: made.period.from,
          to_day: made.period.to,
          precision: made.period.precision,
          aim_to_leave: made.aimToLeave,
          source: made.source
        })
    }
    for (const { slug, parents, successor } of areas) {
      const id = named(teller.areas, slug)
      for (const parent of parents)
        await addParent(
          tx,
          cli,
          id,
          v.parse(newParent, { parent_id: named(teller.areas, parent.slug), division: parent.division })
        )
      if (successor) await succeed(teller, tx, id, successor)
    }
  })

type Tx = Parameters<Parameters<typeof tell>[1]>[0]

async function succeed(teller: Teller, tx: Tx, id: string, successor: string): Promise<void> {
  const { version } = await tx
    .selectFrom('area')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await succeedArea(tx, cli, id, { successor_id: named(teller.areas, successor), version })
}

export const tellOrganisations = (teller: Teller, organisations: StoryOrganisation[]) =>
  tell(teller, async (tx) => {
    for (const { slug, name, kind, aliases = [], contact } of organisations) {
      const id = newId()
      await createOrganisation(tx, cli, {
        id,
        slug,
        name,
        kind,
        aliases,
        parent_id: null,
        ...contactOf(contact)
      })
      teller.organisations.set(slug, id)
    }
    for (const { slug, parent, successor, period } of organisations)
      if (parent || successor || period)
        await placeOrganisation(tx, cli, named(teller.organisations, slug), {
          parent_id: namedOr(teller.organisations, parent),
          successor_id: namedOr(teller.organisations, successor),
          from_day: period?.from ?? null,
          to_day: period?.to ?? null,
          version: 1
        })
  })

/** After the collaborations, since roles are scoped to them. */
export const tellPersons = (teller: Teller, persons: StoryPerson[]) =>
  tell(teller, async (tx) => {
    for (const { name, mail, position, organisations, grants } of persons) {
      const id = newId()
      await tx
        .insertInto('person')
        .values({ id, name, mail, position: position ?? null })
        .execute()
      for (const organisation of organisations)
        await tx
          .insertInto('membership')
          .values({ person_id: id, organisation_id: named(teller.organisations, organisation) })
          .execute()
      for (const grant of grants)
        await tx
          .insertInto('role_grant')
          .values({
            id: newId(),
            person_id: id,
            role: grant.role,
            scope_kind: grant.scope,
            scope_id: grant.scope === 'installation' ? null : named(scopes(teller)[grant.scope], grant.of)
          })
          .execute()
    }
  })

const scopes = ({ areas, collaborations, organisations }: Teller) => ({
  area: areas,
  collaboration: collaborations,
  organisation: organisations
})
