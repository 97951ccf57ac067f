import { describe, expect, test } from 'vitest'
import type { Id } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { readNotification } from '#server/platform/mail/notification.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { bounceOf } from '#tests/bounces.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld, secrets } from '#tests/round.ts'
import { saveDraft } from '../answers/saving.ts'
import { markLinkBounced, receiveBounce } from '../links/bouncing.ts'
import { forwardItems, type Forwarding } from '../answers/forwarding.ts'
import { sendLinkAgain } from '../links/sending.ts'
import { cli } from '../people/actor.ts'
import { mendAddress } from './mending.ts'

const db = await testDatabase()
const anew = { name: 'Områdeschef', mail: 'ny@bostader.example' }

const linkRow = (id: Id) =>
  db
    .selectFrom('link')
    .innerJoin('responder', 'responder.id', 'link.responder_id')
    .select(['link.errand', 'link.withdrawn_at', 'link.bounced_at', 'link.bounce_reason'])
    .select(['responder.mail', 'responder.admitted'])
    .where('link.id', '=', id)
    .executeTakeFirstOrThrow()
const itemsOf = async (id: Id) =>
  (await db.selectFrom('link_item').select('item_id').where('link_id', '=', id).execute()).map(
    ({ item_id }) => item_id
  )
async function messageTo(link: Id) {
  const rows = await db.selectFrom('message').selectAll().execute()
  return rows.find(({ parameters }) => (parameters as { link_id?: Id }).link_id === link)!
}
const facts = () => db.selectFrom('fact').select('parameters').where('code', '=', 'link.bounced').execute()

describe('a mail that comes back', () => {
  const receive = (raw: string) => write(db, cli, (tx) => receiveBounce(tx, readNotification(raw)!))

  test('is noted at its link, once, with the code of why', async () => {
    const { partner } = await askedWorld(db)
    const { link } = partner.errand
    const { id } = await messageTo(link)
    const notification = bounceOf(`${id}@kvarter.example`)
    expect(await receive(notification)).toBe('ours')
    const first = await linkRow(link)
    expect(first).toMatchObject({ bounce_reason: '5.1.1' })
    expect(await receive(notification.replace('5.1.1', '5.2.2'))).toBe('ours')
    expect(await linkRow(link)).toEqual(first)
    expect(await facts()).toEqual([{ parameters: { link } }])
    expect((await messageTo(link)).error).toBe('5.2.2')
  })

  test('is nothing when it is only late, or is not ours', async () => {
    const { partner } = await askedWorld(db)
    const { id } = await messageTo(partner.errand.link)
    const late = bounceOf(`${id}@kvarter.example`, { action: 'delayed', status: '4.4.1' })
    expect(await receive(late)).toBe('not_failed')
    expect(await receive(bounceOf('x@kvarter.example'))).toBe('other_mail')
    expect(await receive(bounceOf(`${partner.errand.link}@kvarter.example`))).toBe('other_mail')
    expect(await facts()).toEqual([])
  })

  test('is marked by hand by its coordinators, and gone when the link is mailed again', async () => {
    const { partner, roles } = await askedWorld(db)
    const { link } = partner.errand
    for (const actor of [roles.reader, roles.elsewhere, roles.representative, roles.visitor, partner]) {
      const marking = write(db, actor, (tx) => markLinkBounced(tx, actor, link, null))
      await expect(marking).rejects.toThrow(NotFound)
    }
    const { coordinator } = roles
    await write(db, coordinator, (tx) => markLinkBounced(tx, coordinator, link, 'Slutade i höstas'))
    expect(await linkRow(link)).toMatchObject({ bounce_reason: 'Slutade i höstas' })
    await write(db, coordinator, (tx) => sendLinkAgain(tx, coordinator, link, secrets))
    expect(await linkRow(link)).toMatchObject({ bounced_at: null, bounce_reason: null })
  })
})

describe('a new address', () => {
  async function mended(responder = anew) {
    const world = await askedWorld(db)
    const { coordinator } = world.roles
    const old = world.partner.errand.link
    const mend = () => write(db, coordinator, (tx) => mendAddress(tx, coordinator, old, responder, secrets))
    return { ...world, coordinator, old, mend }
  }

  test('has a link of its own to the same, and the old one opens nothing', async () => {
    const { old, mend } = await mended()
    const link = await mend()
    expect(link).not.toBe(old)
    expect((await linkRow(old)).withdrawn_at).not.toBeNull()
    expect(await linkRow(link)).toMatchObject({ withdrawn_at: null, admitted: true, ...{ mail: anew.mail } })
    expect(await itemsOf(link)).toEqual(await itemsOf(old))
    expect(await messageTo(link)).toMatchObject({ kind: 'answer_link', state: 'waiting' })
    expect(await mend()).toBe(link)
  })

  test('does not open what others have begun to write', async () => {
    const { partner, mend } = await mended()
    const item = partner.errand.items[0] ?? ''
    const written = { done: 'Hemligt' }
    await write(db, partner, (tx) => saveDraft(tx, partner, { item, mark: '', written }, secrets))
    expect(await linkRow(await mend())).toMatchObject({ admitted: false })
  })

  test('of a forwarded link gives no more than that one', async () => {
    const { partner, coordinator } = await mended()
    const [item = ''] = partner.errand.items
    const colleague: Forwarding = {
      name: 'Kollega',
      mail: 'kollega@bostader.example',
      item_ids: [item],
      may: 'read'
    }
    const forwarded = await write(db, partner, (tx) => forwardItems(tx, partner, colleague, secrets))
    const link = await write(db, coordinator, (tx) => mendAddress(tx, coordinator, forwarded, anew, secrets))
    expect(await itemsOf(link)).toEqual([item])
    expect(await linkRow(link)).toMatchObject({ errand: 'read' })
  })

  test('leaves the links of colleagues to whom the old one was sent on', async () => {
    const { partner, coordinator, old, mend } = await mended()
    const item_ids = partner.errand.items.slice(0, 1)
    const colleague: Forwarding = {
      name: 'Kollega',
      mail: 'kollega@bostader.example',
      item_ids,
      may: 'answer'
    }
    const forwarded = await write(db, partner, (tx) => forwardItems(tx, partner, colleague, secrets))
    await mend()
    expect(await linkRow(forwarded)).toMatchObject({ withdrawn_at: null })
    const again = write(db, coordinator, (tx) => mendAddress(tx, coordinator, old, colleague, secrets))
    expect(await again).toBe(forwarded)
    expect(await linkRow(forwarded)).toMatchObject({ withdrawn_at: null })
  })

  test('is not the old one', async () => {
    const { mend } = await mended({ ...anew, mail: 'chef@bostader.example' })
    await expect(mend()).rejects.toMatchObject({ errors: { mail: 'same_mail' } })
  })

  test('is the coordinators’ to give', async () => {
    const { roles, partner, old } = await mended()
    for (const actor of [roles.reader, roles.elsewhere, roles.representative, roles.visitor, partner]) {
      const mending = write(db, actor, (tx) => mendAddress(tx, actor, old, anew, secrets))
      await expect(mending).rejects.toThrow(NotFound)
    }
  })
})
