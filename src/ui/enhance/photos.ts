/**
 * Chosen photos are made small on the device and sent at once, so that one of 8 MB goes as 300 kB. Without this script
 * they go as they are when a button of the form is pressed. The server makes them anew in any case.
 */
const longest = 1600
const lightEnough = 400_000

async function madeSmall(file: File): Promise<File> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
    if (scale === 1 && file.size < lightEnough) return file
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    const paper = canvas.getContext('2d')
    if (!paper) return file
    paper.fillStyle = '#fff'
    paper.fillRect(0, 0, canvas.width, canvas.height)
    paper.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85))
    return blob && blob.size < file.size ? new File([blob], file.name, { type: blob.type }) : file
  } catch {
    // What this device can't read is sent as it is, and the server says what is wrong with it.
    return file
  }
}

function enhance(place: HTMLElement): void {
  const input = place.querySelector<HTMLInputElement>('input[type="file"]')
  const button = place.querySelector('button')
  const words = place.querySelector('[data-photos-words]')
  if (!input || !button || !words) return
  const say = (text = ''): void => {
    words.textContent = text
  }

  async function choose(input: HTMLInputElement, button: HTMLButtonElement): Promise<void> {
    say(place.dataset['shrinking'])
    const small = new DataTransfer()
    for (const file of input.files ?? []) small.items.add(await madeSmall(file))
    input.files = small.files
    if (!navigator.onLine) return say(place.dataset['offline'])
    input.form?.requestSubmit(button)
  }
  input.addEventListener('change', () => {
    if (input.files?.length) void choose(input, button)
  })
}

for (const place of document.querySelectorAll<HTMLElement>('[data-photos]')) enhance(place)
