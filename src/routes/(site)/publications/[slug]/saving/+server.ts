import { json } from '@sveltejs/kit'
import * as v from 'valibot'
import { changeBlock } from '#server/domain/publications/blocks/blocks.ts'
import { changedBlock, ofBlock } from '#server/domain/publications/fields.ts'
import { findPublication } from '#server/domain/publications/publications.ts'
import { timeZoneOf } from '#server/domain/installation/installation.ts'
import { now } from '#server/platform/clock.ts'
import { write } from '#server/platform/db/write.ts'
import { read } from '#server/platform/forms/fields.ts'
import { Conflict, Invalid } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { formatClock } from '#ui/formats/days.ts'
import { errorText } from '#ui/words/errors.ts'
import { readWritten } from '../../../../submitting.ts'
import type { RequestHandler } from './$types.ts'

const written = v.intersect([ofBlock, changedBlock])

/**
 * Saves a block while it is written, and says which version stands now. What somebody else has written meanwhile is never
 * written over: the form shows both when it is sent.
 */
export const POST: RequestHandler = async (event) => {
  const { db } = runtime()
  const { actor, locale } = event.locals
  await findPublication(db, actor, event.params.slug)
  const reading = read(written, await readWritten(event))
  const [fault] = reading.ok ? [] : Object.values(reading.errors)
  if (!reading.ok) return json({ say: errorText(fault ?? 'unknown') }, { status: 422 })
  const { block, ...value } = reading.value
  try {
    const version = await write(db, actor, (tx) => changeBlock(tx, actor, block, value))
    return json({ version, clock: formatClock(now(), locale, await timeZoneOf(db)) })
  } catch (refusal) {
    if (refusal instanceof Conflict) return json({}, { status: 409 })
    if (!(refusal instanceof Invalid)) throw refusal
    return json({ say: errorText(Object.values(refusal.errors)[0] ?? 'unknown') }, { status: 422 })
  }
}
