import { beforeAll, describe, expect, test } from 'vitest'
import { cli } from '#server/domain/people/actor.ts'
import { createPublication } from '#server/domain/publications/composing.ts'
import { contentOf } from '#server/domain/publications/freezing.ts'
import { findPublicationById } from '#server/domain/publications/publications.ts'
import { settingsOf } from '#server/domain/publications/settings.ts'
import { blockKinds } from '#server/domain/publications/blocks/kinds.ts'
import { write } from '#server/platform/db/write.ts'
import { sectionOf } from '#ui/paper/made.ts'
import { outlineOf } from '#ui/paper/outline.ts'
import type { Report } from '#ui/paper/report.ts'
import { m } from '#ui/words/messages.ts'
import { testDatabase } from '#tests/database.ts'
import { makePromise } from './promise.ts'

const db = await testDatabase()
const kinds = blockKinds.filter((kind) => kind !== 'prose')
const words = m as unknown as Record<string, (() => string) | undefined>
let report: Report

beforeAll(async () => {
  const { collaboration } = await makePromise(db, [{ title: 'Frukost' }])
  const id = await write(db, cli, (tx) =>
    createPublication(tx, cli, {
      ...{ collaboration, template: 'final_follow_up', title: 'Tomt', slug: 'tomt' },
      blocks: kinds.map((kind) => ({ kind }))
    })
  )
  report = await contentOf(db, await findPublicationById(db, cli, id))
})

describe.each(kinds)('the block %s', (kind) => {
  test('says in plain words that there are no answers', () => {
    const section = outlineOf(report, { all: true }).find(({ block }) => block.kind === kind)!
    const { heading, nodes } = sectionOf(report, section)
    expect(heading).not.toBeNull()
    expect(JSON.stringify(nodes)).toMatch(/"value":"[^"]{2,}/)
    expect(JSON.stringify(nodes)).not.toMatch(/undefined|NaN/)
  })

  test('has a name, and words for all it can be set to', () => {
    expect(words[`publications_kind_${kind}`]?.()).toBeTruthy()
    for (const { name, choices } of settingsOf(kind)) {
      expect(words[`blocks_setting_${name}`]?.()).toBeTruthy()
      for (const choice of choices) expect(words[`blocks_setting_${name}_${choice}`]?.()).toBeTruthy()
    }
  })
})
