/** What a field says about itself besides its label. */
export type Described = { help?: string; error?: string; max?: number }

export function describedBy(id: string, { help, error, max }: Described) {
  const ids = [error && `${id}-error`, (help || max) && `${id}-help`].filter(Boolean).join(' ')
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? ('true' as const) : undefined }
}
