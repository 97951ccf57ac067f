/** Links that choose all or none of the boxes they stand among, without the page being fetched anew: what is written stays. */
function tick(link: HTMLElement): void {
  const place = link.closest('fieldset')
  for (const box of place?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])
    box.checked = link.dataset['tick'] === 'all'
  const told = place?.querySelector('[data-ticked]')
  if (told) told.textContent = link.dataset['said'] ?? ''
}

for (const link of document.querySelectorAll<HTMLElement>('[data-tick]'))
  link.addEventListener('click', (event) => {
    event.preventDefault()
    tick(link)
  })
