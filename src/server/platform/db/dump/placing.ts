import type pg from 'pg'
import { type Partition, quoted, type Sequence } from './contents.ts'
import { DumpError, foreign } from './format.ts'

const range = /^FOR VALUES FROM \('([0-9 :+-]+)'\) TO \('([0-9 :+-]+)'\)$/

/** The parts a table had: rows that found none would lie where they are in the way of one made later. */
export async function createPartitions(client: pg.Client, partitions: Partition[]): Promise<void> {
  for (const { name, parent, bound } of partitions) {
    const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
      quoted(name)
    ])
    if (rows[0]?.there) continue
    // What is in a file is run only if it is what we would have written.
    if (!range.test(bound)) throw new DumpError(foreign)
    await client.query(`create table ${quoted(name)} partition of ${quoted(parent)} ${bound}`)
  }
}

export async function setSequences(client: pg.Client, sequences: Sequence[]): Promise<void> {
  for (const { name, last, called } of sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [name, last, called])
  }
}
