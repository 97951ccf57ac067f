import { CFB, utils, write } from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { largestFile, receive } from './receiving.ts'

const zip = (files: Record<string, string>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))))

function compound(streams: string[], size = 5000): Buffer {
  const container = CFB.utils.cfb_new()
  for (const name of streams) CFB.utils.cfb_add(container, `/${name}`, Buffer.alloc(size, 1))
  return Buffer.from(CFB.write(container, { type: 'buffer' }) as Buffer)
}

const workbook = (bookType: 'xlsx' | 'biff8' | 'ods'): Buffer => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['aktivitet', 26]]), 'Blad')
  return Buffer.from(write(book, { type: 'buffer', bookType }) as Buffer)
}
const picture = (format: 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff') =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#335577' } })
    .withExif({ IFD0: { Copyright: 'Hemlig Ägare' } })
    .toFormat(format)
    .toBuffer()
const word = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }
const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\nendobj\n%%EOF\n', 'latin1')

/** What it was called, what it holds; what it is called then and served as. */
const taken: [string, Buffer, string, string][] = [
  ['Årsrapport 2014.pdf', pdf, 'Årsrapport 2014.pdf', 'application/pdf'],
  ['C:\\fakepath\\rapport.PDF', pdf, 'rapport.pdf', 'application/pdf'],
  ['../../etc/passwd', pdf, 'passwd.pdf', 'application/pdf'],
  ['', pdf, 'dokument.pdf', 'application/pdf'],
  ['rapport.exe', pdf, 'rapport.exe.pdf', 'application/pdf'],
  ['version 1.2', pdf, 'version 1.2.pdf', 'application/pdf'],
  ['brev\u202efdp.docx', zip(word), 'brevfdp.docx', 'wordprocessingml'],
  ['felnamn.pdf', zip(word), 'felnamn.docx', 'wordprocessingml'],
  ['tabell.xlsx', workbook('xlsx'), 'tabell.xlsx', 'spreadsheetml'],
  ['bilder.pptx', zip({ 'ppt/presentation.xml': '<p/>' }), 'bilder.pptx', 'presentationml'],
  ['tabell.ods', workbook('ods'), 'tabell.ods', 'oasis.opendocument.spreadsheet'],
  ['gammal.xls', workbook('biff8'), 'gammal.xls', 'vnd.ms-excel'],
  ['gammal.doc', compound(['WordDocument', '1Table']), 'gammal.doc', 'application/msword'],
  ['gammal.ppt', compound(['PowerPoint Document']), 'gammal.ppt', 'vnd.ms-powerpoint'],
  ['läs.txt', Buffer.from('Hej på dig\r\n\tigen'), 'läs.txt', 'text/plain; charset=utf-8'],
  ['lista.csv', Buffer.from('sk\xf6ld;26', 'latin1'), 'lista.csv', 'text/csv; charset=windows-1252'],
  ['skylt.jpeg', await picture('jpeg'), 'skylt.jpeg', 'image/jpeg'],
  ['skylt.jpg', await picture('png'), 'skylt.png', 'image/png'],
  ['skylt', await picture('webp'), 'skylt.webp', 'image/webp']
]

const refused: [string, string, Buffer | null, string][] = [
  ['nothing', 'rapport.pdf', Buffer.alloc(0), 'empty_file'],
  ['more than was read', 'rapport.pdf', null, 'too_large_file'],
  ['more than is taken', 'rapport.pdf', Buffer.alloc(largestFile + 1, '%PDF-1.7 '), 'too_large_file'],
  ['a zip that calls itself PDF', 'rapport.pdf', zip({ 'a.txt': 'a' }), 'archive'],
  ['a zip that says in itself that it is PDF', 'a.pdf', zip({ mimetype: 'application/pdf' }), 'archive'],
  ['a zip without its end', 'rapport.docx', zip(word).subarray(0, 60), 'damaged_file'],
  ['a Word file with programs', 'rapport.docx', zip({ ...word, 'word/vbaProject.bin': 'x' }), 'macros'],
  [
    'a Word file that says it has programs',
    'rapport.docm',
    zip({
      ...word,
      '[Content_Types].xml':
        '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'
    }),
    'macros'
  ],
  ['sheets of programs', 'a.xlsx', zip({ 'xl/workbook.xml': '', 'xl/macrosheets/sheet1.xml': '' }), 'macros'],
  [
    'OpenDocument with programs',
    'a.odt',
    zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'Basic/Standard/Module1.xml': '' }),
    'macros'
  ],
  ['an old Word file with programs', 'a.doc', compound(['WordDocument', '_VBA_PROJECT']), 'macros'],
  ['one behind a password', 'a.docx', compound(['EncryptedPackage']), 'locked_file'],
  ['an old container of something else', 'brev.msg', compound(['__properties_version1.0']), 'wrong_type'],
  ['a web page', 'sida.html', Buffer.from('<script>alert(1)</script>'), 'wrong_type'],
  ['a drawing with programs', 'bild.svg', Buffer.from('<svg onload="alert(1)"/>'), 'wrong_type'],
  ['a program', 'fil.txt', Buffer.from('MZ\x90\x00\x03\x00', 'latin1'), 'wrong_type'],
  ['a moving picture', 'bild.gif', await picture('gif'), 'wrong_type'],
  ['a picture cut off', 'bild.png', (await picture('png')).subarray(0, 50), 'damaged_file'],
  ['an identity number in the name', 'utredning 19850101-1236.pdf', pdf, 'identity_number_in_name'],
  ['one with other marks between', 'utredning_850101_1236.pdf', pdf, 'identity_number_in_name']
]

describe('a file that is sent', () => {
  test.each(taken)('%s is taken', async (sent, bytes, name, type) => {
    const reception = await receive(sent, bytes)
    expect(reception).toMatchObject({ ok: true, file: { name } })
    expect(reception.ok && reception.file.type).toContain(type)
  })

  test.each(refused)('%s is not', async (_, name, bytes, fault) => {
    expect(await receive(name, bytes)).toEqual({ ok: false, fault })
  })

  test('one whose list of contents never ends its first line is read as soon as others', async () => {
    const long = zip({ ...word, '[Content_Types].xml': '<Override '.repeat(300_000) })
    expect(await receive('a.docx', long)).toMatchObject({ ok: true })
  })

  test('a large old file keeps its directory far in', async () => {
    const large = compound(['WordDocument', 'Data', 'Macros'], 5_000_000)
    expect(await receive('stor.doc', large)).toEqual({ ok: false, fault: 'macros' })
  })

  test('old slides say within themselves that they have programs', async () => {
    const slides = (has: number) => {
      const bytes = compound(['PowerPoint Document'])
      Buffer.from(`1f00ff0314000000020000040c000000010000000${has}00000002000000`, 'hex').copy(bytes, 3000)
      return receive('a.ppt', bytes)
    }
    expect(await slides(1)).toEqual({ ok: false, fault: 'macros' })
    expect(await slides(0)).toMatchObject({ ok: true })
  })

  test('a picture keeps its size and nothing that the camera wrote', async () => {
    const sent = await picture('jpeg')
    const reception = await receive('skylt.jpg', sent)
    expect(sent.includes('Hemlig')).toBe(true)
    expect(reception.ok && reception.file.bytes.includes('Hemlig')).toBe(false)
    expect(reception).toMatchObject({ file: { width: 40, height: 20 } })
  })

  test('bytes of any kind get an answer', async () => {
    const heads = ['PK\x03\x04', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '%PDF-1.', '\x89PNG\r\n\x1a\n', '']
    for (let n = 0; n < 200; n++) {
      const noise = Buffer.from(Array.from({ length: 700 }, (_, at) => (at * at * (n + 7) + n * 31) % 251))
      const bytes = Buffer.concat([Buffer.from(heads[n % heads.length] ?? '', 'latin1'), noise])
      await expect(receive('fil.txt', bytes)).resolves.toHaveProperty('ok')
    }
  })
})
