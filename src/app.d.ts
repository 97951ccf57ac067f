import type { Actor } from '#server/domain/people/actor.ts'
import type { Locale } from '#ui/words/locale.ts'

declare global {
  namespace App {
    interface Locals {
      actor: Actor
      locale: Locale
    }
    interface Error {
      message: string
      reference?: string
    }
  }
}
