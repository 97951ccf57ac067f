import { describe, expect, test } from 'vitest'
import { write, type Tx } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld, secrets } from '#tests/round.ts'
import { saveDraft } from '../answers/saving.ts'
import { submitAnswers } from '../answers/submitting.ts'
import { closeRound } from '../rounds/closing.ts'
import { highlightReport } from '../highlights/highlighting.ts'
import { findReading } from './reading.ts'
import { asResidentsRead, listAcceptedReports } from './reports.ts'
import { proposedStage, reviewReport } from './reviewing.ts'
import { wordForPublic } from './wording.ts'

const db = await testDatabase()

async function answered(said: Record<string, string> = {}) {
  const world = await askedWorld(db)
  const { partner, roles } = world
  const item = partner.errand.items[0] ?? ''
  const written = { degree: 'fully', done: 'Partens egna ord.', ...said }
  const { mark } = await write(db, partner, (tx) =>
    saveDraft(tx, partner, { item, mark: '', written }, secrets)
  )
  await write(db, partner, (tx) => submitAnswers(tx, partner, [{ item, mark }], secrets))
  const report = await db.selectFrom('report').select('id').executeTakeFirstOrThrow()
  const doing = (work: (tx: Tx) => Promise<void>) => write(db, roles.coordinator, work)
  return { ...world, report: report.id, doing, coordinator: roles.coordinator }
}
const yes = { version: 1, verdict: 'accepted' as const, note: null }
const back = { version: 1, verdict: 'returned' as const, note: 'Hur många?' }

describe('a review', () => {
  test('shows nothing of the answer before it is accepted', async () => {
    const { roles, round, coordinator, report, doing } = await answered()
    expect(await listAcceptedReports(db, roles.visitor, { round: round.id })).toEqual([])
    await doing((tx) => reviewReport(tx, coordinator, report, { ...yes, wording: 'Kortare.' }))
    const [seen] = await listAcceptedReports(db, roles.visitor, { round: round.id })
    expect(seen).toMatchObject({ degree: 'fully', done: 'Partens egna ord.', wording: 'Kortare.' })
    expect(asResidentsRead(seen ? [seen] : [])).toMatchObject([{ done: 'Kortare.', wording: 'Kortare.' }])
  })

  test('leaves what the party keeps to itself and the coordinators, whoever else reads the collaboration', async () => {
    const { roles, round, coordinator, report, doing } = await answered({ publishable: 'no' })
    await doing((tx) => reviewReport(tx, coordinator, report, yes))
    const seenBy: string[] = []
    for (const [role, actor] of Object.entries(roles))
      if ((await listAcceptedReports(db, actor, { round: round.id })).length > 0) seenBy.push(role)
    expect(seenBy).toEqual(['coordinator', 'administrator', 'representative'])
  })

  test('is one; the other verdict, or one on an old version, is a conflict', async () => {
    const { coordinator, report, doing } = await answered()
    await expect(
      doing((tx) => reviewReport(tx, coordinator, report, { ...yes, version: 7 }))
    ).rejects.toThrow('changed')
    await doing((tx) => reviewReport(tx, coordinator, report, yes))
    await doing((tx) => reviewReport(tx, coordinator, report, yes))
    await expect(doing((tx) => reviewReport(tx, coordinator, report, back))).rejects.toThrow(
      'changed meanwhile'
    )
    expect(await db.selectFrom('review').select('verdict').execute()).toEqual([{ verdict: 'accepted' }])
  })

  test('that returns mails each link that asks about it, and is not for a closed round', async () => {
    const { coordinator, report, doing } = await answered()
    await doing((tx) => reviewReport(tx, coordinator, report, back))
    const mails = await db
      .selectFrom('message')
      .select('parameters')
      .where('kind', '=', 'answer_returned')
      .execute()
    expect(mails).toMatchObject([{ parameters: { report_id: report } }])
  })

  test('can’t return what nobody could answer', async () => {
    const { coordinator, report, doing, round } = await answered()
    await doing((tx) => closeRound(tx, coordinator, round.id))
    await expect(doing((tx) => reviewReport(tx, coordinator, report, back))).rejects.toMatchObject({
      errors: { note: 'round_closed' }
    })
    await doing((tx) => reviewReport(tx, coordinator, report, yes))
  })

  test('proposes a stage and sets none', async () => {
    const { coordinator, report, doing, round, commitments } = await answered()
    await doing((tx) => reviewReport(tx, coordinator, report, yes))
    expect((await findReading(db, coordinator, round.id, '1')).proposes).toBe('completed')
    const commitment = db
      .selectFrom('commitment')
      .select('stage')
      .where('id', '=', commitments[0] ?? '')
    expect(await commitment.executeTakeFirst()).toEqual({ stage: 'agreed' })
  })

  test.each([
    ['fully', 'agreed', 'completed'],
    ['fully', 'completed', null],
    ['fully', 'in_ordinary_operations', null],
    ['partly', 'agreed', 'ongoing'],
    ['partly', 'ongoing', null],
    ['not_begun', 'agreed', null],
    ['unstated', 'agreed', null],
    ['not_carried_out', 'ongoing', 'discontinued'],
    ['not_carried_out', 'discontinued', null]
  ] as const)('of %s, when it is %s, proposes %s', (degree, stage, proposed) =>
    expect(proposedStage(degree, stage)).toBe(proposed)
  )
})

describe('the public wording', () => {
  test('is versioned, kept beside the party’s own words, and can be taken away', async () => {
    const { coordinator, report, doing, round } = await answered()
    const word = (version: number, wording: string | null) =>
      doing((tx) => wordForPublic(tx, coordinator, report, { version, wording }))
    await word(0, 'Ett')
    await word(0, 'Ett')
    await expect(word(0, 'Två')).rejects.toMatchObject({ current: { wording: 'Ett', version: 1 } })
    await word(1, 'Två')
    expect((await findReading(db, coordinator, round.id, '1')).received).toMatchObject({
      done: 'Partens egna ord.',
      public_wording: 'Två'
    })
    await word(2, null)
    expect((await findReading(db, coordinator, round.id, '1')).received.public_wording).toBeNull()
  })
})

describe('a highlight', () => {
  test('is chosen among what is accepted', async () => {
    const { coordinator, report, doing } = await answered()
    const highlight = (on: boolean) => doing((tx) => highlightReport(tx, coordinator, report, on))
    await expect(highlight(true)).rejects.toMatchObject({ errors: { highlight: 'not_accepted' } })
    await doing((tx) => reviewReport(tx, coordinator, report, yes))
    await highlight(true)
    await highlight(true)
    const facts = await db
      .selectFrom('fact')
      .select('code')
      .where('code', '=', 'report.highlighted')
      .execute()
    expect(facts).toHaveLength(1)
  })
})
