import * as v from 'valibot'
import { isId } from '#server/platform/db/ids.ts'
import { id, optionalId, optionalText, version } from '#server/platform/forms/fields.ts'
import { step } from '#server/platform/forms/moving.ts'
import { link } from '../../documents/fields.ts'

const annexable = ['document', 'publication'] as const
type Annexable = { kind: (typeof annexable)[number]; id: string }

/** What is chosen in a list of both: `document:` or `publication:` and its id. Null where nothing is. */
const chosen = v.pipe(
  v.optional(v.string(), ''),
  v.transform((value): Annexable | 'other' | null => {
    if (value === '') return null
    const [kind, its = '', ...rest] = value.split(':')
    const known = annexable.find((one) => one === kind)
    return known && isId(its) && rest.length === 0 ? { kind: known, id: its } : 'other'
  }),
  v.check((value) => value !== 'other', 'not_a_choice'),
  v.transform((value) => (value === 'other' ? null : value))
)

/** `id` is made with the form, so that a form sent twice makes one annex. */
export const newAnnex = v.pipe(
  v.object({ id: optionalId(), what: chosen, url: link, title: optionalText(200) }),
  v.forward(
    v.partialCheck([['what'], ['url']], ({ what, url }) => what !== null || url !== null, 'required'),
    ['what']
  ),
  v.forward(
    v.partialCheck([['what'], ['url']], ({ what, url }) => what === null || url === null, 'two_annexes'),
    ['url']
  )
)
export const changedAnnex = v.object({ title: optionalText(200), version: version() })
export const movedAnnex = v.object(step)
/** Which annex a form on the page is about. */
export const ofAnnex = v.object({ annex: id() })

export type NewAnnex = Partial<v.InferOutput<typeof newAnnex>>
export type ChangedAnnex = v.InferOutput<typeof changedAnnex>
export type MovedAnnex = v.InferOutput<typeof movedAnnex>
