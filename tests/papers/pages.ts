import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Its lines from the top, without the one that numbers it; `used` is how much of its height they reach over, of 1. */
export type Page = { lines: string[]; used: number }

/** A printed paper as it is leafed through: what stands on each page, and how far down. */
export async function pagesIn(pdf: Uint8Array): Promise<Page[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const pages: Page[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(pageOf(items, page.view[3] ?? 0))
  }
  await document.destroy()
  return pages
}

type Item = { str: string; transform: number[]; width: number } | object

function pageOf(items: Item[], height: number): Page {
  const byHeight = new Map<number, string>()
  let end = 0
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue
    const [x, y] = [Number(item.transform[4]), Math.round(Number(item.transform[5]))]
    byHeight.set(y, `${byHeight.get(y) ?? ''}${x - end > 1 ? ' ' : ''}${item.str}`)
    end = x + item.width
  }
  const heights = [...byHeight.keys()].toSorted((a, b) => b - a)
  const lines = heights.map((y) => (byHeight.get(y) ?? '').replace(/\s+/g, ' ').trim())
  const own = lines.findIndex((line) => /(?:Sida|Page) \d+ (?:av|of) \d+$/.test(line))
  return { lines: lines.slice(0, own), used: own > 0 ? 1 - (heights[own - 1] ?? 0) / height : 0 }
}
