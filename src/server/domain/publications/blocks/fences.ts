const opens = /^(?:(`{3,})[^`]*|(~{3,}).*)$/
const closes = /^ {0,3}(`{3,}|~{3,})[ \t]*$/

/**
 * The lines that stand in a code fence of Markdown, its first and last among them. One that is not closed is none, nor
 * one that would go past a line that `ends` it: it was left open by mistake, and must not hold all that follows.
 */
export function fencedIn(lines: readonly string[], ends: (line: string) => boolean): Set<number> {
  const fenced = new Set<number>()
  const stops = stopsIn(lines, ends)
  /** By their mark, where nothing closes a fence so long: what is left open many times is looked for once. */
  const left = new Map<string, { fence: string; till: number }>()
  let next = 0
  for (let at = 0; at < lines.length; at++) {
    const fence = fenceOf(lines[at] ?? '')
    const mark = fence.charAt(0)
    const open = left.get(mark)
    if (!fence || (open && at < open.till && fence.startsWith(open.fence))) continue
    while ((stops[next]?.till ?? lines.length) <= at) next++
    const { till, closes } = endOf(stops, next, fence) ?? { till: lines.length, closes: null }
    if (closes === null) left.set(mark, { fence, till })
    else while (at < till) fenced.add(at++).add(till)
  }
  return fenced
}

/** The marks that open one on this line, also where nothing closes it; else nothing. */
export function fenceOf(line: string): string {
  const found = opens.exec(line)
  return found?.[1] ?? found?.[2] ?? ''
}

/** A line that a fence is not open after: `closes` those that its marks begin with, or, without, any. */
type Stop = { till: number; closes: string | null }

const stopsIn = (lines: readonly string[], ends: (line: string) => boolean): Stop[] =>
  lines.flatMap((line, till): Stop[] => {
    const mark = closes.exec(line)?.[1]
    if (mark) return [{ till, closes: mark }]
    return ends(line) ? [{ till, closes: null }] : []
  })

function endOf(stops: readonly Stop[], from: number, fence: string): Stop | undefined {
  for (let at = from; at < stops.length; at++) {
    const stop = stops[at]
    if (stop?.closes === null || stop?.closes.startsWith(fence)) return stop
  }
  return undefined
}
