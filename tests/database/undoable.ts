import type pg from 'pg'

type Query = (text: string, values?: unknown[]) => Promise<pg.QueryResult>

/**
 * A pool of one connection inside a transaction that never ends. What the code under test takes for transactions are
 * savepoints in it, one after the other; and so is every single question, so that a refused one spoils nothing.
 */
export function undoablePool(client: pg.PoolClient) {
  const turn = queue()
  const query: Query = (text, values) => client.query(text, values as unknown[])
  const pool = {
    connect: async () => {
      const done = await turn()
      return { query: asSavepoints(query), release: done }
    },
    query: async (text: string, values?: unknown[]) => {
      const done = await turn()
      return asSavepoints(query)(text, values).finally(done)
    },
    on: () => pool,
    end: async () => undefined
  }
  return {
    pool: pool as unknown as pg.Pool,
    begin: () => query('begin'),
    mark: () => query('savepoint test'),
    undo: async () => {
      await query('rollback to savepoint test')
      await query('release savepoint test')
    }
  }
}

function asSavepoints(query: Query): Query {
  let inTransaction = false
  return async (text, values) => {
    if (/^(begin|start transaction)/i.test(text)) {
      inTransaction = true
      return query('savepoint work')
    }
    if (/^commit$/i.test(text)) {
      inTransaction = false
      return commit(query)
    }
    if (/^rollback$/i.test(text)) {
      inTransaction = false
      return query('rollback to savepoint work')
    }
    return inTransaction ? query(text, values) : alone(query, text, values)
  }
}

/** What a real commit does besides keeping: checks what was put off, and forgets who acted. */
async function commit(query: Query): Promise<pg.QueryResult> {
  try {
    await query('set constraints all immediate')
    await query('set constraints all deferred')
    await query(`select set_config('kvarter.actor', '', true)`)
    return await query('release savepoint work')
  } catch (error) {
    await query('rollback to savepoint work')
    throw error
  }
}

async function alone(query: Query, text: string, values?: unknown[]): Promise<pg.QueryResult> {
  await query('savepoint question')
  try {
    const result = await query(text, values)
    await query('release savepoint question')
    return result
  } catch (error) {
    await query('rollback to savepoint question')
    throw error
  }
}

/** Gives a turn at a time; each ends by calling what it was given. */
function queue(): () => Promise<() => void> {
  let last = Promise.resolve()
  return async () => {
    const before = last
    let done: () => void = () => undefined
    last = new Promise((resolve) => (done = resolve))
    await before
    return done
  }
}
