/** A text that is as tall as what is written in it, where the browser does not see to that by itself. */
export function growing(text: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return
  const grow = (): void => {
    const missing = text.scrollHeight - text.clientHeight
    if (missing > 0) text.rows += Math.ceil(missing / parseFloat(getComputedStyle(text).lineHeight))
  }
  text.addEventListener('input', grow)
  grow()
}
