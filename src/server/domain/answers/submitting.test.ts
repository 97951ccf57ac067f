import { describe, expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld, secrets } from '#tests/round.ts'
import type { LinkActor } from '../links/links.ts'
import { reviewReport } from '../reports/reviewing.ts'
import { listAcceptedReports } from '../reports/reports.ts'
import { closeRound } from '../rounds/closing.ts'
import { findDraft } from './drafts.ts'
import { saveDraft } from './saving.ts'
import { submitAnswers } from './submitting.ts'

const db = await testDatabase()

const saving = (actor: LinkActor, at: number, written: Record<string, string>, mark = '') =>
  write(db, actor, (tx) =>
    saveDraft(tx, actor, { item: actor.errand.items[at] ?? '', mark, written }, secrets)
  )
const sending = (actor: LinkActor, chosen: { item: string; mark: string }[]) =>
  write(db, actor, (tx) => submitAnswers(tx, actor, chosen, secrets))
const chosen = (actor: LinkActor, at: number, mark: string) => [{ item: actor.errand.items[at] ?? '', mark }]

describe('an answer', () => {
  test('is received as it was written, once, and its draft is gone', async () => {
    const { partner } = await askedWorld(db)
    const { mark } = await saving(partner, 0, {
      degree: 'partly',
      done: 'Två hus har fått värdar.',
      'figures.0.qualifier': 'about',
      'figures.0.value': '1 200,5',
      'figures.0.unit': 'besök',
      'figures.3.qualifier': 'words',
      'figures.3.value': 'flera hundra',
      'figures.3.unit': 'samtal'
    })
    expect(await sending(partner, chosen(partner, 0, mark))).toEqual([partner.errand.items[0]])
    expect(await sending(partner, chosen(partner, 0, mark))).toEqual([])
    const versions = await db
      .selectFrom('report_version')
      .select(['number', 'degree', 'done', 'submitted_by', 'publishable'])
      .execute()
    expect(versions).toEqual([
      {
        number: 1,
        degree: 'partly',
        done: 'Två hus har fått värdar.',
        submitted_by: 'Områdeschef',
        publishable: true
      }
    ])
    const figures = await db
      .selectFrom('figure')
      .select(['qualifier', 'value', 'words', 'scope'])
      .orderBy('sort')
      .execute()
    expect(figures).toEqual([
      { qualifier: 'about', value: 1200.5, words: null, scope: 'this_period' },
      { qualifier: 'words', value: null, words: 'flera hundra', scope: 'this_period' }
    ])
    expect(await findDraft(db, partner, partner.errand.items[0] ?? '', secrets)).toBeNull()
    const receipts = await db
      .selectFrom('message')
      .select('kind')
      .where('kind', '=', 'answer_receipt')
      .execute()
    expect(receipts).toHaveLength(1)
  })

  test('is sent with the others or not at all', async () => {
    const { partner } = await askedWorld(db)
    const good = await saving(partner, 0, { degree: 'fully' })
    const bad = await saving(partner, 1, {
      degree: 'not_carried_out',
      'figures.0.value': 'många',
      'figures.0.unit': 'x'
    })
    const both = [...chosen(partner, 0, good.mark), ...chosen(partner, 1, bad.mark)]
    const item = partner.errand.items[1]
    await expect(sending(partner, both)).rejects.toMatchObject({
      errors: { [`${item}.reason`]: 'required', [`${item}.figures.0.value`]: 'not_a_number' }
    })
    expect(await db.selectFrom('report').selectAll().execute()).toEqual([])
    await expect(sending(partner, chosen(partner, 2, ''))).rejects.toMatchObject({
      errors: { [`${partner.errand.items[2]}.form`]: 'nothing_written' }
    })
  })

  test('that was changed in another window is not sent unseen', async () => {
    const { partner } = await askedWorld(db)
    const first = await saving(partner, 0, { degree: 'fully' })
    await saving(partner, 0, { degree: 'begun' }, first.mark)
    await expect(sending(partner, chosen(partner, 0, first.mark))).rejects.toThrow('changed meanwhile')
  })

  test('goes back with a word, and comes again from what was returned', async () => {
    const { partner, roles } = await askedWorld(db)
    const item = partner.errand.items[0] ?? ''
    const first = await saving(partner, 0, { degree: 'partly', done: 'Lite.' })
    await sending(partner, chosen(partner, 0, first.mark))
    await expect(saving(partner, 0, { degree: 'fully' })).rejects.toMatchObject({
      errors: { form: 'already_sent' }
    })
    const report = await db.selectFrom('report').selectAll().executeTakeFirstOrThrow()
    const back = { version: report.version, verdict: 'returned' as const, note: 'Hur många hus?' }
    await write(db, roles.coordinator, (tx) => reviewReport(tx, roles.coordinator, report.id, back))
    const stale = await saving(partner, 0, { degree: 'fully', done: 'Lite.' }, first.mark)
    expect(stale.conflicts).toEqual({})
    const second = await saving(partner, 0, { degree: 'mostly', done: 'Två hus.' }, stale.mark)
    await sending(partner, [{ item, mark: second.mark }])
    const again = await db.selectFrom('report').selectAll().executeTakeFirstOrThrow()
    const yes = { version: again.version, verdict: 'accepted' as const, note: null }
    await write(db, roles.coordinator, (tx) => reviewReport(tx, roles.coordinator, report.id, yes))
    await write(db, roles.coordinator, (tx) => reviewReport(tx, roles.coordinator, report.id, yes))
    const [accepted] = await listAcceptedReports(db, roles.visitor, { round: partner.errand.round })
    expect(accepted).toMatchObject({ degree: 'mostly', done: 'Två hus.', wording: null, figures: [] })
    const numbers = await db
      .selectFrom('report_version')
      .select(['number', 'done'])
      .orderBy('number')
      .execute()
    expect(numbers).toEqual([
      { number: 1, done: 'Lite.' },
      { number: 2, done: 'Två hus.' }
    ])
  })

  test('that may not be public is its own and the coordinators’', async () => {
    const { partner, roles, round } = await askedWorld(db)
    const { mark } = await saving(partner, 0, { degree: 'fully', publishable: 'no' })
    await sending(partner, chosen(partner, 0, mark))
    const report = await db.selectFrom('report').selectAll().executeTakeFirstOrThrow()
    const yes = { version: report.version, verdict: 'accepted' as const, note: null }
    await write(db, roles.coordinator, (tx) => reviewReport(tx, roles.coordinator, report.id, yes))
    const seen = async (actor: typeof roles.visitor) =>
      (await listAcceptedReports(db, actor, { round: round.id })).length
    expect(await seen(roles.visitor)).toBe(0)
    expect(await seen(roles.other)).toBe(0)
    expect(await seen(roles.representative)).toBe(1)
    expect(await seen(roles.coordinator)).toBe(1)
  })

  test('comes too late when the round is closed', async () => {
    const { partner, roles, round } = await askedWorld(db)
    const { mark } = await saving(partner, 0, { degree: 'fully' })
    await write(db, roles.coordinator, (tx) => closeRound(tx, roles.coordinator, round.id))
    await expect(sending(partner, chosen(partner, 0, mark))).rejects.toMatchObject({
      errors: { form: 'round_closed' }
    })
    await expect(saving(partner, 0, { degree: 'begun' }, mark)).rejects.toMatchObject({
      errors: { form: 'round_closed' }
    })
  })
})
