import type { Degree } from '#server/platform/db/schema.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { LinkActor } from '../links/links.ts'
import { questionsAt, questionsOf, type AnswerType, type Question } from '../rounds/questions.ts'
import { listItems, type About, type Item } from './items.ts'
import { lastAnswers, type LastRow } from './last.ts'

const builtInKeys = [
  'done',
  'figures',
  'contributed',
  'learnt',
  'photos',
  'publishable',
  'no_change'
] as const
export type BuiltInKey = (typeof builtInKeys)[number]
export type BuiltIn = { required: boolean; label: string | null; help: string | null }
/** A question of the round's own, answered in the field `answers.<key>`. */
export type OwnQuestion = BuiltIn & {
  key: string
  type: AnswerType | 'day'
  options: string[]
  longest?: number
}
/** All that one item asks. A promise's degree is always asked. */
export type Asked = {
  about: About
  builtIn: Partial<Record<BuiltInKey, BuiltIn>>
  own: OwnQuestion[]
  /** How far it had come by the last answer; null where there is none. */
  last: Degree | null
}

const builtIn: BuiltIn = { required: false, label: null, help: null }
/** What is asked of a promise where nothing else is said. */
export const usual: Asked = {
  about: 'commitment',
  builtIn: Object.fromEntries(builtInKeys.map((key) => [key, builtIn])),
  own: [],
  last: null
}

const wordsOf = ({ required, label, help }: Question): BuiltIn => ({
  required,
  label: label || null,
  help: help || null
})

/** The questions of one level, for a party that has these roles in the collaboration. */
export function askedAt(
  questions: Question[],
  about: About,
  roles: string[]
): Pick<Asked, 'builtIn' | 'own'> {
  const asked: Pick<Asked, 'builtIn' | 'own'> = { builtIn: {}, own: [] }
  for (const question of questionsAt(questions, about)) {
    const { key, type, role, options = [], longest } = question
    if (about === 'collaboration' && role && !roles.includes(role)) continue
    const known = builtInKeys.find((one) => one === key)
    if (type !== 'built_in')
      asked.own.push({ ...wordsOf(question), key, type, options, ...(longest ? { longest } : {}) })
    else if (known) asked.builtIn[known] = wordsOf(question)
  }
  return asked
}

export type Listed = {
  item: Item
  asked: Asked
  /** What was accepted of it last. */
  told: LastRow | null
}

/** What each of the link's items asks. */
export async function listAsked(db: Db, actor: LinkActor): Promise<Listed[]> {
  const items = await listItems(db, actor)
  const { questions } = await db
    .selectFrom('round')
    .select('questions')
    .where('id', '=', actor.errand.round)
    .executeTakeFirstOrThrow()
  const roles = await rolesOf(db, actor)
  const last = await lastAnswers(db, actor, items)
  const per = new Map(
    [...new Set(items.map(({ about }) => about))].map((about) => [
      about,
      askedAt(questionsOf(questions), about, roles)
    ])
  )
  return items.map((item) => ({
    item,
    asked: {
      about: item.about,
      own: [],
      builtIn: {},
      ...per.get(item.about),
      last: last.get(item.id)?.degree ?? null
    },
    told: last.get(item.id) ?? null
  }))
}

async function rolesOf(db: Db, { errand }: LinkActor): Promise<string[]> {
  const rows = await db
    .selectFrom('party')
    .select('role')
    .where('collaboration_id', '=', errand.collaboration)
    .where('organisation_id', '=', errand.organisation.id)
    .execute()
  return rows.map(({ role }) => role)
}
