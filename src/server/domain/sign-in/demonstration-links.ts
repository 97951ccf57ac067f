import { now } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { tokenOf } from '../links/tokens.ts'
import { requireDemonstration } from './roles.ts'

/** What a link that came by mail opens: `of` is the draft or the round, `who` reads or answers. */
export type DemonstrationLink = { of: string; who: string; token: string }

/**
 * The links that would come by mail, to try what needs no account: drafts to read, and each party's answers in open rounds.
 * @throws NotFound unless the database itself says that it is a demonstration.
 */
export async function listDemonstrationLinks(db: Db, secrets: Secrets) {
  await requireDemonstration(db)
  return { reading: await linksToRead(db, secrets), answering: await linksToAnswer(db, secrets) }
}

const most = 30

async function linksToRead(db: Db, secrets: Secrets): Promise<DemonstrationLink[]> {
  const rows = await db
    .selectFrom('publication_reader as reader')
    .innerJoin('publication', 'publication.id', 'reader.publication_id')
    .select(['reader.id', 'reader.generation', 'reader.name', 'publication.title'])
    .where('reader.withdrawn_at', 'is', null)
    .where('reader.expires_at', '>', now())
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('edition')
            .select('edition.id')
            .whereRef('edition.publication_id', '=', 'publication.id')
            .whereRef('edition.number', '>=', 'reader.edition_number')
        )
      )
    )
    .orderBy('publication.id', 'desc')
    .orderBy('reader.id')
    .limit(most)
    .execute()
  return rows.flatMap(({ name, title, ...link }) =>
    name ? [{ of: title, who: name, token: tokenOf(secrets, link) }] : []
  )
}

/** One for each party: its first, not what it gave a colleague. */
async function linksToAnswer(db: Db, secrets: Secrets): Promise<DemonstrationLink[]> {
  const rows = await db
    .selectFrom('link')
    .innerJoin('responder', 'responder.id', 'link.responder_id')
    .innerJoin('space', 'space.id', 'responder.space_id')
    .innerJoin('round', 'round.id', 'space.round_id')
    .innerJoin('organisation', 'organisation.id', 'space.organisation_id')
    .select(['link.id', 'link.generation', 'round.name as round', 'organisation.name as organisation'])
    .distinctOn('space.id')
    .where('round.state', '=', 'open')
    .where('link.errand', '=', 'answer')
    .where('link.withdrawn_at', 'is', null)
    .where('link.forwarded_from_id', 'is', null)
    .where('link.expires_at', '>', now())
    .orderBy('space.id')
    .orderBy('link.id')
    .limit(most)
    .execute()
  return rows.map(({ round, organisation, ...link }) => ({
    ...{ of: round, who: organisation },
    token: tokenOf(secrets, link)
  }))
}
