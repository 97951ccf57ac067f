import type { RequestEvent } from '@sveltejs/kit'
import * as v from 'valibot'
import { addDecision, changeDecision } from '#server/domain/decisions/decisions.ts'
import { changedDecision, newDecision } from '#server/domain/decisions/fields.ts'
import { addDocument, changeDocument, removeDocument } from '#server/domain/documents/changing.ts'
import { changedDocument, newDocument } from '#server/domain/documents/fields.ts'
import { id } from '#server/platform/forms/fields.ts'
import { address } from '#ui/words/addresses.ts'
import type { PartOf } from '../../../../parts.ts'
import { onCollaboration, onCollaborationWithFile } from './place.ts'

const partOfDocument: PartOf = ({ document }) => `dokument-${String(document)}`
const partOfDecision: PartOf = ({ decision }) => `beslut-${String(decision)}`
const document = v.object({ document: id() })
const decision = v.object({ decision: id() })

type Event = { event: RequestEvent; collaboration: { slug: string } }
const pageOf = ({ event: { locals }, collaboration }: Event): string =>
  address(locals.locale, 'collaborations', collaboration.slug)
/** The row where it stands now, among those of its year, and that it was saved. */
const atRow = (place: Event, document: unknown): string =>
  `${pageOf(place)}?sparat=${String(document)}#dokument-${String(document)}`

export const filing = {
  addDocument: onCollaborationWithFile(
    'dokument',
    newDocument,
    ({ tx, actor, collaboration }, value) => addDocument(tx, actor, collaboration.id, value),
    (place, _, id) => atRow(place, id)
  ),
  changeDocument: onCollaborationWithFile(
    partOfDocument,
    v.intersect([document, changedDocument]),
    ({ tx, actor }, { document, ...changes }) => changeDocument(tx, actor, document, changes),
    (place, { document }) => atRow(place, document)
  ),
  removeDocument: onCollaboration(
    partOfDocument,
    document,
    ({ tx, actor, collaboration }, { document }) => removeDocument(tx, actor, collaboration.id, document),
    (place) => `${pageOf(place)}?sparat=borttaget#dokument-rubrik`
  ),
  addDecision: onCollaboration('beslut', newDecision, ({ tx, actor, collaboration }, value) =>
    addDecision(tx, actor, collaboration.id, value)
  ),
  changeDecision: onCollaboration(
    partOfDecision,
    v.intersect([decision, changedDecision]),
    ({ tx, actor }, { decision, ...changes }) => changeDecision(tx, actor, decision, changes)
  )
}
