import { sql } from 'kysely'
import type { Degree } from '#server/platform/db/schema.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import type { LinkActor } from '../links/links.ts'
import { listDrafts, type Draft } from './drafts.ts'
import { degrees, readAnswer } from './fields.ts'
import { listItems, type Item } from './items.ts'

/** One promise on the answering party's own street. */
export type Answering = {
  id: Id
  number: number
  title: string
  state: 'untouched' | 'begun' | 'submitted' | 'returned' | 'accepted'
  /** As it stands in the draft, else as it was sent in. */
  degree: Degree | null
  mark: string
  /** What a draft lacks before it can be sent in, by field; empty when it is ready; null without a draft. */
  lacks: Record<string, string> | null
}

/** All that the link asks about, with how far its holder has come. Drafts are opened: for the holder's eyes only. */
export async function listAnswering(db: Db, actor: LinkActor, secrets: Secrets): Promise<Answering[]> {
  const [items, drafts, received] = [
    await listItems(db, actor),
    await listDrafts(db, actor, secrets),
    await receivedDegrees(db, actor)
  ]
  return items.map((item) =>
    answeringOf(
      item,
      drafts.find((draft) => draft.item === item.id),
      received.get(item.id)
    )
  )
}

function answeringOf(item: Item, draft: Draft | undefined, received: Degree | undefined): Answering {
  const { id, number, title } = item
  const reading = draft && readAnswer(draft.written)
  const lacks = reading ? (reading.ok ? {} : reading.errors) : null
  const degree = degrees.find((one) => one === draft?.written['degree']) ?? received ?? null
  return { id, number, title, state: stateOf(item, draft), degree, mark: draft?.mark ?? '', lacks }
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
