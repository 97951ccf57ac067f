import { m } from '#ui/words/messages.ts'
import type { Paper, PaperPhoto } from '../paper.ts'
import { print } from '../printing/printing.ts'
import type { From, Rendered } from '../rendering.ts'
import type { Written } from './document.ts'
import { photoBytes, photosIn } from './photos.ts'
import type { Asked, SentPhoto } from './press.ts'
import { wordsFor } from './words.ts'

/** The paper as a Word file to go on writing in, in the language that the words round it are in now. */
export async function wordOf(paper: Paper, from: From): Promise<Rendered> {
  const missing: PaperPhoto[] = []
  const asked = sent({ paper, words: wordsFor(paper), origin: from.origin }, from, missing)
  const { bytes, replaced } = (await print('#ui/paper/word/press.ts', asked)) as Written
  return { bytes, told: [...toldOf(replaced), ...missing.map(({ alt }) => m.word_told_photo({ alt }))] }
}

/** Photos one at a time: a report may have more than there is room for at once. */
async function* sent(asked: Asked, from: From, missing: PaperPhoto[]): AsyncGenerator<Asked | SentPhoto> {
  yield asked
  for (const photo of photosIn(asked.paper)) {
    const found = await from.photo(photo.id)
    const bytes = found && photoBytes(found.content)
    if (bytes) yield { id: photo.id, ...bytes }
    else missing.push(photo)
  }
}

function toldOf(replaced: Written['replaced']): string[] {
  const signs = [...replaced].map(([sign, times]) => (times > 1 ? `${sign} × ${times}` : sign))
  return signs.length > 0 ? [m.word_told_characters({ signs: signs.join(', ') })] : []
}
