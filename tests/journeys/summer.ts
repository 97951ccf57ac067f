import { write } from '#server/platform/db/write.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { createCollaboration } from '#server/domain/collaborations/creating.ts'
import { createCommitment } from '#server/domain/commitments/creating.ts'
import { addParty } from '#server/domain/parties/parties.ts'
import { cli } from '#server/domain/people/actor.ts'
import type { Kvarter } from './kvarter.ts'
import { coordinate } from './small-promise.ts'

export const [bath, camp, pitch, evenings, stories] = [
  'Fria bad med simlärare',
  'Två veckors kollo på hemmaplan',
  'Nytt gräs på bollplanen',
  'Öppna fotbollskvällar',
  'Sagostund i parken'
] as const

export const mails = {
  headmaster: 'rektor@exempelskolan.example',
  colleague: 'fritids@exempelskolan.example',
  /** Nobody has it any more. */
  former: 'slutat@exempelbostader.example',
  landlord: 'omradeschef@exempelbostader.example',
  club: 'kassor@exempelkvarteretsif.example',
  library: 'chef@exempelbiblioteket.example'
}

const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)

/** Whom nobody has an address to, is left without one. */
const parties: [slug: string, mail: string | null, ...promises: string[]][] = [
  ['exempelskolan', mails.headmaster, bath, camp],
  ['exempelbostader', null, pitch],
  ['exempelkvarterets-if', mails.club, evenings],
  ['exempelbiblioteket', mails.library, stories]
]

/** What four parties promised for the summer in the made-up quarter; nobody has asked yet how it went. */
export const promiseSummer = ({ db }: Kvarter) =>
  write(db, cli, async (tx) => {
    const named = (table: 'organisation' | 'area', slug: string): Promise<Id> =>
      tx
        .selectFrom(table)
        .select('id')
        .where('slug', '=', slug)
        .executeTakeFirstOrThrow()
        .then(({ id }) => id)
    const basis = await tx
      .selectFrom('collaboration')
      .select(['kind_id', 'authority_id', 'main_area_id'])
      .where('slug', '=', 'exempelkvarteret')
      .executeTakeFirstOrThrow()
    const { id } = await createCollaboration(tx, cli, {
      ...basis,
      ...{ id: null, slug: 'sommaren', name: 'Sommarlöftet', predecessor_id: null },
      ...{ purpose: 'Att alla barn har något att göra hela sommaren.', lifecycle: 'active' },
      ...{ from_day: day(-150), to_day: day(-3), precision: 'day' },
      ...{ contact_function: 'Samordnare för sommaren', contact_mail: 'samordnare@exempelstaden.example' },
      ...{ invented: true, reach: 'public' }
    })
    for (const [slug, contact_mail, ...promises] of parties) {
      const organisation_id = await named('organisation', slug)
      const contact = contact_mail ? { contact_name: 'Ansvarig', contact_mail } : {}
      await addParty(tx, cli, id, { organisation_id, role: 'party', ...contact })
      for (const title of promises)
        await createCommitment(tx, cli, id, {
          ...{ title, wording: `Vi ordnar ${title.toLowerCase()} för barn i kvarteret.` },
          ...{
            lead_id: organisation_id,
            stage: 'agreed',
            area_ids: [await named('area', 'exempelkvarteret')]
          }
        })
    }
    await coordinate(tx, id)
  })
