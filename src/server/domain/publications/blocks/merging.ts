import type { Id } from '#server/platform/db/ids.ts'

type Settings = Partial<Record<string, string>>
/** New ones are known by a name of their own until they have an id. */
export type Mergeable = { id: Id; heading: string | null; prose: string | null; settings: Settings }
export type Clash<B extends Mergeable = Mergeable> = {
  id: Id
  mine: B
  theirs: B
  line: boolean
  prose: boolean
}
export type Merged<B extends Mergeable> = {
  blocks: B[]
  /** What two have written differently; `blocks` has mine. */
  clashes: Clash<B>[]
  /** I took away what somebody has written in since: it stays. */
  kept: Id[]
}

/**
 * What I made of `base`, and what others have made of it since, put together: headings, prose and settings each by
 * themselves, what is new and what is gone, and the order. A block without its base was seen by nobody.
 */
export function mergeBlocks<B extends Mergeable>(base: B[], mine: B[], theirs: B[]): Merged<B> {
  const of = { base: byId(base), mine: byId(mine), theirs: byId(theirs) }
  const clashes: Clash<B>[] = []
  const kept: Id[] = []
  const blocks = orderOf(ids(base), ids(mine), ids(theirs)).flatMap((id): B[] => {
    const [was, my, their] = [of.base.get(id), of.mine.get(id), of.theirs.get(id)]
    if (my && their) return [together(was, my, their, clashes)]
    const left = my ?? their
    // One of us took it away: it is gone unless it has been written in by the other, or is new.
    if (!left || (was && same(was, left))) return []
    if (was && their) kept.push(id)
    return [left]
  })
  return { blocks, clashes, kept }
}

function together<B extends Mergeable>(was: B | undefined, mine: B, theirs: B, clashes: Clash<B>[]): B {
  const prose = three(was?.prose, mine.prose, theirs.prose)
  const heading = three(was?.heading, mine.heading, theirs.heading)
  const settings = settingsTogether(was?.settings, mine.settings, theirs.settings)
  const line = heading.clash || settings.clash
  if (line || prose.clash) clashes.push({ id: mine.id, mine, theirs, line, prose: prose.clash })
  return { ...theirs, heading: heading.value, prose: prose.value, settings: settings.value }
}

/** Whoever changed it has it; where both did, mine stands and it is said. */
function three<T>(was: T | undefined, mine: T, theirs: T): { value: T; clash: boolean } {
  if (mine === theirs || theirs === was) return { value: mine, clash: false }
  return mine === was ? { value: theirs, clash: false } : { value: mine, clash: true }
}

function settingsTogether(was: Settings | undefined, mine: Settings, theirs: Settings) {
  const names = Object.keys({ ...mine, ...theirs })
  const each = names.map((name) => [name, three(was?.[name], mine[name], theirs[name])] as const)
  const chosen = each.flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]]))
  return { value: Object.fromEntries(chosen) as Settings, clash: each.some(([, { clash }]) => clash) }
}

const same = (one: Mergeable, other: Mergeable): boolean =>
  one.heading === other.heading && one.prose === other.prose && alike(one.settings, other.settings)
const alike = (one: Settings, other: Settings): boolean =>
  [...Object.keys(one), ...Object.keys(other)].every((name) => one[name] === other[name])

/**
 * Theirs, and in it each that I have moved or added put after the one it stands after in mine, as whoever drags it does:
 * so that nobody's moves are lost, and of one that both have moved my place is the later.
 */
function orderOf(base: Id[], mine: Id[], theirs: Id[]): Id[] {
  const [inBase, stays] = [new Set(base), unmoved(base, mine)]
  const isMoved = new Set(mine.filter((id) => inBase.has(id) && !stays.has(id)))
  const order = theirs.filter((id) => !isMoved.has(id))
  const has = new Set(order)
  for (const [at, id] of mine.entries()) {
    if (has.has(id)) continue
    const before = mine[at - 1]
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id)
    has.add(id)
  }
  return order
}

/** Those that stand in the same order as before; as many as can be said to, so that the others are what was moved. */
function unmoved(before: Id[], after: Id[]): Set<Id> {
  const places = new Map(before.map((id, at) => [id, at]))
  const left = after.filter((id) => places.has(id))
  /** The longest row of them that ends with each, by the one before it. */
  const rows: { length: number; from: number }[] = []
  for (const [at, id] of left.entries()) {
    let row = { length: 1, from: -1 }
    for (let from = 0; from < at; from++) {
      const length = (rows[from]?.length ?? 0) + 1
      if (length > row.length && (places.get(left[from] ?? '') ?? 0) < (places.get(id) ?? 0))
        row = { length, from }
    }
    rows.push(row)
  }
  const stays = new Set<Id>()
  const longest = Math.max(...rows.map(({ length }) => length))
  let last = rows.findIndex(({ length }) => length === longest)
  for (; last >= 0; last = rows[last]?.from ?? -1) stays.add(left[last] ?? '')
  return stays
}

const ids = (blocks: Mergeable[]): Id[] => blocks.map(({ id }) => id)
const byId = <B extends Mergeable>(blocks: B[]): Map<Id, B> =>
  new Map(blocks.map((block) => [block.id, block]))
