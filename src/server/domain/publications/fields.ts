import * as v from 'valibot'
import {
  choice,
  id,
  optionalId,
  optionalSlug,
  optionalText,
  text,
  version
} from '#server/platform/forms/fields.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { reaches, type Reach } from '../people/reach.ts'
import { settingFields, type SettingName } from './settings.ts'
import { blockKinds, type BlockKind, type Part } from './blocks/kinds.ts'

/** A block holds a chapter, not a field: longer than other texts. */
export const proseLength = 20_000

const templateCode = () => v.pipe(text(80), v.regex(/^[a-z0-9_]+(-[a-z0-9]+)*$/, 'not_a_choice'))
export const newPublication = v.object({
  /** Of a usual template or of an own one. */
  template: templateCode(),
  title: text(),
  slug: optionalSlug(),
  reach: choice(reaches)
})
export const newTemplate = v.object({ name: text(80) })
export const ofTemplate = v.object({ code: templateCode() })
export const changedPublication = v.object({ version: version(), title: text(), reach: choice(reaches) })

const worded = {
  heading: optionalText(200),
  prose: optionalText(proseLength),
  ...settingFields
}
/** `id` is made with the form, so that a form sent twice makes one block. */
export const newBlock = v.object({
  ...worded,
  id: optionalId(),
  kind: choice(blockKinds),
  after: optionalId()
})
export const changedBlock = v.object({ ...worded, version: version() })
/** The block it is put after; none puts it first. */
export const movedBlock = v.object({ after: optionalId() })
/** Which block a form on the page is about. */
export const ofBlock = v.object({ block: id() })

/** Words from an earlier version in place of those at `version`. */
export const takenBack = v.object({ version: version(), from: version() })

/** All blocks of a long report, one after another. */
const textLength = 400_000
export const mostBlocks = 2000
const versions = new RegExp(String.raw`^(?:[0-9a-f-]{36}:\d{1,9}(?: |$)){0,${mostBlocks}}$`)
/** The report as one text; `seen` are the blocks, with their versions, that it was made of. */
export const writtenText = v.pipe(
  v.looseObject({
    seen: v.pipe(v.string(), v.regex(versions, 'unknown')),
    text: v.pipe(v.string(), v.maxLength(textLength, 'too_long'))
  }),
  v.transform(({ seen, text, ...more }) => ({
    seen: seen.split(' ').flatMap((one) => {
      const [id = '', version] = one.split(':')
      return id ? [{ id, version: Number(version) }] : []
    }),
    text,
    /** What was chosen where two had written differently, by `line_` or `prose_` and the block. */
    chosen: Object.fromEntries(
      Object.entries(more).flatMap(([name, value]) =>
        /^(line|prose)_/.test(name) && typeof value === 'string' ? [[name, value]] : []
      )
    )
  }))
)

export type NewPublication = {
  collaboration: Id
  /** The code of one of the usual, or of the installation's own. */
  template: string
  title: string
  slug: string
  reach?: Reach
  /** In place of the template's own. */
  blocks?: NewBlock[]
}
export type NewTemplate = v.InferOutput<typeof newTemplate>
export type ChangedPublication = v.InferOutput<typeof changedPublication>
export type NewBlock = {
  kind: BlockKind
  id?: Id | null
  /** The block it comes after; first when null, last when absent. */
  after?: Id | null
  heading?: string | null
  prose?: string | null
  part?: Part
} & Chosen
/** What a block's settings are set to; the usual where left out. */
type Chosen = { [N in SettingName]?: string | null }
export type ChangedBlock = { version: number; heading: string | null; prose: string | null } & Chosen
export type TakenBack = v.InferOutput<typeof takenBack>
export type WrittenText = v.InferOutput<typeof writtenText>
export type MovedBlock = v.InferOutput<typeof movedBlock>
