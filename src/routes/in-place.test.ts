import { expect, test } from 'vitest'
import { openLog } from '#server/platform/log/log.ts'
import { setRuntime } from '#server/platform/runtime.ts'
import { readSettings } from '#server/platform/settings/settings.ts'
import { testDatabase } from '#tests/database.ts'
import { neighbourhood } from '#tests/neighbourhood.ts'
import { secrets } from '#tests/round.ts'
import * as area from './(site)/areas/[slug]/+page.server.ts'
import * as collaboration from './(site)/collaborations/[slug]/+page.server.ts'
import * as organisation from './(site)/organisations/[slug]/+page.server.ts'

const db = await testDatabase()
setRuntime({ db, secrets, settings: readSettings({}), log: openLog('silent') })

type Page = { load: unknown; actions: Record<string, unknown> }
const pages: [string, Page, string, string][] = [
  ['area', area, 'backa', 'uppgifter'],
  ['organisation', organisation, 'bolaget', 'uppgifter'],
  ['collaboration', collaboration, 'loftet', 'om']
]

test.each(pages)(
  'a form of an %s that is refused stands open, wherever it was sent',
  async (_, page, slug, part) => {
    const { people } = await neighbourhood(db)
    const event = {
      locals: { actor: people.administrator, locale: 'sv' },
      params: { slug },
      url: new URL('http://localhost/x?/change'),
      request: new Request('http://localhost/x', { method: 'POST', body: new URLSearchParams('name=') })
    }
    const run = (what: unknown) => (what as (given: typeof event) => Promise<Record<string, unknown>>)(event)
    expect(await run(page.actions['change'])).toMatchObject({
      status: 422,
      data: { errors: { name: 'required' } }
    })
    expect(await run(page.load)).toMatchObject({ editing: part })
  }
)
