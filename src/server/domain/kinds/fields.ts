import * as v from 'valibot'
import { choice, text, version } from '#server/platform/forms/fields.ts'
import { slugFrom } from '#server/platform/forms/slugs.ts'

const forms = v.object({
  one: text(60),
  theOne: text(60),
  many: text(60),
  theMany: text(60),
  gender: choice(['neuter', 'common'])
})
const perLanguage = v.objectWithRest({ sv: forms }, forms)
const words = v.object({ name: perLanguage, commitment: perLanguage, objective: perLanguage })

export const newKind = v.object({
  code: v.pipe(text(40), v.regex(/^[a-z]+(_[a-z]+)*$/, 'not_a_slug')),
  words,
  set_up: v.optional(v.record(v.string(), v.unknown()), {})
})
/** Its code comes from what it is called in Swedish: `ett grannlöfte` → `grannlofte`. */
export const newKindByName = v.pipe(
  v.object({ words }),
  v.transform((kind) => ({
    ...kind,
    code:
      slugFrom(kind.words.name.sv.one)
        .replace(/[^a-z]+/g, '_')
        .replace(/^_|_$/g, '')
        .slice(0, 40) || 'slag',
    set_up: {}
  }))
)
export const changedKind = v.object({ words, version: version() })
export type NewKind = v.InferOutput<typeof newKind>
export type ChangedKind = v.InferOutput<typeof changedKind>
