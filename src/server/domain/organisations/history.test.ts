import { describe, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import { write } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld, secrets } from '#tests/round.ts'
import { saveDraft } from '../answers/saving.ts'
import { submitAnswers } from '../answers/submitting.ts'
import { cli } from '../people/actor.ts'
import { reviewReport } from '../reports/reviewing.ts'
import { listAhead, listTold } from './history.ts'

const db = await testDatabase()

async function answered() {
  const world = await askedWorld(db)
  const { partner } = world
  for (const [at, degree] of ['fully', 'partly'].entries()) {
    const item = partner.errand.items[at] ?? ''
    const written = { degree, done: `Gjort ${at + 1}`, publishable: at === 0 ? 'yes' : 'no' }
    const { mark } = await write(db, partner, (tx) =>
      saveDraft(tx, partner, { item, mark: '', written }, secrets)
    )
    await write(db, partner, (tx) => submitAnswers(tx, partner, [{ item, mark }], secrets))
  }
  const { coordinator } = world.roles
  const accept = async (title: string) => {
    const { id, version } = await db
      .selectFrom('report')
      .innerJoin('commitment', 'commitment.id', 'report.commitment_id')
      .select(['report.id', 'report.version'])
      .where('title', '=', title)
      .executeTakeFirstOrThrow()
    await write(db, coordinator, (tx) =>
      reviewReport(tx, coordinator, id, { version, verdict: 'accepted', note: null })
    )
  }
  return { ...world, accept }
}

describe('the history of an organisation', () => {
  test('is what was accepted and may be shown; inside also what was not, and what waits', async () => {
    const { housing, roles, accept } = await answered()
    const titles = async (role: keyof typeof roles) =>
      (await listTold(db, roles[role], housing)).map(({ title, state }) => `${title} ${state}`)
    expect(await titles('visitor')).toEqual([])
    expect(await titles('representative')).toEqual(['Löfte 2 submitted', 'Löfte 1 submitted'])
    await accept('Löfte 1')
    await accept('Löfte 2')
    expect(await titles('visitor')).toEqual(['Löfte 1 accepted'])
    expect(await titles('other')).toEqual(['Löfte 1 accepted'])
    expect(await titles('coordinator')).toEqual(['Löfte 2 accepted', 'Löfte 1 accepted'])
    expect(await listTold(db, roles.visitor, housing)).toMatchObject([{ degree: 'fully', told: 'Gjort 1' }])
  })

  test('goes on with what has a last day ahead', async () => {
    const { housing, roles } = await askedWorld(db)
    setClock(new Date('2026-11-22T10:00:00Z'))
    await write(db, cli, async (tx) => {
      const due = (number: number, to_day: string) =>
        tx.updateTable('commitment').set({ to_day }).where('number', '=', number).execute()
      await due(1, '2027-06-01')
      await due(2, '2026-11-21')
      await due(3, '2026-12-01')
    })
    const ahead = await listAhead(db, roles.visitor, housing, 'Europe/Stockholm')
    setClock(null)
    expect(ahead.map(({ title }) => title)).toEqual(['Löfte 3', 'Löfte 1'])
  })
})
