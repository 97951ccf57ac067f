type Tree = { [name: string]: Tree | string | number }

/** `{ words: { sv: { one: 'dellöfte' } } }` → `{ 'words.sv.one': 'dellöfte' }`, as a form's fields are named. */
export function flat(tree: unknown, before = ''): Record<string, string> {
  if (typeof tree !== 'object' || tree === null) return before ? { [before]: String(tree ?? '') } : {}
  return Object.assign(
    {},
    ...Object.entries(tree).map(([name, value]) => flat(value, before ? `${before}.${name}` : name))
  )
}

export function grown(fields: Record<string, unknown>): Tree {
  const tree: Tree = {}
  for (const [path, value] of Object.entries(fields)) {
    const names = path.split('.')
    const last = names.pop() ?? path
    let branch = tree
    for (const name of names) {
      const found = Object.hasOwn(branch, name) ? branch[name] : undefined
      const next: Tree = typeof found === 'object' ? found : {}
      Object.defineProperty(branch, name, {
        value: next,
        enumerable: true,
        configurable: true,
        writable: true
      })
      branch = next
    }
    Object.defineProperty(branch, last, {
      value: String(value),
      enumerable: true,
      configurable: true,
      writable: true
    })
  }
  return tree
}
