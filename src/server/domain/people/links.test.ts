import { describe, expect, test } from 'vitest'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld, secrets } from '#tests/round.ts'
import { forwardItems } from '../answers/forwarding.ts'
import { findLink, type LinkActor } from '../links/links.ts'
import { sendLinkAgain } from '../links/sending.ts'
import { tokenOf } from '../links/tokens.ts'
import { openOwnLink } from '../rounds/representing.ts'
import { cli } from './actor.ts'
import { changePerson, endPerson } from './changing.ts'
import { grantRole, withdrawRole } from './granting.ts'

const db = await testDatabase()
type World = Awaited<ReturnType<typeof askedWorld>>
const scope = (id: Id) => ({ kind: 'organisation' as const, id })

const stateOf = async (id: Id) => {
  const { generation } = await db
    .selectFrom('link')
    .select('generation')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return (await findLink(db, tokenOf(secrets, { id, generation }))).state
}

/** A representative of the housing company, by a link of their own. */
async function answering({ roles, partner, housing }: World): Promise<LinkActor> {
  const { representative } = roles
  const token = await write(db, cli, async (tx) => {
    await grantRole(tx, cli, representative.person?.id ?? '', {
      role: 'representative',
      scope: scope(housing)
    })
    return openOwnLink(tx, representative, partner.errand.space, secrets)
  })
  return (await findLink(db, token)).actor
}

const forward = (actor: LinkActor) =>
  write(db, actor, (tx) =>
    forwardItems(
      tx,
      actor,
      { name: 'Privat', mail: 'privat@hemma.example', may: 'read', item_ids: actor.errand.items },
      secrets
    )
  )

/** Whoever answers at the housing company, as somebody with an account. */
async function known({ partner }: World): Promise<Id> {
  const { name, mail } = partner.errand.responder
  const id = newId()
  await write(db, cli, (tx) => tx.insertInto('person').values({ id, name, mail }).execute())
  return id
}

describe('what somebody sent on ends with their own link', () => {
  test('when they speak for the organisation no more', async () => {
    const world = await askedWorld(db)
    const further = await forward(await answering(world))
    const person = world.roles.representative.person?.id ?? ''
    await write(db, cli, (tx) =>
      withdrawRole(tx, cli, person, { role: 'representative', scope: scope(world.housing) })
    )
    expect(await stateOf(further)).toBe('withdrawn')
    expect(await stateOf(world.partner.errand.link)).toBe('open')
  })

  test('when their account ends', async () => {
    const world = await askedWorld(db)
    const further = await forward(await answering(world))
    await write(db, cli, (tx) => endPerson(tx, cli, world.roles.representative.person?.id ?? ''))
    expect(await stateOf(further)).toBe('withdrawn')
  })
})

test('a new mail address is somebody new: links to the old one open nothing', async () => {
  const world = await askedWorld(db)
  const { errand } = await answering(world)
  const person = await db
    .selectFrom('person')
    .select(['id', 'name', 'position', 'version'])
    .where('id', '=', world.roles.representative.person?.id ?? '')
    .executeTakeFirstOrThrow()
  const { id, ...as } = person
  const change = (mail: string, version: number) =>
    write(db, cli, (tx) =>
      changePerson(tx, cli, id, { ...as, language: null, name: 'Nytt namn', mail, version })
    )
  await change(errand.responder.mail, as.version)
  expect(await stateOf(errand.link)).toBe('open')
  await change('annan@bostader.example', as.version + 1)
  expect(await stateOf(errand.link)).toBe('withdrawn')
})

describe('whoever comes to coordinate answers no more for an organisation that is not theirs', () => {
  const coordinator = ({ collaboration }: World) =>
    ({ role: 'coordinator', scope: { kind: 'collaboration', id: collaboration } }) as const

  test('from the moment they do', async () => {
    const world = await askedWorld(db)
    const person = await known(world)
    await write(db, cli, (tx) => grantRole(tx, cli, person, coordinator(world)))
    expect(await stateOf(world.partner.errand.link)).toBe('withdrawn')
    expect(await stateOf(world.officer.errand.link)).toBe('open')
  })

  test('and goes on where it is theirs, until it is not', async () => {
    const world = await askedWorld(db)
    const person = await known(world)
    const { link } = world.partner.errand
    await write(db, cli, async (tx) => {
      await grantRole(tx, cli, person, { role: 'member', scope: scope(world.housing) })
      await grantRole(tx, cli, person, coordinator(world))
    })
    expect(await stateOf(link)).toBe('open')
    await write(db, cli, (tx) =>
      withdrawRole(tx, cli, person, { role: 'member', scope: scope(world.housing) })
    )
    expect(await stateOf(link)).toBe('withdrawn')
  })

  test('and can’t mail themselves the link they once had', async () => {
    const world = await askedWorld(db)
    const person = await known(world)
    const { coordinator: other } = world.roles
    const { link } = world.partner.errand
    await write(db, cli, (tx) => grantRole(tx, cli, person, coordinator(world)))
    await expect(write(db, other, (tx) => sendLinkAgain(tx, other, link, secrets))).rejects.toMatchObject({
      errors: { form: 'not_of_the_organisation' }
    })
    expect(await stateOf(link)).toBe('withdrawn')
  })
})
