import { m } from '#ui/words/messages.ts'

/** Who reads, and for whom, where the name does not say so already. */
export const namedOf = ({ name, organisation }: { name: string; organisation: string | null }): string =>
  organisation && !name.includes(organisation) ? m.reading_said_by({ name, organisation }) : name
