import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { OwnAnswers } from '../answers/own-answers.ts'
import { questionsOf } from '../rounds/questions.ts'
import type { Content, FrozenBlock } from './content.ts'
import { firstUsual } from './live/said-by-parties.ts'

/** What they wrote themselves, as it was accepted. */
export type OwnWords = {
  title: string
  /** The commitments that it is told under: its own, and those of others who told of the same deed. */
  numbers: number[]
  said: string | null
}
/** One thing that is told of them; `same` when it is told in their own words. Without a title where they answered for themselves. */
export type ToldThing = { title: string | null; said: string | null; own: string | null; same: boolean }
export type ToldBlock = { block: Id; named: boolean; things: ToldThing[] }
export type HowTold = { blocks: ToldBlock[]; leftOut: string[] }

/** What they said for themselves, and what a coordinator made of it. */
type ForThemselves = { wording: string; answers: OwnAnswers; questions: unknown }
type Them = {
  name: string
  names: string[]
  slug: string
  words: OwnWords[]
  forThemselves: ForThemselves[]
}
type Thing = { number?: number; title: string | null; said: string | null }

/**
 * How an organisation reads in a report: where it is named, and what it answered is told, beside its own words; and what
 * it answered that is not there. Of others' answers it tells no more than the report does.
 */
export async function howTold(
  db: Db,
  content: Content,
  collaboration: Id,
  organisation: Id
): Promise<HowTold> {
  const them = {
    ...(await namesOf(db, organisation)),
    words: await wordsOf(db, collaboration, organisation),
    forThemselves: await saidForThemselves(db, collaboration, organisation)
  }
  const blocks = content.blocks.map((block) => toldIn(block, them))
  const told = new Set(blocks.flatMap(({ numbers }) => numbers))
  return {
    blocks: blocks
      .filter(({ named, things }) => named || things.length > 0)
      .map(({ block, named, things }) => ({ block, named, things })),
    leftOut: them.words
      .filter(({ numbers }) => !numbers.some((number) => told.has(number)))
      .map(({ title }) => title)
  }
}

async function namesOf(db: Db, id: Id) {
  const { name, slug, aliases } = await db
    .selectFrom('organisation')
    .select(['name', 'slug', 'aliases'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { name, slug, names: [name, ...aliases] }
}

/** The last accepted answer about each commitment; "no change" says what was said before. */
async function wordsOf(db: Db, collaboration: Id, organisation: Id): Promise<OwnWords[]> {
  const { rows } = await sql<OwnWords>`
    select distinct on (c.id) c.title,
      array(select distinct k.number from report other join commitment k on k.id = other.commitment_id
        where other.id = r.id or other.highlight_id = r.highlight_id) as numbers,
      nullif(concat_ws(e'\n\n', v.done, v.contributed, v.reason), '') as said
    from report r join report_version v on v.id = r.accepted_version_id join commitment c on c.id = r.commitment_id
    where r.collaboration_id = ${collaboration} and r.organisation_id = ${organisation}
    order by c.id, v.no_change, r.accepted_at desc`.execute(db)
  return rows
}

async function saidForThemselves(db: Db, collaboration: Id, organisation: Id): Promise<ForThemselves[]> {
  const { rows } = await sql<ForThemselves>`
    select h.wording, v.answers, round.questions
    from report r join report_version v on v.id = r.accepted_version_id join round on round.id = r.round_id
    join highlight h on h.id = r.highlight_id
    where r.collaboration_id = ${collaboration} and r.organisation_id = ${organisation} and r.commitment_id is null
      and h.wording is not null`.execute(db)
  return rows
}

/** A house says nothing of what was done, so a quarter tells of nobody. */
const silent = new Set<FrozenBlock['kind']>(['totals', 'quarter', 'aims'])

function toldIn(block: FrozenBlock, them: Them): ToldBlock & { numbers: number[] } {
  const found = silent.has(block.kind) ? [] : thingsIn('facts' in block ? block.facts : null, them)
  const shown = isBrief(block) ? found.map(withoutWords) : found
  const things = [...new Map(shown.map((thing) => [keyOf(thing), thing])).values()]
  const named = block.kind === 'prose' ? isNamedIn(block.prose ?? '', them) : isListed(block, them)
  return {
    block: block.id,
    named,
    things: things.map((thing) => besideOwn(thing, them, ownQuestionOf(block))),
    numbers: found.flatMap(({ number }) => (number === undefined ? [] : [number]))
  }
}

/** Then each deed is a line of what and how many, without what was said of it. */
const isBrief = (block: FrozenBlock): boolean =>
  'facts' in block && 'brief' in block.facts && block.facts.brief === true
const withoutWords = (thing: Thing): Thing => (thing.number === undefined ? thing : { ...thing, said: null })

const keyOf = ({ number, title, said }: Thing): string => `${number} ${title ?? said}`

/** As it is asked, where the block tells of one of the rounds' own questions. */
const ownQuestionOf = (block: FrozenBlock): string | null =>
  ('facts' in block && 'own' in block.facts && block.facts.own?.label) || null

/** What they answered to the question that is told of there, and to no other. */
function answeredTo(question: string | null, said: ForThemselves | undefined): string | null {
  if (!said) return null
  const own = questionsOf(said.questions).find(({ label }) => label === question)
  const answer = said.answers[firstUsual(said.answers) ?? own?.key ?? '']
  return typeof answer === 'string' ? answer : null
}

function besideOwn(
  { number, title, said }: Thing,
  { words, forThemselves }: Them,
  question: string | null
): ToldThing {
  if (said === null) return { title, said, own: null, same: false }
  const own =
    number === undefined
      ? answeredTo(
          question,
          forThemselves.find(({ wording }) => plain(wording) === plain(said))
        )
      : words.find(({ numbers }) => numbers.includes(number))?.said
  return { title, said, own: own ?? null, same: own ? plain(own) === plain(said) : false }
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

type Told = Record<string, unknown>
const isObject = (value: unknown): value is Told => value !== null && typeof value === 'object'

/** Editions, and what stands in other collaborations, have numbers of their own. */
const elsewhere = new Set(['since', 'later', 'ties', 'edition'])

/** Whatever is told in a block with a title, by them or under a number they answered about. */
function thingsIn(facts: unknown, them: Them): Thing[] {
  if (!isObject(facts)) return []
  const within = Object.entries(facts).flatMap(([key, value]) =>
    elsewhere.has(key) ? [] : thingsIn(value, them)
  )
  return isTheirs(facts, them) ? [thingOf(facts), ...within] : within
}

const isTheirs = (told: Told, { name, words }: Them): boolean =>
  (typeof told['title'] === 'string' || isOfParty(told)) &&
  (Object.values(told).some((value) => value === name || (Array.isArray(value) && value.includes(name))) ||
    words.some(({ numbers }) => numbers.includes(Number(told['number']))))

/** Said by a party for itself: what it is called there may be nothing. */
const isOfParty = (told: Told): boolean =>
  typeof told['organisation'] === 'string' && typeof told['text'] === 'string'

const thingOf = (told: Told): Thing => ({
  ...(typeof told['number'] === 'number' && { number: told['number'] }),
  title: typeof told['title'] === 'string' ? told['title'] : null,
  said:
    ['text', 'contributed', 'reason']
      .map((field) => told[field])
      .filter((said) => typeof said === 'string' && said !== '')
      .join('\n\n') || null
})

/** Among the parties, say: by its address, which is its own. */
function isListed(facts: unknown, them: Them): boolean {
  if (!isObject(facts)) return false
  return facts['slug'] === them.slug || Object.values(facts).some((value) => isListed(value, them))
}

function isNamedIn(prose: string, { names }: Them): boolean {
  const said = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])(${said})(?![\\p{L}\\p{N}])`, 'iu').test(prose)
}
