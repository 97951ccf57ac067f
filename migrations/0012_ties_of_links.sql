-- Withdrawing a link follows what was sent on from it; few are.
create index link_forwarded_from on link (forwarded_from_id) where forwarded_from_id is not null;
-- Whose links an answer is told to, and whether anybody has one, is asked by item.
create index link_item_item on link_item (item_id);
-- Where nothing refers, rows go without the whole table being read.
create index round_item_handed_to on round_item (handed_to_id) where handed_to_id is not null;
create index draft_photo_space on draft_photo (space_id);
