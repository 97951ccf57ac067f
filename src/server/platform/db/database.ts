import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Connection } from './connection.ts'
import type { DB as Schema } from './schema.ts'

export type Db = Kysely<Schema>
export type Tx = Transaction<Schema>
export type { Schema }

type Options = {
  connections?: number
  /** Ends what takes longer, in milliseconds; none for commands that may take their time. */
  statementTimeout?: number
}

export function openDatabase(connection: Connection, options: Options = {}): Db {
  return databaseOn(openPool(connection, options))
}

export function databaseOn(pool: pg.Pool): Db {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}

export function openPool(
  connection: Connection,
  { connections = 16, statementTimeout = 0 }: Options = {}
): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max: connections,
    application_name: 'kvarter',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    statement_timeout: statementTimeout,
    types: { getTypeParser }
  })
  // A connection that breaks while idle is replaced; the next question tells if the server is gone.
  pool.on('error', () => undefined)
  return pool
}

type Parser = (value: string) => unknown

const numbers: Parser = (value) => value.slice(1, -1).split(',').filter(Boolean).map(Number)

/** Counts and figures are numbers; a day is a day and not an instant in some zone. */
const parsers: Record<number, Parser> = {
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.NUMERIC]: Number,
  [pg.types.builtins.DATE]: (value) => value,
  1016: numbers
}

// pg's own declaration is overloaded by format; only text is asked for here.
const getTypeParser = ((type: number, format?: 'text') =>
  parsers[type] ?? pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser
