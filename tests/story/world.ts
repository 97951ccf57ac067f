import { areas } from './areas.ts'
import { backaIFokus, groupsOfBackaIFokus } from './backa-i-fokus/collaboration.ts'
import { exempelkvarteret } from './exempelkvarteret/collaboration.ts'
import { exempelkvarteret2025 } from './exempelkvarteret/first-year.ts'
import { choicesOfExempelkvarteret, exempelkvarteret2028 } from './exempelkvarteret/next-period.ts'
import { hisingsBacka2026 } from './hisings-backa-2026.ts'
import { hisingsBacka } from './hisings-backa/collaboration.ts'
import { usualKinds } from '#server/domain/kinds/usual.ts'
import { organisations } from './organisations.ts'
import { persons } from './persons.ts'
import type { StoryWorld } from './types.ts'

/** The small known world that the demonstration, the tests and the pictures share. */
export const world: StoryWorld = {
  today: '2026-11-22',
  kinds: usualKinds,
  areas,
  organisations,
  persons,
  collaborations: [
    backaIFokus,
    ...groupsOfBackaIFokus,
    hisingsBacka,
    hisingsBacka2026,
    exempelkvarteret2025,
    exempelkvarteret,
    exempelkvarteret2028
  ],
  carriedOver: [choicesOfExempelkvarteret]
}
