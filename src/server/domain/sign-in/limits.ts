import type { Limit } from '#server/platform/attempts/attempts.ts'

export const codeMinutes = 10
export const triesPerCode = 5
/** Counted from the last time it was used. */
export const sessionHours = 12

const quarter = 15 * 60
/** An office has one address to the outside, so networks are given more room than mails. */
export const limits = {
  askedByMail: { what: 'code asked by mail', most: 5, withinSeconds: quarter },
  askedFromNetwork: { what: 'code asked from network', most: 60, withinSeconds: quarter },
  triedByMail: { what: 'code tried by mail', most: 15, withinSeconds: quarter },
  triedFromNetwork: { what: 'code tried from network', most: 120, withinSeconds: quarter }
} as const satisfies Record<string, Limit>
