export type Connection =
  | { connectionString: string }
  | { host: string; port: number; user: string; password: string; database: string }
