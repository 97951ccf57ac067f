import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { learn, type Known } from '../entrances/known.ts'
import { mails, type Role } from '../entrances/roles.ts'
import { table } from '../entrances/table.ts'
import type { Case } from '../entrances/table/case.ts'
import { openKvarter, type Kvarter } from './kvarter.ts'
import { aMillion, formsWith, probes } from './probes.ts'
import { openSmallPromise } from './small-promise.ts'

let kvarter: Kvarter
let known: Known
const cookies = new Map<Role, string>()

beforeAll(async () => {
  kvarter = await openKvarter()
  known = await learn(kvarter.db, kvarter.secrets)
})
afterAll(() => kvarter?.close())

async function cookieOf(role: Role): Promise<string> {
  if (role === 'visitor') return ''
  const before = cookies.get(role)
  if (before) return before
  const response = await post('/logga-in/demonstration', `mail=${encodeURIComponent(mails[role])}`)
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ')
  cookies.set(role, cookie)
  return cookie
}

const post = (path: string, body: BodyInit, cookie = '', type = 'application/x-www-form-urlencoded') =>
  fetch(kvarter.origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: kvarter.origin, accept: 'text/html', 'content-type': type, cookie },
    body
  })

describe('a personal link that does not work says so, and whom to ask', () => {
  let link = ''
  const answer = `degree=fully&done=${encodeURIComponent('Ord som inte ska gå förlorade.')}&mark=`
  const setLink = (column: string, value: string) =>
    sql`update link set ${sql.raw(column)} = ${value} from responder, space, round
      where responder.id = link.responder_id and space.id = responder.space_id and round.id = space.round_id
        and round.slug = 'forsta-halvaret'`.execute(kvarter.db)
  const asActor = async (change: () => Promise<unknown>) => {
    await sql`alter table link disable trigger user`.execute(kvarter.db)
    await change()
    await sql`alter table link enable trigger user`.execute(kvarter.db)
  }

  beforeAll(async () => {
    ;({ link } = await openSmallPromise(kvarter))
  })

  const opens = async (path = '') => {
    const response = await fetch(link + path)
    return { status: response.status, page: await response.text() }
  }

  test('a refused form leaves whoever is signed in signed in, also on a link’s pages', async () => {
    const cookie = await cookieOf('administrator')
    const { pathname } = new URL(link)
    const response = await post(`${pathname}/1?/save`, 'done=811218-9876&mark=', cookie)
    const page = await response.text()
    expect(response.status).toBe(422)
    expect(page).toContain('Logga ut')
    expect(response.headers.get('cache-control')).toContain('no-store')
  })

  test('one that never was', async () => {
    const page = await fetch(`${kvarter.origin}/svara/${'A'.repeat(43)}`)
    expect(page.status).toBe(404)
    expect(await page.text()).toContain('Länken gäller inte')
  })

  test('one that has ended', async () => {
    const before = new Date(Date.now() - 1000).toISOString()
    const later = new Date(Date.now() + 86_400_000).toISOString()
    await asActor(() => setLink('expires_at', before))
    for (const path of ['', '/1', '/skicka']) {
      const { status, page } = await opens(path)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(page).toContain('Länken har gått ut')
      expect(page).toContain('samordnare@exempelstaden.example')
    }
    await asActor(() => setLink('expires_at', later))
    expect((await opens()).status).toBe(200)
  })

  test('one that was withdrawn, also when something is written by it', async () => {
    await asActor(() => setLink('withdrawn_at', new Date().toISOString()))
    const { status, page } = await opens()
    expect(status).toBeGreaterThanOrEqual(400)
    expect(page).toContain('Länken är återkallad')
    expect(page).toContain('samordnare@exempelstaden.example')
    const sent = await post(new URL(`${link}/1?/save`).pathname + '?/save', answer)
    expect(sent.status).toBeGreaterThanOrEqual(400)
    expect(sent.status).toBeLessThan(500)
    expect(await sent.text()).toContain('Länken är återkallad')
    const drafts = await sql<{ count: number }>`select count(*)::int as count from draft
      join round_item on round_item.id = draft.item_id join round on round.id = round_item.round_id
      where round.slug = 'forsta-halvaret'`.execute(kvarter.db)
    expect(drafts.rows[0]?.count).toBe(0)
  })
})

/** Those forms first that say something: the others do what they do, whatever is sent. */
const forms = Object.entries(table)
  .filter(([entrance]) => entrance.startsWith('POST ') && !entrance.includes('sign-out'))
  .flatMap(([entrance, cases]) =>
    [cases].flat().map((form, n) => ({ name: `${entrance} ${n || ''}`.trim(), form }))
  )
  .toSorted((a, b) => Number(isMute(a.form)) - Number(isMute(b.form)))

function isMute({ body }: Case): boolean {
  return !body || /=> \(\{\s*\}\)$/.test(String(body))
}

/** Whoever the form is for. */
const sender = ({ gets }: Case): Role =>
  (Object.entries(gets).find(([, status]) => status < 400)?.[0] ?? 'administrator') as Role

/** What can be written in a round: the fields in which somebody may come to name somebody else. */
const round = '/(site)/collaborations/[slug]/rounds/[round]'
const ownWords: [entrance: string, ...fields: string[]][] = [
  ['/(site)/collaborations/[slug]/rounds/new', 'name'],
  [`${round}/prepare?/times`, 'name'],
  [`${round}/prepare?/letters`, 'invitation', 'reminder'],
  [`${round}/prepare?/ask`, 'name'],
  [`${round}/questions?/add`, 'label', 'help', 'options'],
  [`${round}/questions?/relabel`, 'label', 'help'],
  [`${round}/prepare/[organisation]?/exempt`, 'reason'],
  [`${round}/prepare/[organisation]?/hand`, 'reason'],
  [`${round}/prepare/[organisation]?/exemptParty`, 'reason'],
  [`${round}/parties/[organisation]?/mend`, 'name'],
  [`${round}/parties/[organisation]?/ask`, 'name'],
  [`${round}/answers/[number]?/review`, 'note', 'wording'],
  [`${round}/answers/[number]?/deed`, 'title', 'wording'],
  [
    `${round}/answers/[number]/type-in`,
    'said_by',
    'done',
    'reason',
    'contributed',
    'learnt',
    'figures.0.unit'
  ],
  ['/(site)/collaborations/[slug]/proposals/new?/invite', 'name', 'invitation'],
  ['/(entry)/answer/[token]/[number]?/save', 'done', 'reason', 'contributed', 'learnt', 'figures.0.unit'],
  ['/(entry)/answer/[token]?/decline', 'reason'],
  ['/(entry)/answer/[token]/forward?/forward', 'name']
]

describe('an identity number is refused where it stands, and the rest is kept', () => {
  const fields = ownWords.flatMap(([entrance, ...fields]) => fields.map((field) => ({ entrance, field })))
  test.each(fields)('$entrance $field', async ({ entrance, field }) => {
    const [form] = [table[`POST ${entrance}`] ?? []].flat()
    if (!form) throw new Error(`No such form: ${entrance}`)
    const action = typeof form.path === 'string' ? form.path : form.path(known)
    // A form that is opened in place stays open by its address.
    const path = action.endsWith('relabel') ? `${action}&redigera=gave` : action
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(form.body?.(known) ?? {}))
      for (const one of [value].flat()) body.append(name, one)
    body.set(field, 'Hjälpt av 811218-9876 i höst')
    const response = await post(path, body.toString(), await cookieOf(sender(form)))
    const page = await response.text()
    expect(response.status).toBe(422)
    expect(page).toMatch(/-error"[^>]*>(?:<[^>]*>|[^<])*Ta bort personnumret/)
    expect(page).toContain('i höst')
    expect(kvarter.complaints()).toEqual([])
  })
})

describe('whatever is sent, the answer is in words', () => {
  test.each(forms)('$name', async ({ form }) => {
    const path = typeof form.path === 'string' ? form.path : form.path(known)
    const faults: string[] = []
    for (const [what, body] of formsWith(form.body?.(known) ?? {})) {
      const response = await post(path, body, await cookieOf(sender(form)))
      const page = await response.text()
      if (response.status >= 500) faults.push(`${response.status} for ${what}`)
      // What only a script sends is answered as data.
      const isData = response.headers.get('content-type')?.includes('json')
      if (response.status >= 400 && !isData && !page.includes('<h1'))
        faults.push(`${response.status} without a page for ${what}`)
      if (page.includes('<script>alert(1)') || page.includes('<img src=x'))
        faults.push(`what was sent is run for ${what}`)
    }
    expect([...faults, ...new Set(kvarter.complaints())]).toEqual([])
  })
})

describe('what is asked for in an address', () => {
  const asked = Object.values(probes).filter(Boolean)
  test.each([
    ['a search', '/sok?q='],
    ['a filter of collaborations', '/samverkan?omrade='],
    ['a filter of reports', '/rapporter?ar='],
    ['a part to change', '/samverkan/exempelkvarteret?redigera='],
    ['rows of figures', '/svara/x/1?rader='],
    ['a page of a list', '/aktorer/exempelskolan/insatser?efter='],
    ['a code', '/logga-in/kod?mail=a%40b.se&kod='],
    ['a role', '/logga-in/demonstration?roll='],
    ['a way back', '/logga-in?till='],
    ['an area', '/omraden/'],
    ['a commitment', '/samverkan/exempelkvarteret/insatser/'],
    ['a link', '/svara/']
  ])('may be anything: %s', async (_, path) => {
    const faults: string[] = []
    for (const value of [...asked, 'x'.repeat(8000)]) {
      const response = await fetch(kvarter.origin + path + encodeURIComponent(value.toWellFormed()))
      if (response.status >= 500) faults.push(`${response.status} for ${value.slice(0, 40)}`)
      const page = await response.text()
      if (page.includes('<script>alert(1)') || page.includes('<img src=x')) faults.push(`run: ${value}`)
    }
    expect([...faults, ...new Set(kvarter.complaints())]).toEqual([])
  })
})

test('a million letters come back as they were written, and nothing is stored', async () => {
  const body = new URLSearchParams({ name: aMillion, kind_id: '', main_area_id: '', authority_id: '' })
  const response = await post('/samverkan/ny', body.toString(), await cookieOf('administrator'))
  expect(response.status).toBe(422)
  const page = await response.text()
  expect(page).toContain(aMillion)
  expect(page).toMatch(/id="name-error"/)
})
