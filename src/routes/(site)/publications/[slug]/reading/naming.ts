import { m } from '#ui/words/messages.ts'

/** Who reads, and for whom, where the name does not say so already. Of somebody forgotten only for whom. */
export function namedOf({
  name,
  organisation
}: {
  name: string | null
  organisation: string | null
}): string {
  if (name === null) return organisation ?? m.reading_forgotten_reader()
  return organisation && !name.includes(organisation) ? m.reading_said_by({ name, organisation }) : name
}
