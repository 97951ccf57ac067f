import type { IStylesOptions } from 'docx'
import { face } from './fonts.ts'
import { colours } from './measures.ts'
import { ownStyles } from './own-styles.ts'
import { around, shaded, sizes, softly, typewriter, type Style } from './typography.ts'
import { wordStyles } from './word-styles.ts'
import type { Words } from './words.ts'

const heading = (size: number, above: number, under: number, color: string = colours.ink) => ({
  next: 'Normal',
  quickFormat: true,
  run: { size, bold: true, color },
  paragraph: { spacing: around(above, under, 1), keepNext: true, keepLines: true }
})

/**
 * Of headings in half points, and the air above one of level 2 in points; of all else how much of its air it has, and how
 * many half points it is smaller by.
 */
export type Measure = {
  title: number
  section: number
  part: number
  above: number
  air: number
  smaller: number
}
/** A report of many pages, and one that is to fit on a page or two. */
export const roomy: Measure = { title: 58, section: 34, part: 26, above: 30, air: 1, smaller: 0 }
export const tight: Measure = { title: 38, section: 24, part: 21, above: 7, air: 0.4, smaller: 3 }

/** Word's own styles in the product's look, and those it lacks under names in the report's language. */
export const stylesOf = ({ language, styles }: Words, measure: Measure): IStylesOptions => ({
  default: {
    document: {
      run: {
        font: face,
        size: sizes.body - measure.smaller,
        color: colours.ink,
        language: { value: language }
      },
      paragraph: { spacing: around(0, 7 * measure.air) }
    },
    title: {
      ...heading(measure.title, 0, 12),
      paragraph: { spacing: around(0, 12 * measure.air, 0.94), keepLines: true, outlineLevel: 0 }
    },
    heading1: heading(44, 28, 8),
    heading2: heading(measure.section, measure.above, 7 * measure.air),
    heading3: heading(measure.part, 16 * measure.air, 5 * measure.air),
    heading4: heading(23, 14, 4),
    heading5: heading(22, 12, 4),
    heading6: heading(22, 12, 4, colours.soft),
    caption: heading(23 - measure.smaller, 16 * measure.air, 5 * measure.air),
    hyperlink: { run: { color: colours.primary, underline: { color: colours.thread } } }
  },
  paragraphStyles: [...wordStyles, ...ownStyles(styles)].map((style) => ({
    quickFormat: true,
    ...fitted(style, measure)
  })),
  characterStyles: [
    {
      id: 'Mark',
      name: styles.mark,
      run: { bold: true, color: colours.primary, ...shaded(colours.sky) }
    },
    { id: 'Aside', name: styles.aside, run: { size: sizes.small - measure.smaller, ...softly } },
    { id: 'CodeInText', name: styles.codeInText, run: { ...typewriter, ...shaded(colours.shade) } },
    {
      id: 'FigureNumber',
      name: styles.number,
      run: { size: 36 - 3 * measure.smaller, bold: true, color: colours.primary }
    },
    { id: 'IndexLink', name: 'Index Link', run: { color: colours.ink } }
  ]
})

function fitted({ run, paragraph, ...style }: Style, { air, smaller }: Measure): Style {
  const { before = 0, after = 0, ...lines } = paragraph?.spacing ?? {}
  const spacing = {
    ...lines,
    before: Math.round(Number(before) * air),
    after: Math.round(Number(after) * air)
  }
  return {
    ...style,
    ...(run && { run: { ...run, ...(run.size && { size: Number(run.size) - smaller }) } }),
    ...(paragraph && { paragraph: { ...paragraph, ...(paragraph.spacing && { spacing }) } })
  }
}
