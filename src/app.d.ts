import type { Actor } from '#server/domain/people/actor.ts'
import type { PageError } from '#ui/words/errors.ts'
import type { Locale } from '#ui/words/locale.ts'

declare global {
  namespace App {
    interface Locals {
      /** Whoever acts: on a personal link's pages its holder, also where somebody is signed in. */
      actor: Actor
      /** Who is signed in. */
      person: Actor['person']
      locale: Locale
      /** Set by a load whose page holds more than the public may read: who reads it is then recorded. */
      internal?: boolean
      /** The part of the page whose form was refused just now: the page that follows shows it open. */
      refused?: string | undefined
    }
    interface Error {
      /** A code for the page to put in words. */
      code?: PageError
      /** What to tell whoever runs the installation; stands in the log too. */
      reference?: string
      /** Whom to ask about it. */
      ask?: { function: string; mail: string | null; phone: string | null }
      /** What was written in a form that nobody signed in has sent. */
      written?: [name: string, value: string][]
    }
  }
}
