/** What an accessible file says of itself, and whether it brings all its faces: read from its bytes, whose objects lie open. */
export function claimsOf(pdf: Uint8Array) {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const count = (pattern: RegExp): number => bytes.match(pattern)?.length ?? 0
  return {
    isTagged: /\/StructTreeRoot \d+ 0 R/.test(bytes) && /\/MarkInfo <<\s*\/Marked true/.test(bytes),
    accessible: /<pdfuaid:part>(\d)<\/pdfuaid:part>/.exec(bytes)?.[1],
    language: /\/Lang \((\w+)\)\s*\/(?:MarkInfo|Metadata|StructTreeRoot|ViewerPreferences)/.exec(bytes)?.[1],
    showsTitle: /\/DisplayDocTitle true/.test(bytes),
    hasTitle: /<dc:title>.*?<rdf:li[^>]*>[^<]+</s.test(bytes),
    hasOwnFace: /\/FontName \/\w+\+AtkinsonHyperlegibleNext/.test(bytes),
    faces: count(/\/Type \/FontDescriptor\b/g),
    embedded: count(/\/FontFile[23]? \d+ 0 R/g)
  }
}
