import type { RequestEvent } from '@sveltejs/kit'
import type { GenericSchema, InferOutput } from 'valibot'
import { findCollaboration, type Collaboration } from '#server/domain/collaborations/collaborations.ts'
import { can } from '#server/domain/collaborations/permissions.ts'
import type { Actor } from '#server/domain/people/actor.ts'
import { type Tx } from '#server/platform/db/write.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { partOf, type PartOf } from '../../../../parts.ts'
import { submitPrepared, type WrittenWithFile } from '../../../../submitting.ts'
import { readWithFile } from '../../../../uploading.ts'

type Event = RequestEvent<{ slug: string }>
type Place = { tx: Tx; actor: Actor; collaboration: Collaboration; event: Event }

type GoTo<S extends GenericSchema> = (place: Place, value: InferOutput<S>, done: unknown) => string

/**
 * An action on a collaboration's page: reads the form, runs the command, and goes back to where on the page it came
 * from, or to the address that the command returns.
 */
export const onCollaboration =
  <S extends GenericSchema>(
    part: PartOf,
    schema: S,
    command: (place: Place, value: InferOutput<S>) => Promise<unknown>,
    goTo?: GoTo<S>,
    readForm?: (event: Event, collaboration: Collaboration) => Promise<WrittenWithFile>
  ) =>
  async (event: Event) => {
    const { actor, locale } = event.locals
    const collaboration = await findCollaboration(runtime().db, actor, event.params.slug)
    const sent = await readForm?.(event, collaboration)
    const partFor = (written: object) => partOf(event, part, { ...written })
    const run = async (tx: Tx, value: InferOutput<S>) => {
      const place = { tx, actor, collaboration, event }
      const done = await command(place, value)
      return (
        goTo?.(place, value, done) ??
        `${address(locale, 'collaborations', collaboration.slug)}#${partFor(Object(value))}`
      )
    }
    return submitPrepared(event, partFor, schema, async (value) => (tx) => run(tx, value), sent)
  }

/** For actions that take a file: from whoever may not change anything here it is not read at all. */
export const onCollaborationWithFile = <S extends GenericSchema>(
  part: PartOf,
  schema: S,
  command: (place: Place, value: InferOutput<S>) => Promise<unknown>,
  goTo?: GoTo<S>
) =>
  onCollaboration(part, schema, command, goTo, (event, collaboration) => {
    if (!can(event.locals.actor, collaboration).change) throw new NotAllowed()
    return readWithFile(event)
  })
