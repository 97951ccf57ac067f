import mammoth from 'mammoth'
import { readHtml } from './read-html.ts'
import type { Read } from './reading.ts'

/** By the styles that Word itself has for them. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='TOC Heading'] => p.contents:fresh",
  "p[style-name='toc 2'] => p.contents:fresh",
  // What only stands side by side is no table to whoever reads it.
  'table.Beside => div.beside:fresh'
]
const picture = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))

export async function readWord(bytes: Uint8Array): Promise<Read> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { styleMap, convertImage: picture }
  )
  return readHtml(value)
}
