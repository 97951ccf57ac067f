/** A button beside an address copies it. Without this script it is a link, and copied as any. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  const place = button.parentElement
  const address = place?.querySelector<HTMLAnchorElement>('[data-copied]')
  const said = place?.querySelector('[data-copy-said]')
  if (!address || !said) continue
  button.hidden = false
  button.addEventListener('click', () => {
    getSelection()?.selectAllChildren(address)
    void isCopied(address.href).then((is) => {
      said.textContent = is ? (button.dataset['copy'] ?? '') : ''
    })
  })
}

/** Where that may not be done it stands marked, to be copied by hand. */
async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
