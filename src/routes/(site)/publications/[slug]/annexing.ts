import * as v from 'valibot'
import { listAnnexable, listAnnexesToEdit } from '#server/domain/publications/annexes/annexes.ts'
import {
  addAnnex,
  annexNewDocument,
  changeAnnex,
  moveAnnex,
  removeAnnex
} from '#server/domain/publications/annexes/changing.ts'
import { changedAnnex, movedAnnex, newAnnex, ofAnnex } from '#server/domain/publications/annexes/fields.ts'
import { newDocument } from '#server/domain/documents/fields.ts'
import { isCoordinatorOf, type Actor } from '#server/domain/people/actor.ts'
import { readerOf } from '#server/domain/publications/live/reader.ts'
import type { Publication } from '#server/domain/publications/publications.ts'
import { newId } from '#server/platform/db/ids.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { readWithFile } from '../../../uploading.ts'
import { onPublication } from './place.ts'

/** The annex where it stands in the list, which stays open. */
const atAnnex = (_: unknown, id: unknown) => `?redigera=bilagor#bilaga-${String(id)}`
const listed = () => '?redigera=bilagor#bilagor'
const partOfAnnex = ({ annex }: Record<string, unknown>) => `bilaga-${String(annex)}`

export const annexing = {
  addAnnex: onPublication(
    'bilagor',
    newAnnex,
    ({ tx, actor, publication }, value) => addAnnex(tx, actor, publication.id, value),
    atAnnex
  ),
  uploadAnnex: onPublication(
    'bilaga-ny',
    newDocument,
    ({ tx, actor, publication }, value) => annexNewDocument(tx, actor, publication.id, value),
    atAnnex,
    {
      // From whoever may not change the report, a file is not read at all.
      readForm: (event, { collaboration_id }) => {
        if (!isCoordinatorOf(event.locals.actor, collaboration_id)) throw new NotAllowed()
        return readWithFile(event)
      }
    }
  ),
  changeAnnex: onPublication(
    partOfAnnex,
    v.intersect([ofAnnex, changedAnnex]),
    ({ tx, actor }, { annex, ...changes }) => changeAnnex(tx, actor, annex, changes),
    listed
  ),
  moveAnnex: onPublication(
    'bilagor',
    v.intersect([ofAnnex, movedAnnex]),
    ({ tx, actor }, { annex, ...value }) => moveAnnex(tx, actor, annex, value),
    listed
  ),
  removeAnnex: onPublication(
    'bilagor',
    ofAnnex,
    ({ tx, actor, publication }, { annex }) => removeAnnex(tx, actor, publication.id, annex),
    listed
  )
}

/** What the annexes are edited with, while they are. */
export async function annexesOpen(actor: Actor, publication: Publication, open: string | null) {
  if (!open?.startsWith('bilag')) return null
  const { db } = runtime()
  const [annexes, annexable] = await Promise.all([
    listAnnexesToEdit(db, actor, readerOf(publication), publication.id),
    listAnnexable(db, actor, publication.id)
  ])
  return { annexes, annexable, newId: newId() }
}
export type AnnexesOpen = Awaited<ReturnType<typeof annexesOpen>>
