import { formatPeriod } from '#ui/formats/periods.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import type { Node, Paper, PaperSection } from '../paper.ts'
import type { From, Rendered } from '../rendering.ts'
import { nodes, type Setting } from './nodes.ts'
import { style } from './style.ts'
import { inlines, safe } from './words.ts'

/** The paper as a page that stands alone: style and photos are in it, and nothing is asked for when it is opened. */
export async function documentOf(paper: Paper, from: From): Promise<Rendered> {
  const wanted = paper.sections.flatMap(({ nodes }) => nodes.flatMap(photosIn))
  const photos = new Map<string, string>()
  const told: string[] = []
  for (const { id, alt } of wanted) {
    const photo = photos.has(id) ? null : await from.photo(id)
    if (photo) photos.set(id, `data:${photo.type};base64,${Buffer.from(photo.content).toString('base64')}`)
    else if (!photos.has(id)) told.push(m.deciding_told_photo({ alt }))
  }
  return { bytes: Buffer.from(page(paper, { origin: from.origin, photos })), told: [...new Set(told)] }
}

function photosIn(node: Node): { id: string; alt: string }[] {
  if (node.type === 'picture') return [node.photo]
  return node.type === 'deeds' ? node.deeds.flatMap(({ photos }) => photos) : []
}

function page(paper: Paper, setting: Setting): string {
  const words = (all: Parameters<typeof inlines>[0]) => inlines(all, setting.origin)
  const facts = paper.facts.map((fact) => `<li>${words(fact)}</li>`)
  const period = formatPeriod(paper.period, getLocale())
  return `<!doctype html>
<html lang="${safe(paper.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${safe(paper.title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<p class="soft">${safe(paper.about)}${period ? `, ${safe(period)}` : ''}</p>
<h1>${safe(paper.title)}</h1>
${paper.opening ? `<p class="sum">${words(paper.opening)}</p>` : ''}
${paper.invented ? `<p class="small">${safe(paper.invented)}</p>` : ''}
<ul class="facts">${facts.join('')}</ul>
</header>
<main>
${paper.sections.map((section) => sectionOf(section, setting)).join('\n')}
</main>
<footer>${paper.colophon.map((line) => `<p>${words(line)}</p>`).join('')}</footer>
</body>
</html>
`
}

function sectionOf({ anchor, heading, level, lead, nodes: all }: PaperSection, setting: Setting): string {
  const title = heading ? `<h${level}>${inlines(heading, setting.origin)}</h${level}>` : ''
  return `<section id="${safe(anchor)}"${lead ? ' class="begins"' : ''}>${title}${nodes(all, setting)}</section>`
}
