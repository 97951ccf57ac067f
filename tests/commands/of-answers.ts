import * as v from 'valibot'
import { saveDraft } from '#server/domain/answers/saving.ts'
import { submitAnswers } from '#server/domain/answers/submitting.ts'
import { typedIn, typeInAnswer } from '#server/domain/answers/typing-in.ts'
import { wordDeed } from '#server/domain/highlights/changing.ts'
import { changedDeed } from '#server/domain/highlights/fields.ts'
import { highlightReport } from '#server/domain/highlights/highlighting.ts'
import { reviewReport } from '#server/domain/reports/reviewing.ts'
import type { Tx } from '#server/platform/db/write.ts'
import type { Written } from '#server/platform/forms/fields.ts'
import { secrets } from '../round.ts'
import { declineToAnswer, declining } from '#server/domain/answers/declining.ts'
import { forwarding, forwardItems } from '#server/domain/answers/forwarding.ts'
import { command, type Ground } from './commands.ts'

const form = v.record(v.string(), v.unknown())
const figure = {
  'figures.0.qualifier': 'about',
  'figures.0.value': '4 300',
  'figures.0.unit': 'mellanmål',
  'figures.0.scope': 'so_far'
}

/** What the link asks about, answered, accepted and lifted out. */
async function liftedAnswer(tx: Tx, { actor, item }: Ground): Promise<string> {
  const typed = { source: 'paper' as const, said_by: null, on: '2026-01-02', written: { degree: 'fully' } }
  const report = await typeInAnswer(tx, actor, item, typed)
  await reviewReport(tx, actor, report, { version: 1, verdict: 'accepted', note: null })
  await highlightReport(tx, actor, report, true)
  return report
}

export const ofAnswers = [
  command(
    'answer',
    form,
    () => ({ degree: 'fully', done: 'Frukost varje dag', publishable: 'yes', ...figure }),
    async (tx, { link, item }, written) => {
      const { mark } = await saveDraft(tx, link, { item, mark: '', written: written as Written }, secrets)
      if (mark) await submitAnswers(tx, link, [{ item, mark }], secrets)
    }
  ),
  command(
    'decline',
    declining,
    () => ({ reason: 'Vi är inte med längre.' }),
    (tx, { link }, written) => declineToAnswer(tx, link, written)
  ),
  command(
    'forward',
    forwarding,
    ({ item }) => ({ name: 'Kollega', mail: 'kollega@bostader.example', may: 'read', item_ids: [item] }),
    (tx, { link }, written) => forwardItems(tx, link, written, secrets)
  ),
  command(
    'type in an answer',
    typedIn,
    () => ({ source: 'paper', said_by: 'Chefen', on: '2026-01-02', degree: 'fully', ...figure }),
    (tx, { actor, item }, typed) => typeInAnswer(tx, actor, item, typed)
  ),
  command(
    'word a deed',
    changedDeed,
    () => ({ version: '1', title: 'Insatsen', wording: 'Så gick det' }),
    async (tx, ground, value) => wordDeed(tx, ground.actor, await liftedAnswer(tx, ground), value)
  )
]
