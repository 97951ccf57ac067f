import { sql } from 'kysely'
import { write } from '#server/platform/db/write.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { saveDraft } from '#server/domain/answers/saving.ts'
import { listItems } from '#server/domain/answers/items.ts'
import { submitAnswers } from '#server/domain/answers/submitting.ts'
import { createCollaboration } from '#server/domain/collaborations/creating.ts'
import { createCommitment } from '#server/domain/commitments/creating.ts'
import { findLink } from '#server/domain/links/links.ts'
import { addParty } from '#server/domain/parties/parties.ts'
import { cli } from '#server/domain/people/actor.ts'
import { openRound } from '#server/domain/rounds/opening.ts'
import type { Kvarter } from './kvarter.ts'
import { linkFor } from './links.ts'

/** What one partner promised, in the order of their numbers. */
export const promised = ['Frukost före skoldagen', 'Läxhjälp två kvällar', 'Ljus längs skolvägen']

const days = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)

/** A promise of three in the made-up quarter, with a round that is open whatever day it is. */
export async function openSmallPromise(
  kvarter: Kvarter
): Promise<{ link: string; round: string; page: string }> {
  const { db, secrets } = kvarter
  const named = (table: 'organisation' | 'area', slug: string): Promise<Id> =>
    db
      .selectFrom(table)
      .select('id')
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow()
      .then(({ id }) => id)
  const partner = await named('organisation', 'exempelskolan')
  const area = await named('area', 'exempelkvarteret')
  const kind = await db
    .selectFrom('kind')
    .select('id')
    .where('code', '=', 'citizen_promise')
    .executeTakeFirstOrThrow()
  const authority = await named('organisation', 'exempelstadens-socialforvaltning')
  await write(db, cli, async (tx) => {
    const { id } = await createCollaboration(tx, cli, {
      id: null,
      slug: 'skolvagen',
      kind_id: kind.id,
      name: 'Löftet om skolvägen',
      purpose: 'Att barnen kommer mätta, pigga och trygga till skolan.',
      lifecycle: 'active',
      from_day: days(-200),
      to_day: days(200),
      precision: 'month',
      authority_id: authority,
      main_area_id: area,
      predecessor_id: null,
      contact_function: 'Samordnare för skolvägen',
      contact_mail: 'samordnare@exempelstaden.example',
      invented: true,
      reach: 'public'
    })
    await addParty(tx, cli, id, {
      organisation_id: partner,
      role: 'party',
      contact_name: 'Rektor',
      contact_mail: 'rektor@exempelskolan.example'
    })
    for (const title of promised)
      await createCommitment(tx, cli, id, {
        title,
        wording: `Vi ordnar detta varje vecka: ${title.toLowerCase()}.`,
        lead_id: partner,
        stage: 'agreed',
        area_ids: [area]
      })
    const period = { from_day: days(-100), to_day: days(10), due_on: days(20) }
    await openRound(tx, cli, id, { name: 'Första halvåret', ...period }, secrets)
    await coordinate(tx, id)
  })
  return {
    link: await linkFor(kvarter, 'exempelskolan', 'skolvagen'),
    round: '/samverkan/skolvagen/omgangar/forsta-halvaret',
    page: '/samverkan/skolvagen'
  }
}

/** The example's own coordinator has this one too. */
export const coordinate = (tx: Parameters<Parameters<typeof write>[2]>[0], collaboration: Id) =>
  tx
    .insertInto('role_grant')
    .columns(['id', 'person_id', 'role', 'scope_kind', 'scope_id'])
    .expression((eb) =>
      eb
        .selectFrom('person')
        .select([
          sql<string>`${newId()}::uuid`.as('id'),
          'person.id as person_id',
          sql<string>`'coordinator'`.as('role'),
          sql<string>`'collaboration'`.as('scope_kind'),
          sql<string>`${collaboration}::uuid`.as('scope_id')
        ])
        .where('person.mail', '=', 'samordnare@exempelstaden.example')
    )
    .execute()

const answers = [
  { degree: 'mostly', done: 'Frukost varje skoldag utom under sportlovet.' },
  { degree: 'fully', done: 'Läxhjälp tisdagar och torsdagar.' },
  { degree: 'partly', done: 'Lampor på halva sträckan.' }
]

/** The partner has answered all three and sent them in. */
export async function answerSmallPromise({ db, secrets }: Kvarter, link: string): Promise<void> {
  const { actor } = await findLink(db, link.split('/').at(-1) ?? '')
  await write(db, actor, async (tx) => {
    const chosen = []
    for (const [at, item] of (await listItems(tx, actor)).entries()) {
      const written = { ...answers[at], publishable: 'yes' }
      const { mark } = await saveDraft(tx, actor, { item: item.id, mark: '', written }, secrets)
      chosen.push({ item: item.id, mark })
    }
    await submitAnswers(tx, actor, chosen, secrets)
  })
}
