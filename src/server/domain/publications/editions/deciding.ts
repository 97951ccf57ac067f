import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { listChain } from '../../decisions/about.ts'
import { addDecision, type Decision } from '../../decisions/decisions.ts'
import type { MovedDecision, NewDecision } from '../../decisions/fields.ts'
import { moveDecision } from '../../decisions/ordering.ts'
import type { Actor } from '../../people/actor.ts'
import { listFiles, type FileLine } from './files.ts'
import { findPublicationById } from '../publications.ts'
import { clockOf, dayOf, readable, shown } from './readable.ts'

/** Draft until there is an edition; sent back, it is one again. */
export type EditionState = 'for_decision' | 'approved' | 'scheduled' | 'returned' | 'published' | 'withdrawn'

type Row = {
  id: Id
  number: number
  title: string
  frozen_on: string
  /** The time that is set for it. */
  publish_on: string | null
  publish_clock: string | null
  published_on: string | null
  returned_on: string | null
  returned_reason: string | null
  withdrawn_on: string | null
  /** The decision that the report itself proposes, in its words. */
  proposal: string | null
}
/** The latest edition as those who compile the report see it, with what has been decided about it. */
export type Deciding = Row & { state: EditionState; files: FileLine[]; decisions: Decision[] }

export async function readDeciding(db: Db, actor: Actor, publication: Id): Promise<Deciding | null> {
  const { rows } = await sql<Row>`
    select id, number, title, content -> 'frozen' ->> 'day' as frozen_on, returned_reason,
      ${dayOf(sql`publish_at`)} as publish_on, ${clockOf(sql`publish_at`)} as publish_clock,
      ${dayOf(sql`published_at`)} as published_on, ${dayOf(sql`returned_at`)} as returned_on,
      ${dayOf(sql`withdrawn_at`)} as withdrawn_on,
      (select block ->> 'prose' from jsonb_array_elements(content -> 'blocks') block
        where block ->> 'kind' = 'prose' and block ->> 'part' = 'proposal_for_decision' limit 1) as proposal
    from ${shown} where publication_id = ${publication} and ${readable(actor)}
    order by number desc limit 1`.execute(db)
  const [row] = rows
  if (!row) return null
  const beside = await readBeside(db, actor, row.id)
  return { ...row, ...beside, state: stateOf(row, beside.decisions) }
}

/** What stands beside an edition: the files it was frozen as, and what was decided about it. */
export async function readBeside(db: Db, actor: Actor, edition: Id) {
  const [files, decisions] = await Promise.all([listFiles(db, edition), listChain(db, actor, edition)])
  return { files, decisions }
}

type Stands = Pick<Row, 'withdrawn_on' | 'published_on' | 'returned_on' | 'publish_on'>

/** Approved follows from a decision with a day; a proposal decides nothing. */
export function stateOf(
  { withdrawn_on, published_on, returned_on, publish_on }: Stands,
  decisions: Pick<Decision, 'kind' | 'decided_on'>[]
): EditionState {
  if (withdrawn_on) return 'withdrawn'
  if (published_on) return 'published'
  if (returned_on) return 'returned'
  if (publish_on) return 'scheduled'
  return decisions.some(({ kind, decided_on }) => kind === 'decision' && decided_on !== null)
    ? 'approved'
    : 'for_decision'
}

/** Last in the chain of decisions on that edition. */
export async function decideEdition(
  tx: Tx,
  actor: Actor,
  publication: Id,
  number: number,
  decision: NewDecision
): Promise<Id> {
  const { collaboration_id } = await findPublicationById(tx, actor, publication)
  const id = await editionBy(tx, publication, number)
  return addDecision(tx, actor, collaboration_id, decision, { kind: 'edition', id })
}

export async function moveInChain(
  tx: Tx,
  actor: Actor,
  publication: Id,
  number: number,
  move: MovedDecision
): Promise<void> {
  await findPublicationById(tx, actor, publication)
  await moveDecision(tx, actor, await editionBy(tx, publication, number), move)
}

const editionBy = async (tx: Tx, publication: Id, number: number): Promise<Id> => {
  const { id } = await tx
    .selectFrom('edition')
    .select('id')
    .where('publication_id', '=', publication)
    .where('number', '=', number)
    .executeTakeFirstOrThrow(() => new NotFound('edition'))
  return id
}
