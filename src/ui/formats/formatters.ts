/** Intl's formatters are dear to make and cheap to use, so each is made once. */
const made = new Map<string, unknown>()

const once =
  <Options, Formatter>(make: new (locale: string, options: Options) => Formatter) =>
  (locale: string, options: Options): Formatter => {
    const key = `${make.name} ${locale} ${JSON.stringify(options)}`
    const formatter = (made.get(key) as Formatter | undefined) ?? new make(locale, options)
    made.set(key, formatter)
    return formatter
  }

export const dateTimeFormat = once<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>(Intl.DateTimeFormat)
export const numberFormat = once<Intl.NumberFormatOptions, Intl.NumberFormat>(Intl.NumberFormat)
export const listFormat = once<Intl.ListFormatOptions, Intl.ListFormat>(Intl.ListFormat)
export const relativeTimeFormat = once<Intl.RelativeTimeFormatOptions, Intl.RelativeTimeFormat>(
  Intl.RelativeTimeFormat
)
