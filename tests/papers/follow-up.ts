import sharp from 'sharp'
import { loadWorld } from '#story/load.ts'
import { world } from '#story/world.ts'
import { cli, visitor } from '#server/domain/people/actor.ts'
import { keepFile } from '#server/domain/files/files.ts'
import { findPhoto } from '#server/domain/photos/attached.ts'
import { findEdition } from '#server/domain/publications/editions/editions.ts'
import { listPublished } from '#server/domain/publications/editions/listing.ts'
import { publish } from '#server/domain/publications/editions/publishing.ts'
import { newId } from '#server/platform/db/ids.ts'
import { write, type Db } from '#server/platform/db/write.ts'
import { secretsFrom } from '#server/platform/secrets/secrets.ts'
import type { Rendering } from '#ui/paper/outputs.ts'

const slug = 'uppfoljning-hisings-backa-2024-2025'
/** Parts of the titles of deeds, and what their photos show. */
const photographed = [
  ['Frukost', 'Ett dukat frukostbord'],
  ['Science club', 'Två barn bygger ett torn'],
  ['Science club', 'En lampa som lyser av en citron'],
  ['Lights on', 'En idrottshall på kvällen'],
  ['RE:BACKA', 'Kläder på en ställning']
] as const

/** The demonstration's follow-up as its readers have it, with photos. */
export async function followUp(db: Db): Promise<Rendering> {
  await loadWorld(db, secretsFrom(Buffer.alloc(32)), world)
  for (const [sort, [title, alt]] of photographed.entries()) await attach(db, title, alt, sort)
  await write(db, cli, async (tx) => {
    const { id } = await tx
      .selectFrom('publication')
      .select('id')
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow()
    await publish(tx, cli, id, { note: 'Med bilder.' })
  })
  return publishedAs(db, slug)
}

export async function publishedAs(db: Db, slug: string): Promise<Rendering> {
  const { content, number, sha256 } = await findEdition(db, visitor, slug)
  const photo = async (id: string) => {
    const { bytes, type } = await findPhoto(db, visitor, id)
    return { content: bytes, type }
  }
  return { report: content, edition: { number, sha256 }, from: { origin: 'https://kvarter.example', photo } }
}

export async function publishedBeside(db: Db): Promise<string[]> {
  const published = await listPublished(db, visitor)
  return published.map((one) => one.slug).filter((one) => one !== slug)
}

export const alts = photographed.map(([, alt]) => alt)

async function attach(db: Db, title: string, alt: string, sort: number): Promise<void> {
  const size = { width: 640, height: 480 }
  const bytes = await sharp({
    create: { ...size, channels: 3, background: { r: 40 * sort, g: 120, b: 110 } }
  })
    .jpeg()
    .toBuffer()
  await write(db, cli, async (tx) => {
    const { version } = await tx
      .selectFrom('report')
      .innerJoin('commitment', 'commitment.id', 'report.commitment_id')
      .innerJoin('collaboration', 'collaboration.id', 'commitment.collaboration_id')
      .select('accepted_version_id as version')
      .where('commitment.title', 'like', `%${title}%`)
      .where('accepted_version_id', 'is not', null)
      .executeTakeFirstOrThrow()
    const file_id = await keepFile(tx, { bytes, type: 'image/jpeg', ...size })
    const report_version_id = String(version)
    await tx.insertInto('attachment').values({ id: newId(), file_id, report_version_id, alt, sort }).execute()
  })
}
