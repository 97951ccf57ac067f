import fc from 'fast-check'

const marks = [
  '\u200b',
  '\u200d',
  '\u200e',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\u00ad',
  '\u061c',
  '\u0000',
  '\u001b'
]
const odd = [
  ...[
    '',
    ' ',
    '\u00a0',
    '\u200b',
    '\u200d',
    '\u2028',
    '\u0000',
    '\\u0000',
    '\ud800',
    '\udc00x',
    '\udbff\udfff'
  ],
  ...['🏠'.repeat(60), '👨‍👩‍👧‍👦', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'e\u0301', 'ﬃ', 'İ', 'ẞ', 'ΑΣ', '\ufdfa', '‮moc.kvarter', 'Z̸̛͔'.repeat(40)],
  ...[
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '&amp;',
    `'; drop table person; --`,
    '$1',
    '{{7*7}}'
  ],
  ...[
    'null',
    'undefined',
    'NaN',
    '__proto__',
    'constructor',
    '[]',
    '{"a":1}',
    '%',
    '_',
    '\\',
    '\r\n\r\nBcc: a@b.se'
  ],
  ...['0', '-1', '1e9', '1,5', '999999999999', '0x10', '٣', '½', '2147483648', '1 000', '−3'],
  ...[
    '0000-01-01',
    '2024-02-30',
    '2024-13-01',
    '9999-12-31',
    '10000-01-01',
    '2024-02-29',
    '-0044-03-15',
    '2024-1-1'
  ],
  ...[
    '850101-1236',
    'a@b',
    'a@b.se',
    'Ä@ö.se',
    'İ@b.se',
    `${'a'.repeat(250)}@b.se`,
    'javascript:alert(1)',
    'https://',
    'http://[',
    '//x'
  ],
  ...[
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '01900000-0000-7000-8000-000000000000'
  ],
  ...[
    'a'.repeat(201),
    'å'.repeat(5001),
    'x'.repeat(100_001),
    `${'a'.repeat(150_000)} `,
    '\u0301\u0316'.repeat(40_000)
  ]
]

/** What somebody, or something, may send in one field. */
const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...odd) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.string({ maxLength: 20 }), fc.constantFrom(...marks), fc.string({ maxLength: 20 }))
      .map((parts) => parts.join(''))
  },
  // Half characters, in any order.
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 0xd7f0, max: 0xe010 }), { maxLength: 20 })
      .map((units) => String.fromCharCode(...units))
  }
)

/** A field that is missing, written once, or written several times. */
export const nasty: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: text },
  { weight: 1, arbitrary: fc.array(text, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constant(undefined) }
)

/** A whole form of whatever. */
export const anyForm = fc.dictionary(fc.oneof(fc.string({ maxLength: 12 }), text), nasty, { maxKeys: 5 })
