import { BorderStyle } from 'docx'
import { colours, step } from './measures.ts'
import type { StyleNames } from './style-names.ts'
import { around, shaded, sizes, softly, typewriter, type Style } from './typography.ts'

const small = { size: sizes.small, ...softly }
const deed = { indent: { left: step } }
/** Where what a figure counts begins, after the number itself. */
const afterNumber = step * 5

export const ownStyles = (names: StyleNames): Style[] =>
  [
    ...openingStyles(names),
    ...textStyles(names),
    ...figureStyles(names),
    ...deedStyles(names),
    ...tableStyles(names)
  ].map((style) => ({
    basedOn: 'Normal',
    ...style
  }))

const openingStyles = (names: StyleNames): Style[] => [
  {
    id: 'About',
    name: names.about,
    run: { size: sizes.small, color: colours.primary },
    paragraph: { spacing: around(0, 8), keepNext: true }
  },
  {
    id: 'Opening',
    name: names.opening,
    run: { size: 30 },
    paragraph: { spacing: around(0, 14, 1.05), keepLines: true }
  },
  { id: 'Facts', name: names.facts, run: small, paragraph: { spacing: around(0, 1) } }
]

const textStyles = (names: StyleNames): Style[] => [
  { id: 'Lead', name: names.lead, run: { size: 25 }, paragraph: { spacing: around(0, 9) } },
  { id: 'Soft', name: names.soft, run: softly, paragraph: { spacing: around(4, 7) } },
  { id: 'Small', name: names.small, run: small, paragraph: { spacing: around(0, 5) } },
  {
    id: 'Term',
    name: names.term,
    next: 'Explanation',
    run: { bold: true },
    paragraph: { spacing: around(8, 2), keepNext: true }
  },
  {
    id: 'Explanation',
    name: names.explanation,
    paragraph: { spacing: around(0, 4), indent: { left: step } }
  },
  {
    id: 'Code',
    name: names.code,
    run: typewriter,
    paragraph: { spacing: around(4, 10), ...shaded(colours.shade) }
  },
  {
    id: 'Rule',
    name: names.rule,
    paragraph: {
      spacing: around(4, 12, 1),
      border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1, color: colours.line } }
    }
  },
  {
    id: 'Picture',
    name: names.picture,
    paragraph: { spacing: around(2, 11, 1), keepLines: true }
  },
  { id: 'Legend', name: names.legend, run: small, paragraph: { spacing: around(2, 8, 1.3) } }
]

const figureStyles = (names: StyleNames): Style[] => [
  {
    id: 'Figure',
    name: names.figure,
    paragraph: {
      spacing: around(0, 2, 1),
      indent: { left: afterNumber, hanging: afterNumber },
      keepLines: true
    }
  }
]

const deedStyles = (names: StyleNames): Style[] => [
  { id: 'Deed', name: names.deed, paragraph: { spacing: around(0, 4), keepNext: true, ...deed } },
  { id: 'DeedBy', name: names.deedBy, run: small, paragraph: { spacing: around(0, 3), ...deed } },
  {
    id: 'DeedFigures',
    name: names.deedFigures,
    run: { size: sizes.small },
    paragraph: { spacing: around(2, 4, 1.2), ...deed }
  }
]

const tableStyles = (names: StyleNames): Style[] => [
  {
    id: 'TableHead',
    name: names.head,
    run: { bold: true, size: sizes.small },
    paragraph: { spacing: around(0, 0, 1.04), keepNext: true }
  },
  {
    id: 'TableText',
    name: names.cell,
    run: { size: sizes.small + 1 },
    paragraph: { spacing: around(0, 0, 1.04) }
  },
  {
    id: 'AfterTable',
    name: names.afterTable,
    run: { size: 8 },
    paragraph: { spacing: around(0, 6, 1) }
  }
]
