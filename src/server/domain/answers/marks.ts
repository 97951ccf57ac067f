import { createHmac } from 'node:crypto'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import type { Contents, Token } from './merging.ts'
import { meant } from './written.ts'

/** Keyed, so that a short text can't be guessed by what it is known by. No text is known by nothing. */
export function tokensOf(secrets: Secrets): Token {
  const key = secrets.keyFor('draft-marks')
  return (name, text) => {
    const what = meant(name, text)
    if (what === '') return ''
    return createHmac('sha256', key).update(`${name}\0${what}`).digest('base64url').slice(0, 8)
  }
}

/**
 * Which draft a form was made from, which version of it, and what each field was known by then: so a field that its
 * writer left alone is told from one that another has changed. `<id>.<version>~<field>:<token>,…`
 */
export function markOf(id: string, version: number, { fields }: Contents, token: Token): string {
  const known = Object.entries(fields).flatMap(([name, { text }]) => {
    const one = token(name, text)
    return one ? [`${encodeURIComponent(name)}:${one}`] : []
  })
  return [`${id}.${version}`, known.join(',')].filter(Boolean).join('~')
}

/** What each field was known by when the form was made; a field that is not there held nothing. */
export function knownBy(mark: string): Map<string, string> {
  const [, known = ''] = mark.split('~')
  return new Map(
    known
      .split(',')
      .map((pair) => pair.split(':'))
      .flatMap(([name, token]) => (name && token ? [[decoded(name), token] as const] : []))
  )
}

/** A mark comes from outside, and may be anything. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

export const versionIn = (mark: string): string => mark.split('~')[0] ?? ''

/** What has been written since that version: all there is, where it was another draft. */
export function changedSince(since: string, mark: string, { fields }: Contents, token: Token) {
  const [draft, version] = since.split('.')
  const seen = draft && draft === mark.split('.')[0] ? Number(version) : -1
  const changed = Object.entries(fields).filter(([, { revision }]) => !(revision <= seen))
  return Object.fromEntries(changed.map(([name, { text }]) => [name, { text, token: token(name, text) }]))
}
