import { BuilderElement, StringValueElement, type XmlComponent } from 'docx'
import { gutter } from './beside.ts'
import type { Look } from './looks.ts'
import { colours } from './measures.ts'
import type { StyleNames } from './style-names.ts'

/** Chosen in Word they make a new table look like those that came with the file. The library has no words for them. */
export const tableStylesOf = (names: StyleNames, { cell }: Look): XmlComponent[] => [
  tableStyle('ReportTable', names.table, [
    tagged('w:tblPr', [
      tagged('w:tblBorders', [line('w:bottom', 4, colours.line), line('w:insideH', 4, colours.line)]),
      margins({ top: cell, bottom: cell, left: 0, right: 140 })
    ]),
    conditionally('firstRow', [tagged('w:tcBorders', [line('w:bottom', 8, colours.primary)])])
  ]),
  tableStyle('Beside', names.beside, [
    tagged('w:tblPr', [margins({ top: 0, bottom: 0, left: 0, right: gutter })])
  ])
]

const tagged = (name: string, children: XmlComponent[]): XmlComponent =>
  new BuilderElement({ name, children })

const tableStyle = (id: string, name: string, children: XmlComponent[]): XmlComponent =>
  new BuilderElement({
    name: 'w:style',
    attributes: {
      type: { key: 'w:type', value: 'table' },
      custom: { key: 'w:customStyle', value: '1' },
      id: { key: 'w:styleId', value: id }
    },
    children: [
      new StringValueElement('w:name', name),
      new StringValueElement('w:basedOn', 'TableNormal'),
      new BuilderElement({ name: 'w:qFormat' }),
      ...children
    ]
  })

const conditionally = (where: string, children: XmlComponent[]): XmlComponent =>
  new BuilderElement({
    name: 'w:tblStylePr',
    attributes: { type: { key: 'w:type', value: where } },
    children: [tagged('w:tcPr', children)]
  })

const line = (name: string, size: number, color: string): XmlComponent =>
  new BuilderElement({
    name,
    attributes: {
      val: { key: 'w:val', value: 'single' },
      size: { key: 'w:sz', value: size },
      space: { key: 'w:space', value: 0 },
      color: { key: 'w:color', value: color }
    }
  })

const margins = (sides: Record<'top' | 'left' | 'bottom' | 'right', number>): XmlComponent =>
  tagged(
    'w:tblCellMar',
    (['top', 'left', 'bottom', 'right'] as const).map(
      (side) =>
        new BuilderElement({
          name: `w:${side}`,
          attributes: {
            width: { key: 'w:w', value: sides[side] },
            type: { key: 'w:type', value: 'dxa' }
          }
        })
    )
  )
