import type { RequestEvent } from '@sveltejs/kit'
import * as v from 'valibot'
import { askReaders } from '#server/domain/comments/asking.ts'
import { listAskable } from '#server/domain/comments/choosing.ts'
import { draftNumber } from '#server/domain/comments/drafts.ts'
import { asking, mendedReader, ofReader, settling } from '#server/domain/comments/fields.ts'
import { keptDays } from '#server/domain/comments/forgetting.ts'
import { listReaders } from '#server/domain/comments/following.ts'
import { listComments } from '#server/domain/comments/listing.ts'
import { remindableReaders, remindReaders } from '#server/domain/comments/reminding.ts'
import {
  markReaderLost,
  mendReader,
  sendReadingAgain,
  withdrawReader
} from '#server/domain/comments/sending.ts'
import { settleComment } from '#server/domain/comments/settling.ts'
import { findPublication } from '#server/domain/publications/publications.ts'
import { timeZoneOf } from '#server/domain/installation/installation.ts'
import { dayIn, daysAfter } from '#server/platform/clock.ts'
import { version } from '#server/platform/forms/fields.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { baseLocale, inLocale, isLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { countIn } from '../../../../counting.ts'
import { openPart } from '../../../../parts.ts'
import { submit } from '../../../../submitting.ts'

const usualDays = 14

const reportIn = ({ locals, params }: RequestEvent) =>
  findPublication(runtime().db, locals.actor, params['slug'] ?? '')

export const load = async (event) => {
  const { db } = runtime()
  const { actor, locale } = event.locals
  const report = await reportIn(event)
  const timeZone = await timeZoneOf(db)
  const today = dayIn(timeZone)
  const readers = await listReaders(db, actor, report)
  const edition = await draftNumber(db, report.id)
  const asked = new Set(readers.filter((one) => one.edition_number === edition).map(({ mail }) => mail))
  const language = isLocale(report.language) ? report.language : baseLocale
  const sent = event.url.searchParams
  return {
    report: { title: report.title, language: report.language, audience: report.audience },
    edition,
    readers,
    parties: (await listAskable(db, actor, report)).map(({ organisation, contacts }) => ({
      organisation,
      asked: contacts.some(({ mail }) => asked.has(mail)),
      contacts: contacts.filter(({ mail }) => !asked.has(mail))
    })),
    comments: await listComments(db, actor, report),
    remindable: (await remindableReaders(db, actor, report)).length,
    letter: {
      words: inLocale(language, () => m.reading_mail_usual({ title: report.title })),
      due_on: daysAfter(today, usualDays)
    },
    timeZone,
    today,
    home: address(locale, 'publications', report.slug),
    place: address(locale, 'publications', report.slug, 'reading'),
    open: openPart(event),
    sends: runtime().settings.smtpUrl !== undefined,
    asking: sent.has('fraga'),
    ticked: sent.has('alla') ? ('all' as const) : sent.has('ingen') ? ('none' as const) : ('others' as const),
    keptDays,
    asked: countIn(sent.get('skickade')),
    reminded: countIn(sent.get('paminda'))
  }
}

const here = ({ url }: RequestEvent, rest: string) => `${url.pathname}${rest}`

export const actions = {
  ask: async (event) => {
    const report = await reportIn(event)
    return submit(event, 'fraga', asking, async (tx, value) => {
      const mails = await askReaders(tx, event.locals.actor, report.id, value, runtime().secrets)
      return here(event, `?skickade=${mails}`)
    })
  },
  remind: async (event) => {
    const report = await reportIn(event)
    return submit(event, 'paminn', v.object({ edition: version() }), async (tx, { edition }) => {
      const mails = await remindReaders(tx, event.locals.actor, report, edition)
      return here(event, `?paminda=${mails}`)
    })
  },
  again: (event) =>
    submit(event, 'lankar', ofReader, async (tx, { reader }) => {
      await sendReadingAgain(tx, event.locals.actor, reader, runtime().secrets)
      return here(event, `#las-${reader}`)
    }),
  withdraw: (event) =>
    submit(event, 'lankar', ofReader, async (tx, { reader }) => {
      await withdrawReader(tx, event.locals.actor, reader)
      return here(event, `#las-${reader}`)
    }),
  lost: (event) =>
    submit(event, 'lankar', ofReader, async (tx, { reader }) => {
      await markReaderLost(tx, event.locals.actor, reader)
      return here(event, `#las-${reader}`)
    }),
  mend: (event) =>
    submit(
      event,
      ({ reader }) => `adress-${String(reader)}`,
      mendedReader,
      async (tx, { reader, ...mended }) => {
        await mendReader(tx, event.locals.actor, reader, mended, runtime().secrets)
        return here(event, `#las-${reader}`)
      }
    ),
  settle: async (event) => {
    const report = await reportIn(event)
    return submit(
      event,
      ({ comment }) => String(comment),
      settling,
      async (tx, value) => {
        await settleComment(tx, event.locals.actor, value)
        const fromReport = event.url.searchParams.get('fran') === 'rapporten'
        return fromReport
          ? `${address(event.locals.locale, 'publications', report.slug)}?redigera=allt#sagt-${value.comment}`
          : here(event, `#sagt-${value.comment}`)
      }
    )
  }
}
