import type { Qualifier, StoryFigure } from './types.ts'

type Rule = StoryFigure['rule']

const figure =
  (qualifier: Qualifier) =>
  (value: number, unit: string, rule: Rule, scope: StoryFigure['scope'] = 'this_period'): StoryFigure => ({
    value,
    qualifier,
    unit,
    rule,
    scope
  })

export const exactly = figure('exactly')
export const about = figure('about')
export const atLeast = figure('at_least')
export const over = figure('over')
export const onAverage = figure('on_average')

/** Words are listed beside the sums and never added to them. */
export const inWords = (words: string, unit: string): StoryFigure => ({
  words,
  qualifier: 'words',
  unit,
  rule: 'never',
  scope: 'this_period'
})
