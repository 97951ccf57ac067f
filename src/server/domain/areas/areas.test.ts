import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { read } from '#server/platform/forms/fields.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { cli, visitor } from '../people/actor.ts'
import { findArea, findSuccession, listAreas, listAreasAbove } from './areas.ts'
import { changeArea, createArea, drawBoundary, renameArea, succeedArea } from './changing.ts'
import { classifyArea, endClassification, listClassifications, removeClassification } from './classifying.ts'
import { changedArea, newArea, newBoundary, newClassification, type ChangedArea } from './fields.ts'
import { addParent, listCodes, listParents, removeCode, removeParent, setCode } from './placing.ts'
import { areaTree, findWayDown } from './tree.ts'

const db = await testDatabase()
const asCli = <T>(work: (tx: Tx) => Promise<T>) => write(db, cli, work)

function written<T>(reading: { ok: true; value: T } | { ok: false; errors: unknown }): T {
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
  return reading.value
}
const create = (name: string, rest: Record<string, unknown> = {}) =>
  asCli((tx) => createArea(tx, cli, written(read(newArea, { name, kind: 'district', ...rest }))))
const called = async (name: string) => findArea(db, await create(name))

async function changed(
  slug: string,
  changes: Partial<Record<keyof ChangedArea, string>>
): Promise<ChangedArea> {
  const { name, kind, version } = await findArea(db, slug)
  return written(read(changedArea, { name, kind, version: String(version), ...changes }))
}

let town: Awaited<ReturnType<typeof findArea>>
let quarter: Awaited<ReturnType<typeof findArea>>
beforeAll(async () => {
  town = await called('Staden')
  quarter = await findArea(db, await create('Västra Ängen', { parent_ids: [town.id] }))
})

describe('an area', () => {
  test('gets its address from its name, with a number where that is taken', async () => {
    expect(quarter.slug).toBe('vastra-angen')
    expect(await create('Västra ängen')).toBe('vastra-angen-2')
    expect(await create('Ny')).toBe('ny-2')
    expect(await create('日本')).toBe('area')
  })

  test('is made once though its form is sent twice', async () => {
    const id = '0190a000-0000-7000-8000-00000000000a'
    expect([await create('Norr', { id }), await create('Norr', { id })]).toEqual(['norr', 'norr'])
  })

  test('is refused an address that leads, or once led, to another', async () => {
    await asCli((tx) => renameArea(tx, cli, quarter.id, { slug: 'angen', version: quarter.version }))
    for (const slug of ['staden', 'angen', 'vastra-angen'])
      await expect(create('Söder', { slug })).rejects.toEqual(new Invalid({ slug: 'taken' }))
  })

  test('is found by the address it had before', async () => {
    await asCli((tx) => renameArea(tx, cli, quarter.id, { slug: 'angen', version: quarter.version }))
    expect((await findArea(db, 'vastra-angen')).slug).toBe('angen')
    await asCli((tx) =>
      renameArea(tx, cli, quarter.id, { slug: 'vastra-angen', version: quarter.version + 1 })
    )
    expect((await findArea(db, 'angen')).slug).toBe('vastra-angen')
  })

  test('that is not there is not found', () => expect(findArea(db, 'ingenstans')).rejects.toThrow(NotFound))

  test('is changed by those who may', async () => {
    const changes = await changed('vastra-angen', { name: 'Ängen', aliases: 'Ängarna, Ängarna,  Hagen' })
    await expect(write(db, visitor, (tx) => changeArea(tx, visitor, quarter.id, changes))).rejects.toThrow(
      NotAllowed
    )
    await asCli((tx) => changeArea(tx, cli, quarter.id, changes))
    expect(await findArea(db, 'vastra-angen')).toMatchObject({ name: 'Ängen', aliases: ['Ängarna', 'Hagen'] })
  })

  test('is never overwritten by a form that was made before somebody else changed it', async () => {
    const [mine, theirs] = [
      await changed('vastra-angen', { name: 'Min' }),
      await changed('vastra-angen', { name: 'Deras' })
    ]
    await asCli((tx) => changeArea(tx, cli, quarter.id, theirs))
    const refused: unknown = await asCli((tx) => changeArea(tx, cli, quarter.id, mine)).catch(
      (error: unknown) => error
    )
    expect(refused).toBeInstanceOf(Conflict)
    expect((refused as Conflict).current).toMatchObject({ name: 'Deras' })
  })

  test('does not change when the same is sent twice', async () => {
    const changes = await changed('vastra-angen', { name: 'Ängen' })
    await asCli((tx) => changeArea(tx, cli, quarter.id, changes))
    await asCli((tx) => changeArea(tx, cli, quarter.id, changes))
    expect((await findArea(db, 'vastra-angen')).version).toBe(quarter.version + 1)
  })

  test('keeps the boundary it was given', async () => {
    const boundary = JSON.stringify({
      type: 'Polygon',
      coordinates: [
        [
          [12, 57],
          [13, 57],
          [13, 58]
        ]
      ]
    })
    const value = written(read(newBoundary, { boundary, version: String(quarter.version) }))
    await asCli((tx) => drawBoundary(tx, cli, quarter.id, value))
    await asCli((tx) => drawBoundary(tx, cli, quarter.id, value))
    const kept = await findArea(db, 'vastra-angen')
    expect(kept.boundary).toEqual({
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [12, 57],
            [13, 57],
            [13, 58],
            [12, 57]
          ]
        ]
      ]
    })
    expect(kept.version).toBe(quarter.version + 1)
  })

  test('is told apart by what is wrong with a boundary', () => {
    const reading = read(newBoundary, { boundary: '[', version: '1' })
    expect(reading).toEqual({ ok: false, errors: { boundary: 'not_geojson' } })
  })
})

describe('where an area lies', () => {
  test('is told from the largest, by the administrative division', async () => {
    const region = await called('Regionen')
    const police = await called('Polisområdet')
    await asCli((tx) => addParent(tx, cli, town.id, { parent_id: region.id, division: 'administrative' }))
    await asCli((tx) => addParent(tx, cli, quarter.id, { parent_id: police.id, division: 'police' }))
    expect((await findWayDown(db, quarter.id)).map((area) => area.name)).toEqual(['Regionen', 'Staden'])
    expect((await listAreasAbove(db, quarter.id)).map((area) => area.name).toSorted()).toEqual([
      'Polisområdet',
      'Regionen',
      'Staden'
    ])
    await asCli((tx) => removeParent(tx, cli, quarter.id, { parent_id: police.id }))
    expect((await listParents(db, quarter.id)).map((area) => area.name)).toEqual(['Staden'])
  })

  test('is never within itself', async () => {
    const circle = { parent_id: quarter.id, division: 'administrative' as const }
    const refusal = new Invalid({ parent_id: 'within_itself' })
    await expect(asCli((tx) => addParent(tx, cli, town.id, circle))).rejects.toEqual(refusal)
    await expect(asCli((tx) => addParent(tx, cli, quarter.id, circle))).rejects.toEqual(refusal)
  })

  test('is not somewhere that is not there', async () => {
    const nowhere = { parent_id: '0190a000-0000-7000-8000-00000000ffff', division: 'police' as const }
    const refusal = new Invalid({ parent_id: 'not_a_choice' })
    await expect(asCli((tx) => addParent(tx, cli, town.id, nowhere))).rejects.toEqual(refusal)
    const orphan = create('Öst', { parent_ids: [nowhere.parent_id] })
    await expect(orphan).rejects.toEqual(new Invalid({ parent_ids: 'not_a_choice' }))
  })

  test('shows as a tree of what holds today, in the order of the alphabet, with what was before apart', async () => {
    await create('Ås', { parent_ids: [town.id] })
    await create('Älvstad', { parent_ids: [town.id] })
    await create('Gamla stan', { parent_ids: [town.id], to_day: '2020-12-31' })
    const { roots, former } = await areaTree(db, '2026-01-01')
    expect(roots.map((area) => area.name)).toEqual(['Staden'])
    expect(roots[0]?.below.map((area) => area.name)).toEqual(['Västra Ängen', 'Ås', 'Älvstad'])
    expect(former.map((area) => area.name)).toEqual(['Gamla stan'])
    expect(await listAreas(db, { parent: town.id, kind: 'district' })).toHaveLength(4)
  })

  test('may be taken over by another area, though not by itself', async () => {
    const itself = succeedArea(db as Tx, cli, town.id, { successor_id: town.id, version: town.version })
    await expect(itself).rejects.toEqual(new Invalid({ successor_id: 'within_itself' }))
    await asCli((tx) => succeedArea(tx, cli, quarter.id, { successor_id: town.id, version: quarter.version }))
    expect((await findSuccession(db, await findArea(db, 'vastra-angen'))).successor?.name).toBe('Staden')
    expect((await findSuccession(db, town)).predecessors.map((area) => area.name)).toEqual(['Västra Ängen'])
  })
})

describe('what others say of an area', () => {
  const police = {
    made_by: 'Polisen',
    scheme: 'Lista',
    level: 'utsatt område',
    from_day: '2015-01-01',
    precision: 'year'
  }

  test('is a code per edition of a division, and can be mended', async () => {
    await asCli((tx) =>
      setCode(tx, cli, quarter.id, { division: 'Primärområde', edition: '2021', code: '41' })
    )
    await asCli((tx) =>
      setCode(tx, cli, quarter.id, { division: 'Primärområde', edition: '2021', code: '410' })
    )
    expect(await listCodes(db, quarter.id)).toEqual([
      { division: 'Primärområde', edition: '2021', code: '410' }
    ])
    await asCli((tx) => removeCode(tx, cli, quarter.id, { division: 'Primärområde', edition: '2021' }))
    expect(await listCodes(db, quarter.id)).toEqual([])
  })

  test('is a classification that holds until it is ended, and not before it began', async () => {
    await asCli((tx) =>
      classifyArea(tx, cli, quarter.id, written(read(newClassification, { ...police, aim_to_leave: 'on' })))
    )
    const [made] = await listClassifications(db, quarter.id)
    expect(made).toMatchObject({ level: 'utsatt område', to_day: null, aim_to_leave: true })
    const end = (ended_on: string) =>
      asCli((tx) => endClassification(tx, cli, quarter.id, { classification_id: String(made?.id), ended_on }))
    await expect(end('2014-12-31')).rejects.toEqual(new Invalid({ ended_on: 'wrong_order' }))
    await end('2025-12-31')
    await end('2026-06-30')
    expect((await listClassifications(db, quarter.id))[0]?.to_day).toBe('2025-12-31')
  })

  test('can be taken away when it was a mistake, on its own area only', async () => {
    await asCli((tx) => classifyArea(tx, cli, quarter.id, written(read(newClassification, police))))
    const id = String((await listClassifications(db, quarter.id))[0]?.id)
    await asCli((tx) => removeClassification(tx, cli, town.id, { classification_id: id }))
    expect(await listClassifications(db, quarter.id)).toHaveLength(1)
    await asCli((tx) => removeClassification(tx, cli, quarter.id, { classification_id: id }))
    expect(await listClassifications(db, quarter.id)).toEqual([])
  })
})
