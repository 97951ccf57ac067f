import { beforeAll, describe, expect, test } from 'vitest'
import { createCollaboration } from '#server/domain/collaborations/creating.ts'
import { createCommitment } from '#server/domain/commitments/creating.ts'
import { cli } from '#server/domain/people/actor.ts'
import { write } from '#server/platform/db/write.ts'
import type { Journey } from './journey.ts'
import type { Kvarter } from './kvarter.ts'
import { journeysIn } from './opening.ts'
import { signInAs } from './signing-in.ts'
import { ways } from './ways.ts'
import { go, send } from './writing.ts'

const parent = 'Medborgarlöfte Exempelkvarteret'
const [one, other] = ['Nätverket', 'Rådet']
const page = { one: '/samverkan/natverket', parent: '/samverkan/exempelkvarteret' }

/** Two collaborations with nothing of their own, one of them with two proposals. */
const begin = ({ db }: Kvarter) =>
  write(db, cli, async (tx) => {
    const { kind_id, authority_id, main_area_id } = await tx
      .selectFrom('collaboration')
      .select(['kind_id', 'authority_id', 'main_area_id'])
      .where('slug', '=', 'exempelkvarteret')
      .executeTakeFirstOrThrow()
    const basis = { kind_id, authority_id, main_area_id, invented: true, reach: 'public' as const }
    const none = { id: null, purpose: null, from_day: null, to_day: null, predecessor_id: null }
    const made = { ...basis, ...none, precision: 'day' as const }
    const { id } = await createCollaboration(tx, cli, { ...made, name: one })
    await createCollaboration(tx, cli, { ...made, name: other })
    for (const title of ['Gemensam mejllista', 'Möte varje månad'])
      await createCommitment(tx, cli, id, { title })
  })

describe.each(ways)('a collaboration under another, $name', (way) => {
  const open = journeysIn(way)
  let coordinator: Journey
  beforeAll(async () => {
    await begin(open.kvarter)
    coordinator = await open.journey()
    await signInAs(coordinator, 'Administratör')
  })

  test('has its purpose and goals from what it is part of', async () => {
    await coordinator.step('says what it is part of', async (at) => {
      await at.goto(page.one)
      await go(at.getByRole('link', { name: 'Ändra: vad det här ingår i' }))
      await at.getByLabel(parent).check()
      await send(at, 'Spara')
      expect(await at.locator('#ingar').textContent()).toContain(parent)
      expect(await at.locator('#om').textContent()).toContain(`Från ${parent}`)
      expect(await at.textContent('main')).toContain('Alla barn i Exempelkvarteret ska ha')
    })
    await coordinator.step('reads of it there too', async (at) => {
      await at.goto(page.parent)
      expect(await at.textContent('main')).toContain(one)
    })
  })

  test('never stands above what it lies under', () =>
    coordinator.step(
      'tries',
      async (at) => {
        await at.goto(`${page.parent}?redigera=ingar`)
        await at.getByLabel(one).check()
        await send(at, 'Spara')
        expect(await at.locator('#fel').textContent()).toContain('Ingår i: Det går inte')
        expect(await at.getByLabel(one).isChecked()).toBe(true)
      },
      { refused: 422 }
    ))

  test('two who choose at once see both choices', async () => {
    await coordinator.step(
      'comes second',
      async (at) => {
        const first = await coordinator.anotherWindow()
        for (const window of [first, at]) await window.goto(`${page.one}?redigera=ingar`)
        await first.getByLabel(other).check()
        await send(first, 'Spara')
        await first.close()
        await at.getByLabel(parent).uncheck()
        await send(at, 'Spara')
        const choices = await at.locator('.conflict-texts > div').allTextContents()
        expect(choices.map((text) => [text.includes(parent), text.includes(other)])).toEqual([
          [true, true],
          [false, false]
        ])
      },
      { refused: 409 }
    )
    await coordinator.step('keeps one of them', async (at) => {
      await at.getByLabel('De som är ikryssade här').check()
      await at.getByLabel(parent).uncheck()
      await send(at, 'Spara mitt val')
      expect(await at.locator('#ingar a').first().textContent()).toBe(other)
    })
  })

  test('all that are proposed are agreed at one press', () =>
    coordinator.step('presses it', async (at) => {
      await at.goto(page.one)
      await send(at, 'Markera alla 2 föreslagna som bestämda')
      expect(await at.textContent('.sum')).toContain('2 är bestämda')
      expect(await at.getByRole('button', { name: 'Markera alla' }).count()).toBe(0)
    }))
})
