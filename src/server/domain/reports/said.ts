/** What a received version says in words, beside its degree, its figures and its photos. */
export const said = [
  'report_version.reason',
  'report_version.done',
  'report_version.contributed',
  'report_version.learnt'
] as const
