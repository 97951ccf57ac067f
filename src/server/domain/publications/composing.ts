import { newId, type Id } from '#server/platform/db/ids.ts'
import { reservedSlugs } from '#server/platform/db/slugs.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { slugFrom } from '#server/platform/forms/slugs.ts'
import { Invalid, NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import { audienceHeld } from '../collaborations/finding.ts'
import type { Actor } from '../people/actor.ts'
import { leastOf, withinReach } from '../people/reach.ts'
import { insertBlocks } from './blocks/rows.ts'
import type { ChangedPublication, NewBlock, NewPublication } from './fields.ts'
import { blocksOfTemplate } from './own-templates.ts'
import { can, canCreate } from './permissions.ts'
import { findPublicationById, findPublicationToChange } from './publications.ts'
import type { TemplateBlock } from './templates.ts'

/** As it was asked for, else from the title. */
export const slugFor = ({ slug, title }: Pick<NewPublication, 'slug' | 'title'>): string =>
  slug || slugFrom(title) || 'rapport'

/** @throws Invalid `slug: taken` when another publication has the slug; the same one sent twice is made once. */
export async function createPublication(tx: Tx, actor: Actor, made: NewPublication): Promise<Id> {
  const collaboration = await tx
    .selectFrom('collaboration')
    .select(['id', 'language', 'purpose', 'principles'])
    .where('id', '=', made.collaboration)
    .where(withinReach(actor, { audience: 'audience', collaboration: 'id', owner: 'authority_id' }))
    .executeTakeFirstOrThrow(() => new NotFound('collaboration'))
  if (!canCreate(actor, collaboration.id)) throw new NotAllowed()
  const { template, title, reach = 'public' } = made
  const slug = slugFor(made)
  if (reservedSlugs.includes(slug)) throw new Invalid({ slug: 'taken' })
  const row = await tx
    .insertInto('publication')
    .values({
      id: newId(),
      collaboration_id: collaboration.id,
      template,
      title,
      slug,
      reach,
      audience: leastOf(reach, await audienceHeld(tx, collaboration.id)),
      language: collaboration.language
    })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return sameAgain(tx, { ...made, slug })
  await insertBlocks(
    tx,
    row.id,
    made.blocks ?? (await blocksOf(tx, await blocksOfTemplate(tx, template), collaboration))
  )
  await recordFact(tx, 'publication.created', { kind: 'publication', id: row.id }, { template })
  return row.id
}

async function sameAgain(tx: Tx, { collaboration, slug, title }: NewPublication): Promise<Id> {
  const { id } = await tx
    .selectFrom('publication')
    .select('id')
    .where('slug', '=', slug)
    .where('collaboration_id', '=', collaboration)
    .where('title', '=', title)
    .executeTakeFirstOrThrow(() => new Invalid({ slug: 'taken' }))
  return id
}

type Described = { id: Id; purpose: string | null; principles: string | null }

/** The template's blocks; what the collaboration already says of itself is a first wording, never typed twice. */
async function blocksOf(
  tx: Tx,
  template: readonly TemplateBlock[],
  described: Described
): Promise<NewBlock[]> {
  const focusAreas = await tx
    .selectFrom('objective')
    .select(['id', 'title', 'description'])
    .where('collaboration_id', '=', described.id)
    .where('parent_id', 'is', null)
    .where('kind', '<>', 'perspective')
    .orderBy('sort')
    .execute()
  const promise = [described.purpose, described.principles].filter(Boolean).join('\n\n') || null
  return template.flatMap((item): NewBlock[] =>
    'perFocusArea' in item
      ? focusAreas.flatMap(({ id, description }) =>
          item.perFocusArea.map(({ settings, ...block }) => ({
            ...{ ...settings, ...block, objective: id },
            prose: block.part === 'focus_area' ? description : null
          }))
        )
      : [begunAs(item, promise)]
  )
}

const begunAs = (
  { settings, ...block }: Extract<TemplateBlock, { kind: unknown }>,
  promise: string | null
) => ({
  ...{ ...settings, ...block },
  prose: block.part === 'promise' ? promise : null
})

/** @throws Conflict with the publication as it stands when it was changed since `version`. */
export async function changePublication(
  tx: Tx,
  actor: Actor,
  id: Id,
  { version, title, reach }: ChangedPublication
) {
  // The collaboration is held before its publication, as by whoever changes its reach.
  const { collaboration_id } = await findPublicationById(tx, actor, id)
  const audience = await audienceHeld(tx, collaboration_id)
  const publication = await findPublicationToChange(tx, actor, id)
  const rights = can(actor, publication)
  if (!rights.change || (reach !== publication.reach && !rights.changeReach)) throw new NotAllowed()
  const changes = { version, title, reach, audience: leastOf(reach, audience) }
  if (await changeVersioned(tx, 'publication', id, changes))
    await recordFact(tx, 'publication.changed', { kind: 'publication', id })
}
