import { m } from '#ui/words/messages.ts'
import type { Paper } from '../paper.ts'
import type { From, Rendered } from '../rendering.ts'
import { sheetOf } from './sheet-of.ts'
import { openTypesetting } from './typesetting.ts'

/** A paper as an accessible PDF (PDF/UA-1), set in the language that the words round it are in now. */
export async function pdfOf(paper: Paper, from: From): Promise<Rendered> {
  const { photos: wanted, ...made } = sheetOf(paper, from.origin)
  const photos = new Map<string, Uint8Array>()
  const lost: string[] = []
  for (const id of wanted.keys()) {
    const photo = await from.photo(id)
    if (photo) photos.set(id, photo.content)
    else lost.push(id)
  }
  const printed = openTypesetting()({ ...made, photos })
  const alts = [...lost, ...printed.lost].map((id) => wanted.get(id) ?? '')
  return {
    bytes: printed.pdf,
    told: [
      ...(printed.replaced.length > 0 ? [m.paper_told_signs({ signs: listed(printed.replaced) })] : []),
      ...new Set(alts.map((alt) => m.paper_told_photo({ alt })))
    ]
  }
}

const most = 30
const listed = (signs: string[]): string => signs.slice(0, most).join(' ') + (signs.length > most ? ' …' : '')
