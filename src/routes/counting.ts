/** How many, as an address says after something was done. */
export const countIn = (written: string | null): number | null =>
  /^\d{1,5}$/.test(written ?? '') ? Number(written) : null
