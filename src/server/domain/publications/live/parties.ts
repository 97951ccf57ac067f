import type { BlockSettings } from '../settings.ts'
import type { Material } from './material.ts'
import { viewOf } from './views.ts'
import type { PartiesFacts } from '../facts.ts'

const roles = ['maker', 'party', 'convener', 'participant', 'funder', 'reference']
type Party = Material['parties'][number]

/** Who stands behind it, by role, and who has come or gone in the time the report is about. */
export function parties(material: Material, settings: BlockSettings): PartiesFacts {
  const byRole = Map.groupBy(material.parties, ({ role }) => role)
  const shown = settings.shown === 'moves' ? [] : roles
  return {
    roles: shown
      .map((role) => ({ role, parties: (byRole.get(role) ?? []).map(partyOf) }))
      .filter((group) => group.parties.length > 0),
    named: new Set(material.parties.map(({ slug }) => slug)).size,
    stated:
      settings.shown === 'moves'
        ? []
        : material.stated.filter(({ subject }) => subject === 'parties' || subject === 'participants'),
    moves: movesOf(material, settings)
  }
}

const partyOf = ({ slug, name, from, to }: Party) => ({ slug, name, from, to })

/**
 * Joined later than the collaboration began, left before it ended, both within the period: that of the round chosen,
 * else of the collaboration. Somebody who changes role has neither come nor gone.
 */
function movesOf(material: Material, settings: BlockSettings): NonNullable<PartiesFacts['moves']> {
  const { collaboration } = material
  const round = settings.round ? viewOf(material, settings).round : null
  const from = round?.from ?? collaboration.from_day
  const to = round?.to ?? collaboration.to_day ?? material.today
  const within = (day: string) => (from === null || day >= from) && day <= to
  const each = [...Map.groupBy(material.parties, ({ slug }) => slug).values()].map(wholeTime)
  const joined = each.flatMap((party) =>
    party.from && within(party.from) && party.from > (collaboration.from_day ?? '') ? [partyOf(party)] : []
  )
  const left = each.flatMap((party) =>
    party.to && within(party.to) && party.to < (collaboration.to_day ?? '9999') ? [partyOf(party)] : []
  )
  return { from, to, joined, left }
}

/** From the first day in any role to the last. */
function wholeTime(roles: Party[]): Party {
  const [first] = roles
  if (!first) throw new Error('a group has at least one in it')
  const from = roles.some((one) => one.from === null) ? null : roles.map((one) => one.from!).toSorted()[0]
  const to = roles.some((one) => one.to === null)
    ? null
    : roles
        .map((one) => one.to!)
        .toSorted()
        .at(-1)
  return { ...first, from: from ?? null, to: to ?? null }
}
