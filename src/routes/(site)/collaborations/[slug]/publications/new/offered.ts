import type { OwnTemplate, Templates } from '#server/domain/publications/own-templates.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'

/** `language` where its name is written in another than the reader's. */
export type Offered = { code: string; name: string; help: string; language?: string }

/** In the reader's language where it has a name in that, else in the one it was given. */
export function nameOf({ code, names }: OwnTemplate): Pick<Offered, 'name' | 'language'> {
  const here = names[getLocale()]
  if (here) return { name: here }
  const [other] = Object.entries(names)
  return other ? { name: other[1], language: other[0] } : { name: code }
}

/** Own ones for this kind, then the usual, then own ones for other kinds. */
export function offered({ suiting, usual, others }: Templates): Offered[] {
  const own = (all: OwnTemplate[]) =>
    all.map((one) => ({ code: one.code, ...nameOf(one), help: m.blocks_template_own_help() }))
  return [
    ...own(suiting),
    ...usual.map((code) => ({
      code,
      name: m[`publications_template_${code}`](),
      help: m[`blocks_template_${code}_help`]()
    })),
    ...own(others)
  ]
}
