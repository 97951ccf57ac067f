import { changeDecision } from '#server/domain/decisions/decisions.ts'
import { changedDecision, movedDecision, newDecision } from '#server/domain/decisions/fields.ts'
import { decideEdition, moveInChain } from '#server/domain/publications/editions/deciding.ts'
import { publishingAt, sending, withdrawing } from '#server/domain/publications/editions/fields.ts'
import { publish, publishEdition } from '#server/domain/publications/editions/publishing.ts'
import { sendForDecision } from '#server/domain/publications/editions/sending.ts'
import { sendBack, withdraw } from '#server/domain/publications/editions/withdrawing.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { madeOf } from '#tests/publications/made.ts'
import { command, type Ground } from './commands.ts'

const sent = async (tx: Tx, { actor, publication }: Ground) =>
  sendForDecision(tx, actor, publication, {}, await madeOf(tx, publication))

const decided = async (tx: Tx, ground: Ground) => {
  await sent(tx, ground)
  return decideEdition(tx, ground.actor, ground.publication, 1, { body: 'Nämnden' })
}
const whole = {
  ...{ kind: 'decision', body: 'Nämnden', decided_on: '2026-03-20', section: '4', case_number: 'KS 2026-1' },
  ...{
    wording: 'Godkänns',
    adjusted_on: '2026-03-21',
    posted_on: '2026-03-22',
    sent_to: 'KS',
    reach: 'public'
  }
}

/** A report's way to its readers. */
export const ofDeciding = [
  command(
    'sendForDecision',
    sending,
    () => ({ number: '1', note: 'Ny' }),
    async (tx, { actor, publication }, value) =>
      sendForDecision(tx, actor, publication, value, await madeOf(tx, publication))
  ),
  command(
    'publish',
    sending,
    () => ({ number: '1' }),
    async (tx, { actor, publication }, value) =>
      publish(tx, actor, publication, value, await madeOf(tx, publication))
  ),
  command(
    'publishEdition',
    publishingAt,
    () => ({ edition: '1', day: '2099-01-01', time: '08:30' }),
    async (tx, ground, value) => {
      await sent(tx, ground)
      await publishEdition(tx, ground.actor, ground.publication, value)
    }
  ),
  command(
    'sendBack',
    withdrawing,
    () => ({ edition: '1', reason: 'Mer om skolan' }),
    async (tx, ground, value) => {
      await sent(tx, ground)
      await sendBack(tx, ground.actor, ground.publication, value)
    }
  ),
  command(
    'withdraw',
    withdrawing,
    () => ({ edition: '1', reason: 'En siffra var fel' }),
    async (tx, { actor, publication }, value) => {
      await publish(tx, actor, publication)
      await withdraw(tx, actor, publication, value)
    }
  ),
  command(
    'decideEdition',
    newDecision,
    () => whole,
    async (tx, ground, value) => {
      await sent(tx, ground)
      await decideEdition(tx, ground.actor, ground.publication, 1, value)
    }
  ),
  command(
    'changeDecision',
    changedDecision,
    () => ({ ...whole, version: '1' }),
    async (tx, ground, value) => changeDecision(tx, ground.actor, await decided(tx, ground), value)
  ),
  command(
    'moveInChain',
    movedDecision,
    ({ item }) => ({ decision: item, direction: 'up', position: '0' }),
    async (tx, ground, { decision, ...move }) => {
      const own = await decided(tx, ground)
      const meant = decision === ground.item ? own : decision
      await moveInChain(tx, ground.actor, ground.publication, 1, { decision: meant, ...move })
    }
  )
]
