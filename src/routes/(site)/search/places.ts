import { address } from '#ui/words/addresses.ts'
import type { Locale } from '#ui/words/locale.ts'

type Place = {
  kind: 'area' | 'organisation' | 'collaboration' | 'commitment' | 'publication' | 'decision'
  slug: string
  number: number | null
}
const folders = { area: 'areas', organisation: 'organisations', publication: 'publications' } as const

export function placeOf({ kind, slug, number }: Place, locale: Locale): string {
  if (kind === 'decision') return `${address(locale, 'decisions')}?beslut=${slug}`
  if (kind === 'commitment') return address(locale, 'collaborations', slug, 'commitments', number ?? 0)
  return address(locale, kind === 'collaboration' ? 'collaborations' : folders[kind], slug)
}
