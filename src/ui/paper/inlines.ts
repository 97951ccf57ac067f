import { piecesOf } from '#ui/words/foreign.ts'
import type { Inline, Node, Tone } from './paper.ts'
import { langOf, type Report } from './report.ts'

export const text = (value: string): Inline => ({ type: 'text', value })

/** What people wrote, marked where the page is in another language than theirs. */
export const wrote = (report: Pick<Report, 'language'>, value: string): Inline => ({
  ...{ type: 'text', value },
  ...(langOf(report) ? { foreign: true } : {})
})

/** A sentence of ours with what people wrote `quoted` in it. */
export const said = (report: Pick<Report, 'language'>, sentence: string): Inline[] =>
  piecesOf(sentence).map(({ words, own }) => (own ? wrote(report, words) : text(words)))

export const strong = (...children: Inline[]): Inline => ({ type: 'strong', children })
export const aside = (...children: Inline[]): Inline => ({ type: 'aside', children })
export const link = (url: string, ...children: Inline[]): Inline => ({ type: 'link', url, children })
export const paragraph = (children: Inline[], tone?: Tone): Node => ({
  ...{ type: 'paragraph', children },
  ...(tone ? { tone } : {})
})
export const soft = (sentence: string): Node => paragraph([text(sentence)], 'soft')

/** Those there are, with something between them. */
export const joined = (parts: (Inline[] | null)[], between = ' · '): Inline[] =>
  parts
    .filter((part): part is Inline[] => part !== null && part.length > 0)
    .flatMap((part, at) => (at === 0 ? part : [text(between), ...part]))

/** Text as it was typed: an empty line begins a paragraph, a new line is one. */
export const typed = (report: Pick<Report, 'language'>, written: string): Node[] =>
  written
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) =>
      paragraph(
        part.split('\n').flatMap((line, at): Inline[] => {
          const words = wrote(report, line.trim())
          return at === 0 ? [words] : [{ type: 'break' }, words]
        })
      )
    )

/** The words alone. */
export const plain = (inlines: Inline[]): string =>
  inlines
    .map((one) => {
      if (one.type === 'text' || one.type === 'code') return one.value
      return one.type === 'break' ? ' ' : plain(one.children)
    })
    .join('')
