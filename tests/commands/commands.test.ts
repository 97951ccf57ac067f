import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { createCommitment } from '#server/domain/commitments/creating.ts'
import { newCommitment } from '#server/domain/commitments/fields.ts'
import { createPublication } from '#server/domain/publications/composing.ts'
import { findLink } from '#server/domain/links/links.ts'
import { tokenOf } from '#server/domain/links/tokens.ts'
import { openRound } from '#server/domain/rounds/opening.ts'
import { addResponder } from '#server/domain/rounds/responders.ts'
import { read } from '#server/platform/forms/fields.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { neighbourhood } from '../neighbourhood.ts'
import { secrets } from '../round.ts'
import type { Command, Form, Ground } from './commands.ts'
import { anyForm, nasty } from './nasty.ts'
import { ofAnswers } from './of-answers.ts'
import { ofCarryingOver } from './of-carrying-over.ts'
import { ofDeciding } from './of-deciding.ts'
import { ofEditing } from './of-editing.ts'
import { ofPlaces } from './of-places.ts'
import { ofPromises } from './of-promises.ts'
import { ofReports } from './of-reports.ts'
import { ofRounds } from './of-rounds.ts'

const db = await testDatabase()
const runs = Number(process.env['FUZZ_RUNS'] ?? 200)
let ground: Ground

beforeAll(async () => {
  const { people, areas, organisations, kind, collaboration, another } = await neighbourhood(db)
  const actor = people.administrator
  const rest = await write(db, actor, async (tx) => {
    await tx.insertInto('installation').values({ name: 'Prov' }).execute()
    const reading = read(newCommitment, {
      title: 'Löfte',
      wording: 'Ord',
      organisation_id: organisations.lead,
      stage: 'agreed'
    })
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
    const commitment = await createCommitment(tx, actor, collaboration.id, reading.value)
    const publication = await createPublication(tx, actor, {
      ...{ collaboration: collaboration.id, template: 'final_follow_up', title: 'Prov', slug: 'prov' }
    })
    const asked = { name: 'Våren', from_day: '2026-01-01', to_day: '2026-06-30', due_on: '2026-07-15' }
    await openRound(tx, actor, collaboration.id, asked, secrets)
    const space = await tx.selectFrom('space').select('id').executeTakeFirstOrThrow()
    const responder = { name: 'Bo', mail: 'svarar@kvarter.example' }
    const link = await addResponder(tx, actor, space.id, responder, secrets)
    return { commitment: commitment.id, publication, space: space.id, linkId: link }
  })
  const { actor: link } = await findLink(db, tokenOf(secrets, { id: rest.linkId, generation: 1 }))
  ground = {
    ...{ actor, area: areas.main, otherArea: areas.other, organisation: organisations.lead, kind, ...rest },
    otherOrganisation: organisations.party,
    ...{ link, item: String(link.errand.items[0]) },
    ...{ collaboration: collaboration.id, another: another.id, person: String(people.reader.person?.id) }
  }
})

const undone = new Error('undone')
const refusals = [Conflict, Invalid, NotAllowed, NotFound]

/** Runs it and takes it back. @returns what was refused; throws whatever is not a refusal. */
async function tryIt(run: (tx: Tx, ground: Ground) => Promise<unknown>): Promise<unknown> {
  try {
    return await write(db, ground.actor, async (tx) => {
      await run(tx, ground)
      // What is put off until the end would fail there.
      await sql`set constraints all immediate`.execute(tx)
      throw undone
    })
  } catch (error) {
    if (error === undone) return undefined
    if (refusals.some((refusal) => error instanceof refusal)) return error
    throw error
  }
}

/** A right form with some of its fields, or one that it does not have, written otherwise; nested ones too. */
const spoilt = (form: Form): fc.Arbitrary<Form> =>
  fc
    .tuple(
      fc.subarray(Object.keys(form), { minLength: 1, maxLength: Math.min(3, Object.keys(form).length) }),
      fc.array(nasty, { minLength: 3, maxLength: 3 }),
      anyForm
    )
    .map(([names, values, more]) => ({
      ...more,
      ...form,
      ...Object.fromEntries(names.map((name, n) => [name, values[n]]))
    }))

describe.each(
  [
    ...ofPlaces,
    ...ofPromises,
    ...ofAnswers,
    ...ofRounds,
    ...ofReports,
    ...ofCarryingOver,
    ...ofDeciding,
    ...ofEditing
  ].map((one) => [one.name, one] as const)
)('%s', (_, command: Command) => {
  test('does what a right form says', async () => {
    const driven = command.drive(command.base(ground))
    if (!driven.ok) expect.fail(JSON.stringify(driven.errors))
    expect(await tryIt(driven.value)).toBeUndefined()
  })

  test('answers whatever is written by doing it or by saying what is wrong', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(spoilt(command.base(ground)), anyForm), async (written) => {
        const driven = command.drive(written)
        if (driven.ok) return void (await tryIt(driven.value))
        const codes = Object.values(driven.errors)
        expect(codes.length).toBeGreaterThan(0)
        for (const code of codes) expect(code).toMatch(/^[a-z][a-z_0-9]*$/)
      }),
      { numRuns: runs }
    )
  })
})
