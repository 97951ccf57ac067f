import { afterEach, describe, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import { write } from '#server/platform/db/write.ts'
import { NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld, secrets } from '#tests/round.ts'
import { declineToAnswer } from './declining.ts'
import { findDraft } from './drafts.ts'
import { saveDraft } from './saving.ts'
import { submitAnswers } from './submitting.ts'
import { cli } from '../people/actor.ts'
import { closeRound } from '../rounds/closing.ts'
import { forwardItems, listForwarded, withdrawForwarded, type Forwarding } from './forwarding.ts'
import { findLink, type LinkActor } from '../links/links.ts'
import { withdrawLink } from '../links/sending.ts'
import { tokenOf } from '../links/tokens.ts'

const db = await testDatabase()
afterEach(() => setClock(null))

const forward = (actor: LinkActor, to: Partial<Forwarding> = {}) =>
  write(db, actor, (tx) =>
    forwardItems(
      tx,
      actor,
      {
        ...{ name: 'Kollega', mail: 'kollega@bostader.example', may: 'answer' },
        ...{ item_ids: actor.errand.items.slice(0, 1), ...to }
      },
      secrets
    )
  )
const openLink = async (id: string) => {
  const link = await db
    .selectFrom('link')
    .select(['id', 'generation'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return findLink(db, tokenOf(secrets, link))
}
const saving = (actor: LinkActor, item: string, done: string) =>
  write(db, actor, (tx) =>
    saveDraft(tx, actor, { item, mark: '', written: { degree: 'fully', done } }, secrets)
  )

describe('a forwarded link', () => {
  test('opens what was chosen and nothing else, for the colleague, as long as the one it came from', async () => {
    const { partner } = await askedWorld(db)
    const { actor, state } = await openLink(await forward(partner))
    expect(state).toBe('open')
    expect(actor.errand).toMatchObject({
      kind: 'answer',
      admitted: true,
      items: partner.errand.items.slice(0, 1)
    })
    expect(actor.errand.responder).toMatchObject({ name: 'Kollega', mail: 'kollega@bostader.example' })
    await expect(saving(actor, partner.errand.items[1] ?? '', 'Mer')).rejects.toThrow(NotFound)
    await expect(forward(actor, { mail: 'c@b.example', item_ids: partner.errand.items })).rejects.toThrow(
      NotFound
    )
    const expiries = await db.selectFrom('link').select('expires_at').distinct().execute()
    expect(expiries).toHaveLength(1)
  })

  test('is one per mail however often it is asked for, and grows with what is asked', async () => {
    setClock(new Date('2026-12-01T09:00:00Z'))
    const { partner } = await askedWorld(db)
    const mails = () => db.selectFrom('message').select('id').where('kind', '=', 'answer_link').execute()
    const before = (await mails()).length
    const link = await forward(partner, { may: 'read' })
    expect(await forward(partner, { may: 'read' })).toBe(link)
    expect((await mails()).length).toBe(before + 1)
    expect(await forward(partner, { item_ids: partner.errand.items })).toBe(link)
    expect((await openLink(link)).actor.errand).toMatchObject({ kind: 'answer' })
    expect((await openLink(link)).actor.errand.items).toHaveLength(3)
    expect(await listForwarded(db, partner)).toMatchObject([{ id: link, name: 'Kollega', items: 3 }])
  })

  test('to read changes nothing, and reads the draft', async () => {
    const { partner } = await askedWorld(db)
    const item = partner.errand.items[0] ?? ''
    const { mark } = await saving(partner, item, 'Så här långt')
    const { actor: chief } = await openLink(await forward(partner, { may: 'read' }))
    expect((await findDraft(db, chief, item, secrets))?.written).toMatchObject({ done: 'Så här långt' })
    await expect(saving(chief, item, 'Nej')).rejects.toThrow(NotAllowed)
    const attempts = [
      write(db, chief, (tx) => submitAnswers(tx, chief, [{ item, mark }], secrets)),
      write(db, chief, (tx) => declineToAnswer(tx, chief, { reason: 'Nej' })),
      forward(chief, { mail: 'annan@bostader.example' })
    ]
    for (const { status } of await Promise.allSettled(attempts)) expect(status).toBe('rejected')
  })

  test('is withdrawn by whoever made it, with all made from it, and by nobody else in the party', async () => {
    const { partner, officer } = await askedWorld(db)
    const link = await forward(partner)
    const { actor: colleague } = await openLink(link)
    const further = await forward(colleague, { mail: 'tredje@bostader.example' })
    await expect(write(db, officer, (tx) => withdrawForwarded(tx, officer, link))).rejects.toThrow(NotFound)
    await expect(write(db, partner, (tx) => withdrawForwarded(tx, partner, further))).rejects.toThrow(
      NotFound
    )
    await write(db, partner, (tx) => withdrawForwarded(tx, partner, link))
    expect((await openLink(link)).state).toBe('withdrawn')
    expect((await openLink(further)).state).toBe('withdrawn')
    expect((await openLink(await forward(partner))).state).toBe('open')
  })

  test('dies with the one it came from when a coordinator withdraws that', async () => {
    const { partner, roles } = await askedWorld(db)
    const link = await forward(partner)
    await write(db, roles.coordinator, (tx) => withdrawLink(tx, roles.coordinator, partner.errand.link))
    expect((await openLink(link)).state).toBe('withdrawn')
  })

  test('is not made for oneself, for a coordinator, for whom the coordinator has shut out, or in a closed round', async () => {
    const { partner, roles, round } = await askedWorld(db)
    const { mail } = partner.errand.responder
    await expect(forward(partner, { mail })).rejects.toMatchObject({ errors: { mail: 'yourself' } })
    const person = roles.coordinator.person?.id ?? ''
    await write(db, cli, (tx) =>
      tx
        .insertInto('role_grant')
        .values({
          ...{ id: person, person_id: person, role: 'coordinator' },
          ...{ scope_kind: 'collaboration', scope_id: partner.errand.collaboration }
        })
        .execute()
    )
    await expect(forward(partner, { mail: `${person}@roll.example` })).rejects.toMatchObject({
      errors: { mail: 'not_of_the_organisation' }
    })
    const { actor: colleague } = await openLink(await forward(partner))
    await write(db, roles.coordinator, (tx) => withdrawLink(tx, roles.coordinator, partner.errand.link))
    await expect(forward(colleague, { mail })).rejects.toMatchObject({ errors: { mail: 'link_withdrawn' } })
    await write(db, roles.coordinator, (tx) => closeRound(tx, roles.coordinator, round.id))
    await expect(forward(partner)).rejects.toMatchObject({ errors: { form: 'round_closed' } })
  })
})
