import { sql } from 'kysely'
import { afterAll, expect, test, vi } from 'vitest'
import { submitAnswers } from '#server/domain/answers/submitting.ts'
import { saveDraft } from '#server/domain/answers/saving.ts'
import { cli } from '#server/domain/people/actor.ts'
import { changeBlock } from '#server/domain/publications/blocks/blocks.ts'
import { createPublication } from '#server/domain/publications/composing.ts'
import { listBlocks } from '#server/domain/publications/publications.ts'
import { reviewReport } from '#server/domain/reports/reviewing.ts'
import { write } from '#server/platform/db/write.ts'
import { freshDatabase } from '#tests/database.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { askedWorld, secrets } from '#tests/round.ts'
import { openLive } from './live.ts'

const { db, connection } = await freshDatabase()
const live = openLive(connection)
afterAll(() => live.close())

const connections = async () => {
  const { rows } = await sql<{ count: number }>`
    select count(*) from pg_stat_activity where datname = current_database() and application_name = 'kvarter live'`.execute(
    db
  )
  return rows[0]?.count
}

test('tells those who look at a round that it has changed, and nobody else', async () => {
  const { round, partner, roles } = await askedWorld(db)
  const here = { changed: vi.fn(), ended: vi.fn() }
  const elsewhere = { changed: vi.fn(), ended: vi.fn() }
  const stop = live.listen(round.id, here)
  const stopElsewhere = live.listen('another', elsewhere)
  await vi.waitFor(async () => expect(await connections()).toBe(1))
  // Listening begins a moment after the connection stands.
  await vi.waitFor(async () => {
    await write(db, roles.coordinator, (tx) => tx.updateTable('round').set({ reminder: null }).execute())
    expect(here.changed).toHaveBeenCalled()
  })

  const quiet = () => new Promise((resolve) => setTimeout(resolve, 150))
  await quiet()
  const tells = async (work: () => Promise<unknown>) => {
    here.changed.mockClear()
    await work()
    await vi.waitFor(() => expect(here.changed).toHaveBeenCalled(), { timeout: 5000 })
  }
  const item = partner.errand.items[0] ?? ''
  const save = (mark: string, done: string) =>
    write(db, partner, (tx) =>
      saveDraft(tx, partner, { item, mark, written: { degree: 'fully', done } }, secrets)
    )
  let mark = ''
  await tells(async () => ({ mark } = await save('', 'a')))
  await quiet()
  here.changed.mockClear()
  ;({ mark } = await save(mark, 'b'))
  await quiet()
  expect(here.changed, 'saving a draft again').not.toHaveBeenCalled()
  await tells(() => write(db, partner, (tx) => submitAnswers(tx, partner, [{ item, mark }], secrets)))
  const { id } = await db.selectFrom('report').select('id').executeTakeFirstOrThrow()
  await tells(() =>
    write(db, roles.coordinator, (tx) =>
      reviewReport(tx, roles.coordinator, id, { version: 1, verdict: 'accepted', note: null })
    )
  )
  expect(elsewhere.changed).not.toHaveBeenCalled()

  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'kvarter live'`.execute(db)
  await tells(() => Promise.resolve())
  stop()
  stopElsewhere()
  await vi.waitFor(async () => expect(await connections()).toBe(0))
})

test('tells those who compile a report that somebody has written in it', async () => {
  const { collaboration } = await makePromise(db, [])
  const made = { collaboration, template: 'final_follow_up', title: 'A', slug: 'a' }
  const publication = await write(db, cli, (tx) => createPublication(tx, cli, made))
  const block = (await listBlocks(db, publication)).find(({ kind }) => kind === 'prose')
  const listener = { changed: vi.fn(), ended: vi.fn() }
  const stop = live.listen(publication, listener)
  let version = block?.version ?? 0
  await vi.waitFor(async () => {
    const words = { heading: null, prose: `Hej ${version}`, version }
    version = await write(db, cli, (tx) => changeBlock(tx, cli, block?.id ?? '', words))
    expect(listener.changed).toHaveBeenCalled()
  })
  stop()
})

test('closed, it ends everybody and holds nothing open', async () => {
  const own = openLive(connection)
  const listener = { changed: vi.fn(), ended: vi.fn() }
  own.listen('x', listener)
  await own.close()
  expect(listener.ended).toHaveBeenCalledOnce()
  own.listen('x', listener)
  expect(listener.ended).toHaveBeenCalledTimes(2)
  await vi.waitFor(async () => expect(await connections()).toBe(0))
})
