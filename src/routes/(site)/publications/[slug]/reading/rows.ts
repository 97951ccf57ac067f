type Contact = { name: string; mail: string }
type Party = { organisation: { id: string; name: string }; asked: boolean; contacts: Contact[] }
export type Row = { n: number; organisation: { id: string; name: string }; contact: Contact | null }

/** A row to tick for each contact of a party, and one to fill in where nobody is known. Those who are asked are left out. */
export const rowsOf = (parties: Party[]): Row[] =>
  parties
    .flatMap(({ organisation, asked, contacts }) =>
      contacts.length > 0 || asked
        ? contacts.map((contact) => ({ organisation, contact }))
        : [{ organisation, contact: null }]
    )
    .map((row, n) => ({ ...row, n }))
