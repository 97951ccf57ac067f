import { sql, type Kysely } from 'kysely'
import { usualKinds } from '#server/domain/kinds/usual.ts'
import type { Db } from '#server/platform/db/database.ts'

/** How large the seeded world is. Every commitment has one report in each of three rounds. */
export const size = { collaborations: 1000, commitmentsEach: 100, organisations: 500, neighbourhoods: 100 }

const statements = (kindWords: string) => [
  sql`insert into installation (name, demonstration) values ('Bench', true)`,
  sql`insert into organisation (id, slug, name, kind, contact_mail)
    select gen_random_uuid(), 'aktor-' || n, 'Aktör ' || n, 'association', 'aktor-' || n || '@bench.example' from generate_series(1, ${size.organisations}) n`,
  sql`insert into area (id, slug, name, kind) values (gen_random_uuid(), 'kommun', 'Kommunen', 'municipality')`,
  sql`insert into area (id, slug, name, kind)
    select gen_random_uuid(), 'stadsdel-' || n, 'Stadsdel ' || n, 'district' from generate_series(1, 10) n`,
  sql`insert into area (id, slug, name, kind)
    select gen_random_uuid(), 'omrade-' || n, 'Område ' || n, 'neighbourhood' from generate_series(1, ${size.neighbourhoods}) n`,
  sql`insert into area_parent (area_id, parent_id)
    select child.id, parent.id from area child join area parent on
      (child.kind = 'district' and parent.kind = 'municipality')
      or (child.kind = 'neighbourhood' and parent.slug = 'stadsdel-' || (substr(child.slug, 8)::int % 10 + 1))`,
  // Triggers are off, so the paths are laid here.
  sql`insert into area_path (ancestor_id, area_id, depth)
    with recursive above (ancestor_id, area_id, depth) as (
      select id, id, 0 from area
      union all select p.parent_id, a.area_id, a.depth + 1 from above a join area_parent p on p.area_id = a.ancestor_id
    ) select * from above`,
  sql`insert into kind (id, code, words) values (gen_random_uuid(), 'citizen_promise', ${kindWords}::jsonb)`,
  sql`insert into collaboration (id, slug, kind_id, name, purpose, lifecycle, from_day, to_day, authority_id, main_area_id, reach, audience, next_number)
    select gen_random_uuid(), 'samverkan-' || n, (select id from kind), 'Tillsammans i område ' || n, 'Vi lovar att göra området tryggare.',
      'active', '2025-01-01', '2027-12-31', o.id, a.id, 'public', 'public', ${size.commitmentsEach} + 1
    from generate_series(1, ${size.collaborations}) n
    join organisation o on o.slug = 'aktor-' || (n % ${size.organisations} + 1)
    join area a on a.slug = 'omrade-' || (n % ${size.neighbourhoods} + 1)`,
  sql`insert into party (id, collaboration_id, organisation_id, role)
    select gen_random_uuid(), c.id, o.id, case m when 0 then 'maker' else 'party' end
    from collaboration c cross join generate_series(0, 9) m
    join organisation o on o.slug = 'aktor-' || ((substr(c.slug, 11)::int + m) % ${size.organisations} + 1)`,
  sql`insert into objective (id, collaboration_id, kind, sort, title)
    select gen_random_uuid(), c.id, 'focus_area', n, (array['Skola', 'Lokalområde', 'Fritid', 'Familj'])[n]
    from collaboration c cross join generate_series(1, 4) n`,
  sql`create temporary table made as
    select gen_random_uuid() as id, gen_random_uuid() as wording_id, c.id as collaboration_id, c.main_area_id as area_id, n as number,
      o.id as lead_id, f.id as objective_id
    from collaboration c cross join generate_series(1, ${size.commitmentsEach}) n
    join organisation o on o.slug = 'aktor-' || ((substr(c.slug, 11)::int + n % 10) % ${size.organisations} + 1)
    join objective f on f.collaboration_id = c.id and f.sort = n % 4 + 1`,
  sql`insert into commitment_wording (id, commitment_id, number, wording, at)
    select wording_id, id, 1, 'Vi ordnar läxhjälp tre kvällar i veckan tillsammans med skolan och föreningarna.', '2025-01-02' from made`,
  sql`insert into commitment (id, collaboration_id, number, title, wording_id, lead_id, stage, audience)
    select id, collaboration_id, number, 'Läxhjälp nummer ' || number, wording_id, lead_id, 'ongoing', 'public' from made`,
  sql`insert into commitment_objective (commitment_id, objective_id, collaboration_id, main)
    select id, objective_id, collaboration_id, true from made`,
  sql`insert into commitment_area (commitment_id, area_id) select id, area_id from made`,
  sql`insert into round (id, collaboration_id, slug, name, from_day, to_day, due_on, state, questions, opened_at, closed_at)
    select gen_random_uuid(), c.id, 'omgang-' || n + 3, 'Omgång ' || n + 3, make_date(2024 + n, 1, 1), make_date(2024 + n, 12, 31),
      make_date(2025 + n, 1, 31), 'closed', '[]', make_timestamptz(2025 + n, 1, 1, 0, 0, 0), make_timestamptz(2025 + n, 2, 15, 0, 0, 0)
    from collaboration c cross join generate_series(-2, 0) n`,
  sql`insert into space (id, round_id, organisation_id)
    select gen_random_uuid(), r.id, lead_id from round r join (select distinct collaboration_id, lead_id from made) m using (collaboration_id)`,
  sql`insert into round_item (id, round_id, space_id, commitment_id, wording_id)
    select gen_random_uuid(), r.id, s.id, m.id, m.wording_id
    from round r join made m using (collaboration_id) join space s on s.round_id = r.id and s.organisation_id = m.lead_id`,
  sql`create temporary table answered as
    select gen_random_uuid() as id, gen_random_uuid() as version_id, i.id as item_id, i.round_id, m.id as commitment_id, m.collaboration_id,
      m.lead_id, r.closed_at as at, (enum_range(null::degree))[1 + m.number % 7] as degree
    from round_item i join made m on m.id = i.commitment_id join round r on r.id = i.round_id`,
  sql`insert into report (id, item_id, round_id, commitment_id, collaboration_id, organisation_id, state, submitted_at, accepted_version_id, accepted_at, degree, audience)
    select id, item_id, round_id, commitment_id, collaboration_id, lead_id, 'accepted', at, version_id, at, degree, 'public' from answered`,
  sql`insert into report_version (id, report_id, number, degree, reason, done, publishable, submitted_at)
    select version_id, id, 1, degree, 'Vi hann inte.', 'Läxhjälpen har varit öppen hela terminen. Ungefär tolv barn kommer varje kväll.', true, at from answered`,
  // Without it the planner takes the new tables for empty, and settles each house by reading all of them.
  sql`analyze commitment, round, round_item, report`,
  sql`select settle_standing(array_agg(id)) from commitment group by collaboration_id`,
  sql`insert into measure (id, collaboration_id, unit, rule) select gen_random_uuid(), id, 'barn', 'never' from collaboration`,
  sql`insert into figure (id, report_version_id, measure_id, sort, qualifier, value, scope)
    select gen_random_uuid(), a.version_id, m.id, 1, 'about', 12, 'this_period' from answered a join measure m using (collaboration_id)`,
  sql`insert into search_document (kind, subject_id, title, body, collaboration_id, owner_id, audience, words)
    select 'commitment', c.id, c.title, '', c.collaboration_id, c.owner_id, 'public', search_words(c.title, '') from commitment c`
]

const triggers = (state: 'disable' | 'enable') =>
  sql.raw(`do $do$ declare t text; begin
  for t in select distinct c.relname from pg_trigger g join pg_class c on c.oid = g.tgrelid where not g.tgisinternal and c.relkind = 'r' loop
    execute format('alter table %I ${state} trigger user', t);
  end loop; end $do$`)

/** Fills an empty, migrated database set-based, with history and other triggers off. */
async function seedBench(db: Db, kindWords: unknown): Promise<void> {
  await (db as Kysely<unknown>).transaction().execute(async (one) => {
    await triggers('disable').execute(one)
    for (const statement of statements(JSON.stringify(kindWords))) await statement.execute(one)
    await sql`set constraints all immediate`.execute(one)
    await triggers('enable').execute(one)
  })
  await sql`analyze`.execute(db)
}

/** The same where nothing has been seeded yet, in the words of the first of the usual kinds. */
export async function seedWorld(db: Db, say: (line: string) => void): Promise<void> {
  if (await db.selectFrom('installation').select('id').executeTakeFirst()) return
  const [kind] = usualKinds
  const from = performance.now()
  await seedBench(db, { name: kind?.name, commitment: kind?.commitment, objective: kind?.objective })
  say(`seeded in ${Math.round((performance.now() - from) / 1000)} s`)
}
