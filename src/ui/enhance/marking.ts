/** Marks of Markdown put round what is chosen in a text, or taken away where they stand. */
export type Mark = 'bold' | 'italic' | 'heading' | 'list' | 'link'
/** In place of the text from `from` to `to` comes `text`, of which `chosen` is chosen after. */
export type Change = { from: number; to: number; text: string; chosen: [number, number] }

const around = { bold: '**', italic: '*' } as const
const before = { heading: '## ', list: '- ' } as const
const address = 'https://'

export function marked(text: string, from: number, to: number, mark: Mark): Change {
  if (mark === 'bold' || mark === 'italic') return wrapped(text, from, to, around[mark])
  if (mark === 'link') return linked(text, from, to)
  return begun(text, from, to, before[mark])
}

function wrapped(text: string, from: number, to: number, sign: string): Change {
  const chosen = text.slice(from, to)
  const isMarked =
    text.slice(from - sign.length, from) === sign &&
    text.slice(to, to + sign.length) === sign &&
    chosen !== ''
  return isMarked
    ? change(from - sign.length, to + sign.length, chosen, 0, chosen.length)
    : change(from, to, sign + chosen + sign, sign.length, chosen.length)
}

/** The place for its address is chosen, so that it can be pasted at once. */
function linked(text: string, from: number, to: number): Change {
  const words = text.slice(from, to)
  return change(from, to, `[${words}](${address})`, words.length + 3, address.length)
}

/** At the beginning of every line that something of is chosen. */
function begun(text: string, from: number, to: number, sign: string): Change {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const end = text.indexOf('\n', to) === -1 ? text.length : text.indexOf('\n', to)
  const lines = text.slice(start, end).split('\n')
  const isMarked = lines.every((line) => line.startsWith(sign) || line === '') && lines.some(Boolean)
  const made = lines.map((line) => {
    if (isMarked) return line.replace(sign, '')
    return line || lines.length === 1 ? sign + line : line
  })
  const whole = made.join('\n')
  return change(start, end, whole, whole.length, 0)
}

const change = (from: number, to: number, text: string, at: number, length: number): Change => ({
  ...{ from, to, text },
  chosen: [from + at, from + at + length]
})
