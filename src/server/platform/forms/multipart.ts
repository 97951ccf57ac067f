import { Buffer } from 'node:buffer'

/** One field of a form with files, in the order they were sent. `bytes` is null when there were more than are taken. */
export type Part = { name: string; file: string | null; bytes: Buffer | null }
export type Limits = {
  /** Of one file, and of one field. More than that is read past and told as null. */
  file: number
  field: number
  /** Of all fields together: they are kept until the form is read, and files are not. */
  fields: number
  /** Of all together; nobody reads on after that. */
  all: number
}

/** The body is no form, or ended before it was whole. */
export class Malformed extends Error {}
/** More was sent than is read at all. */
export class Overlong extends Error {}

export const boundaryOf = (contentType: string): string | null => {
  const [, quoted, plain] =
    /^multipart\/form-data\b.*?;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/is.exec(contentType) ?? []
  return quoted ?? plain ?? null
}

const mostOfHeaders = 16 * 1024

/**
 * Reads a form with files as it comes, handing over one field at a time and waiting until it is dealt with: however
 * much is sent, one file is held. What is too large is read past, so that the texts beside it are not lost.
 * @throws Malformed, Overlong
 */
export async function readMultipart(
  body: ReadableStream<Uint8Array>,
  boundary: string,
  limits: Limits,
  take: (part: Part) => Promise<void>
): Promise<void> {
  const source = sourceOf(body, limits.all)
  let left = limits.fields
  await source.until(`--${boundary}`, 0)
  while ((await source.next(2)) !== '--') {
    const headers = await source.until('\r\n\r\n', mostOfHeaders)
    const about = headers && dispositionOf(headers.toString())
    if (!about) throw new Malformed()
    const isField = about.file === null
    const most = isField ? Math.min(limits.field, left) : limits.file
    const bytes = await source.until(`\r\n--${boundary}`, most)
    if (isField) left -= bytes?.length ?? 0
    await take({ ...about, bytes })
  }
}

function sourceOf(body: ReadableStream<Uint8Array>, most: number) {
  const reader = body.getReader()
  let held = Buffer.alloc(0)
  let total = 0

  async function more(): Promise<void> {
    const { done, value } = await reader.read()
    if (done) throw new Malformed()
    total += value.length
    if (total > most) throw new Overlong()
    held = Buffer.concat([held, value])
  }

  /** What comes before the mark, or null where that is more than `keep`. The mark itself is left behind. */
  async function until(mark: string, keep: number): Promise<Buffer | null> {
    const kept: Buffer[] = []
    let size = 0
    for (;;) {
      const at = held.indexOf(mark)
      const end = at >= 0 ? at : Math.max(0, held.length - mark.length + 1)
      size += end
      if (size > keep) kept.length = 0
      else kept.push(Buffer.from(held.subarray(0, end)))
      held = held.subarray(at >= 0 ? at + mark.length : end)
      if (at >= 0) return size > keep ? null : Buffer.concat(kept)
      await more()
    }
  }

  async function next(count: number): Promise<string> {
    while (held.length < count) await more()
    return held.toString('latin1', 0, count)
  }
  return { until, next }
}

function dispositionOf(headers: string): { name: string; file: string | null } | null {
  const [, line = ''] = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(headers) ?? []
  const said = (what: string): string | null => {
    const [, value] = new RegExp(`(?:^|;)\\s*${what}="([^"]*)"`, 'i').exec(line) ?? []
    return value === undefined ? null : unescaped(value)
  }
  const name = said('name')
  return name === null ? null : { name, file: said('filename') }
}

/** Browsers escape these three in names, and nothing else. */
const unescaped = (text: string): string =>
  text.replaceAll('%22', '"').replaceAll(/%0d/gi, '\r').replaceAll(/%0a/gi, '\n')
