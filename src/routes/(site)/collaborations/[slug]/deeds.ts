import type { Happening } from '#server/domain/commitments/happenings.ts'
import type { Objective } from '#server/domain/objectives/objectives.ts'
import { formatList } from '#ui/formats/lists.ts'
import { address } from '#ui/words/addresses.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { topsOf } from './telling.ts'

/** "Föreningen med fem parter", "Biblioteket och Fritidsgården", "gemensamt" */
function carriers({ lead, parties }: Happening): string {
  const others = parties.filter((name) => name !== lead)
  const names = lead ? [lead, ...others] : others
  if (names.length === 0) return m.commitments_jointly()
  const [first = '', ...rest] = names
  return names.length > 3
    ? m.collaborations_and_more({ first, more: rest.length })
    : formatList(names, getLocale())
}

export function deedsOf(
  happenings: Happening[],
  objectives: Objective[],
  { slug, language }: { slug: string; language: string }
) {
  const tops = topsOf(objectives)
  return happenings.map((happening) => ({
    title: happening.title,
    language,
    href: address(getLocale(), 'collaborations', slug, 'commitments', happening.number),
    text: happening.told,
    by: carriers(happening),
    under: happening.objective_id ? tops.get(happening.objective_id)?.title : undefined,
    house: {
      degree: happening.degree,
      state: 'reported' as const,
      ordinary: happening.stage === 'in_ordinary_operations',
      seed: happening.commitment_id
    },
    figures: happening.figures
  }))
}
