import { LineRuleType, ShadingType, type IParagraphStyleOptions } from 'docx'
import { colours } from './measures.ts'

export type Style = Pick<IParagraphStyleOptions, 'id' | 'name' | 'next' | 'basedOn' | 'paragraph' | 'run'>

/** In half points, as Word counts them. */
export const sizes = { body: 21, small: 18, tiny: 17 }

const usual = 1.14
/** Air above and below in points, and how far its lines stand apart. */
export const around = (above: number, under: number, lines = usual) => ({
  before: above * 20,
  after: under * 20,
  line: Math.round(lines * 240),
  lineRule: LineRuleType.AUTO
})

export const shaded = (fill: string) => ({ shading: { type: ShadingType.CLEAR, color: 'auto', fill } })
export const typewriter = { font: 'Consolas', size: sizes.small }
export const softly = { color: colours.soft }
