/** The parts of an area's page that are changed in place: their ids, and the value of `?redigera=` that opens them. */
export const parts = {
  details: 'uppgifter',
  boundary: 'grans',
  placing: 'lage',
  classifications: 'klassning',
  codes: 'koder',
  successor: 'eftertradare',
  address: 'adress'
} as const
