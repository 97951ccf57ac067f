import { HeadingLevel, type IParagraphOptions } from 'docx'

const levels = {
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
  5: HeadingLevel.HEADING_5,
  6: HeadingLevel.HEADING_6
} as const
export type Level = keyof typeof levels

/** Word's own headings, restyled: the paper's title alone is of level 1. */
export const headings = (level: Level): Pick<IParagraphOptions, 'heading'> => ({ heading: levels[level] })
