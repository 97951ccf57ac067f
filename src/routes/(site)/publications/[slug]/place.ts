import { isRedirect, type RequestEvent } from '@sveltejs/kit'
import type { GenericSchema, InferOutput } from 'valibot'
import type { Actor } from '#server/domain/people/actor.ts'
import { findPublication, type Publication } from '#server/domain/publications/publications.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { partOf, type PartOf } from '../../../parts.ts'
import { submitPrepared, type WrittenWithFile } from '../../../submitting.ts'
import { tellNext, type Told } from './telling.ts'

export type Event = RequestEvent<{ slug: string }>
type Place = { tx: Tx; actor: Actor; publication: Publication }

type Command<S extends GenericSchema> = (place: Place, value: InferOutput<S>) => Promise<unknown>
type GoTo<S extends GenericSchema> = (value: InferOutput<S>, done: unknown) => string
type More<S extends GenericSchema> = {
  /** What is told on the page it then goes to. */
  tell?: (value: InferOutput<S>, done: unknown) => Told
  /** Of a form with a file. */
  readForm?: (event: Event, publication: Publication) => Promise<WrittenWithFile>
}

/** An action on a publication, which then goes to the place on its page that `goTo` says. */
export const onPublication = <S extends GenericSchema>(
  part: PartOf,
  schema: S,
  command: Command<S>,
  goTo: GoTo<S>,
  more?: More<S>
) => onPreparedPublication(part, schema, async (_, value) => (place) => command(place, value), goTo, more)

/** The same for what is made ready before its transaction begins. */
export const onPreparedPublication =
  <S extends GenericSchema>(
    part: PartOf,
    schema: S,
    prepare: (place: Omit<Place, 'tx'>, value: InferOutput<S>) => Promise<(place: Place) => Promise<unknown>>,
    goTo: GoTo<S>,
    { tell, readForm }: More<S> = {}
  ) =>
  async (event: Event) => {
    const { actor, locale } = event.locals
    const publication = await findPublication(runtime().db, actor, event.params.slug)
    const sent = await readForm?.(event, publication)
    const here = address(locale, 'publications', publication.slug)
    const place = { actor, publication }
    let told: Told | undefined
    const submitted = submitPrepared(
      event,
      (written) => partOf(event, part, written),
      schema,
      async (value) => {
        const command = await prepare(place, value)
        return async (tx) => {
          const done = await command({ tx, ...place })
          told = tell?.(value, done)
          return here + goTo(value, done)
        }
      },
      sent
    )
    return submitted.catch((thrown: unknown) => {
      // Only what has gone through is told.
      if (told && isRedirect(thrown)) tellNext(event, here, told)
      throw thrown
    })
  }
