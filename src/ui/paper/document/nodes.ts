import { legendOf, legendWords, litWords, statusWords, type Street, type Gender } from '#ui/charts/house.ts'
import { m } from '#ui/words/messages.ts'
import { groupsOf, housePicture, quarterPicture } from '../drawing/quarter-picture.ts'
import { streetAlt } from '../drawing/street-alt.ts'
import type { Inline, Node, PaperDeed, PaperPhoto, TableNode } from '../paper.ts'
import { inlines, safe } from './words.ts'

/** What a document's parts are made with: photos as data, by id. */
export type Setting = { origin: string; photos: Map<string, string> }

export const nodes = (all: Node[], setting: Setting): string =>
  all.map((node) => nodeOf(node, setting)).join('\n')

function nodeOf(node: Node, setting: Setting): string {
  const words = (all: Parameters<typeof inlines>[0]) => inlines(all, setting.origin)
  switch (node.type) {
    case 'heading':
      return `<h${node.level}>${words(node.children)}</h${node.level}>`
    case 'paragraph':
      return `<p${node.tone ? ` class="${node.tone}"` : ''}>${words(node.children)}</p>`
    case 'list':
      return listOf(node, setting)
    case 'quote':
      return `<blockquote>${nodes(node.children, setting)}</blockquote>`
    case 'code':
      return `<pre><code>${safe(node.value)}</code></pre>`
    case 'rule':
      return '<hr>'
    case 'table':
      return tableOf(node, setting)
    case 'terms':
      return `<dl>${node.items.map(({ term, children }) => `<dt>${words(term)}</dt><dd>${nodes(children, setting)}</dd>`).join('')}</dl>`
    case 'figures':
      return `<dl class="figures">${node.figures.map(({ number, of }) => `<div><dt>${words(of)}</dt><dd>${words(number)}</dd></div>`).join('')}</dl>`
    case 'deeds':
      return `<ul class="deeds">${node.deeds.map((deed) => deedOf(deed, node.level, setting)).join('\n')}</ul>`
    case 'quarter':
      return quarterOf(node, setting)
    case 'picture':
      return photoOf(node.photo, setting)
  }
}

function listOf({ start, items, look }: Extract<Node, { type: 'list' }>, setting: Setting): string {
  const tag = start === null ? 'ul' : 'ol'
  const from = start !== null && start !== 1 ? ` start="${start}"` : ''
  const plain = look && look !== 'bullets' ? ' class="plain"' : ''
  const said = items.map((item) => {
    const [only] = item
    const line = item.length === 1 && only?.type === 'paragraph'
    return `<li>${line ? inlines(only.children, setting.origin) : nodes(item, setting)}</li>`
  })
  return `<${tag}${from}${plain}>${said.join('')}</${tag}>`
}

function tableOf({ caption, head, rows, numbers }: TableNode, { origin }: Setting): string {
  const kind = (at: number) => (numbers.includes(at) ? ' class="number"' : '')
  const heads = head.map((cell, at) => `<th scope="col"${kind(at)}>${inlines(cell, origin)}</th>`)
  const cellOf = (cell: Inline[], at: number) =>
    at === 0 && cell.length > 0 && !numbers.includes(0)
      ? `<th scope="row">${inlines(cell, origin)}</th>`
      : `<td${kind(at)}>${inlines(cell, origin)}</td>`
  const lines = rows.map((row) => `<tr>${row.map(cellOf).join('')}</tr>`)
  return `<table><caption>${inlines(caption, origin)}</caption>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>${lines.join('\n')}</tbody></table>`
}

/** Beside its words, which say the same. */
const drawing = (svg: string, name: string): string =>
  svg.replace('<svg ', () => `<svg class="${name}" aria-hidden="true" `)

/** Seen nowhere else but in it. */
const told = (svg: string, name: string, alt: string): string =>
  svg.replace('<svg ', () => `<svg class="${name}" role="img" aria-label="${safe(alt)}" `)

function deedOf(deed: PaperDeed, level: number, setting: Setting): string {
  const house = deed.house ? drawing(housePicture(deed.house).svg, 'house') : ''
  const by = deed.by.length > 0 ? `<p class="small">${inlines(deed.by, setting.origin)}</p>` : ''
  const figures = deed.figures.map((figure) => `<li>${inlines(figure, setting.origin)}</li>`)
  const title = inlines(
    deed.url ? [{ type: 'link', url: deed.url, children: deed.title }] : deed.title,
    setting.origin
  )
  return `<li>${house}<div><h${level}>${title}</h${level}>
${nodes(deed.text, setting)}${deed.photos.map((photo) => photoOf(photo, setting)).join('')}${by}${
    figures.length > 0 ? `<ul class="pills">${figures.join('')}</ul>` : ''
  }</div></li>`
}

const across = 20

function quarterOf(quarter: Extract<Node, { type: 'quarter' }>, setting: Setting): string {
  const { streets, gender, level, tables } = quarter
  const groups = groupsOf(streets)
  const houses = streets.flatMap((street) => [...street.houses, ...(street.counts ?? [])])
  const legend = legendOf(houses).map(({ look, facts }) => {
    const words = look === 'ordinary' ? m.house_short_ordinary() : legendWords(look, gender)
    return `<li>${drawing(housePicture(facts).svg, 'house')} ${safe(words)}</li>`
  })
  const shown = streets.map((street, at) => {
    const grouped = (groups?.[at] ?? []).map(
      (facts) =>
        `<li>${drawing(housePicture(facts).svg, 'house')} ${safe(`${facts.count} ${statusWords(facts, gender)}`)}</li>`
    )
    return streetOf(street, level, gender, groups ? `<ul class="legend">${grouped.join('')}</ul>` : null)
  })
  const note = houses.some(({ stage }) => stage) ? `<p>${safe(m.house_stage_note())}</p>` : ''
  return `${note}<ul class="legend">${legend.join('')}</ul>
${shown.join('\n')}
${tables.map((table) => tableOf(table, setting)).join('\n')}`
}

function streetOf(street: Street, level: number, gender: Gender, groups: string | null): string {
  const lit = litWords(street) ? `<p class="small">${safe(litWords(street))}</p>` : ''
  const about = street.text?.trim() ? `<p>${safe(street.text.trim())}</p>` : ''
  const picture =
    street.houses.length > 0
      ? told(quarterPicture([street], { across }).svg, 'street', streetAlt(street, gender))
      : ''
  return `<h${level}>${safe(street.title)}</h${level}>${lit}${about}${groups ?? picture}`
}

/** One that is not there any more is told in its words. */
const photoOf = ({ id, alt, width, height }: PaperPhoto, { photos }: Setting): string => {
  const data = photos.get(id)
  if (!data) return `<p class="small">${safe(alt)}</p>`
  return `<figure><img src="${data}" alt="${safe(alt)}" width="${width}" height="${height}"></figure>`
}
