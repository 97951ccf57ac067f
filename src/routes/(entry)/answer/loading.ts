import type { RequestEvent } from '@sveltejs/kit'
import { listReaders } from '#server/domain/answers/admission.ts'
import { findAnswering, rowsFor } from '#server/domain/answers/answering.ts'
import { listBegun } from '#server/domain/answers/drafts.ts'
import { findErrandRound } from '#server/domain/answers/errands.ts'
import { listAnswering } from '#server/domain/answers/street.ts'
import type { LinkActor } from '#server/domain/links/links.ts'
import { mostPhotos } from '#server/domain/answers/photos.ts'
import { timeZoneOf } from '#server/domain/rounds/contacts.ts'
import { dayIn } from '#server/platform/clock.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import type { Locale } from '#ui/words/locale.ts'
import { errandOf, streetOf, titleOf } from './about.ts'
import { holderOf } from './holding.ts'

/** The errand and all its promises, for the pages that show them as a list. */
export const loadStreet = async (event: RequestEvent) =>
  streetData(await holderOf(event), event.locals.locale, event.params['token'] ?? '')

export async function streetData(actor: LinkActor, locale: Locale, token: string) {
  const { db, secrets } = runtime()
  const round = await findErrandRound(db, actor)
  const items = await listAnswering(db, actor, secrets)
  return {
    ...errandOf(actor, round, locale, token),
    today: dayIn(await timeZoneOf(db)),
    items: streetOf(items, locale, token)
  }
}

/** Who else can read what stands there, and what others have begun that the holder is not let into. */
export async function colleaguesData(actor: LinkActor) {
  const { db } = runtime()
  return { readers: await listReaders(db, actor), begun: await begunFor(actor) }
}

const begunFor = async (actor: LinkActor) =>
  actor.errand.admitted ? [] : listBegun(runtime().db, actor, runtime().secrets)

/** One of them, as its form shows it. */
export async function answeringData(
  actor: LinkActor,
  locale: Locale,
  token: string,
  place: string,
  rows = 1
) {
  const { db, secrets } = runtime()
  const round = await findErrandRound(db, actor)
  const timeZone = await timeZoneOf(db)
  const answering = await findAnswering(db, actor, place, secrets)
  const begun = (await begunFor(actor)).find(({ item }) => item === answering.item.id)
  return {
    ...errandOf(actor, round, locale, token),
    ...answering,
    item: { ...answering.item, title: titleOf(answering.item) },
    begun: begun ?? null,
    photos: answering.photos.map((photo) => ({
      ...photo,
      src: address(locale, 'answer', token, 'photos', photo.id)
    })),
    mostPhotos,
    timeZone,
    today: dayIn(timeZone),
    street: streetOf(await listAnswering(db, actor, secrets), locale, token),
    rows: rowsFor(answering.written, rows)
  }
}
