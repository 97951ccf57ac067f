/**
 * Shows how residents will read the answer as it is saved now, when the preview is opened and after each saving. Without
 * this script it is as it was when the page came.
 */
const preview = document.querySelector<HTMLDetailsElement>('details[data-preview]')
const state = document.querySelector('[data-save-words]')

async function renew(shown: Element): Promise<void> {
  const response = await fetch(location.pathname, { headers: { accept: 'text/html' } }).catch(() => null)
  if (!response?.ok) return
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const fresh = page.querySelector('[data-preview-shown]')
  if (fresh) shown.replaceChildren(...fresh.childNodes)
}

const shown = preview?.querySelector('[data-preview-shown]')
if (preview && shown) {
  const show = () => void (preview.open && renew(shown))
  preview.addEventListener('toggle', show)
  // The words change when something is saved.
  if (state)
    new MutationObserver(show).observe(state, { childList: true, characterData: true, subtree: true })
}
