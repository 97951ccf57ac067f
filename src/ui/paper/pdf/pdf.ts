import { m } from '#ui/words/messages.ts'
import type { Paper } from '../paper.ts'
import type { From, Rendered } from '../rendering.ts'
import { print } from '../printing/printing.ts'
import type { Asked, SentPhoto } from './press.ts'
import { sheetOf } from './sheet-of.ts'
import type { Typeset } from './typesetting.ts'

/** A paper as an accessible PDF (PDF/UA-1), set in the language that the words round it are in now. */
export async function pdfOf(paper: Paper, from: From): Promise<Rendered> {
  const { photos, ...asked } = sheetOf(paper, from.origin)
  const lost = new Set<string>()
  const printed = (await print(
    '#ui/paper/pdf/press.ts',
    sent(asked, [...photos.keys()], from, lost)
  )) as Typeset
  for (const id of printed.lost) lost.add(id)
  return {
    bytes: printed.pdf,
    told: [
      ...(printed.replaced.length > 0 ? [m.paper_told_signs({ signs: listed(printed.replaced) })] : []),
      ...new Set([...lost].map((id) => m.paper_told_photo({ alt: photos.get(id) ?? '' })))
    ]
  }
}

/** One at a time: a report may have more photos than there is room for at once. */
async function* sent(
  asked: Asked,
  ids: string[],
  from: From,
  lost: Set<string>
): AsyncGenerator<Asked | SentPhoto> {
  yield asked
  for (const id of ids) {
    const photo = await from.photo(id)
    if (photo) yield { id, content: photo.content }
    else lost.add(id)
  }
}

const most = 30
const listed = (signs: string[]): string => signs.slice(0, most).join(' ') + (signs.length > most ? ' …' : '')
