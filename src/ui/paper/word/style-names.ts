import { m } from '#ui/words/messages.ts'

/** What the styles are called that Word does not have itself, in the report's language. */
export const styleNames = () => ({
  about: m.word_style_about(),
  opening: m.word_style_opening(),
  openingNumber: m.word_style_opening_number(),
  invented: m.word_style_invented(),
  facts: m.word_style_facts(),
  lead: m.word_style_lead(),
  soft: m.word_style_soft(),
  small: m.word_style_small(),
  figure: m.word_style_figure(),
  figureOf: m.word_style_figure_of(),
  deed: m.word_style_deed(),
  deedBy: m.word_style_deed_by(),
  deedFigures: m.word_style_deed_figures(),
  term: m.word_style_term(),
  explanation: m.word_style_explanation(),
  picture: m.word_style_picture(),
  skyline: m.word_style_skyline(),
  legend: m.word_style_legend(),
  code: m.word_style_code(),
  codeInText: m.word_style_code_in_text(),
  rule: m.word_style_rule(),
  colophon: m.word_style_colophon(),
  beforeColophon: m.word_style_before_colophon(),
  table: m.word_style_table(),
  beside: m.word_style_beside(),
  quietLink: m.word_style_quiet_link(),
  head: m.word_style_head(),
  cell: m.word_style_cell(),
  afterTable: m.word_style_after_table(),
  mark: m.word_style_mark(),
  aside: m.word_style_aside()
})
export type StyleNames = ReturnType<typeof styleNames>
