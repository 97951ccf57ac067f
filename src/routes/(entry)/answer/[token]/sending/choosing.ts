import type { Chosen } from '#server/domain/answers/submitting.ts'
import type { Written } from '#server/platform/forms/fields.ts'

/** The ticked answers, each with the draft that stood on the page: `answer` holds `<item> <mark>`, once or many times. */
export const chosenIn = ({ answer = [] }: Written): Chosen[] =>
  [answer].flat().flatMap((one) => {
    const [item, mark] = one.split(' ')
    return item && mark ? [{ item, mark }] : []
  })
