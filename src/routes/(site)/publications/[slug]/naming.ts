import { m } from '#ui/words/messages.ts'
import type { Section } from '#ui/paper/outline.ts'

export const kindName = (kind: Section['block']['kind']): string => m[`publications_kind_${kind}`]()

/** What a section is called where it is worked with: by its heading, else by what it is. */
export function nameOf({ block, heading }: Pick<Section, 'block' | 'heading'>): string {
  return heading ?? (block.part === 'introduction' ? m.editing_introduction() : kindName(block.kind))
}

/** The same, told from others that are called so by the focus area it belongs to. */
export function fullNameOf(section: Pick<Section, 'block' | 'heading'>): string {
  const name = nameOf(section)
  const { focusArea } = section.block
  return focusArea && !name.includes(focusArea) ? `${name}, ${focusArea}` : name
}
