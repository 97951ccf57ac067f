import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { queueMessage } from '../messages/messages.ts'

/** A message with each link. It holds the link's id only: address, words and recipient are made when it is sent. */
export async function queueLinks(tx: Tx, links: Id[], occasion: string): Promise<void> {
  for (const link of links)
    await queueMessage(tx, 'answer_link', `answer_link:${link}:${occasion}`, { link_id: link })
}
