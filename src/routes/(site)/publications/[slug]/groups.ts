/** Kinds of blocks in the order they are chosen among. One that no group names is among those around the report. */
const groups = {
  words: ['prose'],
  results: [
    ...['totals', 'quarter', 'completion', 'deeds', 'together', 'figures', 'not_carried_out', 'beyond'],
    'ongoing'
  ],
  learnt: ['contribution', 'learning', 'assessment', 'aims'],
  around: ['parties', 'changes', 'next_period', 'carried_over', 'documents', 'annexes', 'decisions']
}
const grouped = new Set(Object.values(groups).flat())

export function groupsOf<K extends string>(kinds: readonly K[]) {
  const rest = kinds.filter((kind) => !grouped.has(kind))
  return (Object.keys(groups) as (keyof typeof groups)[]).map((name) => {
    const named = groups[name].flatMap((kind) => kinds.find((one) => one === kind) ?? [])
    return { name, kinds: name === 'around' ? [...named, ...rest] : named }
  })
}
