import type { GenericSchema, InferOutput } from 'valibot'
import type { LinkActor } from '#server/domain/links/links.ts'
import type { Actor } from '#server/domain/people/actor.ts'
import { read, type Reading } from '#server/platform/forms/fields.ts'
import type { Tx } from '#server/platform/db/write.ts'

/** What the commands are run on. */
export type Ground = {
  actor: Actor
  area: string
  otherArea: string
  organisation: string
  otherOrganisation: string
  collaboration: string
  another: string
  commitment: string
  kind: string
  person: string
  publication: string
  space: string
  link: LinkActor
  item: string
}
export type Form = Record<string, unknown>
type Run = (tx: Tx, ground: Ground) => Promise<unknown>
/** A form that is right, and what it leads to when it is read. */
export type Command = { name: string; base: (ground: Ground) => Form; drive: (written: Form) => Reading<Run> }

export const command = <S extends GenericSchema>(
  name: string,
  schema: S,
  base: (ground: Ground) => Form,
  run: (tx: Tx, ground: Ground, value: InferOutput<S>) => Promise<unknown>
): Command => ({
  name,
  base,
  drive(written) {
    const reading = read(schema, written)
    if (!reading.ok) return reading
    return { ok: true, value: (tx, ground) => run(tx, ground, reading.value) }
  }
})
