import { existsSync } from 'node:fs'
import { dump } from '../platform/db/dump.ts'
import { DumpError } from '../platform/db/dump/format.ts'
import { load } from '../platform/db/load.ts'
import { databaseFor } from '../platform/db/running.ts'
import { fromCaller, readSettings } from '../platform/settings/settings.ts'
import { CommandError, say } from './speaking.ts'

export async function dumpTo([given]: string[]): Promise<void> {
  if (!given) throw new CommandError('Where to? kvarter dump FILE')
  const file = fromCaller(given)
  if (existsSync(file)) throw new CommandError(`${file} is there already. Choose another name.`)
  const running = await databaseFor(readSettings())
  try {
    const { tables, rows } = await dump(running.connection, file)
    say(`${rows} rows of ${tables} tables are in ${file}.`)
    say(
      'It holds personal data. Drafts and personal links in it are of use only with the file "secret" of DATA_DIR.'
    )
  } finally {
    await running.stop()
  }
}

export async function loadFrom([given]: string[]): Promise<void> {
  if (!given) throw new CommandError('Which one? kvarter load FILE')
  const file = fromCaller(given)
  if (!existsSync(file)) throw new CommandError(`There is no file ${file}.`)
  const running = await databaseFor(readSettings())
  try {
    const { tables, rows } = await load(running.connection, file)
    say(`${rows} rows of ${tables} tables are loaded.`)
  } catch (error) {
    throw error instanceof DumpError ? new CommandError(error.message, { cause: error }) : error
  } finally {
    await running.stop()
  }
}
