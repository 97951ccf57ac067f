import { redirect, type RequestEvent } from '@sveltejs/kit'
import type { GenericSchema, InferOutput } from 'valibot'
import { findArea, listAreas } from '#server/domain/areas/areas.ts'
import * as change from '#server/domain/areas/changing.ts'
import * as classify from '#server/domain/areas/classifying.ts'
import * as fields from '#server/domain/areas/fields.ts'
import * as place from '#server/domain/areas/placing.ts'
import { readArea } from '#server/domain/areas/reading.ts'
import type { Actor } from '#server/domain/people/actor.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { openPart } from '../../../parts.ts'
import { submit } from '../../../submitting.ts'
import { parts } from './parts.ts'

export const load = async (event) => {
  const { db } = runtime()
  const { locals, params } = event
  const area = await findArea(db, params.slug)
  if (area.slug !== params.slug) redirect(301, address(locals.locale, 'areas', area.slug))
  const { here: quarter, ...reading } = await readArea(db, locals.actor, area)
  locals.internal = reading.internal
  const editing = reading.can.change ? openPart(event) : null
  const choosing = editing === parts.placing || editing === parts.successor
  return { ...reading, quarter, editing, choices: choosing ? await listAreas(db) : [] }
}

type Command<T> = (tx: Tx, actor: Actor, id: string, value: T) => Promise<void>

/** Changes the area of the address and goes back to the part: as it reads now, or open again for more. */
const changes =
  <S extends GenericSchema>(
    part: keyof typeof parts,
    schema: S,
    command: Command<InferOutput<S>>,
    more = false
  ) =>
  (event: RequestEvent) =>
    submit(event, parts[part], schema, async (tx, value) => {
      const { id } = await findArea(tx, String(event.params.slug))
      await command(tx, event.locals.actor, id, value)
      // By the address it had: the command may have given it another.
      const { slug } = await findArea(tx, String(event.params.slug))
      return `${address(event.locals.locale, 'areas', slug)}${more ? `?redigera=${parts[part]}` : ''}#${parts[part]}`
    })

export const actions = {
  change: changes('details', fields.changedArea, change.changeArea),
  draw: changes('boundary', fields.newBoundary, change.drawBoundary),
  succeed: changes('successor', fields.newSuccessor, change.succeedArea),
  rename: changes('address', fields.newSlug, change.renameArea),
  add_parent: changes('placing', fields.newParent, place.addParent, true),
  remove_parent: changes('placing', fields.formerParent, place.removeParent, true),
  add_code: changes('codes', fields.newCode, place.setCode, true),
  remove_code: changes('codes', fields.formerCode, place.removeCode, true),
  classify: changes('classifications', fields.newClassification, classify.classifyArea, true),
  end_classification: changes(
    'classifications',
    fields.endedClassification,
    classify.endClassification,
    true
  ),
  remove_classification: changes(
    'classifications',
    fields.formerClassification,
    classify.removeClassification,
    true
  )
}
