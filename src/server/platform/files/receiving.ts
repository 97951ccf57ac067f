import { holdsIdentityNumber } from '../forms/identity-numbers.ts'
import { tidied } from '../forms/fields.ts'
import { cleanPicture } from '../images/cleaning.ts'
import { endingOf, kinds, tell, type FileFault, type FileKind } from './kinds.ts'

/** A file as it may be kept: what it is called and is. */
export type ReceivedFile = {
  name: string
  type: string
  bytes: Buffer
  width: number | null
  height: number | null
}
export type Reception = { ok: true; file: ReceivedFile } | { ok: false; fault: FileFault }

export const largestFile = 25 * 1024 * 1024
const longestName = 120

/** Looks into a file that was sent; null bytes are more than are taken. Nothing of it is kept yet. */
export async function receive(sentName: string, bytes: Buffer | null): Promise<Reception> {
  if (!bytes || bytes.length > largestFile) return { ok: false, fault: 'too_large_file' }
  const name = nameOf(sentName)
  if (holdsIdentityNumber(name.replaceAll(/[_.]/g, ' ')))
    return { ok: false, fault: 'identity_number_in_name' }
  const telling = tell(bytes, name)
  if (!telling.ok) return telling
  const called = withEnding(name, telling.kind)
  if (!telling.kind.type.startsWith('image/'))
    return { ok: true, file: { name: called, type: telling.kind.type, bytes, width: null, height: null } }
  const picture = await cleanPicture(bytes)
  return picture
    ? { ok: true, file: { name: called, type: telling.kind.type, ...picture } }
    : { ok: false, fault: 'damaged_file' }
}

/** Some send where it lay; folders are nobody's business, and what stops a download or turns its name falls away. */
const nameOf = (sent: string): string =>
  tidied(sent.split(/[\\/]/).at(-1) ?? '')
    .replaceAll(/[<>:"|?*\n\t]/g, '')
    .replace(/^\.+/, '')
    .trim()

const allEndings = new Set<string>(Object.values(kinds).flatMap((kind) => kind.endings))

/** A name ends as what the file is: whoever saves it can open it. */
function withEnding(name: string, { endings }: FileKind): string {
  const ending = endingOf(name)
  const own = endings.find((one) => one === ending) ?? endings[0]
  const bare = allEndings.has(ending) ? name.slice(0, -ending.length - 1) : name
  const short = Array.from(bare.trim() || 'dokument')
    .slice(0, longestName)
    .join('')
  return `${short}.${own}`
}
