import type { Id } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { saveDraft } from '#server/domain/answers/saving.ts'
import { listItems } from '#server/domain/answers/items.ts'
import { submitAnswers } from '#server/domain/answers/submitting.ts'
import { createCollaboration } from '#server/domain/collaborations/creating.ts'
import { createCommitment } from '#server/domain/commitments/creating.ts'
import { findLink } from '#server/domain/links/links.ts'
import { addParty } from '#server/domain/parties/parties.ts'
import { cli } from '#server/domain/people/actor.ts'
import { reviewReport } from '#server/domain/reports/reviewing.ts'
import { closeRound } from '#server/domain/rounds/closing.ts'
import { openRound } from '#server/domain/rounds/opening.ts'
import { usualQuestions } from '#server/domain/rounds/questions.ts'
import type { Kvarter } from './kvarter.ts'
import { linkFor } from './links.ts'

/** What one partner promised, in the order of their numbers. */
export const ten = [
  'Öppen gymnastiksal på lördagar',
  'Föräldrakaffe en gång i månaden',
  'Läxstuga tre kvällar i veckan',
  'Gemensam städdag vår och höst',
  'Lovskola i juni',
  'Fler vuxna på rasterna',
  'Skolans bibliotek öppet för alla',
  'Trygghetsvandring med eleverna',
  'Simskola för nybörjare',
  'Språkcafé med hemspråkslärare'
]

const days = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)

/** A partner with ten promises, the first of them told of last year, and a round that asks of all of them. */
export async function openTenPromises(kvarter: Kvarter): Promise<{ link: string }> {
  const { db, secrets } = kvarter
  const named = async (
    table: 'organisation' | 'area' | 'kind',
    by: 'slug' | 'code',
    name: string
  ): Promise<Id> => {
    const found = db
      .selectFrom(table as 'organisation')
      .select('id')
      .where(by as 'slug', '=', name)
    return (await found.executeTakeFirstOrThrow()).id
  }
  const partner = await named('organisation', 'slug', 'exempelskolan')
  const area = await named('area', 'slug', 'exempelkvarteret')
  const collaboration = await write(db, cli, async (tx) => {
    const { id } = await createCollaboration(tx, cli, {
      ...{
        id: null,
        slug: 'tio-loften',
        name: 'Tio löften för skolan',
        purpose: 'En skola mitt i kvarteret.'
      },
      ...{ kind_id: await named('kind', 'code', 'citizen_promise'), lifecycle: 'active', precision: 'month' },
      ...{ from_day: days(-500), to_day: days(200), main_area_id: area, predecessor_id: null },
      authority_id: await named('organisation', 'slug', 'exempelstadens-socialforvaltning'),
      ...{ contact_function: 'Samordnare för skolan', contact_mail: 'samordnare@exempelstaden.example' },
      ...{ invented: true, reach: 'public' }
    })
    await addParty(tx, cli, id, {
      ...{ organisation_id: partner, role: 'party' },
      ...{ contact_name: 'Rektor', contact_mail: 'rektor@exempelskolan.example' }
    })
    for (const title of ten)
      await createCommitment(tx, cli, id, {
        ...{ title, wording: `Vi lovar att ordna ${title.toLowerCase()} under hela perioden.` },
        ...{ lead_id: partner, stage: 'agreed', area_ids: [area] }
      })
    return id
  })
  const asks = (name: string, from: number) =>
    write(db, cli, (tx) =>
      openRound(
        tx,
        cli,
        collaboration,
        { name, from_day: days(from), to_day: days(from + 300), due_on: days(from + 320) },
        secrets,
        usualQuestions
      )
    )
  const before = await asks('Förra året', -450)
  await tellOfFirst(kvarter)
  await write(db, cli, (tx) => closeRound(tx, cli, before.id))
  await asks('I år', -300)
  return { link: await linkFor(kvarter, 'exempelskolan', 'tio-loften') }
}

async function tellOfFirst(kvarter: Kvarter): Promise<void> {
  const { db, secrets } = kvarter
  const link = await linkFor(kvarter, 'exempelskolan', 'tio-loften')
  const { actor } = await findLink(db, link.split('/').at(-1) ?? '')
  const [item] = await listItems(db, actor)
  const written = {
    ...{ degree: 'mostly', done: 'Salen har varit öppen varje lördag utom två.' },
    ...{ 'figures.0.qualifier': 'about', 'figures.0.value': '400', 'figures.0.unit': 'besök' }
  }
  await write(db, actor, async (tx) => {
    const { mark } = await saveDraft(tx, actor, { item: item?.id ?? '', mark: '', written }, secrets)
    await submitAnswers(tx, actor, [{ item: item?.id ?? '', mark }], secrets)
  })
  const report = await db
    .selectFrom('report')
    .select('id')
    .where('item_id', '=', item?.id ?? '')
    .executeTakeFirstOrThrow()
  await write(db, cli, (tx) =>
    reviewReport(tx, cli, report.id, { version: 1, verdict: 'accepted', note: null })
  )
}
