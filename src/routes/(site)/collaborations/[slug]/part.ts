import type { Collaboration } from '#server/domain/collaborations/collaborations.ts'
import type { RefusedForm } from '#ui/components/written.ts'

/** What every part of a collaboration's page needs to be changed in place. */
export type Part = {
  collaboration: Collaboration
  /** The page's address, without a query: where cancelling leads. */
  here: string
  /** The part that is open. */
  editing: string | null
  form: RefusedForm | null
  can: boolean
}
