import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { newId } from '#server/platform/db/ids.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { cli, visitor, type Actor } from '../people/actor.ts'
import { foundFrom, foundTo, search } from './search.ts'
import { distance, nearest, questionIn, wordsIn } from './words.ts'

const db = await testDatabase()
const id = { kind: newId(), area: newId(), owner: newId(), open: newId(), closed: newId() }
type Reach = 'public' | 'parties' | 'own'

const collaborate = (tx: Tx, which: 'open' | 'closed', name: string, audience: Reach) =>
  tx
    .insertInto('collaboration')
    .values({
      id: id[which],
      slug: which,
      kind_id: id.kind,
      name,
      authority_id: id.owner,
      main_area_id: id.area,
      reach: audience,
      audience
    })
    .execute()

async function promise(
  tx: Tx,
  number: number,
  title: string,
  wording: string,
  audience: Reach
): Promise<void> {
  const [commitment_id, wording_id] = [newId(), newId()]
  await tx
    .insertInto('commitment_wording')
    .values({ id: wording_id, commitment_id, number: 1, wording, at: new Date() })
    .execute()
  const collaboration_id = audience === 'public' ? id.open : id.closed
  await tx
    .insertInto('commitment')
    .values({
      id: commitment_id,
      wording_id,
      collaboration_id,
      number,
      title,
      lead_id: id.owner,
      reach: audience,
      audience
    })
    .execute()
}

beforeAll(() =>
  write(db, cli, async (tx) => {
    await tx.insertInto('kind').values({ id: id.kind, code: 'promise', words: '{}' }).execute()
    await tx
      .insertInto('area')
      .values({ id: id.area, slug: 'skalltorp', name: 'Skälltorp', kind: 'place' })
      .execute()
    await tx
      .insertInto('organisation')
      .values({
        id: id.owner,
        slug: 'o',
        name: 'Föreningen Ängen',
        kind: 'association',
        aliases: ['Ängsfolket']
      })
      .execute()
    await collaborate(tx, 'open', 'Tryggare tillsammans', 'public')
    await collaborate(tx, 'closed', 'Förberedelse i det tysta', 'parties')
    await promise(tx, 1, 'Frukost före skoldagen', 'Barnen på skolorna bjuds på frukost.', 'public')
    await promise(tx, 2, 'Skolor', '100 % närvaro', 'public')
    await promise(tx, 3, 'Hemliga grillkvällen', 'Korv på gården.', 'parties')
    await promise(tx, 4, 'Enskilda utkastet', 'Bara vårt.', 'own')
  })
)

const titles = async (question: string, actor: Actor = visitor) =>
  (await search(db, actor, question)).hits.map((hit) => hit.title)

describe('a search', () => {
  test.each([
    ['a word in another form', 'frukostar', 'Frukost före skoldagen'],
    ['a word only begun', 'fruk', 'Frukost före skoldagen'],
    ['words in any order', 'skoldagen frukost', 'Frukost före skoldagen'],
    ['words of the text and not of the title', 'barn bjuds', 'Frukost före skoldagen'],
    ['another name for the same', 'ängsfolk', 'Föreningen Ängen'],
    ['capitals', 'SKÄLLTORP', 'Skälltorp']
  ])('finds by %s', async (_how, question, title) => expect(await titles(question)).toEqual([title]))

  test('puts first what is named so', async () =>
    expect(await titles('skolor')).toEqual(['Skolor', 'Frukost före skoldagen']))

  test('tells where a hit is, and marks what was found', async () => {
    const [hit] = (await search(db, visitor, 'bjuds')).hits
    expect(hit).toMatchObject({ kind: 'commitment', slug: 'open', number: 1, within: 'Tryggare tillsammans' })
    expect(hit?.excerpt).toContain(`${foundFrom}bjuds${foundTo}`)
  })

  test('asks what was meant when nothing is spelt so', async () => {
    expect((await search(db, visitor, 'skalltorp')).meant).toBe('Skälltorp')
    expect((await search(db, visitor, 'frukots skoldagne')).meant).toBe('Frukost skoldagen')
    expect((await search(db, visitor, 'xylofon')).meant).toBeNull()
  })

  test('never tells of what is not public by what it guesses', async () => {
    const party: Actor = { ...visitor, partyIn: [id.closed], organisations: [id.owner] }
    for (const actor of [visitor, party]) expect((await search(db, actor, 'grilkvälen')).meant).toBeNull()
  })

  test.each([
    ['nothing', ''],
    ['space', '  \n\t '],
    ['signs', '!!! ??? "&|():*<->'],
    ['emoji', '🏘️ 🎉'],
    ['a lone half of a sign', '\ud83c'],
    ['null signs', 'fru\u0000kost\u0000'],
    ['quotes', `"'; drop table area; --`],
    ['operators of the search itself', 'a & ! | b:* <-> c'],
    ['only small words', 'och i att'],
    ['right-to-left marks', '\u202efrukost\u202c'],
    ['letters of another script', 'شارع 街道 दिल्ली'],
    ['wildcards', '%_\\'],
    ['a million signs', 'frukost '.repeat(125_000)],
    ['one word of a million letters', 'f'.repeat(1_000_000)],
    ['fractions and powers', '½ m²']
  ])('of %s gives an answer', async (_what, question) => {
    const { hits } = await search(db, visitor, question)
    expect(hits.length).toBeLessThan(3)
  })
})

describe('who finds what', () => {
  const question = 'grillkvällen'
  const unpublished = ['Hemliga grillkvällen']
  const rows: [string, Actor, string[], string[]][] = [
    ['a visitor', visitor, [], []],
    ['a party', { ...visitor, partyIn: [id.closed] }, unpublished, []],
    ['a party of another collaboration', { ...visitor, partyIn: [id.open] }, [], []],
    ['its own organisation', { ...visitor, organisations: [id.owner] }, [], ['Enskilda utkastet']],
    ['a reader of the collaboration', { ...visitor, reads: [id.closed] }, unpublished, ['Enskilda utkastet']],
    ['a reader of all', { ...visitor, reads: 'all' }, unpublished, ['Enskilda utkastet']],
    ['whoever runs commands', cli, unpublished, ['Enskilda utkastet']]
  ]
  test.each(rows)('%s', async (_who, actor, parties, own) => {
    expect(await titles(question, actor)).toEqual(parties)
    expect(await titles('enskilda', actor)).toEqual(own)
  })

  test('changes with the audience', async () => {
    await write(db, cli, async (tx) => {
      await tx
        .updateTable('commitment')
        .set({ reach: 'own', audience: 'own' })
        .where('number', '=', 1)
        .execute()
    })
    expect(await titles('frukost')).toEqual([])
  })
})

describe('a publication', () => {
  const publication = newId()
  const publish = (tx: Tx) =>
    tx
      .insertInto('edition')
      .values({
        id: newId(),
        publication_id: publication,
        number: 1,
        content: JSON.stringify({ title: 'Slutuppföljningen', audience: 'public' }),
        sha256: '',
        frozen_at: new Date(),
        published_at: new Date()
      })
      .execute()

  test('is found once it is published, and no longer when it is taken from the public', async () => {
    await write(db, cli, (tx) =>
      tx
        .insertInto('publication')
        .values({
          id: publication,
          slug: 'p',
          collaboration_id: id.open,
          template: 'final_follow_up',
          title: 'Slutuppföljningen',
          audience: 'public'
        })
        .execute()
    )
    expect(await titles('slutuppföljning')).toEqual([])
    await write(db, cli, publish)
    expect(await titles('slutuppföljning')).toEqual(['Slutuppföljningen'])
    expect(await titles('rapporten om uppföljningen')).toContain('Slutuppföljningen')
    await write(db, cli, (tx) =>
      tx.updateTable('publication').set({ reach: 'parties', audience: 'parties' }).execute()
    )
    expect(await titles('slutuppföljning')).toEqual([])
  })
})

describe('a document', () => {
  const found = async (question: string, actor: Actor = visitor) =>
    (await search(db, actor, question)).hits.filter(({ kind }) => kind === 'document')
  const change = (values: object) =>
    write(db, cli, (tx) => tx.updateTable('document').set(values).where('title', 'like', 'Delårs%').execute())

  test('is found by its title and its case number, as long as it is there for whoever asks', async () => {
    const document = { id: newId(), title: 'Delårsrapport med bilagor', case_number: 'KS 2013-00103' }
    await write(db, cli, (tx) =>
      tx
        .insertInto('document')
        .values({ ...document, collaboration_id: id.open, reach: 'public', audience: 'public' })
        .execute()
    )
    expect(await found('delårsrapport')).toMatchObject([{ id: document.id, slug: 'open' }])
    expect(await found('2013-00103')).toHaveLength(1)
    await change({ reach: 'own', audience: 'own' })
    expect(await found('delårsrapport')).toEqual([])
    expect(await found('delårsrapport', cli)).toHaveLength(1)
    await write(db, cli, (tx) => tx.deleteFrom('document').where('id', '=', document.id).execute())
    expect(await found('delårsrapport', cli)).toEqual([])
  })
})

describe('words', () => {
  test('are letters and digits, eight at most', () => {
    expect(wordsIn('e-post, (10–16) år!')).toEqual(['e', 'post', '10', '16', 'år'])
    expect(wordsIn('a b c d e f g h i j')).toHaveLength(8)
  })
  test('are as far apart as the slips between them', () => {
    expect([distance('Hulda', 'hulta'), distance('frukots', 'frukost'), distance('', 'ab')]).toEqual([
      1, 1, 2
    ])
  })
  test('have a nearest, or none', () => {
    expect(nearest('sandbult', ['Sandhult och Norrby', 'Sand'])).toBe('Sandhult')
    expect(nearest('berg', ['Sandhult'])).toBeUndefined()
  })
  test('of a question are shown again on one line, cut', () => {
    expect(questionIn(' två\r\nrader ')).toBe('två rader')
    expect(questionIn('x'.repeat(1000))).toHaveLength(200)
  })
})
