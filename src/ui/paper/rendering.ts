/** What a rendering needs beside the tree. */
export type From = {
  /** This installation's address without slash at the end: in print and in Word its own links are whole. */
  origin: string
  /** A photo's bytes by its attachment; null where they are not there any more. */
  photo(id: string): Promise<{ type: string; content: Uint8Array } | null>
}

/** `told` says in the reader's language what could not be shown as it was written; nothing is dropped silently. */
export type Rendered = { bytes: Uint8Array; told: string[] }
