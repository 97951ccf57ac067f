import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { merge, nothing, textsOf, type Contents, type Edit, type Writer } from './merging.ts'

/** A token that tells itself, so that a failure can be read. */
const token = (name: string, text: string) => (text ? `${name}=${text}` : '')
const known = (name: string, ...texts: string[]) => texts.map((text) => token(name, text))
const who = (name: string) => ({ id: name, name })
const writer = (name: string, device?: string): Writer => ({
  by: who(name),
  at: '2026-11-22T12:00:00.000Z',
  revision: 1,
  ...(device ? { device } : {})
})
const edit = (text: string, base: string[] = [''], n?: number, name = 'done'): Edit => ({
  ...{ name, text, base },
  ...(n === undefined ? {} : { n, from: 1 })
})
const texts = ({ fields }: Contents, name = 'done') =>
  fields[name] ? textsOf(fields[name]).map(({ text }) => text) : []
const after = (...steps: [Edit[], Writer][]) =>
  steps.reduce<Contents>((contents, [edits, by]) => merge(contents, edits, by, token), nothing)

describe('two who write', () => {
  test('different fields keep both, silently', () => {
    const both = after(
      [[edit('ett')], writer('Anna')],
      [[edit('två', [''], undefined, 'learnt')], writer('Bo')]
    )
    expect([texts(both), texts(both, 'learnt')]).toEqual([['ett'], ['två']])
    expect([both.begun_by?.name, both.by?.name]).toEqual(['Anna', 'Bo'])
  })

  test('the same field on the same text keep both texts, the first one standing', () => {
    expect(texts(after([[edit('ett')], writer('Anna')], [[edit('två')], writer('Bo')]))).toEqual([
      'ett',
      'två'
    ])
  })

  test('the same field one after the other leave the last', () => {
    const one = after([[edit('ett')], writer('Anna')], [[edit('två', known('done', 'ett'))], writer('Bo')])
    expect(texts(one)).toEqual(['två'])
  })

  test('the same words have nothing to choose between', () => {
    expect(texts(after([[edit('ett')], writer('Anna')], [[edit('ett')], writer('Bo')]))).toEqual(['ett'])
  })

  test('one that empties what another goes on with', () => {
    const base = known('done', 'ett')
    const both = after(
      [[edit('ett')], writer('Anna')],
      [[edit('', base)], writer('Anna')],
      [[edit('ett och två', base)], writer('Bo')]
    )
    expect(texts(both)).toEqual(['', 'ett och två'])
  })

  test('a third text stands beside the others, and choosing takes away those that were seen', () => {
    const three = after(
      [[edit('ett')], writer('A')],
      [[edit('två')], writer('B')],
      [[edit('tre')], writer('C')]
    )
    expect(texts(three)).toEqual(['ett', 'två', 'tre'])
    const chosen = merge(three, [edit('två', known('done', 'ett', 'två'))], writer('A'), token)
    expect(texts(chosen)).toEqual(['två', 'tre'])
    const settled = merge(chosen, [edit('allt', known('done', 'två', 'tre'))], writer('A'), token)
    expect(texts(settled)).toEqual(['allt'])
  })

  test('two who choose at once leave no text that the other has not seen', () => {
    const two = after([[edit('ett')], writer('A')], [[edit('två')], writer('B')])
    const seen = known('done', 'ett', 'två')
    const one = merge(two, [edit('ett', seen)], writer('A'), token)
    expect(texts(merge(one, [edit('två', seen)], writer('B'), token))).toEqual(['två'])
    const joined = merge(two, [edit('ett och två', seen)], writer('A'), token)
    expect(texts(merge(joined, [edit('två', seen)], writer('B'), token))).toEqual(['ett och två', 'två'])
  })
})

describe('a device', () => {
  test('that says the same again changes nothing, even when another wrote in between', () => {
    const first = after([[edit('ett', [''], 1)], writer('A', 'telefon')])
    const second = merge(first, [edit('två', known('done', 'ett'))], writer('B'), token)
    expect(merge(second, [edit('ett', [''], 1)], writer('A', 'telefon'), token)).toBe(second)
  })

  test('that never heard the answer goes on from its own text', () => {
    const first = after([[edit('ett', [''], 1)], writer('A', 'telefon')])
    expect(texts(merge(first, [edit('ett till', [''], 2)], writer('A', 'telefon'), token))).toEqual([
      'ett till'
    ])
  })

  test('is remembered among forty', () => {
    const many = after(
      ...Array.from({ length: 60 }, (_, at): [Edit[], Writer] => [
        [edit(`${at}`, [''], 1)],
        writer('A', `d${at}`)
      ])
    )
    expect(many.devices).toHaveLength(40)
    expect(many.devices.at(-1)).toEqual(['d59', 1])
  })
})

describe('however two write in each other’s way', () => {
  const names = ['done', 'learnt', 'degree']
  type Step = {
    who: 0 | 1
    name: string
    does: 'writes' | 'reads' | 'sends' | 'sends twice' | 'loses the answer'
  }
  const step = fc.record<Step>({
    who: fc.constantFrom(0, 1),
    name: fc.constantFrom(...names),
    does: fc.constantFrom('writes', 'reads', 'sends', 'sends twice', 'loses the answer')
  })

  /** Each text is its own, and says which texts its writer had before them. */
  test('each text stands, or was seen by whoever replaced it, and none stands twice', () =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let contents = nothing
        let count = 0
        const replaced = new Set<string>()
        const sent: string[] = []
        const people = [0, 1].map((at) => ({
          device: `device-${at}`,
          n: 0,
          seen: new Map<string, string>(),
          pending: new Map<string, Edit & { n: number; from: number }>()
        }))
        for (const { who: at, name, does } of steps) {
          const one = people[at] as (typeof people)[number]
          if (does === 'writes') {
            const before = one.pending.get(name)
            if (before) replaced.add(before.text)
            const text = `${name} ${++count}`
            replaced.add(one.seen.get(name) ?? '')
            const n = ++one.n
            const from = before?.from ?? n
            one.pending.set(name, { name, text, base: [token(name, one.seen.get(name) ?? '')], n, from })
          } else if (does === 'reads') {
            for (const [field, { text }] of Object.entries(contents.fields))
              if (!one.pending.has(field)) one.seen.set(field, text)
          } else {
            const edits = [...one.pending.values()]
            sent.push(...edits.map(({ text }) => text))
            contents = merge(contents, edits, writer(one.device, one.device), token)
            if (does === 'sends twice') {
              const again = merge(contents, edits, writer(one.device, one.device), token)
              expect(again).toBe(contents)
            }
            if (does === 'loses the answer') continue
            for (const { name: field, text } of edits) one.seen.set(field, text)
            one.pending.clear()
          }
        }
        const standing = names.flatMap((name) => texts(contents, name))
        expect(new Set(standing).size).toBe(standing.length)
        for (const text of sent) expect(standing.includes(text) || replaced.has(text)).toBe(true)
      }),
      { numRuns: 500 }
    ))
})
