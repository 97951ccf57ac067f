import { NotFound } from '#server/platform/refusals.ts'

/** A commitment's number as it stands in an address. @throws NotFound for anything else. */
export function numberIn(written: string): number {
  if (!/^[1-9]\d{0,8}$/.test(written)) throw new NotFound('commitment')
  return Number(written)
}
