import { cli } from '#server/domain/people/actor.ts'
import { createPublication } from '#server/domain/publications/composing.ts'
import { decideEdition } from '#server/domain/publications/editions/deciding.ts'
import { publish } from '#server/domain/publications/editions/publishing.ts'
import { withdraw } from '#server/domain/publications/editions/withdrawing.ts'
import { write, type Db } from '#server/platform/db/write.ts'
import { madeOf, sendNow } from '#tests/publications/made.ts'

/** A report that waits for a decision, one that is published and one that is withdrawn. Gives a decision on the first. */
export async function reportsOnTheirWay(db: Db, collaboration: string): Promise<string> {
  const create = (title: string, slug: string) =>
    write(db, cli, (tx) =>
      createPublication(tx, cli, { collaboration, template: 'final_follow_up', title, slug, reach: 'public' })
    )
  const waiting = await create('För beslut', 'for-beslut')
  await sendNow(db, waiting)
  for (const [title, slug] of [
    ['Publicerad', 'publicerad'],
    ['Tillbakadragen', 'tillbakadragen']
  ] as const) {
    const id = await create(title, slug)
    const made = await madeOf(db, id)
    await write(db, cli, (tx) => publish(tx, cli, id, {}, made))
    if (slug === 'tillbakadragen')
      await write(db, cli, (tx) => withdraw(tx, cli, id, { edition: 1, reason: 'En siffra var fel' }))
  }
  return write(db, cli, (tx) => decideEdition(tx, cli, waiting, 1, { body: 'Nämnden', section: '4' }))
}
