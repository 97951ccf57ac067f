import type { IStylesOptions } from 'docx'
import { face } from './fonts.ts'
import type { Look } from './looks.ts'
import { colours } from './measures.ts'
import { ownStyles } from './own-styles.ts'
import { around, shaded, sizes, softly, typewriter, type Style } from './typography.ts'
import { wordStyles, type Contents } from './word-styles.ts'
import type { Words } from './words.ts'

const heading = (size: number, above: number, under: number, color: string = colours.ink) => ({
  next: 'Normal',
  quickFormat: true,
  run: { size, bold: true, color },
  paragraph: { spacing: around(above, under, 1), keepNext: true, keepLines: true }
})

/** Word's own styles in the product's look, and those it lacks under names in the report's language. */
export const stylesOf = ({ language, styles }: Words, look: Look, contents: Contents): IStylesOptions => ({
  default: {
    document: {
      run: {
        font: face,
        size: sizes.body - look.smaller,
        color: colours.ink,
        language: { value: language }
      },
      paragraph: { spacing: fittedSpacing(around(0, 7), look) }
    },
    title: {
      ...heading(look.title, 0, 12),
      paragraph: {
        spacing: around(0, 10 * look.air, 0.92),
        indent: { right: -look.more },
        keepLines: true,
        outlineLevel: 0
      }
    },
    heading1: heading(44, 28, 8),
    heading2: heading(look.section, look.above, look.under),
    heading3: heading(look.part, 15 * look.air, 4 * look.air),
    heading4: heading(23 - look.smaller, 12 * look.air, 3 * look.air),
    heading5: heading(21 - look.smaller, 11 * look.air, 3 * look.air),
    heading6: heading(21 - look.smaller, 11 * look.air, 3 * look.air, colours.soft),
    caption: heading(21 - look.smaller, 14 * look.air, 4 * look.air),
    hyperlink: { run: { color: colours.primary, underline: { color: colours.thread } } }
  },
  paragraphStyles: [...wordStyles(look, contents), ...ownStyles(styles, look)].map((style) => ({
    quickFormat: true,
    ...fitted(style, look)
  })),
  characterStyles: [
    {
      id: 'Mark',
      name: styles.mark,
      run: { bold: true, color: colours.primary, ...shaded(colours.sky) }
    },
    { id: 'Aside', name: styles.aside, run: { size: sizes.small - look.smaller, ...softly } },
    { id: 'CodeInText', name: styles.codeInText, run: { font: typewriter.font, ...shaded(colours.shade) } },
    { id: 'OpeningNumber', name: styles.openingNumber, run: { bold: true, color: colours.primary } },
    { id: 'QuietLink', name: styles.quietLink, run: { color: colours.primary } },
    { id: 'IndexLink', name: 'Index Link', run: { color: colours.ink } }
  ]
})

type Spacing = NonNullable<NonNullable<Style['paragraph']>['spacing']>

function fittedSpacing({ before = 0, after = 0, line = 240, ...rest }: Spacing, { air, lines }: Look) {
  const fit = { before: Math.round(Number(before) * air), after: Math.round(Number(after) * air) }
  return { ...rest, ...fit, line: line > 240 ? Math.max(240, Math.round(line * lines)) : line }
}

function fitted({ run, paragraph, ...style }: Style, look: Look): Style {
  const { spacing } = paragraph ?? {}
  return {
    ...style,
    ...(run && { run: { ...run, ...(run.size && { size: Number(run.size) - look.smaller }) } }),
    ...(paragraph && {
      paragraph: { ...paragraph, ...(spacing && { spacing: fittedSpacing(spacing, look) }) }
    })
  }
}
