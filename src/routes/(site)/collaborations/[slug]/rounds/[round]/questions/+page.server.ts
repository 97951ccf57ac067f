import { redirect, type RequestEvent } from '@sveltejs/kit'
import {
  changedQuestion,
  chosenQuestion,
  movedQuestion,
  newQuestion,
  relabelledQuestion
} from '#server/domain/rounds/fields.ts'
import {
  addQuestion,
  always,
  changeQuestion,
  moveQuestion,
  relabelQuestion,
  removeQuestion,
  restoreQuestion
} from '#server/domain/rounds/questioning.ts'
import { usualQuestions } from '#server/domain/rounds/questions.ts'
import { submit } from '../../../../../../submitting.ts'
import { preparingIn } from '../preparing.ts'
import { roundIn } from '../round.ts'

export const load = async (event) => {
  const { preparing } = await preparingIn(event)
  if (!preparing.preparing) redirect(303, `${preparing.prepare}#fragor`)
  const asked = new Set(preparing.questions.map(({ key }) => key))
  return {
    ...preparing,
    always,
    usual: usualQuestions.map(({ key }) => key),
    left: usualQuestions.filter(({ key }) => !asked.has(key))
  }
}

const here = ({ url }: RequestEvent, key: string) => `${url.pathname}#fraga-${encodeURIComponent(key)}`
const idOf = async (event: RequestEvent) => (await roundIn(event)).round.id
/** Each question has a form of its own, so that what was wrong is said there. */
const formOf = ({ url }: RequestEvent) => url.searchParams.get('redigera') ?? 'fraga'

export const actions = {
  add: async (event) => {
    const round = await idOf(event)
    return submit(event, 'ny', newQuestion, (tx, question) =>
      addQuestion(tx, event.locals.actor, round, question).then(() => `${event.url.pathname}#ny`)
    )
  },
  change: async (event) => {
    const round = await idOf(event)
    return submit(event, formOf(event), changedQuestion, (tx, question) =>
      changeQuestion(tx, event.locals.actor, round, question).then(() => here(event, question.key))
    )
  },
  relabel: async (event) => {
    const round = await idOf(event)
    return submit(event, formOf(event), relabelledQuestion, (tx, question) =>
      relabelQuestion(tx, event.locals.actor, round, question).then(() => here(event, question.key))
    )
  },
  remove: async (event) => {
    const round = await idOf(event)
    return submit(event, 'list', chosenQuestion, (tx, question) =>
      removeQuestion(tx, event.locals.actor, round, question).then(() => event.url.pathname)
    )
  },
  restore: async (event) => {
    const round = await idOf(event)
    return submit(event, 'list', chosenQuestion, (tx, question) =>
      restoreQuestion(tx, event.locals.actor, round, question).then(() => here(event, question.key))
    )
  },
  move: async (event) => {
    const round = await idOf(event)
    return submit(event, 'list', movedQuestion, (tx, question) =>
      moveQuestion(tx, event.locals.actor, round, question).then(() => here(event, question.key))
    )
  }
}
