import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { itemsOf, linksOf, spacesOf } from './progress-rows.ts'
import type { ProgressItem, ProgressLink, ProgressSpace } from './progress-rows.ts'
import type { Round } from './rounds.ts'

export type { ProgressItem, ProgressLink } from './progress-rows.ts'

export const partyStates = [
  'to_read',
  'not_delivered',
  'no_mail',
  'declined',
  'returned',
  'waiting',
  'sent',
  'opened',
  'begun',
  'accepted',
  'exempted'
] as const
/** Where a party stands; in the order of what needs doing. */
export type PartyState = (typeof partyStates)[number]

export type PartyProgress = {
  space: Id
  organisation: { id: Id; name: string; slug: string }
  /** What it is asked. */
  items: ProgressItem[]
  /** What it is not asked any more. */
  exempted: ProgressItem[]
  links: ProgressLink[]
  answered: number
  state: PartyState
  /** Its last day. */
  due: string
  own_due: boolean
  exempt_reason: string | null
  declined: { at: Date; reason: string; by: string | null } | null
  /** Addresses in use that mail does not reach, whoever else of the party it reaches. */
  unreached: number
  reminders: number
  reminded_at: Date | null
  lastAt: Date | null
}

/** Parties × answers as its coordinators may know it, what needs doing first. Ask for the round by `findRound`. */
export async function progressOf(
  db: Db,
  { id, due_on }: Pick<Round, 'id'> & Partial<Pick<Round, 'due_on'>>
): Promise<PartyProgress[]> {
  const spaces = await spacesOf(db, id)
  const items = Map.groupBy(await itemsOf(db, id), ({ space_id }) => space_id)
  const links = Map.groupBy(await linksOf(db, id), ({ space_id }) => space_id)
  return spaces
    .map((space) => progress(space, items.get(space.id) ?? [], links.get(space.id) ?? [], due_on ?? ''))
    .toSorted((a, b) => partyStates.indexOf(a.state) - partyStates.indexOf(b.state))
}

function progress(
  space: ProgressSpace,
  all: ProgressItem[],
  links: ProgressLink[],
  due: string
): PartyProgress {
  const asked = space.exempted ? [] : all.filter(({ exempted }) => !exempted)
  const items = asked.every(isRoom) ? asked : asked.filter((item) => !isRoom(item))
  // Who need not answer may all the same.
  const telling = space.exempted ? all.filter(({ state }) => state === 'submitted') : items
  const { declined_at: at, declined_reason: reason, declined_by: by } = space
  return {
    space: space.id,
    organisation: { id: space.organisation_id, name: space.name, slug: space.slug },
    items,
    exempted: all.filter((item) => !asked.includes(item)),
    links,
    answered: items.filter(isAnswered).length,
    state: partyState(telling, links, space.first_opened_at !== null, space),
    due: space.due_on ?? due,
    own_due: space.due_on !== null,
    exempt_reason: space.exempt_reason,
    declined: at && { at, reason: reason ?? '', by },
    unreached: links.filter((link) => !link.withdrawn && isUnreached(link)).length,
    reminders: Math.max(0, ...links.map(({ reminders }) => reminders)),
    reminded_at: latest(links.map(({ reminded_at }) => reminded_at)),
    lastAt: latest(items.map(({ submitted_at }) => submitted_at))
  }
}

/** Room for one more promise to word: nobody has to. */
export const isRoom = ({ about, number, state, begun }: ProgressItem): boolean =>
  about === 'promise' && number === null && state === null && !begun

const isAnswered = ({ state }: Pick<ProgressItem, 'state'>): boolean =>
  state === 'submitted' || state === 'accepted'

const latest = (times: (Date | null)[]): Date | null =>
  times.reduce((last, time) => (time && (!last || time > last) ? time : last), null)

type Reached = Pick<ProgressLink, 'withdrawn' | 'mailing'> & Partial<Pick<ProgressLink, 'bounced_at'>>

/** Refused at once, or sent back afterwards. */
const isUnreached = ({ mailing, bounced_at }: Reached): boolean => mailing === 'failed' || Boolean(bounced_at)

export function partyState(
  items: Pick<ProgressItem, 'state' | 'begun'>[],
  links: Reached[],
  opened: boolean,
  { exempted = false, declined_at = null }: { exempted?: boolean; declined_at?: Date | null } = {}
): PartyState {
  if (items.some(({ state }) => state === 'submitted')) return 'to_read'
  if (exempted || items.length === 0) return 'exempted'
  if (items.some(({ state }) => state === 'returned')) return 'returned'
  if (items.every(({ state }) => state === 'accepted')) return 'accepted'
  if (declined_at) return 'declined'
  if (items.some(({ begun }) => begun)) return 'begun'
  return opened ? 'opened' : mailState(links)
}

function mailState(links: Reached[]): PartyState {
  const inUse = links.filter(({ withdrawn }) => !withdrawn)
  if (inUse.length === 0) return 'no_mail'
  if (inUse.every(isUnreached)) return 'not_delivered'
  return inUse.some((link) => link.mailing === 'sent' && !isUnreached(link)) ? 'sent' : 'waiting'
}
