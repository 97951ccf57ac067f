/** Words as they can stand in an address: `Ängen – år 2` → `angen-ar-2`. At most 60 characters. */
export function slugFrom(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[æ]/g, 'ae')
    .replace(/[ø]/g, 'o')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
  return plain.slice(0, 60).replace(/^-+|-+$/g, '')
}
