import type { Actor } from '#server/domain/people/actor.ts'
import type { Locale } from '#ui/words/locale.ts'

declare global {
  namespace App {
    interface Locals {
      actor: Actor
      locale: Locale
      /** Set by a load whose page holds more than the public may read: who reads it is then recorded. */
      internal?: boolean
    }
    interface Error {
      /** A code for the page to put in words. */
      code?: ErrorCode
      /** What to tell whoever runs the installation; stands in the log too. */
      reference?: string
      /** What was written in a form that nobody signed in has sent. */
      written?: [name: string, value: string][]
    }
    type ErrorCode =
      | 'signed_out'
      | 'not_found'
      | 'not_allowed'
      | 'conflict'
      | 'invalid'
      | 'too_many'
      | 'too_large'
      | 'unreadable'
      | 'unavailable'
      | 'unexpected'
  }
}
