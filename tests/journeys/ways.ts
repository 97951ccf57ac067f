/** How somebody reads: each errand is done in every one of these ways. */
export type Way = {
  name: string
  width: number
  scripts: boolean
  colours: 'light' | 'dark'
}

export const wide: Way = { name: 'wide, with JavaScript', width: 1280, scripts: true, colours: 'light' }
export const plain: Way = { name: 'wide, without JavaScript', width: 1280, scripts: false, colours: 'light' }
export const phone: Way = { name: 'on a phone in the evening', width: 390, scripts: true, colours: 'dark' }

export const ways: Way[] = [wide, plain, phone]
