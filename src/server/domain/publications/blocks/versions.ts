import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { ActorRecord, Db, Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { NotAllowed, NotFound } from '#server/platform/refusals.ts'
import type { Actor } from '../../people/actor.ts'
import { findBlock } from './rows.ts'
import { changeBlock, sittingMs } from './blocks.ts'
import type { TakenBack } from '../fields.ts'
import { can } from '../permissions.ts'
import { findPublicationById, type Block } from '../publications.ts'

export type Worded = Pick<Block, 'heading' | 'prose' | 'settings'>
/** How a block read when somebody left it. */
export type Wording = Worded & { version: number; at: Date; by: string | null; via: ActorRecord['via'] }

/** That it was saved, without how it read then. */
type Save = { version: number; at: Date; actor: ActorRecord; isBack: boolean }

/** So that whoever writes a whole day has something to go back to. */
const longestSittingMs = 60 * 60_000

/**
 * How a block has read, the latest first: what stands now is the first. What one person saved in one sitting is one
 * wording, at most an hour of it. For those who compile the report.
 */
export async function listWordings(db: Db, actor: Actor, id: Id): Promise<Wording[]> {
  const publication = await findPublicationById(db, actor, await publicationOf(db, id))
  if (!can(actor, publication).change) throw new NotAllowed()
  const left = settled(await savesOf(db, id))
  return (await wordingsOf(db, id, left)).toReversed()
}

/** Also of one that has been taken away. */
async function publicationOf(db: Db, id: Id): Promise<Id> {
  const { rows } = await sql<{ publication: Id }>`
    select coalesce(after, before) ->> 'publication_id' as publication from history
    where table_name = 'block' and row_id = ${id} limit 1`.execute(db)
  if (!rows[0]) throw new NotFound('block')
  return rows[0].publication
}

/** Every one, without its words: of a text that was long in the writing they are many. */
async function savesOf(db: Db, id: Id): Promise<Save[]> {
  const { rows } = await sql<Save>`
    select (after ->> 'version')::int as version, at, actor, exists (select from fact f
        where f.code = ${takenBackCode} and f.subject_kind = 'publication' and f.subject_id = (after ->> 'publication_id')::uuid
          and f.parameters ->> 'block' = row_id and f.parameters ->> 'version' = after ->> 'version') as "isBack" from history
    where table_name = 'block' and row_id = ${id} and after is not null
    order by history.at, history.id`.execute(db)
  return rows
}

async function wordingsOf(db: Db, id: Id, saves: Pick<Save, 'version'>[]): Promise<Wording[]> {
  const { rows } = await sql<Wording>`
    select distinct on (version) (h.after ->> 'version')::int as version, h.at, h.actor ->> 'via' as via, p.name as by,
      h.after ->> 'heading' as heading, h.after ->> 'prose' as prose, h.after -> 'settings' as settings
    from history h left join person p on p.id = (h.actor ->> 'person')::uuid
    where h.table_name = 'block' and h.row_id = ${id}
      and (h.after ->> 'version')::int = any(${saves.map(({ version }) => version)}::int[])
    order by version, h.at, h.id`.execute(db)
  return rows
}

/** Moving it is no new wording, and of a sitting the last one stands; what is taken back ends it, or what it took the place of were lost. */
function settled(saves: Save[]): Save[] {
  const left: (Save & { began: Date })[] = []
  for (const one of saves) {
    const last = left.at(-1)
    if (last?.version === one.version) continue
    const isSameSitting =
      last !== undefined &&
      last.version > 1 &&
      !one.isBack &&
      whoOf(last) === whoOf(one) &&
      one.at.getTime() - last.at.getTime() < sittingMs &&
      one.at.getTime() - last.began.getTime() < longestSittingMs
    if (isSameSitting) left.pop()
    left.push({ ...one, began: isSameSitting ? last.began : one.at })
  }
  return left
}

const whoOf = ({ actor }: Save): string => actor.person ?? actor.via

/** The words it had at an earlier version stand again; how it is set stays. */
export async function takeBack(tx: Tx, actor: Actor, id: Id, { version, from }: TakenBack): Promise<void> {
  const { block } = await findBlock(tx, actor, id, 'change')
  const [wording] = await wordingsOf(tx, id, [{ version: from }])
  if (!wording) throw new NotFound('wording')
  const { part: _, ...settings } = block.settings
  const now = await changeBlock(tx, actor, id, {
    ...settings,
    ...{ heading: wording.heading, prose: wording.prose, version }
  })
  const { publication_id } = block
  await recordFact(
    tx,
    takenBackCode,
    { kind: 'publication', id: publication_id },
    { block: id, version: now }
  )
}

const takenBackCode = 'publication.block_taken_back'

export type Known = Worded & Pick<Block, 'id' | 'kind' | 'version' | 'publication_id' | 'sort'>

/** The publication's blocks as they read at these versions; those that nothing is known of are left out. */
export async function wordingsAt(
  db: Db,
  publication: Id,
  seen: { id: Id; version: number }[]
): Promise<Known[]> {
  if (seen.length === 0) return []
  const { rows } = await sql<{ block: Known }>`
    select distinct on (h.row_id) h.after as block
    from history h join unnest(${seen.map(({ id }) => id)}::text[], ${seen.map(({ version }) => version)}::int[])
      as asked (id, version) on h.row_id = asked.id and (h.after ->> 'version')::int = asked.version
    where h.table_name = 'block' and h.after ->> 'publication_id' = ${publication}
    order by h.row_id, h.at desc, h.id desc`.execute(db)
  return rows.map(({ block }) => block)
}
