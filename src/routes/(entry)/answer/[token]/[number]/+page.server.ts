import { findAnswering, rowsFor } from '#server/domain/answers/answering.ts'
import { findErrandRound } from '#server/domain/answers/errands.ts'
import { markOpened } from '#server/domain/answers/opening.ts'
import { listAnswering } from '#server/domain/answers/street.ts'
import { mostPhotos } from '#server/domain/photos/photos.ts'
import { timeZoneOf } from '#server/domain/rounds/asking.ts'
import { dayIn } from '#server/platform/clock.ts'
import { write } from '#server/platform/db/write.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { errandOf, streetOf } from '../../about.ts'
import { holderOf } from '../../holding.ts'
import { saveAnswer } from './saving.ts'

export const load = async (event) => {
  const { db, secrets } = runtime()
  const { locale } = event.locals
  const { token } = event.params
  const actor = await holderOf(event)
  const round = await findErrandRound(db, actor)
  if (!round.first_opened_at) await write(db, actor, (tx) => markOpened(tx, actor))
  const timeZone = await timeZoneOf(db)
  const answering = await findAnswering(db, actor, event.params.number, secrets)
  return {
    ...errandOf(actor, round, locale, token),
    ...answering,
    photos: answering.photos.map((photo) => ({
      ...photo,
      src: address(locale, 'answer', token, 'photos', photo.id)
    })),
    mostPhotos,
    timeZone,
    today: dayIn(timeZone),
    street: streetOf(await listAnswering(db, actor, secrets), locale, token),
    rows: rowsFor(answering.written, Number(event.url.searchParams.get('rader')) || 1)
  }
}

export const actions = {
  save: (event) => saveAnswer(event, () => event.url.pathname),
  row: (event) => saveAnswer(event, ({ rows }) => `${event.url.pathname}?rader=${rows + 1}#siffra-${rows}`),
  photo: (event) => saveAnswer(event, () => `${event.url.pathname}#foton`),
  next: (event) =>
    saveAnswer(event, ({ next }) =>
      address(event.locals.locale, 'answer', event.params.token, next ?? 'sending')
    )
}
