// A slider beside each likely figure that has a sensible range: a share from 0 to 100 per cent, other figures between
// their own low and high. The field is what is sent; the slider only writes in it.
const steps = 100

const numberOf = (field) => {
  const digits = (field?.value ?? '')
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replace('\u2212', '-')
    .replace(',', '.')
  return digits === '' || Number.isNaN(Number(digits)) ? undefined : Number(digits)
}

const written = (value) => String(value).replace('.', ',')

const sibling = (field, name) => field.form?.elements.namedItem(field.name.replace(/likely$/, name))

const isShare = (field) => field.closest('[data-slider-share]') !== null

/** The smallest power of ten that gives some hundred steps, so that dragging gives even figures. */
const stepOf = (least, greatest) => 10 ** Math.floor(Math.log10((greatest - least) / steps) + 0.5)

const rangeOf = (field) => {
  if (isShare(field)) return { least: 0, greatest: 100, step: 1 }
  const [least, greatest] = [numberOf(sibling(field, 'low')), numberOf(sibling(field, 'high'))]
  if (least === undefined || greatest === undefined || least >= greatest) return undefined
  return { least, greatest, step: stepOf(least, greatest) }
}

const fit = (field, slider) => {
  const range = rangeOf(field)
  slider.hidden = range === undefined
  if (!range) return
  Object.assign(slider, { min: String(range.least), max: String(range.greatest), step: String(range.step) })
  slider.value = String(numberOf(field) ?? range.least)
}

const labelOf = (field) => {
  const legend = field.closest('fieldset')?.querySelector('legend')?.textContent ?? ''
  return `${legend}: ${field.labels?.[0]?.textContent ?? ''}`
}

const add = (field) => {
  const slider = Object.assign(document.createElement('input'), { type: 'range', className: 'slider' })
  slider.setAttribute('aria-label', labelOf(field))
  fit(field, slider)
  slider.addEventListener('input', (event) => {
    // Floats drag decimals along; the step says how many there are.
    field.value = written(Number(Number(slider.value).toFixed(6)))
    event.stopPropagation()
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  for (const name of ['low', 'likely', 'high']) {
    const source = sibling(field, name)
    if (source instanceof HTMLInputElement)
      source.addEventListener('input', () => {
        if (document.activeElement !== slider) fit(field, slider)
      })
  }
  field.closest('.fields')?.after(slider)
}

const addAll = (root) => {
  for (const field of root.querySelectorAll('form[data-reckon] input[name$="/likely"]')) add(field)
}

export const startSliders = () => {
  addAll(document)
  document.addEventListener('form-exchanged', ({ target }) => addAll(target.parentElement))
}
