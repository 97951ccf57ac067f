import { search } from '#server/domain/search/search.ts'
import { runtime } from '#server/platform/runtime.ts'

export const load = async ({ locals, url }) => {
  const answer = await search(runtime().db, locals.actor, url.searchParams.get('q') ?? '')
  locals.internal = answer.hits.some(({ audience }) => audience !== 'public')
  return answer
}
