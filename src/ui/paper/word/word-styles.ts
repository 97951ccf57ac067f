import { BorderStyle, type NumberingDefinition } from 'docx'
import { bulleted, numberedFrom, unmarked } from './lists.ts'
import { colours, step, textWidth } from './measures.ts'
import { around, sizes, softly, type Style } from './typography.ts'

const line = { style: BorderStyle.SINGLE, size: 4, color: colours.line }
const atRight = { rightTabStop: textWidth }

/** Whoever chooses the style gets its sign too. */
const list = (id: string, name: string, reference: NumberingDefinition): Style => ({
  id,
  name,
  basedOn: 'Normal',
  paragraph: { spacing: around(0, 3), numbering: { reference, level: 0 } }
})

/** Those that Word has by name: it shows their names in its reader's language. */
export const wordStyles: Style[] = [
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
    run: { bold: true, size: 24 },
    paragraph: { spacing: around(20, 4), keepNext: true, border: { top: { ...line, space: 14 } } }
  },
  { id: 'TOC2', name: 'toc 2', basedOn: 'Normal', paragraph: { spacing: around(0, 2), ...atRight } },
  { id: 'Header', name: 'header', basedOn: 'Normal', paragraph: { spacing: around(0, 0, 1) } },
  {
    id: 'Footer',
    name: 'footer',
    basedOn: 'Normal',
    run: { size: sizes.tiny, ...softly },
    paragraph: { spacing: around(0, 0, 1), ...atRight, border: { top: { ...line, space: 8 } } }
  }
]
