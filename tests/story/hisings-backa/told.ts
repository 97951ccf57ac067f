import type { StoryCommitment, StoryFigure, StoryReport } from '../types.ts'

/**
 * What the follow-up says of a deed. It tells that deeds were carried out, not to what extent, so the degree is
 * `unstated` unless the text says more; and all it describes was chosen for the compiled report.
 */
export const told = (
  done: string,
  figures: StoryFigure[] = [],
  more: Partial<StoryReport> = {}
): StoryCommitment['reports'] => ({
  'final-2025': {
    degree: 'unstated',
    done,
    publishable: true,
    state: 'accepted',
    highlight: true,
    ...(figures.length > 0 && { figures }),
    ...more
  }
})

/** Where the text doesn't single out who leads, it is carried jointly and the maker answers. */
export const jointly = { lead: null, answerer: 'socialforvaltningen-hisingen' }
