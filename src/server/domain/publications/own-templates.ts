import { sql } from 'kysely'
import { newId, isId, type Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { slugFrom } from '#server/platform/forms/slugs.ts'
import { Invalid, NotAllowed } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import type { NewTemplate } from './fields.ts'
import { can } from './permissions.ts'
import { findPublicationById, listBlocks, type Block } from './publications.ts'
import { settingsOf } from './settings.ts'
import { isUsual, templates, templatesFor, type TemplateBlock } from './templates.ts'

/** An installation's own; its names are per language. */
export type OwnTemplate = { code: string; names: Record<string, string> }

/** What a new publication can begin as: own ones and usual ones, those that suit the collaboration's kind first. */
export async function listTemplates(db: Db, kind: string) {
  const rows = await db
    .selectFrom('template')
    .leftJoin('kind', 'kind.id', 'template.kind_id')
    .select(['template.code', 'template.names', 'kind.code as kind'])
    .orderBy('template.code')
    .execute()
  const own = (suits: boolean): OwnTemplate[] =>
    rows
      .filter((row) => (row.kind === kind) === suits)
      .map(({ code, names }) => ({ code, names: names as OwnTemplate['names'] }))
  return { suiting: own(true), usual: templatesFor(kind), others: own(false) }
}
export type Templates = Awaited<ReturnType<typeof listTemplates>>

/** @throws Invalid `template: not_a_choice` when there is none by that code. */
export async function blocksOfTemplate(db: Db, code: string): Promise<readonly TemplateBlock[]> {
  if (isUsual(code)) return templates[code].blocks
  const row = await db
    .selectFrom('template')
    .select('blocks')
    .where('code', '=', code)
    .executeTakeFirstOrThrow(() => new Invalid({ template: 'not_a_choice' }))
  return row.blocks as TemplateBlock[]
}

/**
 * Keeps a publication's set of blocks as a template for all, first offered where collaborations are of the same kind. Its
 * headings and settings go with it; its prose, and what was chosen among the collaboration's own, do not. The same sent
 * twice is made once. @throws Invalid `name: required | taken`.
 */
export async function saveTemplate(
  tx: Tx,
  actor: Actor,
  publication: Id,
  { name }: NewTemplate
): Promise<string> {
  const found = await findPublicationById(tx, actor, publication)
  if (!can(actor, found).change) throw new NotAllowed()
  const code = slugFrom(name)
  if (!code) throw new Invalid({ name: 'required' })
  if (isUsual(code)) throw new Invalid({ name: 'taken' })
  const { kind_id } = await tx
    .selectFrom('collaboration')
    .select('kind_id')
    .where('id', '=', found.collaboration_id)
    .executeTakeFirstOrThrow()
  const blocks = JSON.stringify(templateOf(await listBlocks(tx, publication)))
  const names = JSON.stringify({ [found.language]: name })
  const made = await tx
    .insertInto('template')
    .values({ id: newId(), code, names, blocks, kind_id })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return sameAgain(tx, code, blocks)
  await recordFact(tx, 'template.saved', { kind: 'template', id: made.id }, { publication })
  return code
}

async function sameAgain(tx: Tx, code: string, blocks: string): Promise<string> {
  const { rows } = await sql<{ alike: boolean }>`
    select blocks = ${blocks}::jsonb as alike from template where code = ${code}`.execute(tx)
  if (!rows[0]?.alike) throw new Invalid({ name: 'taken' })
  return code
}

type Kept = Pick<Block, 'kind' | 'heading' | 'settings'>
type Begun = Extract<TemplateBlock, { kind: unknown }>

/** What is made once for each focus area is told once: as it is for the first. */
export function templateOf(blocks: Kept[]): TemplateBlock[] {
  const template: TemplateBlock[] = []
  let run: { first: Id; blocks: Begun[] } | null = null
  for (const block of blocks) {
    const { objective } = block.settings
    if (!isId(objective)) {
      run = null
      template.push(begunAs(block))
      continue
    }
    if (!run) {
      run = { first: objective, blocks: [] }
      template.push({ perFocusArea: run.blocks })
    }
    if (objective === run.first) run.blocks.push(begunAs(block))
  }
  return template
}

function begunAs({ kind, heading, settings }: Kept): Begun {
  const chosen = settingsOf(kind).flatMap(({ name, choices }) => {
    const value = settings[name]
    return value !== undefined && choices.includes(value) ? [[name, value]] : []
  })
  return {
    kind,
    ...(settings.part && { part: settings.part }),
    // A focus area's heading is its own name.
    ...(heading && !isId(settings.objective) && { heading }),
    ...(chosen.length > 0 && { settings: Object.fromEntries(chosen) as NonNullable<Begun['settings']> })
  }
}

/** What was begun from it stays as it is. Sent twice it does nothing more. */
export async function removeTemplate(tx: Tx, actor: Actor, code: string): Promise<void> {
  if (!actor.administrator) throw new NotAllowed()
  const removed = await tx.deleteFrom('template').where('code', '=', code).returning('id').executeTakeFirst()
  if (removed) await recordFact(tx, 'template.removed', { kind: 'template', id: removed.id }, { code })
}
