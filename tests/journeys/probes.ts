/** What somebody may send instead of what was asked for. Each tells what stands in a field. */
export const probes: Record<string, string> = {
  'nothing at all': '',
  'blanks and hidden marks': ' \u200b\u200d\ufeff\u00ad \n\t ',
  'a script': '</textarea><script>alert(1)</script>"\'><img src=x onerror=alert(1)>',
  'letters turned round, and emoji': '\u202eåäö\u2066 👨‍👩‍👧‍👦 مرحبا ‏שלום',
  'a heap of marks': `e${'\u0301'.repeat(3000)}`,
  'an identity number': '811218-9876',
  'half a character and a null': '\ud83c\u0000\uffff',
  'a database’s words': "'; drop table commitment; -- \\ %00 ${x} {{x}}",
  'no such day': '2026-02-30',
  'no number': '1e309',
  'too large a number': '99999999999999999999999',
  'less than nothing': '-1',
  'somebody else’s id': '01900000-0000-7000-8000-000000000000',
  'no id': '../../etc/passwd',
  'a name that objects have': '__proto__'
}

export const aMillion = 'a'.repeat(1_000_000)

type Body = Record<string, string | string[]>
const encoded = (fields: [string, string][]): string =>
  fields
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value.toWellFormed())}`)
    .join('&')
const pairs = (body: Body): [string, string][] =>
  Object.entries(body).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]))

/** The form as it should be, but for another field each time; and now and then every field. */
export function* formsWith(body: Body): Generator<[string, string]> {
  const fields = pairs(body)
  for (const [at, [what, value]] of Object.entries(probes).entries()) {
    if (at % 2 === 0) yield [`${what} in every field`, encoded(fields.map(([name]) => [name, value]))]
    const one = at % Math.max(fields.length, 1)
    yield [
      `${what} in ${fields[one]?.[0]}`,
      encoded(fields.map(([name, right], n) => [name, n === one ? value : right]))
    ]
  }
  const [first] = fields
  yield ['no fields', '']
  yield ['every field twice', encoded([...fields, ...fields])]
  yield [
    'fields that nobody asked for',
    `${encoded(fields)}&__proto__=1&constructor=2&keep_x=yours&figures.999999.value=1`
  ]
  yield [
    'days out of order',
    encoded(
      fields.map(([name, right]) => [
        name,
        name.startsWith('from') ? '2031-01-01' : name.startsWith('to') ? '2030-01-01' : right
      ])
    )
  ]
  yield ['bytes that are no letters', fields.map(([name]) => `${name}=%ff%fe%e5%E4`).join('&')]
  if (first) yield ['a million letters', encoded([...fields.slice(1), [first[0], aMillion]])]
}
