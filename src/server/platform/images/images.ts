import { kindOf } from './kinds.ts'

/** Why something could not be taken as a photo; the interface has the words. */
export type PhotoFault = 'not_a_photo' | 'heic' | 'damaged' | 'too_large_bytes' | 'too_many_pixels'
export type Photo = { bytes: Buffer; type: 'image/jpeg'; width: number; height: number }
export type Making = { ok: true; photo: Photo } | { ok: false; fault: PhotoFault }

export const largestBytes = 15 * 1024 * 1024
/** Phones take 50 million at most in daily use. Unpacked, this many are 256 MB. */
export const mostPixels = 64_000_000
const longestSide = 1600
const goodSize = 350 * 1024
export const patienceSeconds = 20

/**
 * A photo as it is kept: turned as it was held, at most 1600 pixels, JPEG, and nothing left of what the camera wrote in
 * it (position, time, owner) or of what else was hidden in the file, since only the picture is made anew. Of a moving
 * one, the first picture.
 */
export async function makePhoto(bytes: Buffer): Promise<Making> {
  if (bytes.length > largestBytes) return { ok: false, fault: 'too_large_bytes' }
  const kind = kindOf(bytes)
  if (kind === 'heic') return { ok: false, fault: 'heic' }
  if (kind === 'other') return { ok: false, fault: 'not_a_photo' }
  return oneAtATime(() => make(bytes))
}

async function make(bytes: Buffer): Promise<Making> {
  const sharp = await library()
  const source = () =>
    sharp(bytes, { limitInputPixels: mostPixels, sequentialRead: true, failOn: 'error', pages: 1 })
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > mostPixels) return { ok: false, fault: 'too_many_pixels' }
    for (const quality of [80, 65, 50]) {
      const { data, info } = await source()
        .timeout({ seconds: patienceSeconds })
        .autoOrient()
        .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality, progressive: true })
        .toBuffer({ resolveWithObject: true })
      if (data.length > goodSize && quality > 50) continue
      return {
        ok: true,
        photo: { bytes: data, type: 'image/jpeg', width: info.width, height: info.height }
      }
    }
  } catch {
    // What it could not read of the picture is nothing that a reader could mend.
  }
  return { ok: false, fault: 'damaged' }
}

/** Loaded when first needed: most visitors and commands never do. */
export async function library() {
  const { default: sharp } = await import('sharp')
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp
}

let last: Promise<unknown> = Promise.resolve()

/** However many come at once, one picture is unpacked at a time: the others wait, and pages are served meanwhile. */
export function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work)
  last = mine.catch(() => undefined)
  return mine
}
