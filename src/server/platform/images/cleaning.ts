import { library, mostPixels, oneAtATime, patienceSeconds } from './images.ts'

export type CleanPicture = { bytes: Buffer; width: number; height: number }

/**
 * A picture that is kept as a document: of its own kind and size, turned as it was held, and without what the camera wrote
 * in it (position, time, owner). Null where it can't be read.
 */
export const cleanPicture = (bytes: Buffer): Promise<CleanPicture | null> => oneAtATime(() => clean(bytes))

async function clean(bytes: Buffer): Promise<CleanPicture | null> {
  const sharp = await library()
  try {
    const source = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
    const { format } = await source.metadata()
    const { data, info } = await source
      .timeout({ seconds: patienceSeconds })
      .autoOrient()
      .keepIccProfile()
      .toFormat(format, format === 'png' ? {} : { quality: 90 })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, width: info.width, height: info.height }
  } catch {
    return null
  }
}
