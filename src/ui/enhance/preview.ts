/**
 * Shows what the server makes of an answer as it is saved now: how residents will read it, and what is alike. After each
 * saving, and when what holds it is opened. Without this script it is as it was when the page came.
 */
const places = [...document.querySelectorAll<HTMLElement>('[data-renewed]')]
const state = document.querySelector('[data-save-words]')
const folds = new Set(places.map(foldOf).filter((fold) => fold !== null))

function foldOf(place: Element): HTMLDetailsElement | null {
  return place.closest('details')
}

async function renew(): Promise<void> {
  const seen = places.filter((place) => foldOf(place)?.open ?? true)
  if (seen.length === 0) return
  const response = await fetch(location.pathname + location.search, {
    headers: { accept: 'text/html' }
  }).catch(() => null)
  if (!response?.ok) return
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  for (const place of seen) {
    const fresh = page.querySelector(`[data-renewed="${place.dataset['renewed'] ?? ''}"]`)
    if (fresh) place.replaceChildren(...fresh.childNodes)
  }
}

const show = (): void => void renew()
for (const fold of folds) fold.addEventListener('toggle', show)
// The words change when something is saved.
if (state && places.length > 0)
  new MutationObserver(show).observe(state, { childList: true, characterData: true, subtree: true })
