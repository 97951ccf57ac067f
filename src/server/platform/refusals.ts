/** Broken promises. The front door turns each into a status, in one place. */

/** 404: not there, or not there for this reader. */
export class NotFound extends Error {
  readonly what: string
  constructor(what: string) {
    super(`not found: ${what}`)
    this.what = what
  }
}

/** 410: it was there, and is not to be read any more. */
export class Gone extends Error {
  readonly what: string
  constructor(what: string) {
    super(`gone: ${what}`)
    this.what = what
  }
}

/** 403: seen, but not theirs to do. */
export class NotAllowed extends Error {
  constructor(what = 'not allowed') {
    super(what)
  }
}

/** 409: somebody else changed it meanwhile. Carries the text that stands now, to be shown beside one's own. */
export class Conflict extends Error {
  readonly current: Record<string, unknown>
  constructor(current: Record<string, unknown>) {
    super('changed meanwhile')
    this.current = current
  }
}

/** 422: input whose fault only the database could see (a taken slug, an overlapping period). */
export class Invalid extends Error {
  readonly errors: Record<string, string>
  constructor(errors: Record<string, string>) {
    super(`invalid: ${Object.keys(errors).join(', ')}`)
    this.errors = errors
  }
}

/** 429. */
export class TooMany extends Error {
  readonly retryAfterSeconds: number
  constructor(retryAfterSeconds: number) {
    super('too many')
    this.retryAfterSeconds = retryAfterSeconds
  }
}
