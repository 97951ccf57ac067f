import { m } from '#ui/words/messages.ts'

export type Granted = { role: string; scope_kind: string; scope_id: string | null; scope_name: string | null }

const roles: Record<string, () => string> = {
  administrator: m.work_role_administrator,
  coordinator: m.work_role_coordinator,
  reader: m.work_role_reader,
  representative: m.work_role_representative,
  member: m.work_role_member
}

export const roleName = (role: string): string => (roles[role] ?? m.work_role_none)()

/** "Samordnare, Exempelkvarteret" */
export const grantedWords = ({ role, scope_name }: Granted): string =>
  scope_name ? m.work_role_in({ role: roleName(role), scope: scope_name }) : roleName(role)

export const scopeValue = ({ scope_kind, scope_id }: Pick<Granted, 'scope_kind' | 'scope_id'>): string =>
  scope_id ? `${scope_kind}:${scope_id}` : scope_kind

/** Without the memberships that a representative has anyway. */
export const tellingGrants = <G extends Granted>(grants: G[]): G[] =>
  grants.filter(
    ({ role, scope_id }) =>
      role !== 'member' ||
      !grants.some((other) => other.role === 'representative' && other.scope_id === scope_id)
  )
