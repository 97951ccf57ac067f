import { afterEach, describe, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { Invalid, NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld, secrets } from '#tests/round.ts'
import { saveDraft } from '../answers/saving.ts'
import { submitAnswers } from '../answers/submitting.ts'
import type { LinkActor } from '../links/links.ts'
import { withdrawLink } from '../links/sending.ts'
import { cli } from '../people/actor.ts'
import { reviewReport } from '../reports/reviewing.ts'
import { closeRound } from './closing.ts'
import { remindable, remindDue, remindParties } from './reminding.ts'

const db = await testDatabase()
afterEach(() => setClock(null))

const at = (moment: string) => setClock(new Date(moment))
/** The round opens in December; it is due on 15 January. */
async function december() {
  at('2026-12-01T09:00:00Z')
  return askedWorld(db)
}
const reminders = async () => {
  const rows = await db
    .selectFrom('message')
    .select(({ ref }) => [ref('parameters').as('parameters'), 'dedupe_key'])
    .where('kind', '=', 'answer_reminder')
    .orderBy('created_at')
    .execute()
  return rows.map(({ parameters }) => parameters as { link_id: Id; day: string })
}
const days = async (link: Id) =>
  (await reminders()).filter(({ link_id }) => link_id === link).map(({ day }) => day)

async function answer(partner: LinkActor, items = partner.errand.items) {
  for (const item of items) {
    const written = { degree: 'partly', done: 'Lite' }
    const { mark } = await write(db, partner, (tx) =>
      saveDraft(tx, partner, { item, mark: '', written }, secrets)
    )
    await write(db, partner, (tx) => submitAnswers(tx, partner, [{ item, mark }], secrets))
  }
}
const change = (table: 'space' | 'round' | 'link' | 'round_item', where: Id, values: object) =>
  write(db, cli, (tx) => tx.updateTable(table).set(values).where('id', '=', where).execute())

/** Keeps the house four times a day. */
async function through(from: string, to: string) {
  for (let moment = Date.parse(from); moment <= Date.parse(to); moment += 6 * 3_600_000) {
    setClock(new Date(moment))
    await remindDue(db)
  }
}

describe('a planned reminder', () => {
  test('comes on its days to those with something left, in the morning, and never twice the same day', async () => {
    const { partner, officer } = await december()
    await through('2026-12-02T00:00:00Z', '2027-01-30T00:00:00Z')
    expect(await days(partner.errand.link)).toEqual(['2027-01-08', '2027-01-14', '2027-01-18'])
    expect(await days(officer.errand.link)).toEqual(['2027-01-08', '2027-01-14', '2027-01-18'])
  })

  test('waits for the morning of the installation’s zone', async () => {
    await december()
    at('2027-01-08T06:59:00Z')
    expect(await remindDue(db)).toBe(0)
    at('2027-01-08T07:00:00Z')
    expect(await remindDue(db)).toBe(2)
    expect(await remindDue(db)).toBe(0)
  })

  test('stops when all is answered, and comes again to what is returned', async () => {
    const { partner, roles } = await december()
    await through('2027-01-08T07:00:00Z', '2027-01-08T10:00:00Z')
    await answer(partner)
    await through('2027-01-08T11:00:00Z', '2027-01-15T00:00:00Z')
    expect(await days(partner.errand.link)).toEqual(['2027-01-08'])
    const { id } = await db.selectFrom('report').select('id').limit(1).executeTakeFirstOrThrow()
    const verdict = { version: 1, verdict: 'returned', note: 'Hur många?' } as const
    await write(db, roles.coordinator, (tx) => reviewReport(tx, roles.coordinator, id, verdict))
    await through('2027-01-15T01:00:00Z', '2027-01-30T00:00:00Z')
    expect(await days(partner.errand.link)).toEqual(['2027-01-08', '2027-01-18'])
  })

  test('follows the longer time that a party has', async () => {
    const { partner } = await december()
    await change('space', partner.errand.space, { due_on: '2027-02-01' })
    await through('2027-01-01T00:00:00Z', '2027-02-10T00:00:00Z')
    expect(await days(partner.errand.link)).toEqual(['2027-01-25', '2027-01-31', '2027-02-04'])
  })

  test('that was missed comes up to two days late, and the older ones not at all', async () => {
    const { partner } = await december()
    at('2027-01-10T09:00:00Z')
    await remindDue(db)
    at('2027-01-17T09:00:00Z')
    await remindDue(db)
    expect(await days(partner.errand.link)).toEqual(['2027-01-10'])
  })

  test('is not made where a mail went out on that day or since', async () => {
    const { partner, officer, roles, round } = await december()
    at('2027-01-08T05:00:00Z')
    const space = partner.errand.space
    await write(db, roles.coordinator, (tx) => remindParties(tx, roles.coordinator, round.id, [space]))
    await through('2027-01-08T07:00:00Z', '2027-01-12T00:00:00Z')
    expect(await reminders()).toHaveLength(2)
    expect(await days(officer.errand.link)).toEqual(['2027-01-08'])
  })

  test('stands in the name of whoever holds the round', async () => {
    const { roles, round } = await december()
    await change('round', round.id, { held_by: roles.coordinator.person?.id })
    at('2027-01-08T09:00:00Z')
    await remindDue(db)
    const fact = await db
      .selectFrom('fact')
      .select(['actor', 'parameters'])
      .where('code', '=', 'round.reminded')
      .executeTakeFirstOrThrow()
    expect(fact).toEqual({
      actor: { via: 'job', on_behalf_of: roles.coordinator.person?.id },
      parameters: { mails: 2 }
    })
  })
})

describe('nobody is reminded', () => {
  type World = Awaited<ReturnType<typeof december>>
  const when: Record<string, (world: World) => Promise<unknown>> = {
    'whose link is withdrawn': ({ partner, roles }) =>
      write(db, roles.coordinator, (tx) => withdrawLink(tx, roles.coordinator, partner.errand.link)),
    'whose mail comes back': ({ partner }) =>
      change('link', partner.errand.link, { bounced_at: new Date(), bounce_reason: '5.1.1' }),
    'who may only read': ({ partner }) => change('link', partner.errand.link, { errand: 'read' }),
    'whose link is too old': ({ partner }) => change('link', partner.errand.link, { expires_at: new Date() }),
    'whose party is exempt': ({ partner }) =>
      change('space', partner.errand.space, { exempted_at: new Date(), exempt_reason: 'Nej' }),
    'whose party will not answer': ({ partner }) =>
      change('space', partner.errand.space, { declined_at: new Date(), declined_reason: 'Nej' }),
    'who is asked nothing any more': async ({ partner }) => {
      for (const item of partner.errand.items) await change('round_item', item, { exempted_at: new Date() })
    },
    'who has answered': ({ partner }) => answer(partner)
  }
  test.each(Object.entries(when))('%s', async (_, happen) => {
    const world = await december()
    at('2027-01-02T09:00:00Z')
    await happen(world)
    at('2027-01-08T09:00:00Z')
    const { coordinator } = world.roles
    const left = await remindable(db, coordinator, world.round.id)
    expect(left).toEqual([{ link_id: world.officer.errand.link, space_id: world.officer.errand.space }])
    await remindDue(db)
    expect(await days(world.partner.errand.link)).toEqual([])
    expect(await days(world.officer.errand.link)).toEqual(['2027-01-08'])
  })

  test('when the round is closed, or takes answers at any time', async () => {
    const { roles, round } = await december()
    at('2027-01-08T09:00:00Z')
    await change('round', round.id, { kind: 'running' })
    expect(await remindDue(db)).toBe(0)
    await change('round', round.id, { kind: 'follow_up' })
    await write(db, roles.coordinator, (tx) => closeRound(tx, roles.coordinator, round.id))
    expect(await remindDue(db)).toBe(0)
    const press = write(db, roles.coordinator, (tx) => remindParties(tx, roles.coordinator, round.id))
    await expect(press).rejects.toThrow(Invalid)
  })
})

describe('one press', () => {
  test('reminds all with something left, or one party; again the same day, nobody', async () => {
    const { roles, round, partner, officer } = await december()
    const { coordinator } = roles
    const press = (spaces?: Id[]) =>
      write(db, coordinator, (tx) => remindParties(tx, coordinator, round.id, spaces))
    expect(await remindable(db, coordinator, round.id)).toEqual([])
    at('2026-12-10T22:00:00Z')
    expect(await remindable(db, coordinator, round.id)).toHaveLength(2)
    expect(await press([officer.errand.space])).toBe(1)
    expect(await press()).toBe(1)
    expect(await press()).toBe(0)
    // Midnight where the installation is.
    at('2026-12-10T23:30:00Z')
    expect(await press()).toBe(2)
    expect(await days(partner.errand.link)).toEqual(['2026-12-10', '2026-12-11'])
  })

  test('is the coordinators’', async () => {
    const { roles, round, partner } = await december()
    at('2026-12-10T09:00:00Z')
    for (const actor of [roles.reader, roles.elsewhere, roles.representative, roles.visitor, partner]) {
      await expect(remindable(db, actor, round.id)).rejects.toThrow(NotFound)
      const press = write(db, actor, (tx) => remindParties(tx, actor, round.id))
      await expect(press).rejects.toThrow(NotFound)
    }
  })
})
