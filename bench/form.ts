/** What stands in a page's form, as a browser would send it. */
export type Filled = { action: string; fields: URLSearchParams }

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag)
  return found ? readable(found[1] ?? '') : undefined
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&quot;': '"',
  '&lt;': '<',
  '&gt;': '>',
  '&#39;': "'"
}
const readable = (text: string): string =>
  text.replace(/&(?:amp|quot|lt|gt|#39);/g, (entity) => entities[entity] ?? entity)

/** The form of a page that holds `marker` in its tag or body; null when there is none. */
export function formOf(html: string, marker: string): Filled | null {
  const form = html.match(/<form[\s\S]*?<\/form>/g)?.find((one) => one.includes(marker))
  if (!form) return null
  const fields = new URLSearchParams()
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name')
    const type = attribute(tag, 'type') ?? 'text'
    if (!name || ['submit', 'file', 'button'].includes(type)) continue
    if (['radio', 'checkbox'].includes(type) && attribute(tag, 'checked') === undefined) continue
    fields.append(name, attribute(tag, 'value') ?? '')
  }
  for (const [, tag = '', text = ''] of form.matchAll(/(<textarea[^>]*>)([\s\S]*?)<\/textarea>/g))
    fields.append(attribute(tag, 'name') ?? '', readable(text))
  for (const [, tag = '', options = ''] of form.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g)) {
    const all = options.match(/<option[^>]*>/g) ?? []
    const chosen = all.find((option) => attribute(option, 'selected') !== undefined) ?? all[0] ?? ''
    fields.append(attribute(tag, 'name') ?? '', attribute(chosen, 'value') ?? '')
  }
  return { action: attribute(/<form[^>]*>/.exec(form)?.[0] ?? '', 'action') ?? '', fields }
}
