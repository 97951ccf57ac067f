import type { Db } from '#server/platform/db/write.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { tellCarriedOver } from './loading/carrying-over.ts'
import { tellCollaboration } from './loading/collaborations.ts'
import { tellAreas, tellKinds, tellOrganisations, tellPersons } from './loading/people-and-places.ts'
import { newTeller, tell } from './loading/teller.ts'
import type { StoryWorld } from './types.ts'

/** Tells the known world to an empty, migrated database, through the commands that people use, and says that it is a demonstration. */
export async function loadWorld(db: Db, secrets: Secrets, world: StoryWorld): Promise<void> {
  const teller = newTeller(db, secrets)
  await tell(teller, (tx) =>
    tx.insertInto('installation').values({ name: 'Kvarter', demonstration: true }).execute()
  )
  await tellKinds(teller, world.kinds)
  await tellAreas(teller, world.areas)
  await tellOrganisations(teller, world.organisations)
  const publications: (() => Promise<void>)[] = []
  for (const collaboration of world.collaborations)
    publications.push(await tellCollaboration(teller, collaboration))
  for (const carriedOver of world.carriedOver) await tellCarriedOver(teller, carriedOver)
  for (const tellPublications of publications) await tellPublications()
  await tellPersons(teller, world.persons)
  // What the story mailed has arrived long ago.
  await tell(teller, (tx) =>
    tx
      .updateTable('message')
      .set((eb) => ({ state: 'sent', sent_at: eb.ref('created_at') }))
      .execute()
  )
}
