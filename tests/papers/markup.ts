/** An element as it was written, its children in order. */
export type Element = { tag: string; attributes: Record<string, string>; children: (Element | string)[] }

const voids = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])
const token =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|[^<]+|</giy
const attribute = /\s+([\w:.-]+)(?:\s*=\s*("[^"<]*"|'[^'<]*'))?/gy
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u

/** Reads XML, and HTML that is written as strictly. @throws where a tag is not closed, or something is not as it may be. */
export function parseMarkup(written: string, { html = false } = {}): Element {
  if (forbidden.test(written)) throw new Error('A character that may not be written')
  const root: Element = { tag: '', attributes: {}, children: [] }
  const open = [root]
  for (const [whole, closing, tag, rest = '', selfClosing] of written.matchAll(token)) {
    const within = open.at(-1)!
    if (whole === '<') throw new Error(`A bare < in ${within.tag}`)
    if (!tag) {
      if (!whole.startsWith('<')) within.children.push(decoded(whole))
    } else if (closing) {
      if (within.tag !== tag) throw new Error(`</${tag}> closes <${within.tag}>`)
      open.pop()
    } else {
      const element = { tag, attributes: attributesOf(rest), children: [] }
      within.children.push(element)
      if (!selfClosing && !(html && voids.has(tag))) open.push(element)
    }
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)!.tag}> is not closed`)
  return root
}

function attributesOf(written: string): Record<string, string> {
  const found = [...written.matchAll(attribute)]
  if (
    found
      .map(([whole]) => whole)
      .join('')
      .trim() !== written.trim()
  )
    throw new Error(`Not attributes: ${written}`)
  return Object.fromEntries(found.map(([, name, value = '""']) => [name, decoded(value.slice(1, -1))]))
}

const decoded = (text: string): string =>
  text.replace(/&(#x?[\da-f]+|\w+);|&/gi, (whole, name?: string) => {
    if (name?.startsWith('#'))
      return String.fromCodePoint(Number(name[1] === 'x' ? `0${name.slice(1)}` : name.slice(1)))
    const sign = name && named[name]
    if (!sign) throw new Error(`Not a reference: ${whole}`)
    return sign
  })
