import { sql } from 'kysely'
import { saveDraft } from '#server/domain/answers/saving.ts'
import { findLink } from '#server/domain/links/links.ts'
import { tokenOf } from '#server/domain/links/tokens.ts'
import { cli } from '#server/domain/people/actor.ts'
import { addAnnex } from '#server/domain/publications/annexes/changing.ts'
import { addAssessment } from '#server/domain/assessments/writing.ts'
import { keepFile } from '#server/domain/files/files.ts'
import { altField } from '#server/domain/answers/photo-alts.ts'
import { addPhoto } from '#server/domain/answers/photos.ts'
import { highlightReport } from '#server/domain/highlights/highlighting.ts'
import { createPublication } from '#server/domain/publications/composing.ts'
import { prepareRound } from '#server/domain/rounds/preparing.ts'
import { usualQuestions } from '#server/domain/rounds/questions.ts'
import { newId } from '#server/platform/db/ids.ts'
import { write, type Db } from '#server/platform/db/write.ts'
import { nameIn, uploadTo } from '#tests/uploaded.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { askedToRead } from './known-reading.ts'
import { reportsOnTheirWay } from './reports.ts'

type Row = { id: string; version: number } & Record<string, unknown>

/** Rows of the story by what they are known as, for addresses and for what is written in forms. */
export type Known = Awaited<ReturnType<typeof learn>>

export async function learn(db: Db, secrets: Secrets) {
  const row = async (table: string, where: string): Promise<Row> => {
    const { rows } =
      await sql<Row>`select * from ${sql.table(table)} where ${sql.raw(where)} limit 1`.execute(db)
    return rows[0] ?? Promise.reject(new Error(`the story has no ${table} where ${where}`))
  }
  const here = await row('collaboration', `slug = 'exempelkvarteret'`)
  const there = await row('collaboration', `slug = 'hisings-backa-2024-2025'`)
  const inHere = `collaboration_id = '${here.id}'`
  const round = await row('round', `${inHere} and state = 'open'`)
  const club = await row('organisation', `slug = 'fritidsgarden-exemplet'`)
  const space = await row('space', `round_id = '${round.id}' and organisation_id = '${club.id}'`)
  const link = await row('link', `responder_id in (select id from responder where space_id = '${space.id}')`)
  const token = tokenOf(secrets, { id: link.id, generation: Number(link['generation']) })
  const waiting = await row(
    'round_item',
    `space_id = '${space.id}' and about = 'commitment' and not exists (select from report where item_id = round_item.id)
      and not exists (select from draft where item_id = round_item.id)`
  )
  const photo = await photoOf(db, secrets, token, waiting.id)
  const draft = await draftOf(db, secrets, token, waiting.id, { [altField(photo)]: 'En bild' })
  await liftOne(db, round.id)
  const submitted = await row(
    'report',
    `round_id = '${round.id}' and state = 'submitted' and commitment_id is not null`
  )
  const commitment = await row(
    'commitment',
    `${inHere} and lead_id = '${club.id}' and stage = 'ongoing' and audience = 'public'`
  )
  const area = await row('area', `slug = 'exempelkvarteret'`)
  const publication = await draftPublication(db, here.id)
  const onEdition = await reportsOnTheirWay(db, here.id)
  const prepared = await row('round', `id = '${await preparedRound(db, here.id)}'`)
  const preparedSpace = await row('space', `round_id = '${prepared.id}' and organisation_id = '${club.id}'`)
  return {
    here,
    there,
    round,
    prepared,
    preparedSpace,
    preparedItem: await row('round_item', `space_id = '${preparedSpace.id}' and about = 'commitment'`),
    preparedResponder: await row('responder', `space_id = '${preparedSpace.id}'`),
    club,
    space,
    link,
    token,
    waiting,
    waitingNumber: (await row('commitment', `id = '${String(waiting['commitment_id'])}'`))['number'],
    mark: draft,
    photo,
    acceptedPhoto: await attachedTo(
      db,
      await row('report', `${inHere} and state = 'accepted' and audience = 'public'`)
    ),
    submittedPhoto: await attachedTo(
      db,
      await row(
        'report',
        `round_id = '${round.id}' and state = 'submitted' and commitment_id is not null and organisation_id <> '${club.id}'`
      )
    ),
    submitted,
    ...(await liftedIn(db, row, round.id)),
    keeper: await row('person', `mail = 'samordnare@exempelstaden.example'`),
    measures: await measuresOf(db, here.id),
    submittedNumber: (await row('commitment', `id = '${String(submitted['commitment_id'])}'`))['number'],
    commitment,
    forParties: await row('commitment', `${inHere} and audience = 'parties'`),
    unchosen: await row(
      'commitment',
      `${inHere} and not exists (select from carry_over where earlier_id = commitment.id)`
    ),
    proposed: await row('commitment', `${inHere} and stage = 'proposed' and audience = 'own'`),
    wordingOf: await wordingNumbers(db),
    target: await targetOf(db, commitment.id),
    classification: await classificationOf(db, area.id),
    decision: await decisionOf(db, here.id),
    onEdition: await row('decision', `id = '${onEdition}'`),
    emptyObjective: await objectiveOf(db, here.id),
    other: await row('organisation', `slug = 'bostadsbolaget'`),
    earlier: await row('commitment', `collaboration_id = '${there.id}'`),
    area,
    big: await row('area', `slug = 'goteborg'`),
    kind: await row('kind', `code = 'citizen_promise'`),
    objective: await row('objective', `${inHere} and parent_id is not null`),
    document: await row('document', `id = '${await nameIn(db, here.id, 'bara nämnt')}'`),
    uploads: {
      public: await uploadTo(db, here.id, 'för alla'),
      parties: await uploadTo(db, here.id, 'för parterna', 'parties'),
      own: await uploadTo(db, here.id, 'för samordnaren', 'own')
    },
    party: await row('party', `${inHere} and organisation_id = '${club.id}'`),
    person: await row('person', `mail = 'fortroendevald@kvarter.example'`),
    installation: await row('installation', 'true').then(({ version, name }) => ({
      version,
      name: String(name)
    })),
    message: await row('message', `kind = 'answer_link'`),
    published: await row('publication', `collaboration_id = '${there.id}'`),
    publication: await row('publication', `id = '${publication}'`),
    partyAnswer: await row(
      'report',
      `${inHere} and state = 'accepted' and item_id in (select id from round_item where about = 'party')`
    ),
    reading: await askedToRead(db, secrets, publication, club.id),
    annex: await annexOf(db, publication),
    assessment: await assessedOf(db, here.id),
    block: await row('block', `publication_id = '${publication}' and kind = 'prose'`)
  }
}

async function assessedOf(db: Db, collaboration: string): Promise<Row> {
  const written = { from_day: '2026-01-01', to_day: '2026-06-30', worked: 'Vi ses oftare.' }
  const id = await write(db, cli, (tx) => addAssessment(tx, cli, collaboration, written))
  return { id, version: 1 }
}

type FindRow = (table: string, where: string) => Promise<Row>

/** Some accepted answer of the round, lifted out for the report. */
async function liftOne(db: Db, round: string): Promise<void> {
  const { id } = await db
    .selectFrom('report')
    .select('id')
    .where('round_id', '=', round)
    .where('state', '=', 'accepted')
    .where('commitment_id', 'is not', null)
    .where('highlight_id', 'is', null)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  await write(db, cli, (tx) => highlightReport(tx, cli, id, true))
}

async function liftedIn(db: Db, row: FindRow, round: string) {
  const lifted = await row('report', `round_id = '${round}' and highlight order by id`)
  const another = `round_id = '${round}' and accepted_version_id is not null and commitment_id is not null and not highlight`
  return {
    lifted,
    joinable: await row('report', another),
    deed: await row('highlight', `id = '${String(lifted['highlight_id'])}'`),
    liftedNumber: (await row('commitment', `id = '${String(lifted['commitment_id'])}'`))['number']
  }
}

/** Two that are counted apart. */
const measuresOf = async (db: Db, collaboration: string): Promise<[string, string]> => {
  const [one, other] = await db
    .selectFrom('measure')
    .select('id')
    .where('collaboration_id', '=', collaboration)
    .orderBy('unit')
    .limit(2)
    .execute()
  return [one?.id ?? '', other?.id ?? '']
}

async function draftOf(
  db: Db,
  secrets: Secrets,
  token: string,
  item: string,
  more: Record<string, string>
): Promise<string> {
  const { actor } = await findLink(db, token)
  const written = { degree: 'fully', done: 'Klart', publishable: 'yes', ...more }
  const { mark } = await write(db, actor, (tx) => saveDraft(tx, actor, { item, mark: '', written }, secrets))
  return mark
}

const picture = {
  bytes: Buffer.from('en bild'),
  type: 'image/jpeg',
  width: 160,
  height: 120
} as const

async function photoOf(db: Db, secrets: Secrets, token: string, item: string): Promise<string> {
  const { actor } = await findLink(db, token)
  return write(db, actor, (tx) => addPhoto(tx, actor, { item, photo: picture }, secrets))
}

const attachedTo = (db: Db, report: Row): Promise<string> =>
  write(db, cli, async (tx) => {
    const version = await tx
      .selectFrom('report_version')
      .select('id')
      .where('report_id', '=', report.id)
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow()
    const values = { id: newId(), file_id: await keepFile(tx, picture), report_version_id: version.id }
    await tx
      .insertInto('attachment')
      .values({ ...values, alt: 'En bild', sort: 99 })
      .execute()
    return values.id
  })

const annexOf = (db: Db, publication: string): Promise<string> =>
  write(db, cli, (tx) => addAnnex(tx, cli, publication, { url: 'https://kvarter.example/omraden' }))

/** With a question of its own, so that there is one to change. */
const preparedRound = (db: Db, collaboration: string): Promise<string> =>
  write(db, cli, async (tx) => {
    const times = { from_day: '2026-01-01', to_day: '2026-06-30', due_on: '2099-01-15' }
    const own = {
      key: 'fortsatter-ni',
      level: 'party',
      type: 'text',
      label: 'Fortsätter ni?',
      required: false
    } as const
    const asked = { name: 'Nästa', ...times }
    const { id } = await prepareRound(tx, cli, collaboration, asked, [...usualQuestions, own])
    return id
  })

/** The story publishes in Hisings Backa only; this one nobody has seen yet. */
const draftPublication = (db: Db, collaboration: string): Promise<string> =>
  write(db, cli, async (tx) => {
    await createPublication(tx, cli, {
      collaboration,
      template: 'final_follow_up',
      title: 'Utkast',
      slug: 'utkast',
      reach: 'public'
    })
    const { id } = await tx
      .selectFrom('publication')
      .select('id')
      .where('slug', '=', 'utkast')
      .executeTakeFirstOrThrow()
    return id
  })

async function wordingNumbers(db: Db): Promise<(commitment: string) => number> {
  const rows = await db
    .selectFrom('commitment_wording')
    .select(({ fn }) => ['commitment_id', fn.max('number').as('number')])
    .groupBy('commitment_id')
    .execute()
  return (commitment) => rows.find(({ commitment_id }) => commitment_id === commitment)?.number ?? 0
}

type Made = 'target' | 'area_classification' | 'decision' | 'objective'

async function made(db: Db, table: Made, values: Record<string, string | number>): Promise<Row> {
  const row = { id: newId(), ...values }
  const names = sql.join(Object.keys(row).map((name) => sql.ref(name)))
  await write(db, cli, (tx) =>
    sql`insert into ${sql.table(table)} (${names}) values (${sql.join(Object.values(row))})`.execute(tx)
  )
  return { version: 1, ...row }
}

const targetOf = (db: Db, commitment: string) =>
  made(db, 'target', {
    commitment_id: commitment,
    qualifier: 'at_least',
    value: 1,
    unit: 'möten',
    per: 'year'
  })
const classificationOf = (db: Db, area: string) =>
  made(db, 'area_classification', { area_id: area, made_by: 'Polisen', scheme: 'Prov', level: 'prov' })
const decisionOf = (db: Db, collaboration: string) =>
  made(db, 'decision', {
    ...{ collaboration_id: collaboration, kind: 'decision', reach: 'public', audience: 'public' },
    body: 'Nämnden'
  })
const objectiveOf = async (db: Db, collaboration: string) =>
  (await made(db, 'objective', { collaboration_id: collaboration, kind: 'aim', sort: 999, title: 'Tomt' })).id
