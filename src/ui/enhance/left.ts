import { deviceStore, keyOf } from './device.ts'

const section = document.querySelector<HTMLElement>('[data-left]')

const unsentTexts = (): string[] =>
  Object.values(deviceStore(location.pathname).read().unsent).flatMap(({ text, given }) =>
    text.trim() && !given ? [text] : []
  )

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
    localStorage.removeItem(keyOf(location.pathname))
    within.hidden = true
  })
  within.hidden = false
}

const texts = unsentTexts()
if (section && texts.length > 0) show(section, texts)
