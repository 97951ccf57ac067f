import type { Db } from '#server/platform/db/write.ts'
import type { Kin } from '../commitments/commitments.ts'
import type { Actor } from '../people/actor.ts'
import { asResidentsRead, listAcceptedReports, type AcceptedReport } from '../reports/reports.ts'

/** How it went for what a commitment continues: its last answer, with words from the one before where nothing had changed. */
export type Before = {
  earlier: Kin
  last: Pick<AcceptedReport, 'degree' | 'round_name' | 'done' | 'figures'> | null
}

/** As far as this reader sees, in the words that residents read. */
export async function wentBefore(db: Db, reader: Actor, kin: Kin[]): Promise<Before[]> {
  const continued = kin.filter(({ kind }) => kind === 'continues')
  return Promise.all(continued.map(async (earlier) => ({ earlier, last: await lastOf(db, reader, earlier) })))
}

async function lastOf(db: Db, reader: Actor, { id }: Kin): Promise<Before['last']> {
  const reports = asResidentsRead(await listAcceptedReports(db, reader, { commitment: id }))
  const [latest] = reports
  const told = reports.find(({ no_change }) => !no_change)
  if (!latest) return null
  const { degree, round_name } = latest
  return { degree, round_name, done: told?.done ?? null, figures: told?.figures ?? [] }
}
