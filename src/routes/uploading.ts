import type { RequestEvent } from '@sveltejs/kit'
import { largestFile, receive, type Reception } from '#server/platform/files/receiving.ts'
import {
  boundaryOf,
  Malformed,
  Overlong,
  readMultipart,
  type Part
} from '#server/platform/forms/multipart.ts'
import { tooLarge } from './bodies.ts'
import { Unreadable } from './refusing.ts'
import { readWritten, writtenOf, type WrittenWithFile } from './submitting.ts'

const megabyte = 1024 * 1024
const limits = { file: largestFile, field: 2 * megabyte, fields: 4 * megabyte, all: 150 * megabyte }
const mostTexts = 200

/**
 * Reads a form with one file; `file_name` is what that was called, for the form to say when it comes back. The file is held
 * until the command keeps it: whatever is refused leaves nothing behind.
 */
export async function readWithFile(event: RequestEvent): Promise<WrittenWithFile> {
  const boundary = boundaryOf(event.request.headers.get('content-type') ?? '')
  const { body } = event.request
  if (!boundary || !body) return { written: await readWritten(event), file: null }
  const entries: [string, string][] = []
  let file: Reception | null = null
  const take = async (part: Part): Promise<void> => {
    if (part.file === null) {
      if (!part.bytes || entries.length >= mostTexts) return tooLarge()
      entries.push([part.name, part.bytes.toString()])
    } else if (part.name === 'file' && !file && !isLeftOut(part)) {
      entries.push(['file_name', part.file])
      file = await receive(part.file, part.bytes)
    }
  }
  try {
    await readMultipart(body, boundary, limits, take)
  } catch (fault) {
    if (fault instanceof Malformed) throw new Unreadable()
    if (!(fault instanceof Overlong)) throw fault
    file = { ok: false, fault: 'too_large_file' }
  }
  return { written: writtenOf(entries), file }
}

/** What a browser sends for a field where nothing was chosen. */
const isLeftOut = ({ file, bytes }: Part): boolean => file === '' && bytes?.length === 0
