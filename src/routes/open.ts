/**
 * What is open to those who have not signed in. A route that is not named here is closed.
 * `read`: its page, but none of its actions. `act`: its actions too, since they check a link or a code of their own.
 */
export const open: Record<string, 'read' | 'act'> = {
  '/(site)': 'read',
  '/(site)/about': 'read',
  '/(site)/accessibility': 'read',
  '/(site)/areas': 'read',
  '/(site)/areas/[slug]': 'read',
  '/(site)/areas/[slug]/commitments': 'read',
  '/(site)/collaborations': 'read',
  '/(site)/collaborations/[slug]': 'read',
  '/(site)/collaborations/[slug]/assessments': 'read',
  '/(site)/collaborations/[slug]/parties': 'read',
  '/(site)/collaborations/[slug]/commitments': 'read',
  '/(site)/collaborations/[slug]/commitments/[number]': 'read',
  '/(site)/collaborations/[slug]/publications': 'read',
  '/(site)/documents': 'read',
  '/(site)/documents/[id]': 'read',
  '/(site)/documents/[id]/[file]': 'read',
  '/(site)/decisions': 'read',
  '/(site)/organisations': 'read',
  '/(site)/organisations/[slug]': 'read',
  '/(site)/organisations/[slug]/commitments': 'read',
  '/(site)/photos/[id]': 'read',
  '/(site)/publications': 'read',
  '/(site)/publications/[slug]': 'read',
  '/(site)/publications/[slug].[format=format]': 'read',
  '/(site)/publications/[slug]/editions/[number]': 'read',
  '/(site)/publications/[slug]/editions/[number].[format=format]': 'read',
  '/(site)/search': 'read',
  '/robots.txt': 'read',
  '/sitemap.xml': 'read',
  '/(entry)/answer/[token]': 'act',
  '/(entry)/answer/[token]/[number]': 'act',
  '/(entry)/answer/[token]/forward': 'act',
  '/(entry)/answer/[token]/offline': 'read',
  '/(entry)/answer/[token]/paper': 'read',
  '/(entry)/answer/[token]/photos/[photo]': 'read',
  '/(entry)/answer/[token]/receipt': 'act',
  '/(entry)/answer/[token]/sending': 'act',
  '/(entry)/read-report/[token]': 'read',
  '/(entry)/read-report/[token]/photos/[photo]': 'read',
  '/(entry)/read-report/[token]/report': 'act',
  '/(entry)/refused': 'read',
  '/(entry)/sign-in': 'act',
  '/(entry)/sign-in/code': 'act',
  '/(entry)/sign-in/demonstration': 'act',
  '/(entry)/sign-out': 'act'
}

export const isOpen = (route: string, method: string): boolean =>
  open[route] === 'act' || (open[route] === 'read' && (method === 'GET' || method === 'HEAD'))

/**
 * Whether an answer is to leave no trace: whoever has its address may be let in by it. So may what leads nowhere, since
 * nobody knows what was meant by it. The door where one signs in is everybody's.
 */
export const isUntraced = (route: string | null): boolean =>
  route === null || (route.startsWith('/(entry)/') && route !== '/(entry)/sign-in')
