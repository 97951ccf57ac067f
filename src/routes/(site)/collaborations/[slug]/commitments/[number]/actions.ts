import type { RequestEvent } from '@sveltejs/kit'
import * as v from 'valibot'
import { changeCommitment, changeCommitmentReach } from '#server/domain/commitments/changing.ts'
import { findCommitment, type Commitment } from '#server/domain/commitments/commitments.ts'
import {
  changedCommitment,
  changedReach,
  changedStage,
  changedTarget,
  newTarget,
  rewording,
  tiedLineage
} from '#server/domain/commitments/fields.ts'
import { commitmentNumbered, removeLineage, setLineage } from '#server/domain/commitments/lineage.ts'
import { setStage } from '#server/domain/commitments/stages.ts'
import { addTarget, changeTarget, removeTarget } from '#server/domain/commitments/targets.ts'
import { reword } from '#server/domain/commitments/wording.ts'
import { beginOwnAnswer } from '#server/domain/rounds/running.ts'
import type { Actor } from '#server/domain/people/actor.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { id } from '#server/platform/forms/fields.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { baseLocale, isLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { partOf, type PartOf } from '../../../../../parts.ts'
import { submit } from '../../../../../submitting.ts'
import { numberIn } from './number.ts'

type Event = RequestEvent<{ slug: string; number: string }>
type Place = { tx: Tx; actor: Actor; commitment: Commitment }

const onCommitment =
  <S extends v.GenericSchema>(
    part: PartOf,
    schema: S,
    command: (place: Place, value: v.InferOutput<S>) => Promise<unknown>
  ) =>
  async (event: Event) => {
    const { actor, locale } = event.locals
    const { slug, number } = event.params
    const commitment = await findCommitment(runtime().db, actor, slug, numberIn(number))
    const partFor = (written: object) => partOf(event, part, { ...written })
    return submit(event, partFor, schema, async (tx, value) => {
      await command({ tx, actor, commitment }, value)
      return `${address(locale, 'collaborations', slug, 'commitments', number)}#${partFor(Object(value))}`
    })
  }

const partOfTarget: PartOf = ({ target }) => `resultat-${String(target)}`
const target = v.object({ target: id() })

export const actions = {
  tell: async (event: Event) => {
    const { actor, locale } = event.locals
    const { slug, number } = event.params
    const { id, collaboration } = await findCommitment(runtime().db, actor, slug, numberIn(number))
    const language = isLocale(collaboration.language) ? collaboration.language : baseLocale
    const name = m.running_name({}, { locale: language })
    return submit(event, 'beratta', v.object({}), async (tx) => {
      const begun = await beginOwnAnswer(tx, actor, id, name, runtime().secrets)
      return address(locale, 'answer', begun.token, begun.number)
    })
  },
  change: onCommitment('om', changedCommitment, ({ tx, actor, commitment }, value) =>
    changeCommitment(tx, actor, commitment.id, value)
  ),
  reword: onCommitment('ord', rewording, ({ tx, actor, commitment }, value) =>
    reword(tx, actor, commitment.id, value)
  ),
  stage: onCommitment('lage', changedStage, ({ tx, actor, commitment }, value) =>
    setStage(tx, actor, commitment.id, value)
  ),
  reach: onCommitment('synlighet', changedReach, ({ tx, actor, commitment }, value) =>
    changeCommitmentReach(tx, actor, commitment.id, value)
  ),
  addTarget: onCommitment('resultat', newTarget, ({ tx, actor, commitment }, value) =>
    addTarget(tx, actor, commitment.id, value)
  ),
  changeTarget: onCommitment(
    partOfTarget,
    v.intersect([target, changedTarget]),
    ({ tx, actor, commitment }, { target, ...changes }) =>
      changeTarget(tx, actor, commitment.id, target, changes)
  ),
  removeTarget: onCommitment('resultat', target, ({ tx, actor, commitment }, { target }) =>
    removeTarget(tx, actor, commitment.id, target)
  ),
  setLineage: onCommitment('slakt', tiedLineage, async ({ tx, actor, commitment }, { kind, ...from }) => {
    const earlier = await commitmentNumbered(tx, actor, from.earlier_collaboration_id, from.earlier_number)
    await setLineage(tx, actor, commitment.id, { earlier, kind })
  }),
  removeLineage: onCommitment(
    'slakt',
    v.object({ earlier: id() }),
    ({ tx, actor, commitment }, { earlier }) => removeLineage(tx, actor, commitment.id, earlier)
  )
}
