const marks: [kind: 'readable' | 'heic', at: number, mark: RegExp][] = [
  ['readable', 0, /^\xff\xd8\xff/],
  ['readable', 0, /^\x89PNG\r\n\x1a\n/],
  ['readable', 0, /^RIFF.{4}WEBP/s],
  ['readable', 0, /^GIF8[79]a/],
  ['heic', 4, /^ftyp(heic|heix|hevc|hevx|heim|heis|mif1|msf1)/]
]

/**
 * What a file is by its first bytes, whatever it is called: JPEG, PNG, WebP and GIF are readable. Nothing else reaches
 * the library of pictures, which reads much more (drawings with scripts, whole documents) than anyone needs here.
 */
export function kindOf(bytes: Buffer): 'readable' | 'heic' | 'other' {
  const first = bytes.subarray(0, 32).toString('latin1')
  return marks.find(([, at, mark]) => mark.test(first.slice(at)))?.[0] ?? 'other'
}
