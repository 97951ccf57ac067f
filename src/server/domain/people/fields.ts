import * as v from 'valibot'
import {
  choice,
  id,
  mail,
  optionalChoice,
  optionalText,
  text,
  version
} from '#server/platform/forms/fields.ts'
import { isId } from '#server/platform/db/ids.ts'

const described = {
  name: text(),
  mail: mail(),
  position: optionalText(200),
  language: optionalChoice(['sv', 'en'])
}
/** The form carries the id, so that the same person sent twice is one. */
export const newPerson = v.object({ ...described, id: v.optional(id()) })
export const changedPerson = v.object({ ...described, version: version() })
export type NewPerson = v.InferOutput<typeof newPerson>
export type ChangedPerson = v.InferOutput<typeof changedPerson>

/** Beside the roles proper: who belongs to an organisation reads what is its own, and answers for nothing. */
export const grantable = ['administrator', 'coordinator', 'reader', 'representative', 'member'] as const
export type Grantable = (typeof grantable)[number]
export const scopeKinds = ['installation', 'area', 'collaboration', 'organisation'] as const
export type ScopeKind = (typeof scopeKinds)[number]
export type Scope = { kind: ScopeKind; id: string | null }

/** Where each role can be held. */
const scopesOf: Record<Grantable, readonly ScopeKind[]> = {
  administrator: ['installation'],
  coordinator: ['installation', 'area', 'collaboration'],
  reader: ['installation', 'area', 'collaboration'],
  representative: ['organisation'],
  member: ['organisation']
}

/** `installation`, or the kind and the id: `area:0190…`. */
const scope = v.pipe(
  v.optional(v.string(), ''),
  v.transform((value): Scope | null => {
    const [kind, id, ...more] = value.split(':')
    const known = scopeKinds.find((one) => one === kind)
    if (!known || more.length > 0) return null
    if (known === 'installation') return id === undefined ? { kind: known, id: null } : null
    return isId(id) ? { kind: known, id } : null
  }),
  v.check((value) => value !== null, 'not_a_choice'),
  v.transform((value) => value ?? { kind: 'installation' as const, id: null })
)

export const newGrant = v.pipe(
  v.object({ role: choice(grantable), scope }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || scopesOf[dataset.value.role].includes(dataset.value.scope.kind)) return
    const path = {
      type: 'object',
      origin: 'value',
      input: dataset.value,
      key: 'scope',
      value: dataset.value.scope
    } as const
    addIssue({ message: 'not_for_role', path: [path] })
  })
)
export type NewGrant = v.InferOutput<typeof newGrant>
