type Bytes = Uint8Array<ArrayBuffer>

/** The bytes that were made last, so many in all; and what is being made now, which nobody makes twice at once. */
export function openRecent(most: number) {
  const kept = new Map<string, Bytes>()
  const making = new Map<string, Promise<Bytes>>()
  let held = 0

  const keep = (key: string, bytes: Bytes): void => {
    kept.set(key, bytes)
    held += bytes.length
    for (const [oldest, { length }] of kept) {
      if (held <= most) break
      kept.delete(oldest)
      held -= length
    }
  }

  return async (key: string, make: () => Promise<Bytes>): Promise<Bytes> => {
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
