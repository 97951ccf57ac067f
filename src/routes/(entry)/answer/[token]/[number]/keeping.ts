import * as v from 'valibot'
import type { RequestEvent } from '@sveltejs/kit'
import { mergeDraft, type SavedDraft } from '#server/domain/answers/saving.ts'
import type { LinkActor } from '#server/domain/links/links.ts'
import { timeZoneOf } from '#server/domain/installation/installation.ts'
import { now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import type { Written } from '#server/platform/forms/fields.ts'
import { runtime } from '#server/platform/runtime.ts'
import type { Answer } from '#ui/enhance/replica.ts'
import { formatClock } from '#ui/formats/days.ts'
import { errorText } from '#ui/words/errors.ts'

const counted = v.pipe(v.number(), v.integer(), v.minValue(1))
const token = v.pipe(v.string(), v.maxLength(20))
const batch = v.object({
  device: v.pipe(v.string(), v.regex(/^[\w-]{8,60}$/)),
  since: v.pipe(v.string(), v.maxLength(60)),
  edits: v.record(
    v.string(),
    v.object({
      text: v.string(),
      base: v.pipe(v.array(token), v.maxLength(40)),
      n: counted,
      from: counted,
      given: v.optional(v.boolean())
    })
  )
})
export type Batch = v.InferOutput<typeof batch>

/** What a device has kept, if that is what was sent; undefined for what is not to be understood. */
export function batchIn({ batch: sent }: Written): Batch | undefined {
  try {
    const reading = v.safeParse(batch, JSON.parse(String(sent)))
    return reading.success ? reading.output : undefined
  } catch {
    return undefined
  }
}

/** Merges it, and says in the device's own terms what stands now. As text: a form's answer has room for plain values. */
export async function keepBatch(event: RequestEvent, actor: LinkActor, item: Id, sent: Batch) {
  const { db, secrets } = runtime()
  const merged = await write(db, actor, (tx) => mergeDraft(tx, actor, { item, ...sent }, secrets))
  const answer: Answer = {
    version: merged.version,
    at: +now(),
    tokens: merged.tokens,
    fields: merged.changes,
    refused: Object.keys(merged.refused),
    undecided: Object.keys(merged.conflicts)
  }
  const [fault] = Object.values(merged.refused)
  return {
    answer: JSON.stringify(answer),
    clock: await clockOf(event, merged),
    say: fault ? errorText(fault) : ''
  }
}

const clockOf = async ({ locals }: RequestEvent, { savedAt }: SavedDraft): Promise<string> =>
  savedAt ? formatClock(savedAt, locals.locale, await timeZoneOf(runtime().db)) : ''
