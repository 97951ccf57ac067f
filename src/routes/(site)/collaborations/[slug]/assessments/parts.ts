/** Parts of the page that open as forms, by their addresses. */
export const partOfAssessment = (id: string): string => `bedomning-${id}`
export const partOfNew = (objective: string | null): string => `ny-${objective ?? 'helheten'}`
