import { deviceStore, keyOf } from './device.ts'
import { exchange, type Outcome } from './exchange.ts'
import { setText, textsAtFirst, textsIn } from './form-texts.ts'
import { post } from './posting.ts'
import { hasUnsent, markOf, shown, wrote } from './replica.ts'

const pauseMs = 1500
const longestWaitMs = 8000
const longestRestMs = 60_000

/**
 * Saves a form as it is written, on the device at once and at the server when it can be reached. Without this script the
 * form's buttons do it. The form says in data attributes which words to use.
 */
export function autosave(form: HTMLFormElement, mayNotBeKept: (text: string) => boolean): void {
  const mark = form.elements.namedItem('mark') as HTMLInputElement
  const words = form.querySelector('[data-save-words]')
  const first = textsAtFirst(form)
  const kept = Object.entries(first).map(([name, text]) => [name, mayNotBeKept(text) ? '' : text])
  const store = deviceStore(location.pathname, {
    mark: mark.value,
    at: Number(form.dataset['made']),
    texts: Object.fromEntries(kept) as Record<string, string>
  })
  let before = first
  let timer: ReturnType<typeof setTimeout> | undefined
  let firstUnsavedAt = 0
  let rest = pauseMs
  let saving: Promise<Outcome> | undefined
  let stopped = false
  let passing = false

  const say = (text: string | undefined) => {
    if (words && text) words.textContent = text
  }
  const sayUnreachable = () => say(form.dataset[store.lasts ? 'offline' : 'failed'])

  /** Puts what the device has into the page: from before it was closed, from another window, from a colleague. */
  function show(): void {
    const after = shown(store.read())
    for (const [name, text] of Object.entries(after))
      if (before[name] !== text && !mayNotBeKept(before[name] ?? '')) setText(form, name, text)
    before = after
    mark.value = markOf(store.read())
  }

  /** @returns whether something was written that is not to be kept anywhere. */
  function keep(): boolean {
    let replica = store.read()
    let refused = false
    for (const [name, text] of Object.entries(textsIn(form))) {
      if (mayNotBeKept(text)) refused = true
      else if (text !== before[name]) replica = wrote(replica, name, text)
    }
    store.write(replica)
    before = { ...before, ...shown(replica) }
    return refused
  }

  function wait(ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void send(), ms)
  }

  function noticed(): void {
    if (keep()) say(form.dataset['refused'])
    if (stopped || !hasUnsent(store.read())) return
    if (!navigator.onLine) sayUnreachable()
    firstUnsavedAt ||= Date.now()
    wait(Math.max(0, Math.min(pauseMs, longestWaitMs - (Date.now() - firstUnsavedAt))))
  }

  async function send(): Promise<Outcome> {
    clearTimeout(timer)
    if (saving) return saving
    firstUnsavedAt = 0
    if (navigator.onLine) say(hasUnsent(store.read()) ? form.dataset['saving'] : undefined)
    saving = exchange(store, (batch) => post(location.pathname, batch))
    const outcome = await saving
    saving = undefined
    hear(outcome)
    return outcome
  }

  function hear(outcome: Outcome): void {
    if (outcome.kind === 'unreachable') {
      rest = Math.min(rest * 2, longestRestMs)
      sayUnreachable()
      if (!stopped) wait(rest)
      return
    }
    rest = pauseMs
    if (outcome.kind === 'nothing') return
    if (outcome.kind === 'heard') {
      show()
      if (outcome.answer.undecided.length > 0) sayTwoTexts()
      else say(outcome.say || (outcome.clock && form.dataset['saved']?.replace('{clock}', outcome.clock)))
      if (hasUnsent(store.read())) wait(pauseMs)
      return
    }
    stopped = true
    say(outcome.kind === 'gone' ? form.dataset['gone'] : outcome.say)
    if (outcome.kind === 'gone') dispatchEvent(new Event('link-gone'))
  }

  function sayTwoTexts(): void {
    say(form.dataset['two'])
    const both = document.createElement('button')
    both.type = 'button'
    both.className = 'button button-second'
    both.textContent = form.dataset['showTwo'] ?? ''
    both.addEventListener('click', () => location.reload())
    words?.append(' ', both)
  }

  async function pass(submitter: HTMLElement | null): Promise<void> {
    const refused = keep()
    await send()
    const { kind } = await send()
    if (kind === 'unreachable' || !navigator.onLine) {
      say(refused ? form.dataset['refused'] : form.dataset['offline'])
      return refused ? undefined : goOn(submitter)
    }
    mark.value = markOf(store.read())
    passing = true
    // With nothing to send no time has passed, and a form whose button is being pressed can't be pressed anew.
    setTimeout(() => form.requestSubmit(submitter))
  }

  form.addEventListener('input', noticed)
  // The button goes on when all that was written has been heard; without a net it stays, and so does the text.
  form.addEventListener('submit', (event) => {
    if (passing || stopped) return
    event.preventDefault()
    void pass(event.submitter)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && firstUnsavedAt && !stopped) void send()
  })
  addEventListener('online', () => void send())
  addEventListener('offline', sayUnreachable)
  addEventListener('storage', ({ key }) => {
    if (key === keyOf(location.pathname)) show()
  })
  // Back from the next page: what was heard meanwhile is shown, and what was not is sent.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    passing = false
    show()
    void send()
  })

  show()
  if (hasUnsent(store.read())) void send()
}

/** Without a net the next page is the one that was kept, where there is one. */
function goOn(submitter: HTMLElement | null): void {
  const isNext = submitter?.getAttribute('formaction')?.endsWith('?/next')
  const here = document.querySelector('.houses-own [aria-current=page]')?.closest('li')
  const next = here?.nextElementSibling?.querySelector('a')
  if (isNext && next && navigator.serviceWorker?.controller) location.assign(next.href)
}
