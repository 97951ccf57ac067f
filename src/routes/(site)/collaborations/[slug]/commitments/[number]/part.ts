import type { CommitmentChoices } from '#server/domain/commitments/choices.ts'
import type { Commitment } from '#server/domain/commitments/commitments.ts'
import type { RefusedForm } from '#ui/components/written.ts'

export type Part = {
  commitment: Commitment
  here: string
  editing: string | null
  form: RefusedForm | null
  choices: CommitmentChoices | null
  can: { change: boolean; setStage: boolean; setReach: boolean; tie: boolean }
}
