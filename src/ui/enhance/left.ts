import { prefix } from './device.ts'
import type { Replica } from './replica.ts'

const key = prefix + location.pathname
const section = document.querySelector<HTMLElement>('[data-left]')

function unsentTexts(): string[] {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Replica>
    return Object.values(kept.unsent ?? {}).flatMap(({ text, given }) => (text.trim() && !given ? [text] : []))
  } catch {
    return []
  }
}

/** Written without a net, on what a colleague has sent in since, or when the round had closed: it is not thrown away unseen. */
function show(within: HTMLElement, texts: string[]): void {
  const quotes = texts.map((text) => {
    const quote = document.createElement('blockquote')
    quote.className = 'words'
    quote.textContent = text
    return quote
  })
  within.querySelector('[data-left-texts]')?.replaceChildren(...quotes)
  within.querySelector('button')?.addEventListener('click', () => {
    localStorage.removeItem(key)
    within.hidden = true
  })
  within.hidden = false
}

const texts = unsentTexts()
if (section && texts.length > 0) show(section, texts)
