import type { RequestEvent } from '@sveltejs/kit'

export type PartOf = string | ((written: Record<string, unknown>) => string)

/**
 * The part of the page that a form came from: the value of `?redigera=` that keeps it open, else what the action is of.
 * It becomes part of an address, so what could not be the name of one is none.
 */
export function partOf(
  { url }: Pick<RequestEvent, 'url'>,
  usual: PartOf = '',
  written: Record<string, unknown> = {}
): string {
  const part = url.searchParams.get('redigera') ?? (typeof usual === 'string' ? usual : usual(written))
  return /^[\w-]+$/.test(part) ? part : ''
}

/** The part of a page that stands open as a form: one that was just refused, else the one that the address names. */
export const openPart = ({ locals, url }: Pick<RequestEvent, 'url' | 'locals'>): string | null =>
  locals.refused ?? url.searchParams.get('redigera')
