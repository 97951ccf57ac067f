import * as v from 'valibot'
import type { Actor } from '#server/domain/people/actor.ts'
import { refuseUnheeded } from '#server/domain/comments/heeding.ts'
import { changeDecision, removeDecision } from '#server/domain/decisions/decisions.ts'
import { changedDecision, movedDecision, newDecision, ofDecision } from '#server/domain/decisions/fields.ts'
import { sha256 } from '#server/domain/publications/content.ts'
import { decideEdition, moveInChain } from '#server/domain/publications/editions/deciding.ts'
import { ofEdition, publishingAt, sending, withdrawing } from '#server/domain/publications/editions/fields.ts'
import { contentOf } from '#server/domain/publications/freezing.ts'
import { can } from '#server/domain/publications/permissions.ts'
import type { Publication } from '#server/domain/publications/publications.ts'
import { keepUnpublished, publish, publishEdition } from '#server/domain/publications/editions/publishing.ts'
import { refuseUnready, sendForDecision, type Made } from '#server/domain/publications/editions/sending.ts'
import { sendBack, withdraw } from '#server/domain/publications/editions/withdrawing.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { filesOf } from '../../../papers.ts'
import { onPreparedPublication, onPublication } from './place.ts'
import type { Told } from './telling.ts'

type Place = { actor: Actor; publication: Publication }
type Frozen = v.InferOutput<typeof sending>

/** The report as it is now with its three files, for whoever may freeze it. */
async function made({ actor, publication }: Place, value: Frozen): Promise<Made> {
  if (!can(actor, publication).publish) throw new NotAllowed()
  await refuseUnheeded(runtime().db, actor, publication, value.heeded)
  const content = await contentOf(runtime().db, publication)
  refuseUnready(publication, value, content)
  return { content, files: await filesOf(content, { number: value.number, sha256: sha256(content) }) }
}

const working = () => '?redigera=allt#beslut'
/** Where what was done is told: among the steps, or over the report as it is read. */
const toldAtSteps = () => '?redigera=allt#klart'
const toldAtReport = () => '#klart'
const told = (what: Told['what']) => ({
  tell: ({ edition }: { edition: number }): Told => ({ what, number: edition })
})
const toldOfNew = (what: Told['what']) => ({
  tell: (_: unknown, number: unknown): Told => ({ what, number: Number(number) })
})
const atDecision = ({ decision }: { decision: string }) => `?redigera=allt#beslut-${decision}`
const partOfDecision = ({ decision }: Record<string, unknown>) => `beslut-${String(decision)}`

export const deciding = {
  publish: onPreparedPublication(
    'publicera',
    sending,
    async (place, value) => {
      const ready = await made(place, value)
      return async ({ tx, actor, publication }) => {
        await refuseUnheeded(tx, actor, publication, value.heeded)
        return publish(tx, actor, publication.id, value, ready)
      }
    },
    toldAtReport,
    toldOfNew('published')
  ),
  send: onPreparedPublication(
    'skicka',
    sending,
    async (place, value) => {
      const ready = await made(place, value)
      return async ({ tx, actor, publication }) => {
        await refuseUnheeded(tx, actor, publication, value.heeded)
        return sendForDecision(tx, actor, publication.id, value, ready)
      }
    },
    toldAtSteps,
    toldOfNew('sent')
  ),
  publishEdition: onPublication(
    'publicera-utgava',
    publishingAt,
    ({ tx, actor, publication }, value) => publishEdition(tx, actor, publication.id, value),
    ({ day }) => (day ? toldAtSteps() : toldAtReport()),
    { tell: ({ day, edition }) => ({ what: day ? 'scheduled' : 'published', number: edition }) }
  ),
  keepUnpublished: onPublication(
    'publicera-utgava',
    ofEdition,
    ({ tx, actor, publication }, { edition }) => keepUnpublished(tx, actor, publication.id, edition),
    toldAtSteps,
    told('kept_back')
  ),
  sendBack: onPublication(
    'aterremiss',
    withdrawing,
    ({ tx, actor, publication }, value) => sendBack(tx, actor, publication.id, value),
    toldAtSteps,
    told('returned')
  ),
  withdraw: onPublication(
    'dra-tillbaka',
    withdrawing,
    ({ tx, actor, publication }, value) => withdraw(tx, actor, publication.id, value),
    toldAtReport,
    told('withdrawn')
  ),
  addDecision: onPublication(
    'beslut-ny',
    v.intersect([ofEdition, newDecision]),
    ({ tx, actor, publication }, { edition, ...value }) =>
      decideEdition(tx, actor, publication.id, edition, value),
    toldAtSteps,
    told('decided')
  ),
  changeDecision: onPublication(
    partOfDecision,
    v.intersect([ofDecision, changedDecision]),
    ({ tx, actor }, { decision, ...changes }) => changeDecision(tx, actor, decision, changes),
    atDecision
  ),
  moveDecision: onPublication(
    'allt',
    v.intersect([ofEdition, movedDecision]),
    ({ tx, actor, publication }, { edition, ...value }) =>
      moveInChain(tx, actor, publication.id, edition, value),
    atDecision
  ),
  removeDecision: onPublication(
    partOfDecision,
    ofDecision,
    ({ tx, actor }, { decision }) => removeDecision(tx, actor, decision),
    working
  )
}
