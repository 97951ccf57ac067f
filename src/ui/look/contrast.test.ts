import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = css.split('@media')
const tokensOf = (part: string) =>
  new Map([...part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]))
const modes = { light: tokensOf(light), dark: new Map([...tokensOf(light), ...tokensOf(dark)]) }

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number
  ]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(one: string, other: string): number {
  const [bright, dim] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number]
  return (bright + 0.05) / (dim + 0.05)
}

const grounds = ['paper', 'card', 'sky']
const over = (names: string[], on: string[]) =>
  names.flatMap((name) => on.map((ground) => [name, ground] as const))
const text = [
  ...over(['ink', 'soft', 'primary', 'primary-strong', 'brick'], grounds),
  ...over(['on-primary'], ['primary', 'primary-strong']),
  ...over(['ink'], ['land', 'land-here'])
]
const shapes = [...over(['roof', 'wall', 'outline', 'edge'], grounds), ...over(['window'], ['wall', 'pane'])]

describe.each(Object.entries(modes))('in the %s', (_, tokens) => {
  const of = ([front, ground]: readonly [string, string]) => contrast(tokens.get(front)!, tokens.get(ground)!)
  it.each(text)('%s can be read on %s', (...pair) => expect(of(pair)).toBeGreaterThanOrEqual(4.5))
  it.each(shapes)('%s can be made out on %s', (...pair) => expect(of(pair)).toBeGreaterThanOrEqual(3))
})
