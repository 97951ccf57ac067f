import type { Id } from '#server/platform/db/ids.ts'
import { meant } from './written.ts'

export type Who = { id: Id; name: string }
/** One text of a field: who wrote it, when, and as which edit of which device, where that is known. */
export type Text = { text: string; by: Who | null; at: string | null; device?: string; n?: number }
/** A field as it stands. `others` are texts that were written without having seen it: somebody is to choose. */
export type Field = Text & { revision: number; others?: Text[] }
export type Contents = {
  /** Null in drafts from before it was kept. */
  begun_by: Who | null
  by: Who | null
  fields: Record<string, Field>
  /** The last edit that was heard of each device, latest device last: what comes again does nothing. */
  devices: [device: string, n: number][]
}

/**
 * What somebody wrote in a field, having seen the texts of `base`, which it takes the place of. `n` counts the edits of
 * a device: sent once more, because the answer was lost, it has the same; `from` is the first that was written on `base`.
 * `given` was suggested by the page: it gives way to whatever anybody has written.
 */
export type Edit = {
  name: string
  text: string
  base: string[]
  n?: number
  from?: number
  given?: boolean
}
export type Writer = { by: Who; at: string; device?: string; revision: number }
/** What a text of a field is known by, without saying it. */
export type Token = (name: string, text: string) => string

export const nothing: Contents = { begun_by: null, by: null, fields: {}, devices: [] }
const mostDevices = 40

/**
 * Field by field: what was written on what stands takes its place, what was written beside it stands beside it. So
 * different fields of two writers are both kept, and nobody's text is overwritten by whoever had not seen it.
 */
export function merge(before: Contents, edits: Edit[], writer: Writer, token: Token): Contents {
  const heard = lastHeard(before, writer.device)
  const fields = { ...before.fields }
  for (const edit of edits.filter(({ n }) => n === undefined || n > heard)) {
    const field = fieldAfter(fields[edit.name], edit, writer, token)
    if (field) fields[edit.name] = field
  }
  const devices = devicesAfter(before, writer.device, Math.max(heard, ...edits.map(({ n }) => n ?? 0)))
  const changed = Object.keys(fields).some((name) => fields[name] !== before.fields[name])
  if (!changed) return devices === before.devices ? before : { ...before, devices }
  return { begun_by: before.begun_by ?? (isBegun(before) ? null : writer.by), by: writer.by, fields, devices }
}

const isBegun = ({ fields }: Contents): boolean => Object.keys(fields).length > 0

export const textsOf = (field: Field): Text[] => [field, ...(field.others ?? [])]

/** Undefined when nothing is new. */
function fieldAfter(field: Field | undefined, edit: Edit, writer: Writer, token: Token): Field | undefined {
  const { name, text, base, n, from = Infinity } = edit
  const { by, at, device, revision } = writer
  if (field ? edit.given : meant(name, text) === '') return undefined
  const texts: Text[] = field ? textsOf(field) : []
  const isMine = (one: Text) => meant(name, one.text) === meant(name, text)
  const isOwn = (one: Text) => one.device !== undefined && one.device === device && (one.n ?? 0) >= from
  const isSeen = (one: Text) => base.includes(token(name, one.text)) || isOwn(one)
  const kept = texts.filter((one) => isMine(one) || !isSeen(one))
  const mine = kept.find(isMine) ?? textOf({ text, by, at, device, n })
  const after =
    kept[0] && kept[0] === texts[0] ? [...new Set([...kept, mine])] : [...new Set([mine, ...kept])]
  if (after.length === texts.length && after.every((one, place) => one === texts[place])) return undefined
  const [standing = mine, ...others] = after.map(textOf)
  return { ...standing, revision, ...(others.length > 0 ? { others } : {}) }
}

type Maybe<T> = { [K in keyof T]: T[K] | undefined }
const textOf = ({
  text,
  by,
  at,
  device,
  n
}: Pick<Text, 'text' | 'by' | 'at'> & Maybe<Pick<Text, 'device' | 'n'>>): Text => ({
  text,
  by,
  at,
  ...(device && n ? { device, n } : {})
})

const lastHeard = ({ devices }: Contents, device: string | undefined): number =>
  devices.find(([one]) => one === device)?.[1] ?? 0

function devicesAfter(before: Contents, device: string | undefined, n: number): Contents['devices'] {
  if (!device || n <= lastHeard(before, device)) return before.devices
  const others = before.devices.filter(([one]) => one !== device)
  return [...others.slice(1 - mostDevices), [device, n]]
}
