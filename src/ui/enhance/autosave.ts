/**
 * Saves a form as it is written, by the same action that its button has. Without this script the button does it.
 * The form says in data attributes which words to use.
 */
const pauseMs = 1500
const longestWaitMs = 8000

/** SvelteKit writes data as an index from names to a flat list of values. */
type Answer = { type: 'success' | 'failure' | 'redirect' | 'error'; status?: number; data?: string }
function valueOf(answer: Answer, name: string): string | undefined {
  const [index, ...values]: [Record<string, number>, ...unknown[]] = JSON.parse(answer.data ?? '[{}]')
  const at = index[name]
  const value = at === undefined ? undefined : values[at - 1]
  return typeof value === 'string' ? value : undefined
}

function autosave(form: HTMLFormElement): void {
  const mark = form.elements.namedItem('mark') as HTMLInputElement
  const words = form.querySelector('[data-save-words]')
  let timer: ReturnType<typeof setTimeout> | undefined
  let firstUnsavedAt = 0
  let saving: Promise<void> | undefined
  let stopped = false

  const say = (text: string | undefined) => {
    if (words && text) words.textContent = text
  }

  function wrote(): void {
    if (stopped) return
    firstUnsavedAt ||= Date.now()
    clearTimeout(timer)
    const waited = Date.now() - firstUnsavedAt
    timer = setTimeout(save, Math.max(0, Math.min(pauseMs, longestWaitMs - waited)))
  }

  function save(): void {
    if (saving) return wrote()
    firstUnsavedAt = 0
    say(form.dataset['saving'])
    saving = send().finally(() => (saving = undefined))
  }

  async function send(): Promise<void> {
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        keepalive: document.visibilityState === 'hidden',
        headers: { accept: 'application/json' },
        body: new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
      })
      heard((await response.json()) as Answer)
    } catch {
      say(form.dataset['failed'])
      firstUnsavedAt = Date.now()
      if (!stopped) timer = setTimeout(save, longestWaitMs)
    }
  }

  function heard(answer: Answer): void {
    if (answer.type === 'success') {
      mark.value = valueOf(answer, 'mark') ?? mark.value
      const clock = valueOf(answer, 'clock')
      if (clock) say(form.dataset['saved']?.replace('{clock}', clock))
      return
    }
    if (answer.status === 409) stopped = true
    if (answer.status === 422) mark.value = valueOf(answer, 'mark') ?? mark.value
    say(valueOf(answer, 'say') ?? form.dataset['failed'])
  }

  form.addEventListener('input', wrote)
  // Sent while a save is on its way, it would seem to come from another window.
  form.addEventListener('submit', (event) => {
    stopped = true
    clearTimeout(timer)
    if (!saving) return
    event.preventDefault()
    void saving.then(() => form.requestSubmit(event.submitter))
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && firstUnsavedAt && !stopped) save()
  })
  // Back from the next page: what stands here may be saved by now, or not; saving it again tells, and gets its mark.
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return
    stopped = false
    save()
  })
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) autosave(form)
