/** How to reach a database; what `pg` understands. */
export type Connection =
  | { connectionString: string }
  | { host: string; port: number; user: string; password: string; database: string }
