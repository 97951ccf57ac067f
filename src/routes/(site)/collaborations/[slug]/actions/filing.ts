import * as v from 'valibot'
import { addDecision, changeDecision } from '#server/domain/decisions/decisions.ts'
import { changedDecision, newDecision } from '#server/domain/decisions/fields.ts'
import { addDocument, changeDocument, removeDocument } from '#server/domain/documents/changing.ts'
import { changedDocument, newDocument } from '#server/domain/documents/fields.ts'
import { id } from '#server/platform/forms/fields.ts'
import type { PartOf } from '../../../../parts.ts'
import { onCollaboration, onCollaborationWithFile } from './place.ts'

const partOfDocument: PartOf = ({ document }) => `dokument-${String(document)}`
const partOfDecision: PartOf = ({ decision }) => `beslut-${String(decision)}`
const document = v.object({ document: id() })
const decision = v.object({ decision: id() })

export const filing = {
  addDocument: onCollaborationWithFile('dokument', newDocument, ({ tx, actor, collaboration }, value) =>
    addDocument(tx, actor, collaboration.id, value)
  ),
  changeDocument: onCollaborationWithFile(
    partOfDocument,
    v.intersect([document, changedDocument]),
    ({ tx, actor }, { document, ...changes }) => changeDocument(tx, actor, document, changes)
  ),
  removeDocument: onCollaboration(partOfDocument, document, ({ tx, actor, collaboration }, { document }) =>
    removeDocument(tx, actor, collaboration.id, document)
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
