import type { Reroute } from '@sveltejs/kit/hooks'
import { routeOf } from '#ui/words/addresses.ts'

export const reroute: Reroute = ({ url }) => {
  if (url.pathname.startsWith('/api/') || url.pathname === '/halsa') return
  return routeOf(url.pathname) ?? '/not-found'
}
