import type { Id } from '#server/platform/db/ids.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { altField } from '#server/domain/answers/photo-alts.ts'
import { addPhoto } from '#server/domain/answers/photos.ts'
import { saveDraft } from '#server/domain/answers/saving.ts'
import { listItems, type Item } from '#server/domain/answers/items.ts'
import { submitAnswers, type Chosen } from '#server/domain/answers/submitting.ts'
import { findLink, type LinkActor } from '#server/domain/links/links.ts'
import { tokenOf } from '#server/domain/links/tokens.ts'
import { cli } from '#server/domain/people/actor.ts'
import { highlightReport } from '#server/domain/highlights/highlighting.ts'
import { reviewReport } from '#server/domain/reports/reviewing.ts'
import { wordForPublic } from '#server/domain/reports/wording.ts'
import { closeRound } from '#server/domain/rounds/closing.ts'
import { openRound } from '#server/domain/rounds/opening.ts'
import { prepareRound } from '#server/domain/rounds/preparing.ts'
import { commitmentQuestions, usualQuestions } from '#server/domain/rounds/questions.ts'
import { addResponder } from '#server/domain/rounds/responders.ts'
import type {
  StoryCollaboration,
  StoryFigure,
  StoryPartyAnswer,
  StoryPlannedRound,
  StoryReport,
  StoryRound
} from '../types.ts'
import { photoOf } from './pictures.ts'
import { named, tell, type Teller } from './teller.ts'

export async function openTold(teller: Teller, collaboration: Id, told: StoryRound): Promise<Id> {
  const { name, period, due } = told
  const asked = { name, from_day: period.from ?? due, to_day: period.to ?? due, due_on: due }
  const questions = told.ofParties ? usualQuestions : commitmentQuestions
  const { id } = await tell(teller, (tx) =>
    openRound(tx, cli, collaboration, asked, teller.secrets, questions)
  )
  await tell(teller, async (tx) => {
    for (const { organisation, name, mail } of told.responders) {
      const space = await tx
        .selectFrom('space')
        .select('id')
        .where('round_id', '=', id)
        .where('organisation_id', '=', named(teller.organisations, organisation))
        .executeTakeFirst()
      if (space) await addResponder(tx, cli, space.id, { name, mail }, teller.secrets)
    }
  })
  return id
}

export const planTold = (teller: Teller, collaboration: Id, { name, period, due }: StoryPlannedRound) =>
  tell(teller, (tx) =>
    prepareRound(tx, cli, collaboration, {
      ...{ name, due_on: due },
      ...{ from_day: period.from ?? due, to_day: period.to ?? due }
    })
  )

export const closeTold = (teller: Teller, round: Id) => tell(teller, (tx) => closeRound(tx, cli, round))

/** Every party answers by its own link, as partners do; the coordinator reads what was sent in. */
export async function answerAndReview(
  teller: Teller,
  round: Id,
  told: StoryCollaboration,
  { ref, ofParties = [] }: StoryRound
): Promise<void> {
  const reports = new Map(
    told.commitments.flatMap(({ number, reports }) =>
      reports?.[ref] ? [[number, reports[ref]] as const] : []
    )
  )
  for (const link of await linksOf(teller, round)) {
    const { actor } = await findLink(teller.db, tokenOf(teller.secrets, link))
    const told = (await listItems(teller.db, actor)).flatMap((item) => {
      const report = item.number === null ? undefined : reports.get(item.number)
      return report ? [{ item, report }] : []
    })
    const own = ofParties.find(
      ({ organisation }) => named(teller.organisations, organisation) === actor.errand.organisation.id
    )
    await answer(teller, actor, told)
    for (const { item, report } of told) await review(teller, item, report)
    if (own) await answerForItself(teller, actor, own)
  }
}

/** One link for each space: its first responder writes for all. */
const linksOf = ({ db }: Teller, round: Id) =>
  db
    .selectFrom('link')
    .innerJoin('responder', 'responder.id', 'link.responder_id')
    .innerJoin('space', 'space.id', 'responder.space_id')
    .select(['link.id', 'link.generation'])
    .distinctOn('space.id')
    .where('space.round_id', '=', round)
    .orderBy('space.id')
    .orderBy('link.id')
    .execute()

type Told = { item: Item; report: StoryReport }

async function answer({ db, secrets }: Teller, actor: LinkActor, told: Told[]): Promise<void> {
  await write(db, actor, async (tx) => {
    const sent: Chosen[] = []
    for (const { item, report } of told) {
      const alts = await photograph(tx, actor, item, report, secrets)
      const written = { ...writtenOf(report), ...alts }
      const { mark } = await saveDraft(tx, actor, { item: item.id, mark: '', written }, secrets)
      if (report.state !== 'draft') sent.push({ item: item.id, mark })
    }
    if (told.length > 0) await markOpened(tx, actor)
    if (sent.length > 0) await submitAnswers(tx, actor, sent, secrets)
  })
}

/** Adds what the answer shows, and gives the fields that describe it. */
async function photograph(
  tx: Tx,
  actor: LinkActor,
  item: Item,
  { photos = [] }: StoryReport,
  secrets: Teller['secrets']
): Promise<Record<string, string>> {
  const alts: Record<string, string> = {}
  for (const { picture, alt } of photos) {
    const photo = await photoOf(picture)
    alts[altField(await addPhoto(tx, actor, { item: item.id, photo }, secrets))] = alt
  }
  return alts
}

async function answerForItself(teller: Teller, actor: LinkActor, { state, ...said }: StoryPartyAnswer) {
  const { db, secrets } = teller
  const item = (await listItems(db, actor)).find(({ about }) => about === 'party')
  if (!item) throw new Error(`${said.organisation} is not asked of itself`)
  const { gave = '', next = '', beyond = '' } = said
  const written = { 'answers.gave': gave, 'answers.next': next, 'answers.beyond': beyond }
  await write(db, actor, async (tx) => {
    const { mark } = await saveDraft(tx, actor, { item: item.id, mark: '', written }, secrets)
    await submitAnswers(tx, actor, [{ item: item.id, mark }], secrets)
  })
  if (state === 'accepted') await review(teller, item, { state })
}

const markOpened = (tx: Tx, actor: LinkActor) =>
  tx.updateTable('space').set({ first_opened_at: new Date() }).where('id', '=', actor.errand.space).execute()

const writtenOf = (report: StoryReport): Record<string, string> => ({
  degree: report.degree,
  reason: report.reason ?? '',
  done: report.done ?? '',
  contributed: report.contributed ?? '',
  learnt: report.learnt ?? '',
  publishable: report.publishable ? 'yes' : 'no',
  ...(report.noChange ? { no_change: 'yes' } : {}),
  ...Object.assign({}, ...(report.figures ?? []).map(figureFields))
})

const figureFields = (figure: StoryFigure, row: number): Record<string, string> => ({
  [`figures.${row}.qualifier`]: figure.qualifier,
  [`figures.${row}.value`]: figure.words ?? String(figure.value),
  [`figures.${row}.unit`]: figure.unit,
  [`figures.${row}.rule`]: figure.rule,
  [`figures.${row}.scope`]: figure.scope
})

async function review(
  teller: Teller,
  item: Item,
  report: Pick<StoryReport, 'state'> & Partial<StoryReport>
): Promise<void> {
  if (report.state !== 'accepted' && report.state !== 'returned') return
  await tell(teller, async (tx) => {
    const { id, version } = await tx
      .selectFrom('report')
      .select(['id', 'version'])
      .where('item_id', '=', item.id)
      .executeTakeFirstOrThrow()
    const verdict = report.state as 'accepted' | 'returned'
    await reviewReport(tx, cli, id, { version, verdict, note: report.reviewNote ?? null })
    if (report.publicWording) await wordForPublic(tx, cli, id, { version: 0, wording: report.publicWording })
    if (report.highlight) await highlightReport(tx, cli, id, true)
  })
}
