import type { RequestEvent } from '@sveltejs/kit'
import type { GenericSchema, InferOutput } from 'valibot'
import type { Actor } from '#server/domain/people/actor.ts'
import { findPublication, type Publication } from '#server/domain/publications/publications.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { partOf, type PartOf } from '../../../parts.ts'
import { submitPrepared, type WrittenWithFile } from '../../../submitting.ts'

export type Event = RequestEvent<{ slug: string }>
type Place = { tx: Tx; actor: Actor; publication: Publication }

type Command<S extends GenericSchema> = (place: Place, value: InferOutput<S>) => Promise<unknown>
/** Of a form with a file. */
type ReadForm = (event: Event, publication: Publication) => Promise<WrittenWithFile>
type GoTo<S extends GenericSchema> = (value: InferOutput<S>, done: unknown) => string

/** An action on a publication, which then goes to the place on its page that `goTo` says. */
export const onPublication = <S extends GenericSchema>(
  part: PartOf,
  schema: S,
  command: Command<S>,
  goTo: GoTo<S>,
  readForm?: ReadForm
) => onPreparedPublication(part, schema, async (_, value) => (place) => command(place, value), goTo, readForm)

/** The same for what is made ready before its transaction begins. */
export const onPreparedPublication =
  <S extends GenericSchema>(
    part: PartOf,
    schema: S,
    prepare: (place: Omit<Place, 'tx'>, value: InferOutput<S>) => Promise<(place: Place) => Promise<unknown>>,
    goTo: GoTo<S>,
    readForm?: ReadForm
  ) =>
  async (event: Event) => {
    const { actor, locale } = event.locals
    const publication = await findPublication(runtime().db, actor, event.params.slug)
    const sent = await readForm?.(event, publication)
    const here = address(locale, 'publications', publication.slug)
    return submitPrepared(
      event,
      (written) => partOf(event, part, written),
      schema,
      async (value) => {
        const command = await prepare({ actor, publication }, value)
        return async (tx) => here + goTo(value, await command({ tx, actor, publication }))
      },
      sent
    )
  }
