type Contact = { name: string; mail: string; own: boolean }
type Party = { organisation: { id: string; name: string }; asked: boolean; contacts: Contact[] }
/** What is ticked from the start: everybody but whoever asks, unless they chose all or none. */
export type Ticked = 'all' | 'none' | 'others'

export const isTicked = ({ contact }: Row, ticked: Ticked): boolean =>
  ticked === 'all' || (ticked === 'others' && contact?.own === false)

export type Row = { n: number; organisation: { id: string; name: string }; contact: Contact | null }

/** A row to tick for each contact of a party, then one to fill in where nobody is known. Those who are asked are left out. */
export function rowsOf(parties: Party[]): Row[] {
  const known = parties.flatMap(({ organisation, contacts }) =>
    contacts.map((contact) => ({ organisation, contact }))
  )
  const gaps = parties
    .filter(({ contacts, asked }) => contacts.length === 0 && !asked)
    .map(({ organisation }) => ({ organisation, contact: null }))
  return [...known, ...gaps].map((row, n) => ({ ...row, n }))
}
