import { newId, type Id } from '#server/platform/db/ids.ts'
import { write, type Db } from '#server/platform/db/write.ts'
import { cli } from '#server/domain/people/actor.ts'
import type { Degree } from '#server/platform/db/schema.ts'

type Told = {
  degree?: Degree
  done?: string
  contributed?: string
  learnt?: string
  /** To the round's own questions. */
  answers?: Record<string, string | boolean>
  reason?: string
  publishable?: boolean
  highlight?: boolean
  wording?: string
  state?: 'submitted' | 'returned' | 'accepted'
  /** When it was sent in and accepted. */
  at?: string
  figures?: {
    unit: string
    rule?: 'sum' | 'never'
    value?: number
    words?: string
    qualifier?: 'exactly' | 'over' | 'words'
  }[]
}
type Promised = {
  title: string
  reach?: 'public' | 'parties' | 'own'
  onTheWay?: boolean
  stage?: string
  told?: Told
}

const words = (one: string, theOne: string, many: string, theMany: string) => ({
  sv: { one, theOne, many, theMany, gender: 'neuter' }
})

/** A promise with one focus area and one round, and whatever is promised and told in it. */
export async function makePromise(db: Db, promised: Promised[]) {
  const ids = {
    kind: newId(),
    maker: newId(),
    area: newId(),
    place: newId(),
    collaboration: newId(),
    objective: newId()
  }
  const asked = { round: newId(), space: newId() }
  await write(db, cli, async (tx) => {
    const kindWords = {
      name: words('löfte', 'löftet', 'löften', 'löftena'),
      commitment: words('dellöfte', 'dellöftet', 'dellöften', 'dellöftena'),
      objective: words('fokusområde', 'fokusområdet', 'fokusområden', 'fokusområdena')
    }
    await tx
      .insertInto('kind')
      .values({ id: ids.kind, code: newId(), words: JSON.stringify(kindWords) })
      .execute()
    await tx
      .insertInto('organisation')
      .values({ id: ids.maker, slug: `ett-bolag-${ids.maker}`, name: 'Ett bolag', kind: 'housing_company' })
      .execute()
    for (const [id, name] of [
      [ids.area, 'Området'],
      [ids.place, 'Platsen']
    ] as const)
      await tx
        .insertInto('area')
        .values({ id, slug: `plats-${id}`, name, kind: 'district' })
        .execute()
    await tx
      .insertInto('collaboration')
      .values({
        id: ids.collaboration,
        slug: `loftet-${ids.collaboration}`,
        kind_id: ids.kind,
        name: 'Löftet',
        purpose: 'Ett tryggare område.',
        authority_id: ids.maker,
        main_area_id: ids.area,
        from_day: '2024-01-01',
        to_day: '2025-12-31',
        reach: 'public',
        audience: 'public'
      })
      .execute()
    await tx
      .insertInto('party')
      .values({ id: newId(), collaboration_id: ids.collaboration, organisation_id: ids.maker, role: 'maker' })
      .execute()
    await tx
      .insertInto('objective')
      .values({
        id: ids.objective,
        collaboration_id: ids.collaboration,
        kind: 'focus_area',
        sort: 1,
        title: 'Skola',
        description: 'Alla ska klara skolan.'
      })
      .execute()
    await tx
      .insertInto('round')
      .values({
        id: asked.round,
        collaboration_id: ids.collaboration,
        slug: 'slut',
        name: 'Slutuppföljning',
        from_day: '2024-01-01',
        to_day: '2025-12-31',
        due_on: '2026-01-15',
        questions: '{}',
        opened_at: new Date('2025-12-01T08:00:00Z')
      })
      .execute()
    await tx
      .insertInto('space')
      .values({ id: asked.space, round_id: asked.round, organisation_id: ids.maker })
      .execute()
  })
  const commitments: Id[] = []
  for (const [at, one] of promised.entries())
    commitments.push(await promise(db, { ...ids, ...asked }, at + 1, one))
  return { ...ids, ...asked, commitments }
}

type Ids = { collaboration: Id; maker: Id; objective: Id; place: Id; round: Id; space: Id }

async function promise(db: Db, ids: Ids, number: number, promised: Promised): Promise<Id> {
  const { title, reach = 'public', onTheWay = false, stage = 'agreed', told } = promised
  const id = newId()
  const item = newId()
  await write(db, cli, async (tx) => {
    await tx
      .insertInto('commitment')
      .values({
        id,
        collaboration_id: ids.collaboration,
        number,
        title,
        lead_id: ids.maker,
        stage,
        stage_reason: stage === 'discontinued' ? 'Pengarna tog slut.' : null,
        on_the_way: onTheWay,
        reach,
        audience: reach
      })
      .execute()
    await tx
      .insertInto('commitment_objective')
      .values({
        commitment_id: id,
        objective_id: ids.objective,
        collaboration_id: ids.collaboration,
        main: true
      })
      .execute()
    await tx.insertInto('commitment_area').values({ commitment_id: id, area_id: ids.place }).execute()
    await tx
      .insertInto('round_item')
      .values({ id: item, round_id: ids.round, space_id: ids.space, commitment_id: id })
      .execute()
  })
  if (told)
    await tell(db, ids, { commitment: id, item, audience: told.publishable === false ? 'own' : reach }, told)
  return id
}

/** Another follow-up, that asks of these commitments; by their ids, the items it asks by. */
export async function askAgain(db: Db, ids: Pick<Ids, 'collaboration' | 'maker'>, commitments: Id[]) {
  const round = newId()
  const space = newId()
  const items = commitments.map((commitment_id) => ({
    id: newId(),
    round_id: round,
    space_id: space,
    commitment_id
  }))
  await write(db, cli, async (tx) => {
    const period = { from_day: '2026-01-01', to_day: '2026-06-30', due_on: '2026-07-15' }
    const opened_at = new Date('2026-06-01T08:00:00Z')
    const named = { slug: 'halvar', name: 'Halvåret', questions: '[]', opened_at }
    await tx
      .insertInto('round')
      .values({ id: round, collaboration_id: ids.collaboration, ...period, ...named })
      .execute()
    await tx.insertInto('space').values({ id: space, round_id: round, organisation_id: ids.maker }).execute()
    await tx.insertInto('round_item').values(items).execute()
  })
  return { round, space, items: new Map(items.map(({ id, commitment_id }) => [commitment_id, id])) }
}

type Where = { commitment: Id; item: Id; audience: 'public' | 'parties' | 'own' }

/** A received answer, accepted unless said otherwise. */
export async function tell(
  db: Db,
  ids: Ids,
  { commitment, item, audience }: Where,
  told: Told
): Promise<void> {
  const report = newId()
  const version = newId()
  const { degree = 'fully', state = 'accepted', publishable = true, figures = [] } = told
  const at = new Date(told.at ?? '2026-01-10T08:00:00Z')
  const highlight_id = told.highlight ? newId() : null
  await write(db, cli, async (tx) => {
    if (highlight_id)
      await tx
        .insertInto('highlight')
        .values({ id: highlight_id, collaboration_id: ids.collaboration })
        .execute()
    await tx
      .insertInto('report')
      .values({
        id: report,
        item_id: item,
        round_id: ids.round,
        commitment_id: commitment,
        collaboration_id: ids.collaboration,
        organisation_id: ids.maker,
        state,
        submitted_at: at,
        audience,
        highlight_id,
        ...(state === 'accepted' && { accepted_version_id: version, accepted_at: at, degree })
      })
      .execute()
    await tx
      .insertInto('report_version')
      .values({
        id: version,
        report_id: report,
        number: 1,
        degree,
        done: told.done ?? null,
        contributed: told.contributed ?? null,
        learnt: told.learnt ?? null,
        answers: JSON.stringify(told.answers ?? {}),
        reason: told.reason ?? null,
        publishable,
        submitted_at: at
      })
      .execute()
    if (told.wording)
      await tx
        .insertInto('public_wording')
        .values({ id: newId(), report_version_id: version, wording: told.wording })
        .execute()
    for (const [sort, figure] of figures.entries()) {
      const measure = newId()
      await tx
        .insertInto('measure')
        .values({
          id: measure,
          collaboration_id: ids.collaboration,
          unit: figure.unit,
          rule: figure.rule ?? 'sum'
        })
        .onConflict((conflict) => conflict.columns(['collaboration_id', 'unit']).doNothing())
        .execute()
      const { id } = await tx
        .selectFrom('measure')
        .select('id')
        .where('collaboration_id', '=', ids.collaboration)
        .where('unit', '=', figure.unit)
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('figure')
        .values({
          id: newId(),
          report_version_id: version,
          measure_id: id,
          sort,
          qualifier: figure.qualifier ?? 'exactly',
          value: figure.value ?? null,
          words: figure.words ?? null,
          scope: 'this_period'
        })
        .execute()
    }
  })
}
