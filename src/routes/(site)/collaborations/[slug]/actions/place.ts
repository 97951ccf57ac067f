import type { RequestEvent } from '@sveltejs/kit'
import type { GenericSchema, InferOutput } from 'valibot'
import { findCollaboration, type Collaboration } from '#server/domain/collaborations/collaborations.ts'
import type { Actor } from '#server/domain/people/actor.ts'
import { type Tx } from '#server/platform/db/write.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { submit } from '../../../../submitting.ts'

type Event = RequestEvent<{ slug: string }>
type Place = { tx: Tx; actor: Actor; collaboration: Collaboration; event: Event }

/**
 * The part of the page that a form came from: the value of `?redigera=` that keeps it open. It becomes part of an
 * address, so what could not be the name of one is none.
 */
export function partOf({ url }: Pick<RequestEvent, 'url'>): string {
  const part = url.searchParams.get('redigera') ?? ''
  return /^[\w-]+$/.test(part) ? part : ''
}

/**
 * An action on a collaboration's page: reads the form, runs the command, and goes back to where on the page it came
 * from, or to the address that the command returns.
 */
export const onCollaboration =
  <S extends GenericSchema>(
    schema: S,
    command: (place: Place, value: InferOutput<S>) => Promise<unknown>,
    goTo?: (place: Place, value: InferOutput<S>) => string
  ) =>
  async (event: Event) => {
    const { actor, locale } = event.locals
    const collaboration = await findCollaboration(runtime().db, actor, event.params.slug)
    return submit(event, partOf(event), schema, async (tx, value) => {
      const place = { tx, actor, collaboration, event }
      await command(place, value)
      return (
        goTo?.(place, value) ?? `${address(locale, 'collaborations', collaboration.slug)}#${partOf(event)}`
      )
    })
  }
