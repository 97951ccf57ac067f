import { keyOf } from './device.ts'
import { FormReplica, type Refuses } from './form-replica.ts'
import { SaveWords } from './save-words.ts'
import { Sending } from './sending.ts'

/**
 * Saves a form as it is written, on the device at once and at the server when it can be reached. Without this script the
 * form's buttons do it.
 */
export function autosave(form: HTMLFormElement, refuses: Refuses): void {
  const replica = new FormReplica(form, refuses)
  const words = new SaveWords(form)
  const sending = new Sending(replica, words)
  form.addEventListener('input', () => noticed(replica, words, sending))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') sending.hurry()
  })
  addEventListener('online', () => void sending.now())
  addEventListener('offline', () => words.unreachable(replica.store.lasts))
  addEventListener('storage', ({ key }) => {
    if (key === keyOf(location.pathname)) replica.show()
  })
  passOn(form, replica, words, sending)
  replica.show()
  if (replica.hasUnsent) void sending.now()
}

function noticed(replica: FormReplica, words: SaveWords, sending: Sending): void {
  if (replica.keep()) words.say('refused')
  if (sending.stopped || !replica.hasUnsent) return
  if (!navigator.onLine) words.unreachable(replica.store.lasts)
  sending.soon()
}

/** The button goes on when all that was written has been heard; without a net it stays, and so does the text. */
function passOn(form: HTMLFormElement, replica: FormReplica, words: SaveWords, sending: Sending): void {
  let passing = false

  async function pass(submitter: HTMLElement | null): Promise<void> {
    const refused = replica.keep()
    await sending.now()
    const { kind } = await sending.now()
    if (kind === 'unreachable' || !navigator.onLine) {
      words.say(refused ? 'refused' : 'offline')
      return refused ? undefined : goOn(submitter)
    }
    replica.mark()
    passing = true
    // With nothing to send no time has passed, and a form whose button is being pressed can't be pressed anew.
    setTimeout(() => form.requestSubmit(submitter))
  }

  form.addEventListener('submit', (event) => {
    if (passing || sending.stopped) return
    event.preventDefault()
    void pass(event.submitter)
  })
  // Back from the next page: what was heard meanwhile is shown, and what was not is sent.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    passing = false
    replica.show()
    void sending.now()
  })
}

/** Without a net the next page is the one that was kept, where there is one. */
function goOn(submitter: HTMLElement | null): void {
  const isNext = submitter?.getAttribute('formaction')?.endsWith('?/next')
  const here = document.querySelector('.houses-own [aria-current=page]')?.closest('li')
  const next = here?.nextElementSibling?.querySelector('a')
  if (isNext && next && navigator.serviceWorker?.controller) location.assign(next.href)
}
