import { BorderStyle } from 'docx'
import { m } from '#ui/words/messages.ts'
import { colours, step } from './measures.ts'
import { around, shaded, sizes, softly, typewriter, type Style } from './type.ts'

const small = { size: sizes.small, ...softly }
const deed = { indent: { left: step } }
/** Where what a figure counts begins, after the number itself. */
const afterNumber = step * 5

export const ownStyles = (): Style[] =>
  [...openingStyles(), ...textStyles(), ...figureStyles(), ...deedStyles(), ...tableStyles()].map(
    (style) => ({
      basedOn: 'Normal',
      ...style
    })
  )

const openingStyles = (): Style[] => [
  {
    id: 'About',
    name: m.word_style_about(),
    run: { size: sizes.small, color: colours.primary },
    paragraph: { spacing: around(0, 8), keepNext: true }
  },
  {
    id: 'Opening',
    name: m.word_style_opening(),
    run: { size: 30 },
    paragraph: { spacing: around(0, 14, 1.05), keepLines: true }
  },
  { id: 'Facts', name: m.word_style_facts(), run: small, paragraph: { spacing: around(0, 1) } }
]

const textStyles = (): Style[] => [
  { id: 'Lead', name: m.word_style_lead(), run: { size: 25 }, paragraph: { spacing: around(0, 9) } },
  { id: 'Soft', name: m.word_style_soft(), run: softly },
  { id: 'Small', name: m.word_style_small(), run: small, paragraph: { spacing: around(0, 5) } },
  {
    id: 'Term',
    name: m.word_style_term(),
    next: 'Explanation',
    run: { bold: true },
    paragraph: { spacing: around(8, 2), keepNext: true }
  },
  {
    id: 'Explanation',
    name: m.word_style_explanation(),
    paragraph: { spacing: around(0, 4), indent: { left: step } }
  },
  {
    id: 'Code',
    name: m.word_style_code(),
    run: typewriter,
    paragraph: { spacing: around(4, 10), ...shaded(colours.shade) }
  },
  {
    id: 'Rule',
    name: m.word_style_rule(),
    paragraph: {
      spacing: around(4, 12, 1),
      border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1, color: colours.line } }
    }
  },
  {
    id: 'Picture',
    name: m.word_style_picture(),
    paragraph: { spacing: around(2, 8, 1), keepLines: true }
  },
  { id: 'Legend', name: m.word_style_legend(), run: small, paragraph: { spacing: around(2, 8, 1.3) } }
]

const figureStyles = (): Style[] => [
  {
    id: 'Figure',
    name: m.word_style_figure(),
    paragraph: {
      spacing: around(0, 4, 1),
      indent: { left: afterNumber, hanging: afterNumber },
      keepLines: true
    }
  }
]

const deedStyles = (): Style[] => [
  { id: 'Deed', name: m.word_style_deed(), paragraph: { spacing: around(0, 4), keepNext: true, ...deed } },
  { id: 'DeedBy', name: m.word_style_deed_by(), run: small, paragraph: { spacing: around(0, 3), ...deed } },
  {
    id: 'DeedFigures',
    name: m.word_style_deed_figures(),
    run: { size: sizes.small },
    paragraph: { spacing: around(2, 4, 1.2), ...deed }
  }
]

const tableStyles = (): Style[] => [
  {
    id: 'TableHead',
    name: m.word_style_head(),
    run: { bold: true, size: sizes.small },
    paragraph: { spacing: around(0, 0, 1.04), keepNext: true }
  },
  {
    id: 'TableText',
    name: m.word_style_cell(),
    run: { size: sizes.small + 1 },
    paragraph: { spacing: around(0, 0, 1.04) }
  },
  {
    id: 'AfterTable',
    name: m.word_style_after_table(),
    run: { size: 8 },
    paragraph: { spacing: around(0, 6, 1) }
  }
]
