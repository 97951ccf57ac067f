import { readingOf } from '#server/domain/comments/workbench.ts'
import { listBeside } from '#server/domain/publications/editions/listing.ts'
import { readPublication } from '#server/domain/publications/reading.ts'
import { workbenchOf } from '#server/domain/publications/workbench.ts'
import { timeZoneOf } from '#server/domain/installation/installation.ts'
import { runtime } from '#server/platform/runtime.ts'
import { publicAddress } from '#server/platform/settings/settings.ts'
import { address } from '#ui/words/addresses.ts'
import { openPart } from '../../../parts.ts'
import { annexesOpen, annexing } from './annexing.ts'
import { deciding } from './deciding-actions.ts'
import { editing } from './editing.ts'
import { toldNow } from './telling.ts'
import { templating } from './template-actions.ts'
import { writtenNow } from './writers.ts'
import type { PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  const { locals, params, url } = event
  const { db, settings } = runtime()
  const open = openPart(event)
  /** Whoever compiles it reads it as it stands now, without what it is compiled with. */
  const readsThrough = open === null && url.searchParams.has('visa')
  const editing = open !== null || readsThrough
  const read = await readPublication(db, locals.actor, params.slug, { editing })
  locals.internal =
    read.edition === null || read.content.audience !== 'public' || read.edition.withdrawn !== null
  const workshop = readsThrough ? null : read.workshop
  return {
    ...read,
    ...{ open, workshop, timeZone: await timeZoneOf(db) },
    beside: await listBeside(db, locals.actor, read.publication),
    told: toldNow(event, address(locals.locale, 'publications', params.slug), {
      readsAll: read.can.readDraft,
      editions: read.editions
    }),
    origin: publicAddress(settings),
    annexing: workshop && (await annexesOpen(locals.actor, read.publication, open)),
    bench: workshop && (await workbenchOf(db, read.publication)),
    writers: workshop && (await writtenNow(db, locals.actor, read.publication)),
    reading: workshop && (await readingOf(db, locals.actor, read.publication))
  }
}

export const actions = { ...editing, ...annexing, ...templating, ...deciding }
