import { ImageRun, Paragraph, TextRun, type IFloating } from 'docx'
import { Resvg } from '@resvg/resvg-js'
import type { Picture } from '../drawing/quarter-picture.ts'
import type { PaperPhoto } from '../paper.ts'
import { pixels, textWidth } from './measures.ts'
import { paragraphOf } from './paragraphs.ts'
import type { Writing } from './writing.ts'

/** As sharp in print as on a screen. */
const sharp = 3
const highest = 400

/** Without alt it is decorative: words beside it say the same. */
type Shown = { scale: number; alt: string | null; floating?: IFloating; density?: number }

/** A drawing as SVG, and as points for programs that show none. */
export function drawingRun(
  picture: Picture,
  { scale, alt, floating, density = sharp }: Shown,
  writing: Writing
): ImageRun {
  const transformation = {
    width: Math.round(picture.width * scale),
    height: Math.round(picture.height * scale)
  }
  return new ImageRun({
    type: 'svg',
    data: Buffer.from(picture.svg),
    fallback: { type: 'png', data: pointsOf(picture, transformation.width * density, writing) },
    transformation,
    ...(alt === null ? { decorative: true } : { altText: { description: writing.characters.safe(alt) } }),
    ...(floating && { floating })
  })
}

function pointsOf({ svg }: Picture, width: number, writing: Writing): Buffer {
  const made = writing.points.get(svg)
  if (made) return made
  const points = new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } })
    .render()
    .asPng()
  writing.points.set(svg, points)
  return points
}

/** Two in the width. Where they are moved in they belong to what is told after them. One that is gone is told of in words. */
export function photosOf(photos: PaperPhoto[], writing: Writing, indent = 0): Paragraph[] {
  const there = photos.filter(({ id }) => writing.photos.has(id))
  const gone = photos.filter(({ id }) => !writing.photos.has(id))
  const widest = (pixels(textWidth - indent) - 8) / (there.length > 1 ? 2 : 1)
  const shown = { style: 'Picture', indent: { left: indent }, ...(indent > 0 && { keepNext: true }) }
  return [
    ...(there.length > 0
      ? [
          new Paragraph({
            ...shown,
            children: there.flatMap((photo) => [photoRun(photo, widest, writing), new TextRun(' ')])
          })
        ]
      : []),
    ...gone.map(({ alt }) =>
      paragraphOf([{ type: 'text', value: alt }], { style: 'Soft', indent: { left: indent } }, writing)
    )
  ]
}

function photoRun({ id, alt, width, height }: PaperPhoto, widest: number, writing: Writing): ImageRun {
  const { type, content } = writing.photos.get(id)!
  const scale = Math.min(1, widest / width, highest / height)
  return new ImageRun({
    type,
    data: content,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { description: writing.characters.safe(alt) }
  })
}
