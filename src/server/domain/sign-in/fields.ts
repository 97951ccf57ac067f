import * as v from 'valibot'
import { mail } from '#server/platform/forms/fields.ts'

export const asking = v.object({ mail: mail() })

/** Six digits, however they are spaced. */
const code = v.pipe(
  v.optional(v.string(), ''),
  v.maxLength(100, 'not_a_code'),
  v.transform((value) => value.normalize('NFKC').replace(/[\s\p{Cf}\p{Pd}]/gu, '')),
  v.regex(/^\d{6}$/, 'not_a_code')
)
export const signingIn = v.object({ mail: mail(), code })
