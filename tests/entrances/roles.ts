/** Who comes in by the front door. */
export const roles = [
  'visitor',
  // Of Fritidsgården Exemplet, a party of Exempelkvarteret.
  'party',
  // Of Bostadsbolaget, a party somewhere else.
  'other',
  // Reads Exempelkvarteret whole, and what goes on in Hisings Backa.
  'reader',
  // Of Exempelkvarteret.
  'coordinator',
  // Coordinates both collaborations in Hisings Backa.
  'elsewhere',
  'administrator'
] as const
export type Role = (typeof roles)[number]

export const mails: Record<Exclude<Role, 'visitor'>, string> = {
  party: 'foretradare@fritidsgarden-exemplet.example',
  other: 'foretradare@bostadsbolaget.example',
  reader: 'fortroendevald@kvarter.example',
  coordinator: 'samordnare@exempelstaden.example',
  elsewhere: 'samordnare@hisings-backa.example',
  administrator: 'administrator@kvarter.example'
}

export type Expected = Record<Role, number>

const each = (status: (role: Role) => number): Expected =>
  Object.fromEntries(roles.map((role) => [role, status(role)])) as Expected

export const everyone = each(() => 200)
export const nobody = each(() => 404)

/** A page for these roles; it is not there for others, whether signed in or not. */
export const seenBy = (...able: Role[]): Expected => each((role) => (able.includes(role) ? 200 : 404))
/** A page for these roles; others who are signed in are told that it is not for them, visitors asked to sign in. */
export const openTo = (...able: Role[]): Expected =>
  each((role) => (able.includes(role) ? 200 : role === 'visitor' ? 303 : 403))
/** As `openTo`, where others are not to know whether it is there. */
export const hiddenBut = (...able: Role[]): Expected =>
  each((role) => (able.includes(role) ? 200 : role === 'visitor' ? 303 : 404))
/** An action by these roles, after which the page is shown anew; others are refused, visitors asked to sign in. */
export const doneBy = (...able: Role[]): Expected =>
  each((role) => (able.includes(role) ? 303 : role === 'visitor' ? 401 : 403))
/** As `doneBy`, where it is answered on the page itself. */
export const toldTo = (...able: Role[]): Expected =>
  each((role) => (able.includes(role) ? 200 : role === 'visitor' ? 401 : 403))
/** As `doneBy`, on what others do not see. */
export const doneUnseenBy = (...able: Role[]): Expected =>
  each((role) => (able.includes(role) ? 303 : role === 'visitor' ? 401 : 404))
