import { findCollaboration } from '#server/domain/collaborations/collaborations.ts'
import { can } from '#server/domain/rounds/permissions.ts'
import { listRounds } from '#server/domain/rounds/rounds.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { nounIn } from '#ui/words/nouns.ts'

export const load = async ({ locals, params }) => {
  const { db } = runtime()
  const { actor, locale } = locals
  const collaboration = await findCollaboration(db, actor, params.slug)
  if (!can(actor, collaboration.id).read) throw new NotFound('round')
  locals.internal = true
  const rounds = await listRounds(db, actor, collaboration.id)
  const of = (...parts: string[]) => address(locale, 'collaborations', collaboration.slug, ...parts)
  return {
    name: collaboration.name,
    invented: collaboration.invented,
    home: of(),
    opening: of('rounds', 'new'),
    inviting: collaboration.lifecycle === 'ended' ? null : of('proposals', 'new'),
    noun: nounIn(collaboration.kind.words.commitment, locale),
    rounds: rounds.map(({ id, slug, name, due_on, state, kind }) => ({
      id,
      name,
      due: due_on,
      state,
      kind,
      href: of('rounds', slug, ...(state === 'preparing' ? ['prepare'] : []))
    }))
  }
}
