import { dayIn, now } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Content, Facts, FrozenBlock } from './content.ts'
import { beyond, deeds, notCarriedOut } from './live/deeds.ts'
import { figures } from './live/figures.ts'
import { focusAreaOf, materialFor, type Material } from './live/material.ts'
import { aims, nextPeriod, parties, quarter, totals } from './live/overview.ts'
import { listBlocks, type Block, type Publication } from './publications.ts'

/** The publication as its audience would read it this moment: the preview, and what publishing freezes. */
export async function contentOf(db: Db, publication: Publication): Promise<Content> {
  const material = await materialFor(db, publication)
  const blocks = await listBlocks(db, publication.id)
  const { collaboration } = material
  const moment = now()
  return {
    format: 1,
    title: publication.title,
    language: publication.language,
    audience: publication.audience,
    frozen: { at: moment.toISOString(), day: dayIn(collaboration.time_zone, moment) },
    publisher: collaboration.authority,
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
  focusArea: focusAreaOf(material, block.settings.objective ?? null)?.title ?? null,
  ...factsOf(material, block)
})

function factsOf(material: Material, { kind, prose, settings }: Block): Facts {
  switch (kind) {
    case 'prose':
      return { kind, prose }
    case 'totals':
      return { kind, facts: totals(material) }
    case 'quarter':
      return { kind, facts: quarter(material) }
    case 'aims':
      return { kind, facts: aims(material, settings) }
    case 'deeds':
      return { kind, facts: deeds(material, settings) }
    case 'figures':
      return { kind, facts: figures(material) }
    case 'not_carried_out':
      return { kind, facts: notCarriedOut(material) }
    case 'beyond':
      return { kind, facts: beyond(material) }
    case 'next_period':
      return { kind, facts: nextPeriod(material) }
    case 'parties':
      return { kind, facts: parties(material) }
    case 'documents':
      return { kind, facts: { documents: material.documents } }
  }
}
