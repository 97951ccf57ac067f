import type { HappenedFigure } from '#server/domain/commitments/happenings.ts'
import { linesOf } from '#server/domain/figures/summing.ts'
import type { Figure } from '#ui/formats/figures.ts'

export const figuresOf = (told: HappenedFigure[], most = 8): Figure[] =>
  linesOf(told)
    .flatMap(({ unit, sum, beside }): Figure[] => [
      ...(sum ? [{ ...sum, unit }] : []),
      ...beside.map(({ value, qualifier, words }) => ({ value, qualifier, words, unit }))
    ])
    .slice(0, most)
