/** A link to a line of a text puts the caret there and chooses the line. */
export function lineLink(link: HTMLAnchorElement): void {
  link.addEventListener('click', (event) => {
    const text = document.querySelector<HTMLTextAreaElement>(link.hash)
    const line = Number(link.dataset['line'])
    if (!text || !line) return
    event.preventDefault()
    const lines = text.value.split('\n')
    const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
    text.focus()
    text.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0))
    const { lineHeight, paddingBlockStart } = getComputedStyle(text)
    const down = parseFloat(paddingBlockStart) + (line - 1) * parseFloat(lineHeight)
    text.scrollTop = down
    scrollBy({ top: text.getBoundingClientRect().top + down - text.scrollTop - innerHeight / 3 })
  })
}
