import type { RequestEvent } from '@sveltejs/kit'
import type { GenericSchema, InferOutput } from 'valibot'
import * as v from 'valibot'
import { mergedMeasure, splitMeasure as split } from '#server/domain/figures/fields.ts'
import { mergeMeasure, splitMeasure } from '#server/domain/figures/merging.ts'
import { countFrom, wordDeed } from '#server/domain/highlights/changing.ts'
import { changedDeed, joinedReport } from '#server/domain/highlights/fields.ts'
import { joinReports, partReport } from '#server/domain/highlights/joining.ts'
import { changedHighlight } from '#server/domain/reports/fields.ts'
import { highlightReport } from '#server/domain/highlights/highlighting.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import type { Actor } from '#server/domain/people/actor.ts'
import { submit } from '../../../../../../../submitting.ts'
import { answerIn } from './review-actions.ts'

/** An action on the answer in the address, which comes back to its page. */
const onAnswer =
  <S extends GenericSchema>(
    form: string,
    schema: S,
    command: (tx: Tx, actor: Actor, report: Id, value: InferOutput<S>) => Promise<unknown>,
    place = 'insats'
  ) =>
  async (event: RequestEvent) => {
    const { report } = await answerIn(event)
    return submit(event, form, schema, (tx, value) =>
      command(tx, event.locals.actor, report.id, value).then(() => `${event.url.pathname}#${place}`)
    )
  }

export const deedActions = {
  highlight: onAnswer('highlight', changedHighlight, (tx, actor, report, { highlight = false }) =>
    highlightReport(tx, actor, report, highlight)
  ),
  deed: onAnswer('deed', changedDeed, wordDeed),
  join: onAnswer('join', joinedReport, (tx, actor, report, { other }) =>
    joinReports(tx, actor, report, other)
  ),
  part: onAnswer('part', v.object({}), partReport),
  count: onAnswer('count', v.object({}), countFrom),
  merge: onAnswer('merge', mergedMeasure, (tx, actor, _, merged) => mergeMeasure(tx, actor, merged), 'matt'),
  split: onAnswer('split', split, (tx, actor, _, one) => splitMeasure(tx, actor, one), 'matt')
}
