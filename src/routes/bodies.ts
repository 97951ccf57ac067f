import { error } from '@sveltejs/kit'

/** A million characters in one field, each of them an emoji escaped in a form, is to be answered in words, not cut off. */
const largestForm = 16 * 1024 * 1024

export const tooLarge = () => error(413, 'too_large', { code: 'too_large' })

/** A form's body, which is held whole: not more than anyone writes. Forms with photos are read as they come instead. */
export async function bodyOf({ headers, body }: Request): Promise<Buffer> {
  if (Number(headers.get('content-length')) > largestForm) tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > largestForm) tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
