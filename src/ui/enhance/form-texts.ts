/** What stands in the fields of a form, by name; of choices the chosen one, of boxes nothing when they are not ticked. */
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Not texts of whoever writes: what the form itself needs, files, and choices that a button makes. */
const notTexts = /^(mark|batch|keep_.*|seen_.*|remove_.*)$/

const fieldsOf = (form: HTMLFormElement): Field[] =>
  [...form.elements].filter(
    (one): one is Field =>
      (one instanceof HTMLInputElement ||
        one instanceof HTMLTextAreaElement ||
        one instanceof HTMLSelectElement) &&
      one.name !== '' &&
      one.type !== 'file' &&
      !notTexts.test(one.name)
  )

const isTicked = (field: Field): field is HTMLInputElement =>
  field.type === 'radio' || field.type === 'checkbox'

function textsBy(form: HTMLFormElement, textOf: (field: Field) => string): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const field of fieldsOf(form)) texts[field.name] = textOf(field) || (texts[field.name] ?? '')
  return texts
}

export const textsIn = (form: HTMLFormElement): Record<string, string> =>
  textsBy(form, (field) => (isTicked(field) && !field.checked ? '' : field.value))

/** As the server sent it, whatever a browser has put back since. */
export const textsAtFirst = (form: HTMLFormElement): Record<string, string> =>
  textsBy(form, (field) => {
    if (isTicked(field)) return field.defaultChecked ? field.value : ''
    if (!(field instanceof HTMLSelectElement)) return field.defaultValue
    const options = [...field.options]
    return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? ''
  })

export function setText(form: HTMLFormElement, name: string, text: string): void {
  for (const field of fieldsOf(form).filter((one) => one.name === name)) {
    if (isTicked(field)) field.checked = field.value === text
    else field.value = text
  }
}
