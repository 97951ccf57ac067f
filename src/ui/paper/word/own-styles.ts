import { BorderStyle } from 'docx'
import type { Look } from './looks.ts'
import { colours } from './measures.ts'
import type { StyleNames } from './style-names.ts'
import { around, shaded, sizes, softly, typewriter, type Style } from './typography.ts'

const small = { size: sizes.small, ...softly }

export const ownStyles = (names: StyleNames, look: Look): Style[] =>
  [
    ...openingStyles(names, look),
    ...textStyles(names, look),
    ...pictureStyles(names, look),
    ...deedStyles(names),
    ...tableStyles(names)
  ].map((style) => ({
    basedOn: 'Normal',
    ...style
  }))

const openingStyles = (names: StyleNames, { more, opening, smaller }: Look): Style[] => [
  {
    id: 'About',
    name: names.about,
    run: { size: 22, color: colours.primary },
    paragraph: { spacing: around(0, 9), indent: { right: -more }, keepNext: true }
  },
  {
    id: 'Opening',
    name: names.opening,
    run: { size: opening + smaller },
    paragraph: { spacing: around(0, 9, 1.02), indent: { right: -more }, keepLines: true }
  },
  {
    id: 'Invented',
    name: names.invented,
    run: { bold: true, size: sizes.small, color: colours.brick },
    paragraph: { spacing: around(3, 4), indent: { right: -more } }
  },
  { id: 'Facts', name: names.facts, run: small, paragraph: { spacing: around(0, 3) } }
]

const textStyles = (names: StyleNames, { more, lead, smaller }: Look): Style[] => [
  { id: 'Lead', name: names.lead, run: { size: lead + smaller }, paragraph: { spacing: around(0, 9) } },
  { id: 'Soft', name: names.soft, run: softly, paragraph: { spacing: around(2, 7) } },
  { id: 'Small', name: names.small, run: small, paragraph: { spacing: around(0, 5) } },
  {
    id: 'Term',
    name: names.term,
    next: 'Explanation',
    run: { bold: true },
    paragraph: { spacing: around(4, 3), keepNext: true }
  },
  { id: 'Explanation', name: names.explanation, paragraph: { spacing: around(0, 4) } },
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
    id: 'Colophon',
    name: names.colophon,
    run: { size: sizes.tiny, ...softly },
    paragraph: { spacing: around(0, 2, 1.04), indent: { right: -more }, keepLines: true }
  },
  {
    id: 'BeforeColophon',
    name: names.beforeColophon,
    run: { size: 8 },
    paragraph: {
      spacing: around(6, 5, 1),
      indent: { right: -more },
      keepNext: true,
      border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1, color: colours.line } }
    }
  }
]

const pictureStyles = (names: StyleNames, { more }: Look): Style[] => [
  {
    id: 'Picture',
    name: names.picture,
    paragraph: { spacing: around(2, 8, 1), keepLines: true }
  },
  {
    id: 'Skyline',
    name: names.skyline,
    paragraph: { spacing: around(0, 22, 1), indent: { right: -more }, keepLines: true }
  },
  {
    id: 'Legend',
    name: names.legend,
    run: small,
    paragraph: { spacing: around(1, 4, 1.2), indent: { right: -more }, keepNext: true }
  },
  {
    id: 'Figure',
    name: names.figure,
    run: { size: 33, bold: true, color: colours.primary },
    paragraph: { spacing: around(4, 0, 1), keepLines: true }
  },
  {
    id: 'FigureOf',
    name: names.figureOf,
    run: small,
    paragraph: { spacing: around(0, 7, 1.04), keepLines: true }
  }
]

const deedStyles = (names: StyleNames): Style[] => [
  { id: 'Deed', name: names.deed, paragraph: { spacing: around(0, 3), keepNext: true } },
  { id: 'DeedBy', name: names.deedBy, run: small, paragraph: { spacing: around(0, 3) } },
  {
    id: 'DeedFigures',
    name: names.deedFigures,
    run: { size: sizes.small },
    paragraph: { spacing: around(1, 3, 1.2) }
  }
]

const tableStyles = (names: StyleNames): Style[] => [
  {
    id: 'TableHead',
    name: names.head,
    run: { bold: true, size: sizes.small, ...softly },
    paragraph: { spacing: around(0, 0, 1.04), keepNext: true }
  },
  {
    id: 'TableText',
    name: names.cell,
    run: { size: sizes.small },
    paragraph: { spacing: around(0, 0, 1.04) }
  },
  {
    id: 'AfterTable',
    name: names.afterTable,
    run: { size: 8 },
    paragraph: { spacing: around(0, 6, 1) }
  }
]
