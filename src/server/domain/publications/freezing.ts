import { dayIn, now } from '#server/platform/clock.ts'
import { isId } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Content, Facts, FactsOf, FrozenBlock } from './content.ts'
import { annexes } from './live/annexes.ts'
import { assessment } from './live/assessments.ts'
import { carriedOver } from './live/carried.ts'
import { changes } from './live/changes.ts'
import { completion } from './live/completion.ts'
import { decisions } from './live/decisions.ts'
import { beyond, deeds, notCarriedOut, toldTogether } from './live/deeds.ts'
import { figures } from './live/figures.ts'
import { ongoing } from './live/going-on.ts'
import { focusAreaOf, materialFor, type Material } from './live/material.ts'
import { aims, nextPeriod, quarter, totals } from './live/overview.ts'
import { parties } from './live/parties.ts'
import { contribution, learning } from './live/said.ts'
import { listBlocks, type Block, type Publication } from './publications.ts'
import type { BlockSettings } from './settings.ts'
import { timeToldOf } from './time-told.ts'
import type { BlockKind } from './blocks/kinds.ts'

/** The publication as its audience would read it this moment: the preview, and what publishing freezes. */
export async function contentOf(db: Db, publication: Publication): Promise<Content> {
  const blocks = await listBlocks(db, publication.id)
  const material = await materialFor(db, publication, blocks)
  const { collaboration } = material
  const moment = now()
  return {
    format: 1,
    title: publication.title,
    language: publication.language,
    audience: publication.audience,
    frozen: { at: moment.toISOString(), day: dayIn(collaboration.time_zone, moment) },
    publisher: collaboration.authority,
    told: timeToldOf(material.rounds, blocks),
    collaboration: {
      slug: collaboration.slug,
      name: collaboration.name,
      kind: collaboration.kind,
      words: collaboration.words,
      period: { from: collaboration.from_day, to: collaboration.to_day, precision: collaboration.precision },
      area: collaboration.area,
      otherAreas: collaboration.other_areas,
      contact: {
        function: collaboration.contact_function,
        mail: collaboration.contact_mail,
        phone: collaboration.contact_phone
      },
      invented: collaboration.invented,
      source: collaboration.source
    },
    blocks: blocks.map((block) => frozen(material, block))
  }
}

const frozen = (material: Material, block: Block): FrozenBlock => ({
  id: block.id,
  heading: block.heading,
  part: block.settings.part ?? null,
  focusArea: focusAreaOf(material, chosenObjective(block.settings))?.title ?? null,
  ...factsOf(material, block)
})

const chosenObjective = ({ objective }: BlockSettings) => (isId(objective) ? objective : null)

function factsOf(material: Material, { kind, prose, settings }: Block): Facts {
  if (kind === 'prose') return { kind, prose }
  const facts = live[kind](material, settings)
  return { kind, facts } as Facts
}

type Live = Exclude<BlockKind, 'prose'>
/** What each kind of live block is computed by. */
const live: { [K in Live]: (material: Material, settings: BlockSettings) => FactsOf<K> } = {
  totals,
  quarter,
  completion,
  aims,
  deeds,
  together: toldTogether,
  figures,
  contribution,
  learning,
  assessment,
  ongoing,
  not_carried_out: notCarriedOut,
  beyond,
  changes,
  carried_over: carriedOver,
  next_period: nextPeriod,
  parties,
  decisions,
  documents: ({ documents }) => ({ documents }),
  annexes
}
