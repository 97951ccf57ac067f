const reachable = /^(?:https?|mailto|tel):$/
/** Word takes no longer ones. */
const longest = 2000

/** Where a link leads from outside this installation; null where that is nowhere, or something that could run. */
export function wholeAddress(url: string, origin: string): string | null {
  const whole = /^\/(?!\/)/.test(url) ? origin + url : url
  if (!URL.canParse(whole)) return null
  const { protocol, href } = new URL(whole)
  return reachable.test(protocol) && href.length <= longest ? href : null
}
