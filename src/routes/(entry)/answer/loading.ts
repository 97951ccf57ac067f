import type { RequestEvent } from '@sveltejs/kit'
import { listReaders } from '#server/domain/answers/admission.ts'
import { findAnswering, rowsFor } from '#server/domain/answers/answering.ts'
import { listAsked } from '#server/domain/answers/asked.ts'
import { listBegun } from '#server/domain/answers/drafts.ts'
import { findErrandRound } from '#server/domain/answers/errands.ts'
import { writtenTitle, type Item } from '#server/domain/answers/items.ts'
import { listAnswering } from '#server/domain/answers/street.ts'
import type { LinkActor } from '#server/domain/links/links.ts'
import { mostPhotos } from '#server/domain/answers/photos.ts'
import { promisesLikeDraft } from '#server/domain/proposals/nearby.ts'
import { listTakenBack } from '#server/domain/proposals/taking-back.ts'
import { timeZoneOf } from '#server/domain/installation/installation.ts'
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
  const errand = errandOf(actor, round, locale, token)
  const items = await listAnswering(db, actor, secrets)
  return {
    ...errand,
    today: dayIn(await timeZoneOf(db)),
    takenBack: await listTakenBack(db, actor),
    items: streetOf(items, errand.noun, locale, token)
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
  const listed = await listAsked(db, actor)
  const answering = await findAnswering(db, actor, place, secrets, listed)
  const begun = (await begunFor(actor)).find(({ item }) => item === answering.item.id)
  const errand = errandOf(actor, round, locale, token)
  const title = writtenTitle(answering.item, answering.written)
  return {
    ...errand,
    ...answering,
    item: { ...answering.item, title: titleOf({ ...answering.item, title }, errand.noun) },
    similar: await similarTo(actor, answering),
    another: mayTellMore(actor, answering.item, errand.round),
    begun: begun ?? null,
    photos: answering.photos.map((photo) => ({
      ...photo,
      src: address(locale, 'answer', token, 'photos', photo.id)
    })),
    mostPhotos,
    timeZone,
    today: dayIn(timeZone),
    street: streetOf(await listAnswering(db, actor, secrets, listed), errand.noun, locale, token),
    rows: rowsFor(answering.written, rows)
  }
}

type Worded = { item: Item; written: Record<string, string> }

/** What others have promised nearby that is much like it, while it is worded. */
async function similarTo({ errand }: LinkActor, { item, written }: Worded) {
  if (item.about !== 'promise') return []
  const said = (key: string) => written[`answers.${key}`] ?? ''
  const words = { title: said('title'), wording: said('wording') }
  return promisesLikeDraft(runtime().db, errand.collaboration, words, item.commitment_id)
}

/** More can be told of a promise, beside the round: when its answer is accepted, or the round has closed. */
const mayTellMore = (
  { errand }: LinkActor,
  { about, state }: Item,
  { closed }: { closed: boolean }
): boolean =>
  about === 'commitment' && errand.kind === 'answer' && errand.admitted && (closed || state === 'accepted')
