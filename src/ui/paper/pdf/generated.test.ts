import fc from 'fast-check'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { inLocale } from '#ui/words/locale.ts'
import type { Paper } from '#ui/paper/paper.ts'
import { anyPaper } from '#tests/papers/generated.ts'
import { claimsOf } from '#tests/papers/pdf-file.ts'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { sheetOf } from './sheet-of.ts'
import { openTypesetting, type Job, type Typeset } from './typesetting.ts'

/** All are compiled as UA-1, which refuses what is not accessible, and their bytes looked at; of each so many one is read. */
const batches = 8
const inBatch = 250
const readEvery = 25
/** So many letters of a paper this reader may miss by itself: those that are put together of several glyphs. */
const missed = 5

type Made = Typeset & { paper: Paper; claims: ReturnType<typeof claimsOf> }

let typeset: (job: Job) => Typeset
let photos: Job['photos']
beforeAll(async () => {
  typeset = openTypesetting()
  const create = { width: 40, height: 30, channels: 3, background: '#486' } as const
  const photo = await sharp({ create }).jpeg().toBuffer()
  photos = new Map([
    ['foto', photo],
    ['trasigt', Buffer.from('inte en bild')]
  ])
})

const made = (paper: Paper): Made => {
  const printed = inLocale(paper.language === 'en' ? 'en' : 'sv', () => {
    const { sheet, svgs } = sheetOf(paper, 'https://kvarter.example')
    return typeset({ sheet, svgs, photos })
  })
  return { ...printed, paper, claims: claimsOf(printed.pdf) }
}

/**
 * Letters and figures with how often each stands there: lines break where they may, and words are set in any order.
 * Arabic ones have many shapes, of which this reader counts some twice and some not at all.
 */
function signsIn(text: string, without: string[] = []): Map<string, number> {
  const signs = new Map<string, number>()
  const left = without.reduce(
    (rest, sign) => rest.replaceAll(sign, ' '),
    text.toWellFormed().normalize('NFC')
  )
  for (const [sign] of left.normalize('NFKC').matchAll(/(?!\p{Script=Arabic})[\p{L}\p{N}]/gu))
    signs.set(sign, (signs.get(sign) ?? 0) + 1)
  return signs
}

async function textOf(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  let text = ''
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    text += items.map((item) => ('str' in item ? item.str : '')).join('')
  }
  await document.destroy()
  return text
}

/** Letters that also stand with a mark: what such a pair is to be read as lies where this reader does not look. */
const composedIn = (text: string): Set<string> =>
  new Set(
    text
      .toWellFormed()
      .normalize('NFC')
      .match(/\p{L}(?=[\p{M}\p{Cf}])/gu) ?? []
  )

/** All that people wrote in it, in whatever branch of the tree. */
function writtenIn(value: unknown, name = ''): string {
  if (Array.isArray(value)) return value.map((one) => writtenIn(one, name)).join(' ')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, one]) => writtenIn(one, key))
      .join(' ')
  return typeof value === 'string' && name === 'value' ? value : ''
}

describe.each(Array.from({ length: batches }, (_, at) => at))('of any papers, batch %i', (batch) => {
  const papers = fc.sample(anyPaper, { numRuns: inBatch, seed: 2026 + batch })

  test('each is an accessible PDF with all its faces', { timeout: 300_000 }, async () => {
    for (const [at, paper] of papers.entries()) {
      const { claims, pdf, replaced } = made(paper)
      expect(claims).toMatchObject({
        isTagged: true,
        accessible: '1',
        language: paper.language,
        showsTitle: true,
        hasTitle: true,
        embedded: claims.faces
      })
      if (at % readEvery === 0) await expectWhole(paper, pdf, replaced)
    }
  })
})

async function expectWhole(paper: Paper, pdf: Uint8Array, replaced: string[]): Promise<void> {
  const written = `${paper.about} ${writtenIn(paper)}`
  const shown = signsIn(await textOf(pdf))
  const composed = composedIn(written)
  const lost = [...signsIn(written, replaced)]
    .filter(([sign]) => !composed.has(sign))
    .map(([sign, times]) => ({ sign, times: times - (shown.get(sign) ?? 0) }))
    .filter(({ times }) => times > 0)
  expect(
    lost.reduce((sum, { times }) => sum + times, 0),
    JSON.stringify(lost)
  ).toBeLessThanOrEqual(missed)
}
