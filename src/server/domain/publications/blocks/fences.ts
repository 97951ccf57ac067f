const opens = /^(?:(`{3,})[^`]*|(~{3,}).*)$/
const closes = /^ {0,3}(`{3,}|~{3,})[ \t]*$/

/**
 * The lines that stand in a code fence of Markdown, its first and last among them. One that is not closed is none, nor
 * one that would go past a line that `ends` it: it was left open by mistake, and must not hold all that follows.
 */
export function fencedIn(lines: readonly string[], ends: (line: string) => boolean): Set<number> {
  const fenced = new Set<number>()
  /** By their mark, where nothing closes a fence so long: what is left open many times is looked for once. */
  const left = new Map<string, { fence: string; till: number }>()
  for (let at = 0; at < lines.length; at++) {
    const fence = fenceOf(lines[at] ?? '')
    const mark = fence.charAt(0)
    const open = left.get(mark)
    if (!fence || (open && at < open.till && fence.startsWith(open.fence))) continue
    const { till, isClosed } = endOf(lines, at, fence, ends)
    if (!isClosed) left.set(mark, { fence, till })
    else while (at < till) fenced.add(at++).add(till)
  }
  return fenced
}

/** The marks that open one on this line, also where nothing closes it; else nothing. */
export function fenceOf(line: string): string {
  const found = opens.exec(line)
  return found?.[1] ?? found?.[2] ?? ''
}

function endOf(lines: readonly string[], from: number, fence: string, ends: (line: string) => boolean) {
  for (let till = from + 1; till < lines.length; till++) {
    const line = lines[till] ?? ''
    if (ends(line)) return { till, isClosed: false }
    if (closes.exec(line)?.[1]?.startsWith(fence)) return { till, isClosed: true }
  }
  return { till: lines.length, isClosed: false }
}
