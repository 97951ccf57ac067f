import { expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { Device, dice, type House } from '#tests/dropping.ts'
import { askedWorld, secrets } from '#tests/round.ts'
import { findDraft, type Draft } from './drafts.ts'
import { mergeDraft, saveDraft } from './saving.ts'

const db = await testDatabase()
const names = ['reason', 'done', 'contributed', 'learnt', 'figures.0.unit']

/** Two colleagues on the train, each with a phone, and the house they write to. */
async function onTheTrain(seed: number) {
  const { partner } = await askedWorld(db)
  const item = partner.errand.items[0] ?? ''
  let time = 0
  const draft = () => findDraft(db, partner, item, secrets)
  const house: House = {
    merge: (sent) => write(db, partner, (tx) => mergeDraft(tx, partner, { item, ...sent }, secrets)),
    page: async () => {
      const at = ++time
      const found = await draft()
      const texts = Object.fromEntries(names.map((name) => [name, found?.written[name] ?? '']))
      return { mark: found?.mark ?? '', at, texts }
    },
    clock: () => ++time
  }
  const drawn = dice(seed)
  const devices = ['telefonen', 'plattan'].map((name) => new Device(name, house, drawn)) as [Device, Device]
  return { partner, item, drawn, devices, draft }
}

const textsIn = (draft: Draft | null, name: string): string[] =>
  draft?.conflicts[name]?.map(({ text }) => text) ?? [draft?.written[name] ?? '']

test.each([
  [1000, 1],
  [250, 2],
  [250, 3]
])(
  '%i edits on two devices on a bad line: nothing lost, nothing doubled (%i)',
  { timeout: 180_000 },
  async (edits, seed) => {
    const { partner, item, drawn, devices, draft } = await onTheTrain(seed)
    for (const device of devices) await device.open()
    const written: { name: string; text: string }[] = []
    /** Texts that somebody had before them when they wrote another in their place. */
    const replaced = new Set<string>()
    for (let edit = 1; edit <= edits; edit++) {
      const device = drawn.one(devices)
      const name = drawn.one(names)
      const text = `${name} nummer ${edit}`
      replaced.add(device.shows(name))
      device.writes(name, text)
      written.push({ name, text })
      if (drawn.chance(0.6)) await device.sends()
      if (drawn.chance(0.05)) await device.open()
      if (drawn.chance(0.02)) {
        const found = await draft()
        for (const texts of Object.values(found?.conflicts ?? {}))
          for (const { text } of texts) if (text !== texts[1]?.text) replaced.add(text)
        await settle(partner, item, found)
      }
    }
    for (const device of devices) {
      device.line = 'good'
      await device.sends()
      expect(device.replica.unsent).toEqual({})
    }
    const standing = await draft()
    for (const { name, text } of written)
      expect([text, replaced.has(text) || textsIn(standing, name).includes(text)]).toEqual([text, true])
    for (const name of names) {
      const texts = textsIn(standing, name)
      expect(new Set(texts).size).toBe(texts.length)
      // What somebody has put another in the place of does not come back, however late it arrives.
      expect(texts.filter((text) => replaced.has(text))).toEqual([])
    }
    expect(Object.keys(standing?.conflicts ?? {}).length).toBeGreaterThan(0)
    await settle(partner, item, standing)
    for (const device of devices) await device.open()
    const settled = await draft()
    expect(settled?.conflicts).toEqual({})
    for (const name of names)
      expect(devices.map((device) => device.shows(name))).toEqual([
        settled?.written[name],
        settled?.written[name]
      ])
  }
)

async function settle(...[partner, item, draft]: [Parameters<typeof mergeDraft>[1], string, Draft | null]) {
  const chosen = Object.entries(draft?.conflicts ?? {}).flatMap(([name, texts]): [string, string][] => [
    [`keep_${name}`, texts[1]?.token ?? ''],
    [`seen_${name}`, texts.map(({ token }) => token).join(' ')]
  ])
  const settled = { item, mark: draft?.mark ?? '', written: Object.fromEntries(chosen) }
  await write(db, partner, (tx) => saveDraft(tx, partner, settled, secrets))
}

test('fields that only one of them writes are never asked about', { timeout: 60_000 }, async () => {
  const { drawn, devices, draft } = await onTheTrain(4)
  for (const device of devices) await device.open()
  const last = new Map<string, string>()
  for (let edit = 1; edit <= 200; edit++) {
    const own = drawn.one([0, 1] as const)
    const name = drawn.one(own === 0 ? ['done', 'learnt'] : ['reason', 'contributed'])
    devices[own].writes(name, `${name} ${edit}`)
    last.set(name, `${name} ${edit}`)
    if (drawn.chance(0.7)) await devices[own].sends()
    if (drawn.chance(0.1)) await devices[own].open()
  }
  for (const device of devices) {
    device.line = 'good'
    await device.sends()
  }
  const standing = await draft()
  expect(standing?.conflicts).toEqual({})
  expect(standing?.written).toEqual(Object.fromEntries(last))
})
