/**
 * Reads one answer after another by single keys: links are followed, buttons and fields only come into focus, so that
 * nothing is decided by one slip of a finger. Works outside fields, without modifiers, and can be turned off.
 */
const place = 'kvarter.keys'

const isOff = (): boolean => {
  try {
    return localStorage.getItem(place) === 'off'
  } catch {
    return false
  }
}

function turn(on: boolean): void {
  try {
    if (on) localStorage.removeItem(place)
    else localStorage.setItem(place, 'off')
  } catch {
    // Where nothing may be kept it holds until the next page.
  }
}

const isField = (element: Element | null): boolean =>
  Boolean(element?.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]'))

function pressed(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  if (off || event.key.length !== 1 || isField(document.activeElement)) return
  const key = event.key.toLowerCase()
  const target = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
  if (!target) return
  event.preventDefault()
  if (target instanceof HTMLAnchorElement) target.click()
  else target.focus()
}

let off = isOff()
const list = document.querySelector<HTMLDetailsElement>('[data-keys]')
const box = list?.querySelector<HTMLInputElement>('[data-keys-on]')
if (list && box) {
  list.hidden = false
  box.checked = !off
  box.addEventListener('change', () => {
    off = !box.checked
    turn(box.checked)
  })
}
document.addEventListener('keydown', pressed)
