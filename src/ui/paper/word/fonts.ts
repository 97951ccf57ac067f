import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The product's face, and for scripts it has no letters of, one that every office program has or has a stand-in for. */
export const face = { ascii: 'Atkinson Hyperlegible Next', hAnsi: 'Atkinson Hyperlegible Next', cs: 'Arial' }

const { resolve } = createRequire(import.meta.url)
const read = (cut: string): Buffer =>
  readFileSync(
    resolve(`@expo-google-fonts/atkinson-hyperlegible-next/${cut}/AtkinsonHyperlegibleNext_${cut}.ttf`)
  )

let cuts: ReturnType<typeof readAll> | undefined

/** Its four cuts travel in the file, so that it looks the same where nobody has installed them. */
export const embeddedFace = () => (cuts ??= readAll())

const readAll = () => [
  {
    name: face.ascii,
    data: read('400Regular'),
    bold: read('700Bold'),
    italic: read('400Regular_Italic'),
    boldItalic: read('700Bold_Italic')
  }
]
