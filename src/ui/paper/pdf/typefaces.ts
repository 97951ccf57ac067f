import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const { resolve } = createRequire(import.meta.url)

type Typeface = { family: string; from: string; cuts: string[] }

/** In the order they are asked: the site's own face, and for signs that it lacks the next that has them. */
const typefaces: Typeface[] = [
  {
    family: 'Atkinson Hyperlegible Next',
    from: 'atkinson-hyperlegible-next',
    cuts: ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']
  },
  { family: 'Noto Sans', from: 'noto-sans', cuts: ['400Regular', '700Bold'] },
  { family: 'Noto Sans Arabic', from: 'noto-sans-arabic', cuts: ['400Regular', '700Bold'] },
  { family: 'Noto Sans Hebrew', from: 'noto-sans-hebrew', cuts: ['400Regular', '700Bold'] },
  { family: 'Noto Emoji', from: 'noto-emoji', cuts: ['400Regular'] },
  { family: 'Noto Sans Math', from: 'noto-sans-math', cuts: ['400Regular'] },
  { family: 'Noto Sans Symbols 2', from: 'noto-sans-symbols-2', cuts: ['400Regular'] }
]

export const families = typefaces.map(({ family }) => family)

/** Made for print from the site's own face, and asked for by the template: a zero without its stroke, and a wider thin space. */
const ownFaces = ['KvarterPrint_400Regular', 'KvarterPrint_700Bold']
export const readOwnFaces = (): Buffer[] =>
  ownFaces.map((cut) => readFileSync(join(import.meta.dirname, 'faces', `${cut}.ttf`)))

/** The cuts of each face as they lie in their files, the upright one first. */
export function readTypefaces(): Buffer[][] {
  return typefaces.map(({ family, from, cuts }) => {
    const folder = dirname(resolve(`@expo-google-fonts/${from}/package.json`))
    const name = family.replaceAll(' ', '')
    return cuts.map((cut) => readFileSync(join(folder, cut, `${name}_${cut}.ttf`)))
  })
}
