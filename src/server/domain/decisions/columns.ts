/** What a decision says, in the order that it is read. */
export const decisionColumns = [
  'decision.id',
  'decision.version',
  'decision.kind',
  'decision.body',
  'decision.decided_on',
  'decision.section',
  'decision.case_number',
  'decision.wording',
  'decision.adjusted_on',
  'decision.posted_on',
  'decision.sent_to',
  'decision.reach',
  'decision.audience'
] as const
