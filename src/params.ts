import { defineParams } from '@sveltejs/kit/params'
import { formats } from '#server/domain/publications/editions/files.ts'

/** What a report's address may end with: `/rapporter/namn.pdf`. */
export const params = defineParams({
  format: (ending) => formats.find((format) => format === ending)
})
