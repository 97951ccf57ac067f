import type { Shape } from './look.ts'

/** A house is drawn on 24 × 32 units: air for a flag above the roof, the ground at 31. */
export const viewBox = '0 0 24 32'

const roofs = ['M2.5 15.5 12 7l9.5 8.5z', 'M2.5 15.5V11.5L12 8.3l9.5 3.2v4z', 'M2.5 15.5 6 8.7h12l3.5 6.8z']
const outlineWall = 'M4.6 15.5h14.8v14.9H4.6z'
const windowAt = [
  'M6.2 24.2h4.7v4.7H6.2z',
  'M13.1 24.2h4.7v4.7h-4.7z',
  'M6.2 17.8h4.7v4.7H6.2z',
  'M13.1 17.8h4.7v4.7h-4.7z'
]
const wide = 'M6.2 19.6h11.6v6.2H6.2z'

const path = (kind: string, d: string) => `<path class="k-${kind}" d="${d}"/>`
const wall = path('wall', 'M4 15.5h16V31H4z')
const house = (roof: string, inside: string) =>
  `${wall}<path class="k-roof" stroke-linejoin="round" d="${roof}"/>${inside}`
const windows = (lit: number) =>
  (lit < 4 ? path('pane', windowAt.slice(lit).join('')) : '') + path('lit', windowAt.slice(0, lit).join(''))
const outlined = (roof: string, kind: string) =>
  `<path class="k-${kind}" stroke-linejoin="round" d="${roof}${outlineWall}"/>`

const drawings: Record<Shape, (roof: string) => string> = {
  four: (roof) => house(roof, windows(4)),
  three: (roof) => house(roof, windows(3)),
  two: (roof) => house(roof, windows(2)),
  one: (roof) => house(roof, windows(1)),
  wide: (roof) => house(roof, path('lit', wide)),
  rafters: (roof) =>
    `${wall}<path class="k-rafter" stroke-linejoin="round" d="${roof}M12 15.5V8"/>${path('pane', wide)}`,
  panes: (roof) =>
    path('line', outlineWall + windowAt.join('')) +
    `<path class="k-grey" stroke-linejoin="round" d="${roof}"/>`,
  bare: (roof) => outlined(roof, 'line'),
  question: (roof) =>
    outlined(roof, 'line k-dash') +
    '<path class="k-mark" stroke-linecap="round" d="M9.8 21.2a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.6m0 2.6v.1"/>',
  plot: () =>
    path('line', 'M6.5 18h11v6h-11zM9 21h6M12 24v6.5') +
    '<path class="k-line" stroke-linecap="round" d="M5 30.6q3.5-1.8 7-.3t7-.1"/>'
}

const flag = '<path class="k-flag" d="M11.4 8V1h1.2v.5h5.4l-1.5 1.9 1.5 1.9h-5.4V8z"/>'

export const drawHouse = (shape: Shape, roof: 0 | 1 | 2, withFlag: boolean): string =>
  drawings[shape](roofs[roof]!) + (withFlag && shape !== 'plot' ? flag : '')

/** All plots look alike, so they share one drawing whatever their roof would have been. */
export const drawingId = (shape: Shape, roof: 0 | 1 | 2, withFlag: boolean): string =>
  shape === 'plot' ? 'h-plot' : `h-${shape}${roof}${withFlag ? 'f' : ''}`
