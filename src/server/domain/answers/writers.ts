import { NotAllowed } from '#server/platform/refusals.ts'
import type { LinkActor } from '../links/links.ts'

/** A link to read is for whoever reads before it is sent: it changes nothing. @throws NotAllowed. */
export function requireWriter(actor: LinkActor): void {
  if (actor.errand.kind === 'read') throw new NotAllowed('a link to read')
}
