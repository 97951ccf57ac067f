import { dayIn } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/db/write.ts'
import { timeZoneOf } from '../installation/installation.ts'
import type { Item } from './items.ts'
import type { WrittenAnswer } from './written.ts'

/** A promise that is to be mended as it stands now, in the fields that ask for its words. */
export async function promisedNow(
  db: Db,
  item: Pick<Item, 'about' | 'commitment_id'>
): Promise<WrittenAnswer> {
  if (item.about !== 'promise' || !item.commitment_id) return {}
  const standing = await db
    .selectFrom('commitment')
    .leftJoin('commitment_wording', 'commitment_wording.id', 'commitment.wording_id')
    .select(['title', 'wording', 'responsible', 'target_group', 'to_day'])
    .where('commitment.id', '=', item.commitment_id)
    .executeTakeFirst()
  if (!standing) return {}
  const { title, wording, responsible: who, target_group, to_day } = standing
  // What is worded anew is to be done some other day than one that has passed.
  const by_when = to_day && to_day >= dayIn(await timeZoneOf(db)) ? to_day : null
  return Object.fromEntries(
    Object.entries({ title, wording, who, target_group, by_when }).flatMap(([key, value]) =>
      value ? [[`answers.${key}`, value]] : []
    )
  )
}
