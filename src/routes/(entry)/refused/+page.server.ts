import { NotFound } from '#server/platform/refusals.ts'
import { refusal } from '../../refusing.ts'

/** Only ever asked for from inside, by `refuse`. */
export const load = () => {
  throw refusal()?.reason ?? new NotFound('page')
}
