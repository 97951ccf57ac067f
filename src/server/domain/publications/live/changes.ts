import { totalsOf } from '../../reports/houses.ts'
import type { Content } from '../content.ts'
import type { BlockSettings } from '../settings.ts'
import { figures } from './figures.ts'
import type { Material } from './material.ts'
import { viewOf } from './views.ts'
import type { ChangesFacts, Facts, FactsOf } from '../facts.ts'
import type { FrozenHouse, FrozenLine, FrozenSum, Named } from '../frozen.ts'

/** What is new since this publication's last edition, or the collaboration's last report where it has none. */
export function changes(material: Material, { since: chosen = 'edition' }: BlockSettings): ChangesFacts {
  const of = (kind: string) => material.earlier.find((one) => one.kind === kind)
  const since = (chosen === 'edition' ? of('edition') : undefined) ?? of('report') ?? null
  if (!since) return nothing
  const { content, ...stamp } = since
  return {
    since: stamp,
    totals: totalsSince(material, content),
    ...commitmentsSince(material, content),
    deeds: deedsSince(material, content),
    ...partiesSince(material, content),
    sums: sumsSince(material, content)
  }
}

const nothing: ChangesFacts = {
  ...{ since: null, totals: null, degrees: null, promised: null },
  ...{ deeds: null, joined: null, left: null, sums: null }
}

/** What blocks of that kind told of the whole; null without any. */
function toldIn<K extends Facts['kind']>({ blocks }: Content, kind: K): FactsOf<K>[] | null {
  const found = blocks.flatMap((block) =>
    block.kind === kind && 'facts' in block && block.focusArea === null ? [block.facts as FactsOf<K>] : []
  )
  return found.length > 0 ? found : null
}

/** Only what was counted alike: what one round alone answered says nothing of the others. */
function totalsSince({ houses, round }: Material, content: Content): ChangesFacts['totals'] {
  const before = toldIn(content, 'totals')?.find(({ inRound }) => !inRound)?.computed
  return before && round ? { before, now: totalsOf(houses) } : null
}

/** A quarter shows every commitment there was. */
function commitmentsSince(material: Material, content: Content): Pick<ChangesFacts, 'degrees' | 'promised'> {
  const quarters = toldIn(content, 'quarter')
  if (!quarters) return { degrees: null, promised: null }
  const streets = quarters.flatMap(({ streets }) => streets)
  const before = new Map(streets.flatMap(({ houses }) => houses).map((house) => [house.number, house]))
  const leads = new Map(material.commitments.map(({ number, lead }) => [number, lead]))
  const promised = material.houses.filter(({ number }) => !before.has(number))
  return {
    degrees: material.houses.flatMap((house) => changeOf(before.get(house.number), house)),
    promised: promised.map(({ number, title }) => ({ number, title, lead: leads.get(number) ?? null }))
  }
}

function changeOf(before: FrozenHouse | undefined, now: Material['houses'][number]) {
  if (!before || (before.degree === now.degree && before.ordinary === now.ordinary)) return []
  const { number, title, id, ordinary } = now
  return [{ ...{ number, title, seed: id, ordinary }, before: before.degree, now: now.degree }]
}

const tellingKinds = ['deeds', 'beyond', 'together'] as const

/** What was answered since, and not told of then. */
function deedsSince(material: Material, { blocks, frozen }: Content): FrozenLine[] | null {
  const before = new Set<number>()
  let any = false
  for (const block of blocks) {
    if (block.kind === 'not_carried_out') for (const { number } of block.facts.items) before.add(number)
    if (!tellingKinds.some((kind) => kind === block.kind)) continue
    any = true
    if (block.kind === 'deeds')
      for (const { deeds } of block.facts.groups) for (const { number } of deeds) before.add(number)
    if (block.kind === 'beyond' || block.kind === 'together')
      for (const { number } of block.facts.deeds) before.add(number)
  }
  if (!any) return null
  const { answers } = viewOf(material, {})
  const told = answers.filter(({ text, deed_wording }) => text !== null || deed_wording !== null)
  const lit = told.filter(({ degree }) => degree !== 'not_begun' && degree !== 'not_carried_out')
  const since = new Date(frozen.at)
  return lit
    .filter(({ number, accepted_at }) => !before.has(number) && accepted_at !== null && accepted_at > since)
    .map(({ number, title, lead }) => ({ number, title, lead }))
}

function partiesSince({ parties, today }: Material, content: Content): Pick<ChangesFacts, 'joined' | 'left'> {
  const told = toldIn(content, 'parties')?.find(({ roles }) => roles.length > 0)
  if (!told) return { joined: null, left: null }
  const then = new Map(
    told.roles
      .flatMap((role) => role.parties)
      .filter(({ to }) => to === null || to >= content.frozen.day)
      .map(({ slug, name }) => [slug, name])
  )
  const now = new Map(
    parties.filter(({ to }) => to === null || to >= today).map(({ slug, name }) => [slug, name])
  )
  const notIn = (some: Map<string, string>, others: Map<string, string>): Named[] =>
    [...some].filter(([slug]) => !others.has(slug)).map(([slug, name]) => ({ slug, name }))
  return { joined: notIn(now, then), left: notIn(then, now) }
}

function sumsSince(material: Material, content: Content): ChangesFacts['sums'] {
  const told = toldIn(content, 'figures')
  if (!told) return null
  const keyed = (sums: FactsOf<'figures'>['sums']) =>
    new Map(sums.map((sum) => [`${sum.unit} ${sum.soFar}`, sum]))
  const before = keyed(told.flatMap(({ sums }) => sums))
  const now = keyed(figures(material, {}).sums)
  const sumOf = (sum: FrozenSum | undefined): FrozenSum | null =>
    sum ? { qualifier: sum.qualifier, value: sum.value } : null
  return [...new Map([...before, ...now])].flatMap(([key, { unit, soFar }]) => {
    const [was, is] = [sumOf(before.get(key)), sumOf(now.get(key))]
    const same = was?.value === is?.value && was?.qualifier === is?.qualifier
    return same ? [] : [{ unit, soFar, before: was, now: is }]
  })
}
