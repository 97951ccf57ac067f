import { describe, expect, test } from 'vitest'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { asked as asking, askedWorld, secrets } from '#tests/round.ts'
import { findLink, type LinkActor } from '../links/links.ts'
import { tokenOf } from '../links/tokens.ts'
import { cli } from '../people/actor.ts'
import { reviewReport } from '../reports/reviewing.ts'
import { openRound } from '../rounds/opening.ts'
import { commitmentQuestions, usualQuestions, type Question } from '../rounds/questions.ts'
import { findAnswering } from './answering.ts'
import { askedAt, usual } from './asked.ts'
import { saveDraft } from './saving.ts'
import { readAnswer } from './fields.ts'
import { itemAt } from './items.ts'
import { submitAnswers } from './submitting.ts'
import { saveUnchanged } from './unchanged.ts'

const db = await testDatabase()
type World = Awaited<ReturnType<typeof askedWorld>>

/** Another round of the same world, and the housing company's link in it. */
async function nextRound(world: World, questions: Question[] = usualQuestions): Promise<LinkActor> {
  const { roles, collaboration, housing } = world
  const later = { ...asking, name: `Nästa ${newId()}`, due_on: '2028-01-15' }
  const { id } = await write(db, roles.coordinator, (tx) =>
    openRound(tx, roles.coordinator, collaboration, later, secrets, questions)
  )
  const link = await db
    .selectFrom('link')
    .innerJoin('responder', 'responder.id', 'link.responder_id')
    .innerJoin('space', 'space.id', 'responder.space_id')
    .select(['link.id', 'link.generation'])
    .where('space.round_id', '=', id)
    .where('space.organisation_id', '=', housing)
    .executeTakeFirstOrThrow()
  return (await findLink(db, tokenOf(secrets, link))).actor
}

const save = (actor: LinkActor, item: Id, written: Record<string, string>) =>
  write(db, actor, (tx) => saveDraft(tx, actor, { item, mark: '', written }, secrets))
const send = async (actor: LinkActor, item: Id, written: Record<string, string>) => {
  const { mark } = await save(actor, item, written)
  await write(db, actor, (tx) => submitAnswers(tx, actor, [{ item, mark }], secrets))
}
const accepted = (world: World, at: number, written: Record<string, string>) =>
  judged(world, at, written, 'accepted')
async function judged(
  world: World,
  at: number,
  written: Record<string, string>,
  verdict: 'accepted' | 'returned'
) {
  const { partner, roles } = world
  const item = partner.errand.items[at] ?? ''
  await send(partner, item, written)
  const report = await db
    .selectFrom('report')
    .select('id')
    .where('item_id', '=', item)
    .executeTakeFirstOrThrow()
  const review = { version: 1, verdict, note: verdict === 'returned' ? 'När?' : null }
  await write(db, roles.coordinator, (tx) => reviewReport(tx, roles.coordinator, report.id, review))
}
const numberOf = async (actor: LinkActor, item: Id): Promise<string> => {
  const row = await db
    .selectFrom('round_item')
    .innerJoin('commitment', 'commitment.id', 'round_item.commitment_id')
    .select('commitment.number')
    .where('round_item.id', '=', item)
    .executeTakeFirstOrThrow()
  return String(row.number)
}

describe('what was answered last', () => {
  const first = {
    degree: 'partly',
    done: 'Två hus.',
    'figures.0.qualifier': 'about',
    'figures.0.value': '12',
    'figures.0.unit': 'värdar',
    'figures.0.rule': 'latest',
    'figures.0.scope': 'so_far'
  }

  test('stands beside the form, with a row for what was counted then', async () => {
    const world = await askedWorld(db)
    await accepted(world, 0, first)
    const place = await numberOf(world.partner, world.partner.errand.items[0] ?? '')
    const later = await nextRound(world)
    const { last, written, asked } = await findAnswering(db, later, place, secrets)
    expect(last).toMatchObject({ degree: 'partly', done: 'Två hus.', own: true })
    expect(last?.figures).toMatchObject([{ value: 12, unit: 'värdar', qualifier: 'about' }])
    expect(written).toEqual({
      'figures.0.unit': 'värdar',
      'figures.0.suggested': 'värdar',
      'figures.0.rule': 'latest',
      'figures.0.scope': 'so_far'
    })
    expect(readAnswer({ ...written, degree: 'fully' }, asked)).toMatchObject({
      ok: true,
      value: { figures: [] }
    })
  })

  test('and what is expected of it, is suggested to be counted: a row that is begun by its value alone', async () => {
    const world = await askedWorld(db)
    const { partner, commitments } = world
    await write(db, cli, (tx) =>
      tx
        .insertInto('target')
        .values({
          ...{ id: newId(), commitment_id: commitments[0] ?? '', qualifier: 'at_least' },
          ...{ value: 4, unit: 'träffar', per: 'month' }
        })
        .execute()
    )
    const { written, asked, item } = await findAnswering(db, partner, '1', secrets)
    expect(written).toMatchObject({ 'figures.0.unit': 'träffar', 'figures.0.suggested': 'träffar' })
    expect(readAnswer({ ...written, degree: 'fully' }, asked)).toMatchObject({ value: { figures: [] } })
    const told = { ...written, degree: 'fully', 'figures.0.value': '5' }
    expect(readAnswer(told, asked)).toMatchObject({ value: { figures: [{ unit: 'träffar', value: 5 }] } })
    await save(partner, item.id, written)
    expect(await db.selectFrom('draft').select('id').execute()).toEqual([])
  })

  test('does not suggest more to count in an answer that is sent back', async () => {
    const world = await askedWorld(db)
    await accepted(world, 0, first)
    const later = await nextRound(world)
    const place = await numberOf(world.partner, world.partner.errand.items[0] ?? '')
    const item = (await itemAt(db, later, place)).id
    expect((await findAnswering(db, later, place, secrets)).written).toHaveProperty(['figures.0.suggested'])
    const own = { degree: 'fully', 'figures.0.value': '3', 'figures.0.unit': 'hus' }
    await judged(
      { ...world, partner: { ...later, errand: { ...later.errand, items: [item] } } },
      0,
      own,
      'returned'
    )
    const { written } = await findAnswering(db, later, place, secrets)
    expect(Object.keys(written).filter((name) => name.endsWith('.suggested'))).toEqual([])
    expect(written).toMatchObject({ 'figures.0.unit': 'hus' })
  })

  test('can be said to be as it was, by one press: its degree and no figures', async () => {
    const world = await askedWorld(db)
    await accepted(world, 0, first)
    const place = await numberOf(world.partner, world.partner.errand.items[0] ?? '')
    const later = await nextRound(world)
    const { item } = await findAnswering(db, later, place, secrets)
    const form = { item: item.id, mark: '', written: { 'figures.0.value': '3', 'figures.0.unit': 'värdar' } }
    const { mark } = await write(db, later, (tx) => saveUnchanged(tx, later, form, secrets))
    await write(db, later, (tx) => submitAnswers(tx, later, [{ item: item.id, mark }], secrets))
    const version = await db
      .selectFrom('report_version')
      .innerJoin('report', 'report.id', 'report_version.report_id')
      .select(['report_version.degree', 'no_change'])
      .where('report.item_id', '=', item.id)
      .executeTakeFirst()
    expect(version).toEqual({ degree: 'partly', no_change: true })
    expect(await db.selectFrom('figure').select('value').execute()).toEqual([{ value: 12 }])
  })

  test('is not there for what was never answered, nor for others when it is not public', async () => {
    const world = await askedWorld(db)
    const item = world.partner.errand.items[1] ?? ''
    const form = { item, mark: '', written: {} }
    await expect(
      write(db, world.partner, (tx) => saveUnchanged(tx, world.partner, form, secrets))
    ).rejects.toMatchObject({ errors: { form: 'no_last' } })
    await accepted(world, 1, { degree: 'mostly', publishable: 'no' })
    const place = await numberOf(world.partner, item)
    await write(db, cli, (tx) =>
      tx.updateTable('report').set({ organisation_id: world.police }).where('item_id', '=', item).execute()
    )
    const later = await nextRound(world)
    expect((await findAnswering(db, later, place, secrets)).last).toBeNull()
  })

  test('is no longer said of another degree', () => {
    const asked = { ...usual, last: 'partly' as const }
    const written = { degree: 'partly', no_change: 'yes' }
    expect(readAnswer(written, asked)).toMatchObject({ value: { no_change: true } })
    expect(readAnswer({ ...written, degree: 'fully' }, asked)).toMatchObject({ value: { no_change: false } })
    expect(readAnswer(written, { ...asked, last: null })).toMatchObject({ value: { no_change: false } })
  })
})

describe('a round’s own questions', () => {
  const own: Question[] = [
    {
      key: 'vilka',
      level: 'commitment',
      type: 'choice',
      required: true,
      options: ['barn', 'vuxna'],
      label: 'Vilka?'
    },
    { key: 'antal', level: 'commitment', type: 'number', required: false, label: 'Hur många?' },
    { key: 'fortsatt', level: 'commitment', type: 'yes_no', required: false, label: 'Fortsätter ni?' },
    {
      key: 'roll',
      level: 'collaboration',
      type: 'text',
      role: 'maker',
      required: true,
      label: 'Som framtagare?'
    }
  ]
  const built = commitmentQuestions.filter(({ key }) => key !== 'learnt')
  const stored = [...built.map((one) => (one.key === 'done' ? { ...one, required: true } : one)), ...own]
  const asked = { about: 'commitment' as const, last: null, ...askedAt(stored, 'commitment', []) }
  const good = { degree: 'fully', done: 'Allt', 'answers.vilka': 'barn' }

  test('are read by their type', () => {
    const written = { ...good, 'answers.antal': '1 200', 'answers.fortsatt': 'no', 'answers.annat': 'x' }
    expect(readAnswer(written, asked)).toMatchObject({
      ok: true,
      value: { answers: { vilka: 'barn', antal: 1200, fortsatt: false } }
    })
  })

  test.each([
    [{ 'answers.vilka': '' }, { 'answers.vilka': 'required' }],
    [{ 'answers.vilka': 'katter' }, { 'answers.vilka': 'not_a_choice' }],
    [{ 'answers.antal': 'många' }, { 'answers.antal': 'not_a_number' }],
    [{ 'answers.fortsatt': 'kanske' }, { 'answers.fortsatt': 'not_a_choice' }],
    [{ done: '' }, { done: 'required' }],
    [{ degree: '' }, { degree: 'not_a_choice' }]
  ])('are refused at their field: %j', (wrong, errors) =>
    expect(readAnswer({ ...good, ...wrong }, asked)).toEqual({ ok: false, errors })
  )

  test('that are turned off are not received', () => {
    expect(readAnswer({ ...good, learnt: 'Något' }, asked)).toMatchObject({ value: { learnt: null } })
  })

  test('are not required of what is not begun, nor of what is as last time', () => {
    expect(readAnswer({ ...good, done: '', degree: 'not_begun' }, asked).ok).toBe(true)
    const again = { degree: 'fully', no_change: 'yes' }
    expect(readAnswer(again, { ...asked, last: 'fully' }).ok).toBe(true)
  })

  test('about the collaboration are asked of their role alone', () => {
    expect(askedAt(stored, 'collaboration', ['party']).own).toEqual([])
    expect(askedAt(stored, 'collaboration', ['maker']).own).toMatchObject([{ key: 'roll' }])
  })
})

test('a party answers for itself by the same draft and the same press', async () => {
  const world = await askedWorld(db)
  const link = await nextRound(world)
  const item = await itemAt(db, link, 'party')
  await send(link, item.id, { 'answers.gave': 'Vi ses oftare.', 'answers.beyond': 'En grillkväll.' })
  const report = await db
    .selectFrom('report')
    .innerJoin('report_version', 'report_version.report_id', 'report.id')
    .select(['report.commitment_id', 'report_version.degree', 'answers', 'publishable'])
    .where('item_id', '=', item.id)
    .executeTakeFirst()
  expect(report).toEqual({
    ...{ commitment_id: null, degree: null, publishable: false },
    answers: { gave: 'Vi ses oftare.', beyond: 'En grillkväll.' }
  })
  const { sent, finished } = await findAnswering(db, link, 'party', secrets)
  expect([sent, finished?.answers['gave']]).toEqual([true, 'Vi ses oftare.'])
})
