import type { IStylesOptions } from 'docx'
import { face } from './fonts.ts'
import { colours } from './measures.ts'
import { ownStyles } from './own-styles.ts'
import { around, shaded, sizes, softly, typewriter } from './typography.ts'
import { wordStyles } from './word-styles.ts'
import type { Words } from './words.ts'

const heading = (size: number, above: number, under: number, color: string = colours.ink) => ({
  next: 'Normal',
  quickFormat: true,
  run: { size, bold: true, color },
  paragraph: { spacing: around(above, under, 1), keepNext: true, keepLines: true }
})

/** Of headings in half points, and the air above one of level 2 in points. */
export type Measure = { title: number; section: number; part: number; above: number }
/** A report of many pages, and one that is to fit on a page or two. */
export const roomy: Measure = { title: 58, section: 34, part: 26, above: 30 }
export const tight: Measure = { title: 48, section: 30, part: 24, above: 18 }

/** Word's own styles in the product's look, and those it lacks under names in the report's language. */
export const stylesOf = ({ language, styles }: Words, measure: Measure): IStylesOptions => ({
  default: {
    document: {
      run: { font: face, size: sizes.body, color: colours.ink, language: { value: language } },
      paragraph: { spacing: around(0, 7) }
    },
    title: {
      ...heading(measure.title, 0, 12),
      paragraph: { spacing: around(0, 12, 0.94), keepLines: true, outlineLevel: 0 }
    },
    heading1: heading(44, 28, 8),
    heading2: heading(measure.section, measure.above, 7),
    heading3: heading(measure.part, 16, 5),
    heading4: heading(23, 14, 4),
    heading5: heading(22, 12, 4),
    heading6: heading(22, 12, 4, colours.soft),
    caption: heading(23, 16, 5),
    hyperlink: { run: { color: colours.primary, underline: { color: colours.thread } } }
  },
  paragraphStyles: [...wordStyles, ...ownStyles(styles)].map((style) => ({ quickFormat: true, ...style })),
  characterStyles: [
    {
      id: 'Mark',
      name: styles.mark,
      run: { bold: true, color: colours.primary, ...shaded(colours.sky) }
    },
    { id: 'Aside', name: styles.aside, run: { size: sizes.small, ...softly } },
    { id: 'CodeInText', name: styles.codeInText, run: { ...typewriter, ...shaded(colours.shade) } },
    {
      id: 'FigureNumber',
      name: styles.number,
      run: { size: 36, bold: true, color: colours.primary }
    },
    { id: 'IndexLink', name: 'Index Link', run: { color: colours.ink } }
  ]
})
