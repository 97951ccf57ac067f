import * as v from 'valibot'
import { saveDraft } from '#server/domain/answers/drafts.ts'
import { submitAnswers } from '#server/domain/answers/submitting.ts'
import type { Written } from '#server/platform/forms/fields.ts'
import { secrets } from '../round.ts'
import { declineToAnswer, declining } from '#server/domain/answers/declining.ts'
import { forwarding, forwardItems } from '#server/domain/links/forwarding.ts'
import { command } from './commands.ts'

const form = v.record(v.string(), v.unknown())
const figure = {
  'figures.0.qualifier': 'about',
  'figures.0.value': '4 300',
  'figures.0.unit': 'mellanmål',
  'figures.0.scope': 'so_far'
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
  )
]
