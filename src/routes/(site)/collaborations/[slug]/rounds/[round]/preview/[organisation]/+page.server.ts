import { planOf } from '#server/domain/rounds/planning.ts'
import { runtime } from '#server/platform/runtime.ts'
import { nothing, previewIn, unopened } from '../previewing.ts'

export const load = async (event) => {
  const { actor, home, here, street, frame } = await previewIn(event)
  const { parties } = await planOf(runtime().db, event.locals.actor, actor.errand.round)
  const party = parties.find(({ space }) => space === actor.errand.space)
  const readers = (party?.responders ?? []).map(({ id, name }, at) => ({
    ...{ responder: id, link: id, name, kind: 'answer' as const, admitted: true },
    ...{ forwarded_by: null, within: true, by_me: false, me: at === 0 }
  }))
  return {
    ...here({ ...street, ...unopened(home) }),
    ...{ admitted: true, readers, begun: [], asked: false },
    frame
  }
}

export const actions = { decline: nothing, resume: nothing, ask: nothing, admit: nothing }
