import { autosave } from '#ui/enhance/autosave.ts'
import { holdsIdentityNumber } from '#server/platform/forms/identity-numbers.ts'

// What the server would refuse is not kept on the device either, so that it is asked by the same rule.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]'))
  autosave(form, holdsIdentityNumber)
