/** The bytes that were made last, so many in all; and what is being made now, which nobody makes twice at once. */
export function openRecent(most: number) {
  const kept = new Map<string, Uint8Array>()
  const making = new Map<string, Promise<Uint8Array>>()
  let held = 0

  const keep = (key: string, bytes: Uint8Array): void => {
    kept.set(key, bytes)
    held += bytes.length
    for (const [oldest, { length }] of kept) {
      if (held <= most) break
      kept.delete(oldest)
      held -= length
    }
  }

  return async (key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    const found = kept.get(key)
    if (found) {
      kept.delete(key)
      kept.set(key, found)
      return found
    }
    const begun =
      making.get(key) ??
      make()
        .then((bytes) => {
          keep(key, bytes)
          return bytes
        })
        .finally(() => making.delete(key))
    making.set(key, begun)
    return begun
  }
}
