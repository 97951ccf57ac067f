import { m } from '#ui/words/messages.ts'
import type { Paper } from '../paper.ts'
import type { From, Rendered } from '../rendering.ts'
import type { SentPhoto } from './press.ts'
import { print } from './printing.ts'
import { sheetOf } from './sheet-of.ts'

/** A paper as an accessible PDF (PDF/UA-1), set in the language that the words round it are in now. */
export async function pdfOf(paper: Paper, from: From): Promise<Rendered> {
  const { sheet, svgs, photos } = sheetOf(paper, from.origin)
  const lost = new Set<string>()
  const printed = await print({ sheet, svgs }, sent([...photos.keys()], from, lost))
  for (const id of printed.lost) lost.add(id)
  return {
    bytes: printed.pdf,
    told: [
      ...(printed.replaced.length > 0 ? [m.paper_told_signs({ signs: listed(printed.replaced) })] : []),
      ...[...lost].map((id) => m.paper_told_photo({ alt: photos.get(id) ?? '' }))
    ]
  }
}

/** One at a time: a report may have more photos than there is room for at once. */
async function* sent(ids: string[], from: From, lost: Set<string>): AsyncGenerator<SentPhoto> {
  for (const id of ids) {
    const photo = await from.photo(id)
    if (photo) yield { id, content: photo.content }
    else lost.add(id)
  }
}

const most = 30
const listed = (signs: string[]): string => signs.slice(0, most).join(' ') + (signs.length > most ? ' …' : '')
