import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { world } from '#story/world.ts'
import { projectRoot } from '#server/platform/settings/settings.ts'

type Text = string | { match: Record<string, string> }[]

function textsIn(language: string): Map<string, string[]> {
  const folder = join(projectRoot, 'messages', language)
  const found = new Map<string, string[]>()
  for (const file of readdirSync(folder)) {
    const messages = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, Text>
    for (const [key, text] of Object.entries(messages))
      found.set(key, typeof text === 'string' ? [text] : text.flatMap(({ match }) => Object.values(match)))
  }
  return found
}

const english = textsIn('en')
const bothWays = new Set([...english.values()].flat())

/** Whole texts, and patterns of those with something to fill in. Words that both languages have say nothing. */
const swedish = [...textsIn('sv').values()].flat().filter((text) => !bothWays.has(text) && text.length > 2)
const whole = new Set(swedish.filter((text) => !text.includes('{')).map(tidied))
const patterns = swedish.filter(saysMuch).map(patternOf)

function tidied(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** With hardly a word of its own, a text would fit anything. */
function saysMuch(text: string): boolean {
  return (
    text.includes('{') &&
    /\p{L}{4}/u.test(text.replace(/\{[^}]*\}/g, ' ')) &&
    text.replace(/\{[^}]*\}/g, '').trim().length > 7
  )
}

function patternOf(text: string): RegExp {
  const parts = tidied(text).split(/\{[^}]*\}/)
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`)
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [tidied(value)]
  return value && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : []
}
const written = new Set(stringsIn(world.collaborations))

/** Whether it is a text of the interface in Swedish. What people have written is in the language they wrote it in. */
export const isSwedish = (said: string): boolean =>
  !written.has(said) && (whole.has(said) || patterns.some((pattern) => pattern.test(said)))
