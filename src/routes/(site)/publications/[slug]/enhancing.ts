import { BlockWriting, forgetWhenSent } from '#ui/enhance/block-writing.ts'
import { dragging } from '#ui/enhance/dragging.ts'
import { growing } from '#ui/enhance/growing.ts'
import { lineLink } from '#ui/enhance/lines.ts'
import { markButtons } from '#ui/enhance/mark-buttons.ts'
import '#ui/enhance/preview.ts'
import { writers } from '#ui/enhance/writers.ts'
import { holdsIdentityNumber } from '#server/platform/forms/identity-numbers.ts'

// What the server would refuse is not kept on the device either, so that it is asked by the same rule.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-writing]')) {
  new BlockWriting(form, holdsIdentityNumber)
  for (const text of form.querySelectorAll('textarea')) growing(text)
  for (const place of form.querySelectorAll<HTMLElement>('[data-marks]')) markButtons(place)
  for (const link of form.querySelectorAll<HTMLElement>('[data-without-script]')) link.hidden = true
}
for (const form of document.querySelectorAll<HTMLFormElement>(
  'form[action*="changeBlock"]:not([data-writing])'
))
  forgetWhenSent(form)
dragging([...document.querySelectorAll<HTMLElement>('[data-movable]')])
for (const text of document.querySelectorAll<HTMLTextAreaElement>('.whole-text')) growing(text)
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-line]')) lineLink(link)
for (const workbench of document.querySelectorAll<HTMLElement>('[data-writers]')) writers(workbench)
