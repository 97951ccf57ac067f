import { marked, type Mark } from './marking.ts'

/** Buttons that write the marks of Markdown into the text they belong to, so that nobody has to know them. */
export function markButtons(place: HTMLElement): void {
  const text = document.getElementById(place.dataset['marks'] ?? '')
  if (!(text instanceof HTMLTextAreaElement)) return
  place.hidden = false
  for (const button of place.querySelectorAll<HTMLButtonElement>('[data-mark]'))
    button.addEventListener('click', () => mark(text, button.dataset['mark'] as Mark))
}

function mark(text: HTMLTextAreaElement, sign: Mark): void {
  const change = marked(text.value, text.selectionStart, text.selectionEnd, sign)
  text.focus()
  text.setSelectionRange(change.from, change.to)
  // The one way that the browser's own undo knows of.
  const isDone = document.execCommand('insertText', false, change.text)
  if (!isDone) {
    text.setRangeText(change.text, change.from, change.to)
    text.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  text.setSelectionRange(...change.chosen)
}
