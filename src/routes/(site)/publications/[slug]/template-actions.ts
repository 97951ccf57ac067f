import { newTemplate } from '#server/domain/publications/fields.ts'
import { saveTemplate } from '#server/domain/publications/own-templates.ts'
import { onPublication } from './place.ts'

export const templating = {
  saveTemplate: onPublication(
    'mall',
    newTemplate,
    ({ tx, actor, publication }, value) => saveTemplate(tx, actor, publication.id, value),
    () => '?redigera=allt&mall=sparad#mall'
  )
}
