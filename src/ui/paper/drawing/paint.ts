/** What a page paints by its stylesheet (look/quarter.css) as attributes, for where none reaches: in print and in Word. */
const attributes: Record<string, string> = {
  'k-roof': 'fill="#b4492d" stroke="#b4492d"',
  'k-wall': 'fill="#125450"',
  'k-pane': 'fill="#07282a"',
  'k-lit': 'fill="#ffd15c"',
  'k-grey': 'fill="#6a706a" stroke="#6a706a"',
  'k-line': 'fill="none" stroke="#6a706a" stroke-width="1.2"',
  'k-mark': 'fill="none" stroke="#6a706a" stroke-width="1.8"',
  'k-flag': 'fill="#b4492d"',
  'k-dash': 'stroke-dasharray="2 1.7"',
  'k-rafter': 'fill="none" stroke="#b4492d" stroke-width="1.5"'
}

export const ground = '#d3cabb'

export const painted = (drawing: string): string =>
  drawing.replace(/class="([^"]*)"/g, (_, names: string) =>
    names
      .split(' ')
      .map((name) => attributes[name] ?? '')
      .join(' ')
  )
