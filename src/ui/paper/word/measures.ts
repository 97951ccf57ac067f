/** In twips, twenty to the point: an A4 page and how its text stands on it. */
export const page = { width: 11906, height: 16838, margin: 1474, foot: 680 }
export const textWidth = page.width - 2 * page.margin
/** What a list, a deed or an explanation is moved in by. */
export const step = 567

/** Pictures are measured in points of a screen, 96 to the inch. */
export const pixels = (twips: number): number => Math.floor(twips / 15)

export const colours = {
  ink: '1E2A2C',
  soft: '55605E',
  line: 'D8CFC0',
  primary: '0E5150',
  sky: 'DFEAE6',
  shade: 'F1EDE4',
  /** Under what leads somewhere. */
  thread: '8FB3AC'
} as const
