import { foreign } from '#ui/words/foreign.ts'
import type { Inline } from '../paper.ts'

/** Whether all of it is what people wrote, in another language than the page's: then what stands round it can say so. */
export const isForeign = (inlines: Inline[]): boolean =>
  inlines.length > 0 &&
  inlines.every((one) => {
    if (one.type === 'text') return one.foreign === true || one.value.trim() === ''
    return one.type === 'code' || one.type === 'break' || isForeign(one.children)
  })

export const langOf = (inlines: Inline[], language: string): string | undefined =>
  isForeign(inlines) ? foreign(language) : undefined
