import type { Material } from './material.ts'
import type { FrozenAnnex } from '../frozen.ts'

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
