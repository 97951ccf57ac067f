import * as v from 'valibot'
import {
  choice,
  id,
  ids,
  inOrder,
  listOfWords,
  optionalChoice,
  optionalId,
  optionalNumber,
  optionalText,
  periodFields,
  text,
  tick,
  version
} from '#server/platform/forms/fields.ts'
import { decidedFields } from '../collaborations/fields.ts'
import { reaches } from '../people/reach.ts'

export const stages = [
  'proposed',
  'agreed',
  'ongoing',
  'completed',
  'in_ordinary_operations',
  'discontinued'
] as const
export const targetQualifiers = ['at_least', 'on_average', 'aims_for'] as const
export const targetPeriods = ['week', 'month', 'quarter', 'year', 'period'] as const
export const lineageKinds = ['continues', 'spun_off', 'merged_into'] as const
/** Carried by one organisation, or jointly ("gemensamt") with one that answers. */
export const carrying = ['lead', 'jointly'] as const

const positive = v.pipe(
  optionalNumber(),
  v.check((value) => value === null || value > 0, 'not_a_number')
)
const targetFields = {
  qualifier: choice(targetQualifiers),
  value: v.pipe(positive, v.number('required')),
  unit: text(80),
  per: choice(targetPeriods),
  alternatives: listOfWords()
}
export const newTarget = v.object({ ...targetFields, id: optionalId() })
export const changedTarget = v.object({ ...targetFields, version: version() })
type WrittenTarget = v.InferOutput<typeof newTarget>
export type NewTarget = Omit<WrittenTarget, 'id' | 'alternatives'> & Partial<WrittenTarget>
export type ChangedTarget = v.InferOutput<typeof changedTarget>

/** The same person, place and time questions in both forms. `organisation_id` leads, or answers where it is joint. */
const described = {
  title: text(),
  carried: v.optional(choice(carrying), 'lead'),
  organisation_id: optionalId(),
  responsible: optionalText(200),
  co_actor_ids: ids(),
  initiator_ids: ids(),
  funder_ids: ids(),
  initiated_by: optionalText(200),
  main_objective_id: optionalId(),
  objective_ids: ids(),
  area_ids: ids(),
  target_group: optionalText(300),
  ...periodFields,
  carried_by_id: optionalId(),
  labels: listOfWords(200),
  on_the_way: tick()
}
type WhoCarries = { carried: 'lead' | 'jointly'; organisation_id: string | null }
const withCarrier = <T extends WhoCarries>({ carried, organisation_id, ...rest }: T) => ({
  ...rest,
  lead_id: carried === 'lead' ? organisation_id : null,
  answerer_id: carried === 'jointly' ? organisation_id : null
})
/** The main one first; the others' order says nothing. */
const withMainFirst = <T extends { main_objective_id: string | null; objective_ids: string[] }>({
  main_objective_id,
  ...rest
}: T) => ({
  ...rest,
  objective_ids: [...new Set([...(main_objective_id ? [main_objective_id] : []), ...rest.objective_ids])]
})
type FirstTarget = {
  target_value: number | null
  target_unit: string | null
  target_qualifier: NewTarget['qualifier'] | null
  target_per: NewTarget['per'] | null
}
/** One countable result may be written with the commitment; the rest come on its page. */
const withTargets = <T extends FirstTarget>({
  target_value,
  target_unit,
  target_qualifier,
  target_per,
  ...rest
}: T) => ({
  ...rest,
  targets:
    target_value !== null && target_unit !== null
      ? [
          {
            qualifier: target_qualifier ?? 'at_least',
            value: target_value,
            unit: target_unit,
            per: target_per ?? 'period'
          }
        ]
      : []
})

export const newCommitment = v.pipe(
  v.object({
    ...described,
    id: optionalId(),
    wording: optionalText(),
    stage: v.optional(choice(['proposed', 'agreed', 'ongoing']), 'proposed'),
    reach: v.optional(choice(reaches), 'public'),
    target_value: positive,
    target_unit: optionalText(80),
    target_qualifier: optionalChoice(targetQualifiers),
    target_per: optionalChoice(targetPeriods)
  }),
  inOrder(),
  v.forward(
    v.partialCheck(
      [['target_value'], ['target_unit']],
      ({ target_value, target_unit }) => target_value === null || target_unit !== null,
      'required'
    ),
    ['target_unit']
  ),
  v.transform(withCarrier),
  v.transform(withMainFirst),
  v.transform(withTargets)
)
type Written = v.InferOutput<typeof newCommitment>
export type NewCommitment = Pick<Written, 'title'> &
  Partial<Omit<Written, 'title' | 'stage' | 'targets'>> & {
    /** An import keeps the numbers of its source. */
    number?: number
    stage?: (typeof stages)[number]
    stage_reason?: string | null
    targets?: NewTarget[]
  }

export const changedCommitment = v.pipe(
  v.object({ ...described, version: version() }),
  inOrder(),
  v.transform(withCarrier),
  v.transform(withMainFirst)
)
export type ChangedCommitment = v.InferOutput<typeof changedCommitment>

/** `wording_number` is the wording the new one was written from: 0 when there was none. */
export const rewording = v.object({
  wording: text(5000),
  reason: optionalText(500),
  typo: tick(),
  wording_number: version()
})
export type Rewording = v.InferOutput<typeof rewording>

export const changedStage = v.pipe(
  v.object({ stage: choice(stages), reason: optionalText(500), ...decidedFields, version: version() }),
  v.forward(
    v.partialCheck(
      [['stage'], ['reason']],
      ({ stage, reason }) => stage !== 'discontinued' || reason !== null,
      'required'
    ),
    ['reason']
  )
)
export type ChangedStage = v.InferOutput<typeof changedStage>

export const agreedProposals = v.object({ commitment_ids: ids() })
export type AgreedProposals = v.InferOutput<typeof agreedProposals>

export const changedReach = v.object({ reach: choice(reaches), version: version() })
export const tiedLineage = v.object({
  kind: choice(lineageKinds),
  earlier_collaboration_id: id(),
  earlier_number: v.pipe(optionalNumber(), v.number('required'))
})
