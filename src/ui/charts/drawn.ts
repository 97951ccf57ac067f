import { getContext, setContext } from 'svelte'

const key = Symbol('houses drawn on this page')

/**
 * A page draws each kind of house once and points to it ever after. The root layout says where a page begins;
 * a quarter that stands alone begins its own.
 */
export function beginDrawing(): void {
  setContext(key, new Set<string>())
}

export function drawnBefore(): Set<string> | undefined {
  return getContext<Set<string> | undefined>(key)
}
