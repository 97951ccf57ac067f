import type { Reply } from './exchange.ts'
import type { Answer, Batch } from './replica.ts'

/** SvelteKit writes data as an index from names to a flat list of values. */
type Told = { type: 'success' | 'failure' | 'redirect' | 'error'; data?: string }
function valueOf(told: Told, name: string): string {
  const [index, ...values]: [Record<string, number>, ...unknown[]] = JSON.parse(told.data ?? '[{}]')
  const at = index[name]
  const value = at === undefined ? undefined : values[at - 1]
  return typeof value === 'string' ? value : ''
}

/** Sends a batch to the page it belongs to, by the action that its button has. @throws when no answer came. */
export async function post(path: string, batch: Batch): Promise<Reply> {
  const response = await fetch(`${path}?/save`, {
    method: 'POST',
    keepalive: document.visibilityState === 'hidden',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ batch: JSON.stringify(batch) })
  })
  if (response.status === 404 || response.status === 410) return { kind: 'gone' }
  const told = (await response.json()) as Told
  if (told.type === 'failure') return { kind: 'refused', say: valueOf(told, 'say') }
  if (told.type !== 'success') throw new Error('not answered')
  const answer = JSON.parse(valueOf(told, 'answer')) as Answer
  return { kind: 'heard', answer, clock: valueOf(told, 'clock'), say: valueOf(told, 'say') }
}
