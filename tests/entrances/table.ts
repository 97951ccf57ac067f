import { carryingOver } from './table/carrying-over.ts'
import { collaborations } from './table/collaborations.ts'
import { commitments } from './table/commitments.ts'
import { deciding } from './table/deciding.ts'
import { editing } from './table/editing.ts'
import { entry } from './table/entry.ts'
import { places } from './table/places.ts'
import { proposals } from './table/proposals.ts'
import { publications } from './table/publications.ts'
import { readReport } from './table/read-report.ts'
import { reading } from './table/reading.ts'
import { rounds } from './table/rounds.ts'
import { work } from './table/work.ts'
import type { Table } from './table/case.ts'

/** Every entrance × every role. A new route fails `complete.test.ts` until it stands here. */
export const table: Table = {
  ...reading,
  ...entry,
  ...places,
  ...collaborations,
  ...commitments,
  ...rounds,
  ...proposals,
  ...carryingOver,
  ...publications,
  ...deciding,
  ...editing,
  ...readReport,
  ...work
}
