import { isDeepStrictEqual } from 'node:util'
import type { Id } from '#server/platform/db/ids.ts'
import { versionBeside } from '#server/platform/db/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { slugFrom } from '#server/platform/forms/slugs.ts'
import { Conflict, Invalid, NotFound } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import type { ChangedQuestion, NewQuestion, RelabelledQuestion } from './fields.ts'
import { settleLevels } from './levels.ts'
import { questionsOf, usualQuestions, type Question } from './questions.ts'
import { roundToPlan } from './spaces.ts'

const mostQuestions = 40
/** Without them an answer says neither how it went nor who may read it. */
export const always = ['degree', 'publishable']

type Versioned = { version: number }
type Rewriting = (questions: Question[]) => Question[]

/**
 * Questions are changed while the round is prepared, one change at a time; sent twice it is done once.
 * @throws NotFound; Invalid `form: round_closed | round_open`; Conflict with the question as it stands.
 */
async function rewrite(
  tx: Tx,
  actor: Actor,
  id: Id,
  { version, key }: Versioned & { key?: string },
  rewriting: Rewriting
): Promise<void> {
  const beside = await versionBeside(tx, 'round', id, version, ['questions'])
  const round = await roundToPlan(tx, actor, id)
  if (round.state !== 'preparing') throw new Invalid({ form: 'round_open' })
  const before = questionsOf(round.questions)
  const after = rewriting(before)
  if (isDeepStrictEqual(before, after)) return
  const row = await tx.selectFrom('round').select('version').where('id', '=', id).executeTakeFirstOrThrow()
  if (row.version !== beside) throw new Conflict(asQuestionForm(before, key, row.version))
  if (after.length > mostQuestions) throw new Invalid({ form: 'too_many_questions' })
  const questions = JSON.stringify(after)
  await tx
    .updateTable('round')
    .set((eb) => ({ questions, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
  await settleLevels(tx, { ...round, questions: after })
  await recordFact(tx, 'round.questions_changed', { kind: 'round', id })
}

/** The question of that key as its form has it. */
function asQuestionForm(questions: Question[], key: string | undefined, version: number) {
  const question = questions.find((one) => one.key === key)
  if (!question) return { version }
  const { label = '', help = '', options = [], role = '', ...rest } = question
  return { ...rest, label, help, options: options.join('\n'), role, version }
}

export const addQuestion = (tx: Tx, actor: Actor, id: Id, { version, ...written }: NewQuestion) =>
  rewrite(tx, actor, id, { version }, (questions) => {
    const same = questions.find(({ label, level }) => label === written.label && level === written.level)
    if (same && isDeepStrictEqual(same, questionFrom(same.key, written))) return questions
    if (same) throw new Invalid({ label: 'taken' })
    return [...questions, questionFrom(freeKey(questions, written.label), written)]
  })

/** @throws NotFound for one of the usual: it is relabelled instead. */
export const changeQuestion = (tx: Tx, actor: Actor, id: Id, { key, ...written }: ChangedQuestion) =>
  rewrite(tx, actor, id, { version: written.version, key }, (questions) => {
    const others = questions.filter((one) => one.key !== key)
    if (isUsual(key) || others.length === questions.length) throw new NotFound('question')
    if (others.some(({ label, level }) => label === written.label && level === written.level))
      throw new Invalid({ label: 'taken' })
    return questions.map((one) => (one.key === key ? questionFrom(key, written) : one))
  })

/** One of the usual in other words, or demanded. */
export const relabelQuestion = (
  tx: Tx,
  actor: Actor,
  id: Id,
  { key, label, help, required, version }: RelabelledQuestion
) =>
  rewrite(tx, actor, id, { version, key }, (questions) => {
    if (!isUsual(key) || !questions.some((one) => one.key === key)) throw new NotFound('question')
    return questions.map((one) =>
      one.key === key ? tidied({ ...one, label, help, required: required || always.includes(key) }) : one
    )
  })

export const removeQuestion = (tx: Tx, actor: Actor, id: Id, { key, version }: Versioned & { key: string }) =>
  rewrite(tx, actor, id, { version, key }, (questions) => {
    if (always.includes(key)) throw new Invalid({ form: 'always_asked' })
    return questions.filter((one) => one.key !== key)
  })

/** One of the usual that was taken away is asked again, in its usual words. */
export const restoreQuestion = (
  tx: Tx,
  actor: Actor,
  id: Id,
  { key, version }: Versioned & { key: string }
) =>
  rewrite(tx, actor, id, { version, key }, (questions) => {
    const usual = usualQuestions.find((one) => one.key === key)
    if (!usual) throw new NotFound('question')
    return questions.some((one) => one.key === key) ? questions : [...questions, usual]
  })

/** Past its neighbour among those that are asked of the same. How it went comes first. */
export const moveQuestion = (
  tx: Tx,
  actor: Actor,
  id: Id,
  { key, way, version }: Versioned & { key: string; way: 'up' | 'down' }
) =>
  rewrite(tx, actor, id, { version, key }, (questions) => {
    const at = questions.findIndex((one) => one.key === key)
    const level = questions[at]?.level
    const step = way === 'up' ? -1 : 1
    let to = at + step
    while (questions[to] && questions[to]?.level !== level) to += step
    const [one, other] = [questions[at], questions[to]]
    if (!one || !other || [one.key, other.key].includes('degree')) return questions
    return questions.with(at, other).with(to, one)
  })

const isUsual = (key: string): boolean => usualQuestions.some((one) => one.key === key)

function freeKey(questions: Question[], label: string): string {
  // Answers are an object by these keys, and every object has one that is called so.
  const taken = new Set(['constructor', ...[...questions, ...usualQuestions].map(({ key }) => key)])
  const base = slugFrom(label).slice(0, 40).replace(/-+$/, '') || 'fraga'
  let key = base
  for (let n = 2; taken.has(key); n += 1) key = `${base}-${n}`
  return key
}

type Written = Omit<NewQuestion, 'version'>

const questionFrom = (
  key: string,
  { level, type, label, help, required, options, role }: Written
): Question =>
  tidied({
    ...{ key, level, type, required, label, help },
    options: type === 'choice' ? options : null,
    role: level === 'collaboration' ? role : null
  })

type Loose = { [K in keyof Question]: Question[K] | null | undefined }

/** What is empty is left out. */
const tidied = (question: Loose): Question =>
  Object.fromEntries(
    Object.entries(question).filter(([, value]) => value !== null && value !== undefined)
  ) as Question
