/** The bare engines: the same rows as one plain table, in a process of their own as ours are. Says how many bytes came of it. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { rowsOf } from './paper-rows.ts'

const [, , output = 'pdf', count = '100'] = process.argv
const rows = rowsOf(Number(count))

function pdf(): number {
  const compiler = NodeCompiler.create({
    workspace: import.meta.dirname,
    inputs: { rows: JSON.stringify(rows) }
  })
  const mainFileContent =
    '#table(columns: (1fr, 2fr, 1fr, 1fr), ..json(bytes(sys.inputs.rows)).flatten().map(text))'
  const { result } = compiler.compile({ mainFileContent })
  if (!result) throw new Error('the bare document is no document')
  return compiler.pdf(result).length
}

async function word(): Promise<number> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const table = new Table({ rows: rows.map((row) => new TableRow({ children: row.map(cell) })) })
  return (await Packer.toBuffer(new Document({ sections: [{ children: [table] }] }))).length
}

process.stdout.write(String(output === 'pdf' ? pdf() : await word()))
