import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import type { GenericSchema, InferOutput } from 'valibot'
import type { Reception } from '#server/platform/files/receiving.ts'
import { read, type FieldError, type Written } from '#server/platform/forms/fields.ts'
import { Conflict, Invalid, TooMany } from '#server/platform/refusals.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { runtime } from '#server/platform/runtime.ts'
import { bodyOf, tooLarge } from './bodies.ts'
import type { PartOf } from './parts.ts'

/** What a form gets back when it could not be taken: what was wrong, and all that was written. */
export type Refused = {
  form: string
  errors: Record<string, FieldError | string>
  written: Written
  /** The text that stands now, when somebody else changed it meanwhile (409). */
  current?: Record<string, unknown>
}

/** No form has so many fields; whoever sends more wants to keep the house busy. */
const mostFields = 5_000

/** Anyone may send a form: it is gone through once, and what is too much is not taken apart at all. */
async function entriesOf(request: Request): Promise<[string, FormDataEntryValue][]> {
  const kind = request.headers.get('content-type') ?? ''
  const body = await bodyOf(request)
  if (!/^application\/x-www-form-urlencoded\b/i.test(kind))
    return [...(await new Response(new Uint8Array(body), { headers: { 'content-type': kind } }).formData())]
  const text = body.toString()
  if (text.split('&', mostFields + 1).length > mostFields) tooLarge()
  return [...new URLSearchParams(text)]
}

export const readWritten = async (event: RequestEvent): Promise<Written> =>
  writtenOf(await entriesOf(event.request))

export function writtenOf(entries: [string, FormDataEntryValue][]): Written {
  if (entries.length > mostFields) tooLarge()
  const byName = Map.groupBy(entries, ([name]) => name)
  const fields = [...byName].map(([name, group]): [string, string | string[]] => {
    const values = group.map(([, value]) => (typeof value === 'string' ? value : ''))
    return [name, values.length > 1 || name.endsWith('_ids') ? values : (values[0] ?? '')]
  })
  return settled(Object.fromEntries(fields))
}

/** Where two had written the same text, `keep_x` says which of `theirs_x`, `yours_x` and `merged_x` is x. */
function settled(written: Written): Written {
  for (const own of Object.keys(written).filter((name) => name.startsWith('yours_'))) {
    const name = own.slice('yours_'.length)
    const kept = String(written[`keep_${name}`] ?? 'yours')
    written[name] = written[`${kept}_${name}`] ?? written[own] ?? ''
  }
  return written
}

/** A form with a file: what was written, and what was received, or why it could not be. */
export type WrittenWithFile = { written: Written; file: Reception | null }

/**
 * A form action: reads the form by `schema`, runs `command` in one transaction as whoever is signed in, and goes to the
 * address it returns. Bad input comes back with its errors and what was written; a stale version with both texts.
 */
export const submit = <S extends GenericSchema>(
  event: RequestEvent,
  part: PartOf,
  schema: S,
  command: (tx: Tx, value: InferOutput<S>) => Promise<string>
) => submitPrepared(event, part, schema, async (value) => (tx) => command(tx, value))

/** The same for what takes a while to make ready: `prepare` does that before there is a transaction, and gives what is done in it. */
export async function submitPrepared<S extends GenericSchema>(
  event: RequestEvent,
  part: PartOf,
  schema: S,
  prepare: (value: InferOutput<S>) => Promise<(tx: Tx) => Promise<string>>,
  sent?: WrittenWithFile
) {
  const written = sent?.written ?? (await readWritten(event))
  const reading = read(schema, sent ? { ...written, file: sent.file } : written)
  const form = typeof part === 'string' ? part : part(written)
  const refuse = <R extends Omit<Refused, 'form' | 'written'>>(status: number, refused: R) => {
    event.locals.refused = form
    return fail(status, { form, written, ...refused })
  }
  if (!reading.ok) return refuse(422, { errors: reading.errors })
  let goTo: string
  try {
    const command = await prepare(reading.value)
    goTo = await write(runtime().db, event.locals.actor, command)
  } catch (refusal) {
    if (refusal instanceof Invalid) return refuse(422, { errors: refusal.errors })
    if (refusal instanceof Conflict) return refuse(409, { errors: {}, current: refusal.current })
    throw refusal
  }
  redirect(303, goTo)
}

/** For forms that may be sent so many times only: 429 with what was written; any other refusal goes on. */
export function tooMany<T extends Record<string, unknown>>(event: RequestEvent, refusal: unknown, kept: T) {
  if (!(refusal instanceof TooMany)) throw refusal
  event.setHeaders({ 'retry-after': String(refusal.retryAfterSeconds) })
  return fail(429, kept)
}
