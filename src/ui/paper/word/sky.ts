import {
  Header,
  HorizontalPositionRelativeFrom,
  LineRuleType,
  Paragraph,
  VerticalPositionRelativeFrom,
  type ImageRun
} from 'docx'
import type { Picture } from '../drawing/quarter-picture.ts'
import { plain } from '../inlines.ts'
import type { Paper } from '../paper.ts'
import { measureOf } from './looks.ts'
import { colours, page, pixels } from './measures.ts'
import { drawingRun } from './pictures.ts'
import type { Writing } from './writing.ts'

/** Points of a screen in Word's own measure of drawings. */
const emu = 9525
/** It has no edges to be sharp. */
const blurred = 0.1
const across = pixels(page.width) + 1
const inPage = { relative: HorizontalPositionRelativeFrom.PAGE, offset: 0 }

const sheetOf = (height: number, stops: string): Picture => ({
  svg:
    `<svg xmlns="http://www.w3.org/2000/svg" width="${across}" height="${height}" viewBox="0 0 ${across} ${height}">` +
    `<linearGradient id="sky" x2="0" y2="1">${stops}</linearGradient>` +
    `<path fill="url(#sky)" d="M0 0h${across}v${height}H0z"/></svg>`,
  width: across,
  height
})
const stop = (offset: number, color: string) => `<stop offset="${offset.toFixed(3)}" stop-color="#${color}"/>`

/** How far down in their paragraph the houses stand, in points of a screen, and the margin above all, in twips. */
type Sky = { feet: number; top: number }

/**
 * The sky ends where the houses stand, and nobody but Word knows how far down that is. So it hangs from the paragraph they
 * stand in, as high as the opening may be, and above it the header fills in to the edge of the page.
 */
export function skyAbove({ feet, top }: Sky, paper: Paper, writing: Writing): ImageRun {
  const upper = pixels(top)
  const height = Math.round(openingHeight(paper, writing) + feet + upper / 2)
  const even = Math.min(0.9, (upper * 1.1) / height)
  const picture = sheetOf(height, stop(0, colours.sky) + stop(even, colours.sky) + stop(1, colours.horizon))
  const verticalPosition = {
    relative: VerticalPositionRelativeFrom.PARAGRAPH,
    offset: (feet - height) * emu
  }
  const floating = { horizontalPosition: inPage, verticalPosition, behindDocument: true }
  return drawingRun(picture, { scale: 1, alt: null, floating, density: blurred }, writing)
}

export function skyHeader(top: number, writing: Writing): Header {
  const height = pixels(top)
  const verticalPosition = { relative: VerticalPositionRelativeFrom.PAGE, offset: 0 }
  const floating = { horizontalPosition: inPage, verticalPosition, behindDocument: true }
  const picture = sheetOf(height, stop(0, colours.sky) + stop(1, colours.sky))
  const sky = drawingRun(picture, { scale: 1, alt: null, floating, density: blurred }, writing)
  return new Header({ children: [new Paragraph({ style: 'Header', children: [sky] })] })
}

/** Where no houses stand: a strip of air under the words. */
export const emptySky = (top: number, paper: Paper, writing: Writing): Paragraph => {
  const height = writing.look.air < 1 ? 140 : 320
  return new Paragraph({
    style: 'Skyline',
    spacing: { line: height, lineRule: LineRuleType.EXACTLY },
    children: [skyAbove({ feet: Math.round(height / 15), top }, paper, writing)]
  })
}

/** In points of a screen, of what stands above the houses and the margin over it: near enough, half the upper sky may be missed. */
export function openingHeight(paper: Paper, { look, words }: Writing): number {
  const wide = pixels(measureOf(look) + look.more)
  const lines = (text: string, halfPoints: number) => {
    const sign = (halfPoints / 2) * 0.52 * (96 / 72)
    return Math.ceil((text.length * sign) / wide) * ((halfPoints / 2) * 1.2 * (96 / 72))
  }
  const air = 60 * look.air
  const opening = paper.opening ? lines(plain(paper.opening), look.opening) : 0
  const invented = paper.invented ? 24 : 0
  return 26 + lines(words.title, look.title) + opening + invented + air
}
