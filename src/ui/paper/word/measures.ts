/** In twips, twenty to the point: an A4 page. */
export const page = { width: 11906, height: 16838, foot: 600 }
/** What a list is moved in by. */
export const step = 397
/** How far out in the margin a deed's house stands. */
export const hang = 595

/** In twips. */
export const millimetres = (count: number): number => Math.round((count * 1440) / 25.4)

/** Pictures are measured in points of a screen, 96 to the inch. */
export const pixels = (twips: number): number => Math.floor(twips / 15)

export const colours = {
  ink: '1E2A2C',
  soft: '55605E',
  line: 'D8CFC0',
  primary: '0E5150',
  brick: 'A8422A',
  sky: 'DFEAE6',
  horizon: 'F0F5F3',
  shade: 'F1EDE4',
  /** Under what leads somewhere. */
  thread: '8FB3AC'
} as const
