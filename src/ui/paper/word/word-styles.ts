import { BorderStyle, type NumberingDefinition } from 'docx'
import { bulleted, numberedFrom, unmarked } from './lists.ts'
import { widthOf, type Look } from './looks.ts'
import { colours, step } from './measures.ts'
import { around, sizes, softly, type Style } from './typography.ts'

const line = { style: BorderStyle.SINGLE, size: 4, color: colours.line }

/** Whoever chooses the style gets its sign too. */
const list = (id: string, name: string, reference: NumberingDefinition): Style => ({
  id,
  name,
  basedOn: 'Normal',
  paragraph: { spacing: around(0, 3), numbering: { reference, level: 0 } }
})

/** How wide they stand, and in points how far apart their lines. */
export type Contents = { width: number; entry: number }

/** Those that Word has by name: it shows their names in its reader's language. */
export const wordStyles = (look: Look, contents: Contents): Style[] => [
  { id: 'Normal', name: 'Normal' },
  list('ListBullet', 'List Bullet', bulleted),
  list('ListNumber', 'List Number', numberedFrom(1)),
  list('ListLines', 'List', unmarked),
  { id: 'ListContinue', name: 'List Continue', basedOn: 'Normal', paragraph: { spacing: around(0, 4) } },
  {
    id: 'Quote',
    name: 'Quote',
    basedOn: 'Normal',
    run: { italics: false, ...softly },
    paragraph: {
      spacing: around(4, 8),
      indent: { left: step, right: step },
      border: { left: { style: BorderStyle.SINGLE, size: 18, space: 12, color: colours.sky } }
    }
  },
  {
    id: 'TOCHeading',
    name: 'TOC Heading',
    basedOn: 'Normal',
    run: { bold: true, size: 27 },
    paragraph: { spacing: around(0, 6, 1), keepNext: true }
  },
  {
    id: 'TOC2',
    name: 'toc 2',
    basedOn: 'Normal',
    run: { size: 20 },
    paragraph: { spacing: around(0, contents.entry, 1.04), rightTabStop: contents.width }
  },
  { id: 'Header', name: 'header', basedOn: 'Normal', paragraph: { spacing: around(0, 0, 1) } },
  {
    id: 'Footer',
    name: 'footer',
    basedOn: 'Normal',
    run: { size: sizes.tiny, ...softly },
    paragraph: {
      spacing: around(0, 0, 1),
      rightTabStop: widthOf(look),
      indent: { right: -look.more },
      border: { top: { ...line, space: 8 } }
    }
  }
]
