import type { RequestEvent } from '@sveltejs/kit'
import type { GenericSchema, InferOutput } from 'valibot'
import type { Actor } from '#server/domain/people/actor.ts'
import { findPublication, type Publication } from '#server/domain/publications/publications.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { partOf, type PartOf } from '../../../parts.ts'
import { submit } from '../../../submitting.ts'

export type Event = RequestEvent<{ slug: string }>
type Place = { tx: Tx; actor: Actor; publication: Publication }

/** An action on a publication, which then goes to the place on its page that `goTo` says. */
export const onPublication =
  <S extends GenericSchema>(
    part: PartOf,
    schema: S,
    command: (place: Place, value: InferOutput<S>) => Promise<unknown>,
    goTo: (value: InferOutput<S>, done: unknown) => string
  ) =>
  async (event: Event) => {
    const { actor, locale } = event.locals
    const publication = await findPublication(runtime().db, actor, event.params.slug)
    return submit(
      event,
      (written) => partOf(event, part, written),
      schema,
      async (tx, value) => {
        const done = await command({ tx, actor, publication }, value)
        return address(locale, 'publications', publication.slug) + goTo(value, done)
      }
    )
  }
