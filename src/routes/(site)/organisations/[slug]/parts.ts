/** The parts of an organisation's page that are changed in place: their ids, and the value of `?redigera=` that opens them. */
export const parts = { details: 'uppgifter', placing: 'hor-till', address: 'adress' } as const
