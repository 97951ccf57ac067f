import { ImageRun, Paragraph, TextRun, type IFloating } from 'docx'
import { Resvg } from '@resvg/resvg-js'
import type { Picture } from '../drawing/quarter-picture.ts'
import type { PaperPhoto } from '../paper.ts'
import { millimetres, pixels } from './measures.ts'
import { paragraphOf } from './paragraphs.ts'
import type { Writing } from './writing.ts'

/** As sharp in print as on a screen. */
const sharp = 3
/** One alone, and two beside each other. */
const widest = { one: pixels(millimetres(100)), two: pixels(millimetres(61)) }
const highest = pixels(millimetres(56))

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

/** Two in the width of the text. One that is gone is told of in words. */
export function photosOf(
  photos: PaperPhoto[],
  writing: Writing,
  setting: { keepNext?: true } = {}
): Paragraph[] {
  const there = photos.filter(({ id }) => writing.photos.has(id))
  const gone = photos.filter(({ id }) => !writing.photos.has(id))
  const width = there.length > 1 ? widest.two : widest.one
  return [
    ...(there.length > 0
      ? [
          new Paragraph({
            ...{ style: 'Picture', ...setting },
            children: there.flatMap((photo) => [photoRun(photo, width, writing), new TextRun(' ')])
          })
        ]
      : []),
    ...gone.map(({ alt }) => paragraphOf([{ type: 'text', value: alt }], { style: 'Soft' }, writing))
  ]
}

function photoRun({ id, alt, width, height }: PaperPhoto, most: number, writing: Writing): ImageRun {
  const { type, content } = writing.photos.get(id)!
  const scale = Math.min(1, most / width, highest / height)
  return new ImageRun({
    type,
    data: content,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { description: writing.characters.safe(alt) }
  })
}
