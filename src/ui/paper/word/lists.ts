import { AlignmentType, LevelFormat, LevelSuffix, type ILevelsOptions, type NumberingDefinition } from 'docx'
import { colours, step } from './measures.ts'

/** As deep as Word counts. */
const levels = [...Array(9).keys()]
export const deepest = levels.length - 1

const bullets = ['•', '–', '·']

const definition = (
  reference: string,
  level: (level: number) => Partial<ILevelsOptions>
): NumberingDefinition => ({
  reference,
  levels: levels.map((at) => ({
    level: at,
    alignment: AlignmentType.LEFT,
    style: {
      paragraph: { indent: { left: step * (at + 1), hanging: step } },
      run: { color: colours.primary }
    },
    ...level(at)
  }))
})

export const bulleted = definition('bullets', (level) => ({
  format: LevelFormat.BULLET,
  text: bullets[level % bullets.length]!
}))

/** A line that turns is moved in, so that it is seen where the next begins. */
const turned = 170

/** Still a list to whoever hears it, without a sign before its lines. */
export const unmarked = definition('lines', (level) => ({
  format: LevelFormat.BULLET,
  text: '',
  suffix: LevelSuffix.NOTHING,
  style: { paragraph: { indent: { left: step * level + turned, hanging: turned } } }
}))

export const numberedFrom = (start: number): NumberingDefinition =>
  definition(`numbers-${start}`, (level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.`, start }))
