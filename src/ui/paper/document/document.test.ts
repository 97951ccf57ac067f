import { describe, expect, test } from 'vitest'
import type { Paper } from '../paper.ts'
import type { From } from '../rendering.ts'
import { documentOf } from './document.ts'

const words = (value: string) => [{ type: 'text' as const, value }]
const paper: Paper = {
  title: 'Så <gick> det & "sen"',
  language: 'sv',
  about: 'Löftet',
  publisher: 'Förvaltningen',
  day: '2026-03-14',
  period: { from: '2024-01-01', to: '2025-12-31', precision: 'day' },
  opening: words('90 av 100'),
  invented: null,
  facts: [words('Utgåva 1')],
  sections: [
    {
      id: 'a',
      anchor: 'avsnitt-a',
      heading: words('Rubrik'),
      level: 2,
      lead: true,
      nodes: [
        { type: 'paragraph', children: [{ type: 'link', url: '/omraden/backa', children: words('Backa') }] },
        { type: 'paragraph', children: words('<script>alert(1)</script>\u0000\ud800') },
        {
          type: 'table',
          ...{ caption: words('Siffror'), head: [words('Vad'), words('Hur många')] },
          ...{ rows: [[words('Frukost'), words('4 300')]], numbers: [1] }
        },
        { type: 'picture', photo: { id: 'p', src: '/bilder/p', alt: 'En "skylt"', width: 4, height: 3 } },
        { type: 'picture', photo: { id: 'q', src: '/bilder/q', alt: 'Borta', width: 4, height: 3 } }
      ]
    }
  ],
  colophon: [words('Källa: rapporten')]
}
const from: From = {
  origin: 'https://kvarter.example',
  photo: (id) => Promise.resolve(id === 'p' ? { type: 'image/png', content: Buffer.from('x') } : null)
}
const made = async (nodes = paper.sections[0]?.nodes ?? []) => {
  const sections = paper.sections.map((section) => ({ ...section, nodes }))
  const { bytes, told } = await documentOf({ ...paper, sections }, from)
  return { html: Buffer.from(bytes).toString(), told }
}

describe('a report as a page that stands alone', () => {
  test('asks for nothing when it is opened: its photos are in it, and no other address is followed by itself', async () => {
    const { html } = await made()
    expect(html.match(/\b(src|href)="[^"]*"/g)).toEqual([
      'href="https://kvarter.example/omraden/backa"',
      `src="data:image/png;base64,${Buffer.from('x').toString('base64')}"`
    ])
    expect(html).not.toMatch(/url\(|@import|<script|<link/)
  })

  test('says what was written and no more than that', async () => {
    const { html } = await made()
    expect(html).toContain('<title>Så &lt;gick&gt; det &amp; &quot;sen&quot;</title>')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;\ufffd</p>')
    expect(html).toContain('<th scope="col" class="number">Hur många</th>')
    expect(html).toContain('<html lang="sv">')
  })

  test('tells in words of a photo that is not there any more', async () => {
    const { html, told } = await made()
    expect(html).toContain('<p class="small">Borta</p>')
    expect(told).toEqual(['Bilden ”Borta” finns inte längre.'])
  })
})

test('a sign that stands for something where words are replaced is a sign', async () => {
  const house = {
    title: 'Frukost',
    degree: 'fully',
    state: 'reported',
    ordinary: false,
    seed: 'a',
    href: '/x'
  } as const
  const street = { title: "Skola $& $'hem", lit: 1, of: 1, houses: [house] }
  const { html } = await made([
    { type: 'quarter', level: 3, streets: [street], gender: 'neuter', tables: [] }
  ])
  expect(/aria-label="([^"]*)"/.exec(html)?.[1]).toContain("Skola $&amp; $'hem")
})
