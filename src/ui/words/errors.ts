import { m } from './messages.ts'

const fields: Record<string, () => string> = {
  required: m.errors_required,
  too_long: m.errors_too_long,
  identity_number: m.errors_identity_number,
  not_a_day: m.errors_not_a_day,
  wrong_order: m.errors_wrong_order,
  not_a_choice: m.errors_not_a_choice,
  not_a_number: m.errors_not_a_number,
  not_a_mail: m.errors_not_a_mail,
  not_an_address: m.errors_not_an_address,
  not_a_slug: m.errors_not_a_slug,
  taken: m.errors_taken,
  overlaps: m.errors_overlaps,
  within_itself: m.errors_within_itself,
  not_geojson: m.errors_not_geojson,
  not_a_polygon: m.errors_not_a_polygon,
  not_wgs84: m.errors_not_wgs84,
  in_use: m.errors_in_use,
  not_yours: m.errors_not_yours,
  same_mail: m.errors_same_mail,
  representatives_only: m.errors_representatives_only,
  not_of_the_organisation: m.errors_not_of_the_organisation,
  no_last: m.errors_no_last,
  not_admitted: m.errors_not_admitted,
  too_many: m.errors_too_many,
  wrong_code: m.errors_wrong_code,
  not_a_code: m.errors_not_a_code,
  not_for_role: m.errors_not_for_role,
  yourself: m.errors_yourself,
  last_administrator: m.errors_last_administrator,
  round_closed: m.answers_error_round_closed,
  already_sent: m.answers_error_already_sent,
  link_withdrawn: m.answers_link_withdrawn,
  two_texts: m.answers_error_two_texts,
  not_a_photo: m.photos_error_not_a_photo,
  heic: m.photos_error_heic,
  damaged: m.photos_error_damaged,
  too_large_bytes: m.photos_error_too_large_bytes,
  too_many_pixels: m.photos_error_too_many_pixels,
  too_many_photos: m.photos_error_too_many_photos,
  empty_file: m.documents_error_empty_file,
  too_large_file: m.documents_error_too_large_file,
  wrong_type: m.documents_error_wrong_type,
  archive: m.documents_error_archive,
  macros: m.documents_error_macros,
  locked_file: m.documents_error_locked_file,
  damaged_file: m.documents_error_damaged_file,
  identity_number_in_name: m.documents_error_identity_number_in_name,
  annexed: m.documents_error_annexed,
  two_annexes: m.annexes_two,
  nothing_written: m.answers_error_nothing_written,
  nothing_chosen: m.answers_sending_chosen_none,
  nothing_to_ask: m.rounds_error_nothing_to_ask,
  round_open: m.preparing_error_round_open,
  past: m.preparing_error_past,
  after_due: m.preparing_error_after_due,
  not_longer: m.preparing_error_not_longer,
  not_a_clock: m.preparing_error_not_a_clock,
  too_few: m.preparing_error_too_few,
  too_many_questions: m.preparing_error_too_many_questions,
  always_asked: m.preparing_error_always_asked,
  exempted: m.preparing_error_exempted,
  asked_already: m.preparing_error_asked_already,
  not_handed: m.preparing_error_not_handed,
  not_accepted: m.rounds_error_not_accepted,
  not_active: m.running_error_not_active,
  not_yet: m.running_error_not_yet,
  too_many_promises: m.wording_error_too_many,
  not_lifted: m.rounds_error_not_lifted,
  answered: m.rounds_error_answered,
  not_asked: m.rounds_error_not_asked,
  in_future: m.rounds_error_in_future,
  nobody_asked: m.reading_error_nobody_asked,
  draft_frozen: m.reading_error_draft_frozen,
  settled: m.reading_error_settled,
  taken_back: m.reading_error_taken_back,
  own_objection: m.reading_error_own_objection
}

/** What to do about a field, from the code it was refused with. */
export const errorText = (code: string): string => (fields[code] ?? m.errors_unknown)()

/** For `ErrorSummary`: the errors of a form in the order of its fields; `id` where a field's id is not its name. */
export const errorList = (errors: Record<string, string> = {}, id = (name: string): string => name) =>
  Object.entries(errors).map(([name, code]) => ({ id: id(name), text: errorText(code) }))

const pages = {
  not_found: [m.errors_page_not_found, m.errors_page_not_found_text],
  gone: [m.errors_page_gone, m.errors_page_gone_text],
  not_allowed: [m.errors_page_not_allowed, m.errors_page_not_allowed_text],
  conflict: [m.errors_page_conflict, m.errors_page_conflict_text],
  invalid: [m.errors_page_invalid, m.errors_page_invalid_text],
  too_many: [m.errors_page_too_many, m.errors_page_too_many_text],
  too_large: [m.errors_page_too_large, m.errors_page_too_large_text],
  unreadable: [m.errors_page_unreadable, m.errors_page_unreadable_text],
  unavailable: [m.errors_page_unavailable, m.errors_page_unavailable_text],
  unexpected: [m.errors_page_unexpected, m.errors_page_unexpected_text],
  signed_out: [m.errors_page_signed_out, m.errors_page_signed_out_text],
  link_unknown: [m.answers_link_unknown, m.answers_link_unknown_text],
  link_withdrawn: [m.answers_link_withdrawn, m.answers_link_withdrawn_text],
  link_expired: [m.answers_link_expired, m.answers_link_expired_text],
  reading_link_unknown: [m.answers_link_unknown, m.reading_link_unknown_text],
  reading_link_withdrawn: [m.answers_link_withdrawn, m.reading_link_withdrawn_text],
  reading_link_expired: [m.answers_link_expired, m.reading_link_expired_text]
} as const

export type PageError = keyof typeof pages

export const pageErrorWords = (code: PageError = 'unexpected') => ({
  title: pages[code][0](),
  text: pages[code][1]()
})
