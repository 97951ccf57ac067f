/** What the renderer marks for a script that takes the page over: `<!--[-->`, `<!--[3-->`, `<!--]-->`, `<!---->`. */
const marks = /<!--(?:\[(?:-?\d+|!)?|\])?-->/g

/** The page without its marks, which no script of ours asks for (`csr`): half of what it is, a seventh of what is sent. */
export const unmarked = (html: string): string => html.replace(marks, '')
