import { sending } from '#server/domain/publications/edition-fields.ts'
import { publish } from '#server/domain/publications/publishing.ts'
import { onPublication } from './place.ts'

export const deciding = {
  publish: onPublication(
    'publicera',
    sending,
    ({ tx, actor, publication }, value) => publish(tx, actor, publication.id, value),
    () => '#innehall'
  )
}
