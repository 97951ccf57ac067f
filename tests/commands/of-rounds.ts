import { changeDue, changeLetters, changeRound, giveLonger } from '#server/domain/rounds/changing.ts'
import { exemptItem, exemptParty } from '#server/domain/rounds/exempting.ts'
import * as fields from '#server/domain/rounds/fields.ts'
import { handItem } from '#server/domain/rounds/handing.ts'
import { askCommitments, askParty } from '#server/domain/rounds/including.ts'
import { prepareRound } from '#server/domain/rounds/preparing.ts'
import {
  addQuestion,
  changeQuestion,
  moveQuestion,
  relabelQuestion,
  removeQuestion,
  restoreQuestion
} from '#server/domain/rounds/questioning.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { secrets } from '../round.ts'
import { command, type Ground } from './commands.ts'

const times = { name: 'Sommaren', from_day: '2026-04-01', to_day: '2026-08-31', due_on: '2099-09-15' }
const question = {
  ...{ level: 'collaboration', role: 'convener', type: 'choice', label: 'Hur går samverkan?' },
  ...{ help: 'Tänk på helheten.', options: 'Bra\nDåligt', required: 'yes', version: '1' }
}

/** A round to change, made in the same transaction: what was tried before is taken back. */
const prepared = async (tx: Tx, { actor, collaboration }: Ground) => {
  const asked = { name: 'Förberedd', from_day: '2026-01-01', to_day: '2026-06-30', due_on: '2099-07-15' }
  return (await prepareRound(tx, actor, collaboration, asked)).id
}
const roundOf = async (tx: Tx, space: string) => {
  const { round_id } = await tx
    .selectFrom('space')
    .select('round_id')
    .where('id', '=', space)
    .executeTakeFirstOrThrow()
  return round_id
}

export const ofRounds = [
  command(
    'prepareRound',
    fields.newRound,
    () => times,
    (tx, { actor, collaboration }, value) => prepareRound(tx, actor, collaboration, value)
  ),
  command(
    'changeRound',
    fields.changedRound,
    () => ({
      ...times,
      opens_on: '2099-09-01',
      opens_clock: '07.30',
      remind_days: ['-7', '3'],
      version: '1'
    }),
    async (tx, ground, value) => changeRound(tx, ground.actor, await prepared(tx, ground), value)
  ),
  command(
    'changeDue',
    fields.changedDue,
    () => ({ due_on: '2099-10-01', remind_days: '-1', version: '1' }),
    async (tx, ground, value) => changeDue(tx, ground.actor, await prepared(tx, ground), value)
  ),
  command(
    'changeLetters',
    fields.changedLetters,
    () => ({ invitation: 'Nu är det dags.', reminder: 'Glöm inte.', version: '1' }),
    async (tx, ground, value) => changeLetters(tx, ground.actor, await prepared(tx, ground), value)
  ),
  command(
    'addQuestion',
    fields.newQuestion,
    () => question,
    async (tx, ground, value) => addQuestion(tx, ground.actor, await prepared(tx, ground), value)
  ),
  command(
    'changeQuestion',
    fields.changedQuestion,
    () => ({ ...question, key: 'hur-gar-samverkan', type: 'text', version: '2' }),
    async (tx, ground, value) => {
      const round = await prepared(tx, ground)
      const added = { level: 'party', type: 'text', label: 'Hur går samverkan?', help: null } as const
      await addQuestion(tx, ground.actor, round, {
        ...added,
        required: false,
        options: [],
        role: null,
        version: 1
      })
      await changeQuestion(tx, ground.actor, round, value)
    }
  ),
  command(
    'relabelQuestion',
    fields.relabelledQuestion,
    () => ({ key: 'gave', label: 'Vad blev bättre?', help: '', required: 'yes', version: '1' }),
    async (tx, ground, value) => relabelQuestion(tx, ground.actor, await prepared(tx, ground), value)
  ),
  command(
    'removeQuestion',
    fields.chosenQuestion,
    () => ({ key: 'learnt', version: '1' }),
    async (tx, ground, value) => removeQuestion(tx, ground.actor, await prepared(tx, ground), value)
  ),
  command(
    'restoreQuestion',
    fields.chosenQuestion,
    () => ({ key: 'learnt', version: '1' }),
    async (tx, ground, value) => restoreQuestion(tx, ground.actor, await prepared(tx, ground), value)
  ),
  command(
    'moveQuestion',
    fields.movedQuestion,
    () => ({ key: 'next', way: 'up', version: '1' }),
    async (tx, ground, value) => moveQuestion(tx, ground.actor, await prepared(tx, ground), value)
  ),
  command(
    'exemptParty',
    fields.exemption,
    () => ({ reason: 'Vilar' }),
    (tx, { actor, space }, value) => exemptParty(tx, actor, space, value)
  ),
  command(
    'exemptItem',
    fields.exemption,
    () => ({ reason: 'Vilar' }),
    (tx, { actor, item }, value) => exemptItem(tx, actor, item, value)
  ),
  command(
    'giveLonger',
    fields.longer,
    () => ({ due_on: '2099-08-01' }),
    (tx, { actor, space }, value) => giveLonger(tx, actor, space, value)
  ),
  command(
    'handItem',
    fields.handing,
    ({ otherOrganisation }) => ({ organisation_id: otherOrganisation, reason: 'Bättre där' }),
    (tx, { actor, item }, value) => handItem(tx, actor, item, value, secrets)
  ),
  command(
    'askCommitments',
    fields.moreCommitments,
    ({ commitment, otherOrganisation }) => ({
      commitment_ids: [commitment],
      organisation_id: otherOrganisation
    }),
    async (tx, { actor, space }, value) => askCommitments(tx, actor, await roundOf(tx, space), value, secrets)
  ),
  command(
    'askParty',
    fields.moreParty,
    ({ otherOrganisation }) => ({ organisation_id: otherOrganisation }),
    async (tx, ground, value) => askParty(tx, ground.actor, await prepared(tx, ground), value, secrets)
  )
]
