import { findInstallation, type Installation } from '#server/domain/installation/installation.ts'
import { now } from '#server/platform/clock.ts'
import { runtime } from '#server/platform/runtime.ts'

type Known = Pick<Installation, 'name' | 'language' | 'demonstration' | 'time_zone'>

const freshForMs = 10_000
let known: Known = { name: 'Kvarter', language: 'sv', demonstration: false, time_zone: 'Europe/Stockholm' }
let askedAt = 0

/** Stands on every page, so it is asked for now and then only; and it is there to say that the database is not. */
export async function installationForPage(): Promise<Known> {
  if (+now() - askedAt < freshForMs) return known
  askedAt = +now()
  known = (await findInstallation(runtime().db).catch(() => undefined)) ?? known
  return known
}

export const forgetInstallation = (): void => {
  askedAt = 0
}
