import { sql } from 'kysely'
import type { Degree } from '#server/platform/db/schema.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import type { LinkActor } from '../links/links.ts'
import { readAlts } from './photo-alts.ts'
import { listPhotoRows, photosOf } from './photos.ts'
import { listAsked, type Asked, type Listed } from './asked.ts'
import { listDrafts, undecidedIn, type Draft } from './drafts.ts'
import { degrees, readAnswer, type Answer } from './fields.ts'
import { isSent, writtenTitle, type About, type Item } from './items.ts'

/** One promise on the answering party's own street, or what is asked once beside the promises. */
export type Answering = {
  id: Id
  about: About
  /** What stands in its address. */
  place: string
  title: string | null
  state: 'untouched' | 'begun' | 'submitted' | 'returned' | 'accepted'
  /** As it stands in the draft, else as it was sent in. */
  degree: Degree | null
  mark: string
  /** What a draft lacks before it can be sent in, by field; empty when it is ready; null without a draft. */
  lacks: Record<string, string> | null
  /** The draft as it would be received; null while it can't be. */
  answer: Answer | null
  /** The round's own questions, for the words of what it lacks. */
  questions: Asked['own']
  /** Who wrote in the draft last. */
  by: string | null
}

/** All that the link asks about, with how far its holder has come. Drafts are opened: for the holder's eyes only. */
export async function listAnswering(
  db: Db,
  actor: LinkActor,
  secrets: Secrets,
  listed?: Listed[]
): Promise<Answering[]> {
  const [items, drafts, photos, received] = [
    listed ?? (await listAsked(db, actor)),
    await listDrafts(db, actor, secrets),
    await listPhotoRows(db, actor),
    await receivedDegrees(db, actor)
  ]
  return items.map(({ item, asked }) => {
    const draft = isSent(item) ? undefined : drafts.find((one) => one.item === item.id)
    const answer = draft ? finished(draft, asked, photosOf(photos, item.id, draft.written)) : undrafted
    return { ...answeringOf(item, draft, answer, received.get(item.id)), questions: asked.own }
  })
}

type Finished = Pick<Answering, 'lacks' | 'answer'>
const undrafted: Finished = { lacks: null, answer: null }

function finished(draft: Draft, asked: Asked, photos: Id[]): Finished {
  const { written } = draft
  const reading = readAnswer(written, asked)
  const { errors } = readAlts({ written, asked, reading }, photos)
  const lacks = { ...(reading.ok ? {} : reading.errors), ...errors, ...undecidedIn(draft) }
  return { lacks, answer: reading.ok ? reading.value : null }
}

function answeringOf(
  item: Item,
  draft: Draft | undefined,
  finished: Finished,
  received: Degree | undefined
): Omit<Answering, 'questions'> {
  const { id, about, place } = item
  const degree = degrees.find((one) => one === draft?.written['degree']) ?? received ?? null
  const state = stateOf(item, draft)
  return {
    id,
    about,
    place,
    title: writtenTitle(item, draft?.written),
    state,
    degree,
    mark: draft?.mark ?? '',
    ...finished,
    by: draft?.by?.name ?? null
  }
}

function stateOf({ state }: Item, draft: Draft | undefined): Answering['state'] {
  if (state === 'submitted' || state === 'accepted' || state === 'returned') return state
  return draft ? 'begun' : 'untouched'
}

async function receivedDegrees(db: Db, actor: LinkActor): Promise<Map<Id, Degree>> {
  const { rows } = await sql<{ item_id: Id; degree: Degree }>`
    select distinct on (report.item_id) report.item_id, version.degree
    from report join report_version version on version.report_id = report.id
    where report.item_id = any(${actor.errand.items}::uuid[])
    order by report.item_id, version.number desc`.execute(db)
  return new Map(rows.map(({ item_id, degree }) => [item_id, degree]))
}
