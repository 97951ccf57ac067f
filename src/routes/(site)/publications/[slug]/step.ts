import type { Deciding } from '#server/domain/publications/editions/deciding.ts'
import type { ReadingBeside } from '#server/domain/comments/workbench.ts'
import type { Can } from '#server/domain/publications/permissions.ts'
import type { Publication } from '#server/domain/publications/publications.ts'
import type { Workshop } from '#server/domain/publications/reading.ts'
import type { RefusedForm } from '#ui/components/written.ts'
import type { Section } from '#ui/paper/outline.ts'
import type { AnnexesOpen } from './annexing.ts'

/** What every part of the workbench is given. */
export type Step = {
  publication: Publication
  workshop: Workshop
  /** Who reads the draft before it is decided, and what they have said. */
  reading: ReadingBeside
  /** What the annexes are edited with, while they are. */
  annexing: AnnexesOpen
  /** The part of the page that stands open as a form. */
  open: string | null
  here: string
  can: Can
  refused: RefusedForm | null
  /** The latest edition, on its way to its readers or there. */
  deciding: Deciding | null
  /** Which colleagues wrote just now, in words, by block. */
  writers: Record<string, string>
  /** Of the report, those that are empty too. */
  sections: Section[]
  /** From parties, not answered yet: how many. */
  objections: number
}
