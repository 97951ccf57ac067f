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

/** Theirs where I moved nothing, else mine; what only the other has stands after what it stood after there. */
function orderOf(base: Id[], mine: Id[], theirs: Id[]): Id[] {
  const [inBase, inMine] = [new Set(base), new Set(mine)]
  const before = base.filter((id) => inMine.has(id))
  const after = mine.filter((id) => inBase.has(id))
  const isMoved = before.some((id, at) => id !== after[at])
  return isMoved ? woven(mine, theirs) : woven(theirs, mine)
}

function woven(trunk: Id[], other: Id[]): Id[] {
  const order = [...trunk]
  const has = new Set(trunk)
  for (const [at, id] of other.entries()) {
    if (has.has(id)) continue
    const before = other[at - 1]
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id)
    has.add(id)
  }
  return order
}

const ids = (blocks: Mergeable[]): Id[] => blocks.map(({ id }) => id)
const byId = <B extends Mergeable>(blocks: B[]): Map<Id, B> =>
  new Map(blocks.map((block) => [block.id, block]))
