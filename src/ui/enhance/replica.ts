/**
 * What a device has of one answer: what is known to stand at the server, and what was written here that it has not
 * said it has. Plain values and no browser, so that it can be tried on any course of events.
 */
export type Known = { text: string; token: string; told?: true }
/**
 * `n` counts what is written on this device; `base` is what the field was known by before the first of them, `from`; `given` was
 * suggested by the page.
 */
export type Unsent = { text: string; base: string; n: number; from: number; sent?: true; given?: true }
export type Replica = {
  device: string
  n: number
  /** Which draft and version the server told last, and when, by its own clock. */
  version: string
  at: number
  known: Record<string, Known>
  unsent: Record<string, Unsent>
  /** Fields that two have written: somebody is to choose. */
  undecided: string[]
}
/** A page as it came from the server: the fields in it, and its mark `<version>~<field>:<token>,…`. */
export type Page = { mark: string; at: number; texts: Record<string, string> }
export type Batch = {
  device: string
  since: string
  edits: Record<string, { text: string; base: string[]; n: number; from: number; given?: true }>
}
export type Answer = {
  version: string
  at: number
  tokens: Record<string, string>
  /** What has changed since `since`, by whomever. */
  fields: Record<string, { text: string; token: string }>
  refused: string[]
  undecided: string[]
}

export const newReplica = (device: string): Replica => ({
  ...{ device, n: 0, version: '', at: 0 },
  ...{ known: {}, unsent: {}, undecided: [] }
})

function tokensIn(mark: string): Map<string, string> {
  const pairs = (mark.split('~')[1] ?? '').split(',').map((pair) => pair.split(':'))
  return new Map(pairs.map(([name = '', token = '']) => [decodeURIComponent(name), token]))
}

/** A page that is older than what the device has heard (it was kept for when there is no net) knows less than it. */
export function opened(replica: Replica, page: Page): Replica {
  const tokens = tokensIn(page.mark)
  const isOlder = page.at < replica.at
  const known = Object.fromEntries(
    Object.entries(page.texts).map(([name, text]): [string, Known] => [
      name,
      (isOlder && replica.known[name]) || { text, token: tokens.get(name) ?? '' }
    ])
  )
  const { version, at } = isOlder ? replica : { version: page.mark.split('~')[0] ?? '', at: page.at }
  const undecided = isOlder ? replica.undecided : []
  return { ...replica, version, at, undecided, known: isOlder ? { ...replica.known, ...known } : known }
}

export const shown = ({ known, unsent }: Replica): Record<string, string> =>
  Object.fromEntries(
    [...Object.keys(known), ...Object.keys(unsent)].map((name) => [
      name,
      unsent[name]?.text ?? known[name]?.text ?? ''
    ])
  )

export function wrote(replica: Replica, name: string, text: string): Replica {
  const { known, unsent } = replica
  const before = unsent[name]
  const stands = known[name] ?? { text: '', token: '' }
  if (text === (before?.text ?? stands.text)) return replica
  const { [name]: _, ...others } = unsent
  // Back to what stands, and nobody has heard of anything else.
  if (text === stands.text && !before?.sent) return { ...replica, unsent: others }
  const n = replica.n + 1
  const { base, from } = before ?? { base: stands.token, from: n }
  return { ...replica, n, unsent: { ...others, [name]: { text, base, n, from } } }
}

export const hasUnsent = ({ unsent }: Replica): boolean => Object.keys(unsent).length > 0

/**
 * All that the server has not said it has, every time: so it does not matter which of them arrive, or in what order.
 * What the page suggested goes along with the first that somebody writes.
 */
export function toSend(replica: Replica): [Replica, Batch] | null {
  if (!hasUnsent(replica)) return null
  let { n } = replica
  const unsent = { ...replica.unsent }
  for (const [name, { text, token, told }] of Object.entries(replica.known))
    if (text && !token && !told && !unsent[name])
      unsent[name] = { text, base: '', n: ++n, from: n, given: true }
  for (const [name, one] of Object.entries(unsent)) unsent[name] = { ...one, sent: true }
  const edits = Object.fromEntries(
    Object.entries(unsent).map(([name, { text, base, n, from, given }]) => [
      name,
      { text, base: [base], n, from, ...(given ? { given } : {}) }
    ])
  )
  return [
    { ...replica, n, unsent },
    { device: replica.device, since: replica.version, edits }
  ]
}

/** The replica may have gone on since the batch was sent; what was written meanwhile stays unsent. */
export function heard(replica: Replica, { edits }: Batch, answer: Answer): Replica {
  const known = { ...replica.known }
  const unsent = { ...replica.unsent }
  for (const [name, { text, n }] of Object.entries(edits)) {
    const left = unsent[name]
    const isOver = left?.n === n
    if (isOver) delete unsent[name]
    if (answer.refused.includes(name)) continue
    const token = answer.tokens[name] ?? ''
    known[name] = { text, token, told: true }
    if (left && !isOver) unsent[name] = { ...left, base: token, from: n + 1 }
  }
  for (const [name, { text, token }] of Object.entries(answer.fields))
    if (!unsent[name] && !answer.undecided.includes(name)) known[name] = { text, token, told: true }
  const { version, at, undecided } = answer
  return { ...replica, known, unsent, version, at, undecided }
}

export function markOf({ version, known }: Replica): string {
  const pairs = Object.entries(known).flatMap(([name, { token }]) =>
    token ? [`${encodeURIComponent(name)}:${token}`] : []
  )
  return pairs.length > 0 ? `${version}~${pairs.join(',')}` : version
}
