import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { measureFor } from '../figures/measures.ts'
import type { Answer, FigureAnswer } from './fields.ts'

/** Without a commitment where a party answers for itself, or about the collaboration. */
type About = { item: Id; commitment: Id | null; collaboration: Id; round: Id; organisation: Id }
/** Who told it and when, and how it came: on paper or by phone it was typed in by a coordinator. */
type Told = { by: string; at: Date; source?: 'link' | 'paper' | 'phone' }
type Received = { report: Id; version: Id; number: number }

/** Writes an answer down as it came: a new version of the item's report, with its figures. */
export async function receiveAnswer(
  tx: Tx,
  about: About,
  { figures, answers, ...answer }: Answer,
  { by, at, source = 'link' }: Told
): Promise<Received> {
  const report = await submittedReport(tx, about, at)
  const { number } = await tx
    .selectFrom('report_version')
    .select((eb) => eb(eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)), '+', 1).as('number'))
    .where('report_id', '=', report)
    .executeTakeFirstOrThrow()
  const version = newId()
  await tx
    .insertInto('report_version')
    .values({
      ...{ id: version, report_id: report, number, ...answer },
      ...{ answers: JSON.stringify(answers), submitted_by: by, submitted_at: at, source }
    })
    .execute()
  await keepFigures(tx, about.collaboration, version, figures)
  return { report, version, number }
}

async function submittedReport(tx: Tx, about: About, at: Date): Promise<Id> {
  const { id } = await tx
    .insertInto('report')
    .values({
      id: newId(),
      item_id: about.item,
      round_id: about.round,
      commitment_id: about.commitment,
      collaboration_id: about.collaboration,
      organisation_id: about.organisation,
      state: 'submitted',
      submitted_at: at,
      audience: 'own'
    })
    .onConflict((conflict) =>
      conflict.column('item_id').doUpdateSet((eb) => ({
        state: 'submitted',
        submitted_at: at,
        version: eb('report.version', '+', 1)
      }))
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function keepFigures(tx: Tx, collaboration: Id, version: Id, figures: FigureAnswer[]): Promise<void> {
  const rows = []
  for (const [sort, { unit, rule, scope, ...told }] of figures.entries()) {
    const said =
      told.qualifier === 'words'
        ? { qualifier: told.qualifier, value: null, words: String(told.value) }
        : { qualifier: told.qualifier, value: Number(told.value), words: null }
    const measure_id = await measureFor(tx, collaboration, unit, rule)
    rows.push({ id: newId(), report_version_id: version, measure_id, sort, scope, ...said })
  }
  if (rows.length > 0) await tx.insertInto('figure').values(rows).execute()
}
