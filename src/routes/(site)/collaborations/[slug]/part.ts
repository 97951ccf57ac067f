import type { Collaboration } from '#server/domain/collaborations/collaborations.ts'
import type { RefusedForm } from '#ui/components/written.ts'

export type Part = {
  collaboration: Collaboration
  /** The page's address, without a query: where cancelling leads. */
  here: string
  editing: string | null
  form: RefusedForm | null
  can: boolean
}
