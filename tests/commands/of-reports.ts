import * as v from 'valibot'
import { askReaders } from '#server/domain/comments/asking.ts'
import { addComment, changeComment } from '#server/domain/comments/commenting.ts'
import { asking, changedComment, mendedReader, newComment, settling } from '#server/domain/comments/fields.ts'
import { findReader, type ReaderActor } from '#server/domain/comments/readers.ts'
import { mendReader } from '#server/domain/comments/sending.ts'
import { settleComment } from '#server/domain/comments/settling.ts'
import { wordedForParty } from '#server/domain/highlights/fields.ts'
import { wordForParty } from '#server/domain/highlights/of-parties.ts'
import { tokenOf } from '#server/domain/links/tokens.ts'
import { newId } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { partyAnswer } from '../publications/party-answer.ts'
import { secrets } from '../round.ts'
import { command, type Ground } from './commands.ts'

const letter = { words: 'Läs gärna.', due_on: '2099-01-15' }
const objection = { kind: 'objection', text: 'Så var det inte.', instead: 'Så här var det.' }

/** Somebody of a party has been asked. */
async function reader(tx: Tx, { actor, publication, otherOrganisation }: Ground): Promise<ReaderActor> {
  const people = [{ name: 'Bo', mail: 'laser@skolan.example', organisation: otherOrganisation }]
  await askReaders(tx, actor, publication, { ...letter, people }, secrets)
  const asked = await tx
    .selectFrom('publication_reader')
    .select(['id', 'generation'])
    .executeTakeFirstOrThrow()
  return (await findReader(tx, tokenOf(secrets, asked))).actor
}

/** And has said something. */
async function comment(tx: Tx, ground: Ground) {
  const bearer = await reader(tx, ground)
  const said = { ...objection, kind: 'objection', id: newId(), block: null, about: null } as const
  return { bearer, id: await addComment(tx, bearer, said) }
}

export const ofReports = [
  command(
    'ask readers',
    asking,
    ({ organisation }) => ({
      ...letter,
      ...{
        'chosen.0': 'yes',
        'name.0': 'Bo',
        'mail.0': 'bo@bolaget.example',
        'organisation.0': organisation
      },
      ...{ 'free.1': 'yes', 'name.1': 'Eva', 'mail.1': 'eva@styrgruppen.example' }
    }),
    (tx, { actor, publication }, value) => askReaders(tx, actor, publication, value, secrets)
  ),
  command(
    'mend a reader',
    v.omit(mendedReader, ['reader']),
    () => ({ name: 'Eva', mail: 'eva@skolan.example' }),
    async (tx, ground, value) => {
      const { reading } = await reader(tx, ground)
      await mendReader(tx, ground.actor, reading.reader, value, secrets)
    }
  ),
  command(
    'comment',
    newComment,
    () => ({ ...objection, id: newId(), block: newId(), about: 'Skola' }),
    async (tx, ground, value) => addComment(tx, await reader(tx, ground), value)
  ),
  command(
    'change a comment',
    v.omit(changedComment, ['comment']),
    () => ({ ...objection, version: '1', kind: 'comment' }),
    async (tx, ground, value) => {
      const { bearer, id } = await comment(tx, ground)
      await changeComment(tx, bearer, { ...value, comment: id })
    }
  ),
  command(
    'word what a party said for itself',
    v.omit(wordedForParty, ['report']),
    () => ({ wording: 'De lärde känna varandra.', version: '' }),
    async (tx, { actor, collaboration, otherOrganisation, space }, value) => {
      const { round_id } = await tx
        .selectFrom('space')
        .select('round_id')
        .where('id', '=', space)
        .executeTakeFirstOrThrow()
      const where = { round: round_id, space, collaboration, maker: otherOrganisation }
      const report = await partyAnswer(tx, where, { gave: 'Vi känner varandra.' })
      await wordForParty(tx, actor, { ...value, report })
    }
  ),
  command(
    'settle a comment',
    v.omit(settling, ['comment']),
    () => ({ answer: 'Vi har ändrat.' }),
    async (tx, ground, value) => {
      const { id } = await comment(tx, ground)
      await settleComment(tx, ground.actor, { ...value, comment: id })
    }
  )
]
