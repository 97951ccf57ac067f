import { address } from '#ui/words/addresses.ts'
import type { Locale } from '#ui/words/locale.ts'

type Place = {
  kind: 'area' | 'organisation' | 'collaboration' | 'commitment' | 'publication' | 'decision' | 'document'
  id?: string
  slug: string
  number: number | null
}
const folders = { area: 'areas', organisation: 'organisations', publication: 'publications' } as const

export function placeOf({ kind, id, slug, number }: Place, locale: Locale): string {
  if (kind === 'decision') return `${address(locale, 'decisions')}?beslut=${slug}`
  if (kind === 'document') return `${address(locale, 'collaborations', slug)}#dokument-${id}`
  if (kind === 'commitment') return address(locale, 'collaborations', slug, 'commitments', number ?? 0)
  return address(locale, kind === 'collaboration' ? 'collaborations' : folders[kind], slug)
}
