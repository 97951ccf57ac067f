import { kindOf as pictureKindOf } from '../images/kinds.ts'
import { isCompound, namesInCompound } from './compound.ts'
import { readEntry, readZip } from './zip.ts'

/** Why a file could not be taken; the interface has the words. */
export type FileFault =
  | 'empty_file'
  | 'too_large_file'
  | 'wrong_type'
  | 'archive'
  | 'macros'
  | 'locked_file'
  | 'damaged_file'
  | 'identity_number_in_name'
/** How a file is served, and what its name ends with: the first where it ended otherwise. */
export type FileKind = { type: string; endings: readonly [string, ...string[]] }
export type Telling = { ok: true; kind: FileKind } | { ok: false; fault: FileFault }

const office = 'application/vnd.openxmlformats-officedocument.'
const openDocument = 'application/vnd.oasis.opendocument.'
const kind = (type: string, ...endings: [string, ...string[]]): FileKind => ({ type, endings })

export const kinds = {
  pdf: kind('application/pdf', 'pdf'),
  docx: kind(`${office}wordprocessingml.document`, 'docx'),
  xlsx: kind(`${office}spreadsheetml.sheet`, 'xlsx'),
  pptx: kind(`${office}presentationml.presentation`, 'pptx'),
  doc: kind('application/msword', 'doc'),
  xls: kind('application/vnd.ms-excel', 'xls'),
  ppt: kind('application/vnd.ms-powerpoint', 'ppt'),
  odt: kind(`${openDocument}text`, 'odt'),
  ods: kind(`${openDocument}spreadsheet`, 'ods'),
  odp: kind(`${openDocument}presentation`, 'odp'),
  odg: kind(`${openDocument}graphics`, 'odg'),
  jpeg: kind('image/jpeg', 'jpg', 'jpeg'),
  png: kind('image/png', 'png'),
  webp: kind('image/webp', 'webp'),
  txt: kind('text/plain; charset=utf-8', 'txt', 'md'),
  csv: kind('text/csv; charset=utf-8', 'csv')
} as const

const told = (found: FileKind): Telling => ({ ok: true, kind: found })
const refused = (fault: FileFault): Telling => ({ ok: false, fault })

/** What a file is by what it holds, whatever it is called. Only texts say so by their name too: a web page is text. */
export function tell(bytes: Buffer, name: string): Telling {
  if (bytes.length === 0) return refused('empty_file')
  const first = bytes.toString('latin1', 0, 1024)
  if (/^PK(\x03\x04|\x05\x06|\x07\x08)/.test(first)) return tellZip(bytes)
  if (isCompound(bytes)) return tellCompound(bytes)
  if (/^(\xef\xbb\xbf)?\s*%PDF-\d/.test(first)) return told(kinds.pdf)
  if (pictureKindOf(bytes) === 'readable') return tellPicture(first)
  return tellText(bytes, name)
}

/** They say themselves what they are; what else a zip may call itself it is not. */
const openKinds: FileKind[] = [kinds.odt, kinds.ods, kinds.odp, kinds.odg]
/** By the part that a document of its kind must have. */
const mainParts: [part: string, kind: FileKind][] = [
  ['word/document.xml', kinds.docx],
  ['xl/workbook.xml', kinds.xlsx],
  ['ppt/presentation.xml', kinds.pptx]
]
const programs = /(^|\/)(vbaproject\.bin|vbadata\.xml)$|(^|\/)(macrosheets|activex)\/|^(basic|scripts)\//i

function tellZip(bytes: Buffer): Telling {
  const entries = readZip(bytes)
  if (!entries) return refused('damaged_file')
  const mimetype = readEntry(bytes, entries.get('mimetype'))?.trim()
  const found =
    openKinds.find(({ type }) => type === mimetype) ?? mainParts.find(([part]) => entries.has(part))?.[1]
  if (!found) return refused('archive')
  const contents = readEntry(bytes, entries.get('[Content_Types].xml')) ?? ''
  const runs =
    [...entries.keys()].some((name) => programs.test(name)) || /<Override[^<>]*macroEnabled/i.test(contents)
  return runs ? refused('macros') : told(found)
}

const streams: [stream: string, kind: FileKind][] = [
  ['WordDocument', kinds.doc],
  ['Workbook', kinds.xls],
  ['Book', kinds.xls],
  ['PowerPoint Document', kinds.ppt]
]
const programStorages = ['Macros', 'VBA', '_VBA_PROJECT', '_VBA_PROJECT_CUR']
/** A slide show keeps its programs packed within itself, and says here that it has some. */
const slidesWithPrograms = Buffer.from('1f00ff031400000002000004' + '0c000000', 'hex')

function tellCompound(bytes: Buffer): Telling {
  const names = namesInCompound(bytes)
  if (names.includes('EncryptedPackage')) return refused('locked_file')
  const found = streams.find(([stream]) => names.includes(stream))?.[1]
  if (!found) return refused('wrong_type')
  const at = found === kinds.ppt ? bytes.indexOf(slidesWithPrograms) : -1
  const runs = names.some((name) => programStorages.includes(name))
  return runs || (at >= 0 && bytes[at + slidesWithPrograms.length + 4] === 1)
    ? refused('macros')
    : told(found)
}

function tellPicture(first: string): Telling {
  if (first.startsWith('\xff\xd8')) return told(kinds.jpeg)
  if (first.startsWith('\x89PNG')) return told(kinds.png)
  return first.startsWith('RIFF') ? told(kinds.webp) : refused('wrong_type')
}

// A text has lines and tabs, and no other control characters.
const controls = /[\x00-\x08\x0b\x0e-\x1f]/

function tellText(bytes: Buffer, name: string): Telling {
  const ending = endingOf(name)
  const found = [kinds.txt, kinds.csv].find(({ endings }) => endings.some((one) => one === ending))
  if (!found || controls.test(bytes.toString('latin1'))) return refused('wrong_type')
  return told(isUtf8(bytes) ? found : { ...found, type: found.type.replace('utf-8', 'windows-1252') })
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

export const endingOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
