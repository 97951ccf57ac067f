/**
 * Blocks are dragged by their handle, with a mouse or a finger. While one is dragged all are folded to their names, so
 * that the way is short; where it is let go its form for moving is sent. Without this script there are buttons and a
 * list of places, which whoever uses a keyboard has in any case.
 */
export function dragging(blocks: HTMLElement[]): void {
  for (const block of blocks) {
    const handle = block.querySelector<HTMLElement>('[data-handle]')
    if (!handle) continue
    handle.hidden = false
    handle.addEventListener('pointerdown', (event) => {
      if (event.button === 0) new Drag(block, blocks, handle, event)
    })
  }
}

const edge = 60
const stepPx = 14

class Drag {
  readonly #block: HTMLElement
  readonly #places: HTMLElement[]
  readonly #page: HTMLElement | null
  readonly #line = document.createElement('div')
  readonly #stop = new AbortController()
  /** The block it would stand after; null before the first. */
  #after: HTMLElement | null | undefined
  #y: number
  #scrolling = 0

  constructor(block: HTMLElement, blocks: HTMLElement[], handle: HTMLElement, event: PointerEvent) {
    this.#block = block
    this.#places = blocks.map((one) => one.closest<HTMLElement>('.block') ?? one)
    this.#page = block.closest('.report-text')
    this.#line.className = 'drop-line'
    this.#y = event.clientY
    event.preventDefault()
    handle.setPointerCapture(event.pointerId)
    this.#fold()
    const { signal } = this.#stop
    handle.addEventListener('pointermove', ({ clientY }) => this.#move(clientY), { signal })
    handle.addEventListener('pointerup', () => this.#drop(), { signal })
    handle.addEventListener('pointercancel', () => this.#end(), { signal })
    addEventListener('keydown', ({ key }) => key === 'Escape' && this.#end(), { signal })
    this.#scrolling = requestAnimationFrame(this.#scroll)
  }

  /** The page folds, and the block stays under the hand. */
  #fold(): void {
    const before = this.#block.getBoundingClientRect().top
    this.#page?.classList.add('is-dragging')
    this.#block.classList.add('is-dragged')
    scrollBy({ top: this.#block.getBoundingClientRect().top - before, behavior: 'instant' })
  }

  #move(y: number): void {
    this.#y = y
    const next = this.#places.findIndex((place) => {
      const { top, height } = place.getBoundingClientRect()
      return y < top + height / 2
    })
    const at = next === -1 ? this.#places.length : next
    this.#after = this.#places[at - 1] ?? null
    if (this.#after) this.#after.after(this.#line)
    else this.#places[0]?.before(this.#line)
  }

  #scroll = (): void => {
    const by = this.#y < edge ? -stepPx : this.#y > innerHeight - edge ? stepPx : 0
    if (by !== 0) {
      scrollBy({ top: by, behavior: 'instant' })
      this.#move(this.#y)
    }
    this.#scrolling = requestAnimationFrame(this.#scroll)
  }

  #drop(): void {
    const after = this.#after
    this.#end()
    const form = this.#block.querySelector<HTMLFormElement>('[data-move]')
    const places = form?.elements.namedItem('after')
    if (after === undefined || !form || !(places instanceof HTMLSelectElement)) return
    const id = after?.querySelector('[data-movable]')?.id ?? ''
    const stays = id === this.#block.id || id === places.value
    if (stays) return
    places.value = id
    form.requestSubmit()
  }

  #end(): void {
    cancelAnimationFrame(this.#scrolling)
    this.#stop.abort()
    this.#line.remove()
    const before = this.#block.getBoundingClientRect().top
    this.#page?.classList.remove('is-dragging')
    this.#block.classList.remove('is-dragged')
    scrollBy({ top: this.#block.getBoundingClientRect().top - before, behavior: 'instant' })
  }
}
