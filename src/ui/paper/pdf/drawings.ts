import { drawingId } from '#ui/charts/drawing.ts'
import { hasFlag, roofOf, shapeOf, type HouseFacts } from '#ui/charts/house.ts'
import { housePicture, type Picture } from '../drawing/quarter-picture.ts'
import type { Drawing } from './sheet.ts'

export type Drawings = {
  /** SVG by name, each drawn once however often it is shown. */
  svgs: Map<string, string>
  house(facts: HouseFacts & { seed?: string }): Drawing
  picture(picture: Picture, scale: number, alt: string | null): Drawing
}

/** A house beside what is told of it; its own 24 × 32 units made points. */
const houseScale = 0.9

export function drawingsOf(): Drawings {
  const svgs = new Map<string, string>()
  const named = (
    name: string,
    { svg, width, height }: Picture,
    scale: number,
    alt: string | null
  ): Drawing => {
    svgs.set(name, svg)
    return { svg: name, width: width * scale, height: height * scale, alt }
  }
  return {
    svgs,
    house: (facts) => {
      const id = drawingId(shapeOf(facts), roofOf(facts.seed ?? ''), hasFlag(facts))
      return named(id, housePicture(facts), houseScale, null)
    },
    picture: (picture, scale, alt) => named(`picture-${svgs.size}`, picture, scale, alt)
  }
}
