/** One page of every kind that anybody may read, as addresses of the story. */
export const publicPages = {
  start: '/',
  areas: '/omraden',
  area: '/omraden/brunnsbo',
  collaborations: '/samverkan',
  collaboration: '/samverkan/hisings-backa-2024-2025',
  'collaboration of a hundred': '/samverkan/exempelkvarteret',
  commitment: '/samverkan/hisings-backa-2024-2025/insatser/4',
  organisations: '/aktorer',
  organisation: '/aktorer/bostadsbolaget',
  publications: '/rapporter',
  publication: '/rapporter/uppfoljning-hisings-backa-2024-2025',
  search: '/sok',
  about: '/om',
  accessibility: '/tillganglighet',
  'sign-in': '/logga-in'
}

/** For people: shown after a run, not asserted. */
export const show = (title: string, rows: (string | number)[][]): void => {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => String(row[at]).length))) ?? []
  const lines = rows.map((row) =>
    row
      .map((cell, at) =>
        at === 0 ? String(cell).padEnd(widths[at] ?? 0) : String(cell).padStart(widths[at] ?? 0)
      )
      .join('  ')
  )
  process.stdout.write(`\n${title}\n${lines.map((line) => `  ${line}`).join('\n')}\n\n`)
}
