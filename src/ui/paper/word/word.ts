import { m } from '#ui/words/messages.ts'
import type { Paper, PaperPhoto } from '../paper.ts'
import type { From, Rendered } from '../rendering.ts'
import { writtenPaper, type Written } from './document.ts'
import { photoBytes, photosIn, type PhotoBytes } from './photos.ts'

/** The paper as a Word file to go on writing in, in the language that the words round it are in now. */
export async function wordOf(paper: Paper, from: From): Promise<Rendered> {
  const photos = new Map<string, PhotoBytes>()
  const missing: PaperPhoto[] = []
  for (const photo of photosIn(paper)) {
    const found = await from.photo(photo.id)
    const bytes = found && photoBytes(found.content)
    if (bytes) photos.set(photo.id, bytes)
    else missing.push(photo)
  }
  const { bytes, replaced } = await writtenPaper(paper, { origin: from.origin, photos })
  return { bytes, told: [...toldOf(replaced), ...missing.map(({ alt }) => m.word_told_photo({ alt }))] }
}

function toldOf(replaced: Written['replaced']): string[] {
  const signs = [...replaced].map(([sign, times]) => (times > 1 ? `${sign} × ${times}` : sign))
  return signs.length > 0 ? [m.word_told_characters({ signs: signs.join(', ') })] : []
}
