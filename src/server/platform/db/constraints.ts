import { Invalid } from '../refusals.ts'

type DatabaseError = Error & { code: string; table?: string; constraint?: string }

const isDatabaseError = (error: unknown): error is DatabaseError =>
  error instanceof Error && typeof (error as { code?: unknown }).code === 'string'

/** `party_organisation_id_fkey` on `party` → `organisation_id` */
function referringColumn({ table, constraint }: DatabaseError): string | null {
  if (!table || !constraint?.startsWith(`${table}_`) || !constraint.endsWith('_fkey')) return null
  return constraint.slice(table.length + 1, -'_fkey'.length)
}

/**
 * Lets the database settle what only it can see. A reference to nothing is `not_a_choice` in the field of that name;
 * `refusals` names fields and codes of other constraints.
 * @throws Invalid instead of the database's own error.
 */
export async function settled<T>(
  work: Promise<T>,
  refusals: Record<string, Record<string, string>> = {}
): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!isDatabaseError(error)) throw error
    const named = refusals[error.constraint ?? '']
    if (named) throw new Invalid(named)
    const column = error.code === '23503' ? referringColumn(error) : null
    if (column) throw new Invalid({ [column]: 'not_a_choice' })
    throw error
  }
}
