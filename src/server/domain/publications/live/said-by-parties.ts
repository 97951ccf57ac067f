import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { OwnAnswers } from '../../answers/own-answers.ts'
import type { Asked } from './commitments.ts'
import type { View } from './views.ts'
import type { PartySaid } from '../frozen.ts'

/** What a party said for itself, lifted out by a coordinator. */
export type SaidByParty = {
  highlight_id: Id
  round_id: Id
  organisation: string
  title: string | null
  /** In the coordinator's own words; null where there are none. */
  text: string | null
  /** Nobody tells of it with a commitment of theirs. */
  alone: boolean
  answers: OwnAnswers
}

/**
 * A party's answers for itself are promised to be read by coordinators only ("Det visas inte för alla"), so a report
 * never holds their words: what a coordinator lifts out of them is told in the coordinator's own, or joined to a deed.
 */
export async function saidByParties(db: Db, { collaboration }: Asked): Promise<SaidByParty[]> {
  const { rows } = await sql<SaidByParty>`
    select r.highlight_id, r.round_id, o.name as organisation, h.title, h.wording as text, v.answers,
      not exists (select from report other where other.highlight_id = h.id and other.commitment_id is not null) as alone
    from report r join report_version v on v.id = r.accepted_version_id join organisation o on o.id = r.organisation_id
    join highlight h on h.id = r.highlight_id
    where r.collaboration_id = ${collaboration} and r.commitment_id is null
    order by o.name collate "sv-x-icu", r.accepted_at, r.id`.execute(db)
  return rows
}

/** The usual questions to a party. One lifted answer is told once: where the first of these that it answers is. */
export const usual = ['beyond', 'gave', 'next'] as const
export const firstUsual = (answers: OwnAnswers) => usual.find((key) => answers[key] !== undefined)

/** What was lifted out of the answers to a question; of a round's own question, by its key. */
export const saidTo = ({ saidByParties: said }: View, question: string): PartySaid[] =>
  said.flatMap(({ organisation, title, text, alone, answers }) => {
    const first = firstUsual(answers)
    const belongs = isUsual(question) ? first === question : answers[question] !== undefined && !first
    return alone && text !== null && belongs ? [{ organisation, title, text }] : []
  })

const isUsual = (question: string): boolean => usual.some((key) => key === question)
