import type { Named } from '../facts.ts'
import type { Material } from './material.ts'

/** Numbered in their order: "Bilaga 1". */
export type FrozenAnnex = {
  title: string
  url: string | null
  document: {
    id: string
    kind: string | null
    year: number | null
    day: string | null
    caseNumber: string | null
    note: string | null
  } | null
  file: { id: string; name: string; type: string; size: number } | null
  publication: Named | null
}

export const annexes = ({ annexes: all }: Material): { annexes: FrozenAnnex[] } => ({
  annexes: all.map(({ title, url, document, publication }) => ({
    title,
    url: document?.url ?? url,
    document: document && {
      ...{ id: document.id, kind: document.kind, year: document.year, day: document.day },
      ...{ caseNumber: document.caseNumber, note: document.note }
    },
    file: document?.file ?? null,
    publication: publication && { slug: publication.slug, name: publication.title }
  }))
})
