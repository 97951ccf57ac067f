import { redirect, type RequestEvent } from '@sveltejs/kit'
import type { GenericSchema, InferOutput } from 'valibot'
import * as change from '#server/domain/organisations/changing.ts'
import * as fields from '#server/domain/organisations/fields.ts'
import { listAhead, listTold } from '#server/domain/organisations/history.ts'
import { findOrganisation, listOrganisations } from '#server/domain/organisations/organisations.ts'
import { readOrganisation } from '#server/domain/organisations/reading.ts'
import type { Actor } from '#server/domain/people/actor.ts'
import { timeZoneOf } from '#server/domain/installation/installation.ts'
import { listOwed } from '#server/domain/rounds/owed.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { openPart } from '../../../parts.ts'
import { submit } from '../../../submitting.ts'
import { parts } from './parts.ts'

export const load = async (event) => {
  const { db } = runtime()
  const { locals, params } = event
  const organisation = await findOrganisation(db, params.slug)
  if (organisation.slug !== params.slug)
    redirect(301, address(locals.locale, 'organisations', organisation.slug))
  const reading = await readOrganisation(db, locals.actor, organisation)
  locals.internal = reading.internal
  const editing = reading.can.change ? openPart(event) : null
  const { id } = organisation
  return {
    ...reading,
    told: await listTold(db, locals.actor, id),
    ahead: await listAhead(db, locals.actor, id, await timeZoneOf(db)),
    owed: (await listOwed(db, locals.actor)).filter((one) => one.organisation_id === id),
    editing,
    choices: editing === parts.placing ? await listOrganisations(db) : []
  }
}

type Command<T> = (tx: Tx, actor: Actor, id: string, value: T) => Promise<void>

const changes =
  <S extends GenericSchema>(part: keyof typeof parts, schema: S, command: Command<InferOutput<S>>) =>
  (event: RequestEvent) =>
    submit(event, parts[part], schema, async (tx, value) => {
      const { slug, id } = await findOrganisation(tx, String(event.params.slug))
      await command(tx, event.locals.actor, id, value)
      return address(event.locals.locale, 'organisations', slug) + `#${parts[part]}`
    })

export const actions = {
  change: changes('details', fields.changedOrganisation, change.changeOrganisation),
  place: changes('placing', fields.newPlace, change.placeOrganisation),
  rename: changes('address', fields.newSlug, change.renameOrganisation)
}
