// Tells how much room a text has left, once it is nearly full.
const nearlyFull = 0.8

const update = (field) => {
  const limit = Number(field.dataset.limit)
  const count = document.getElementById(`${field.id}-count`)
  if (!count) return
  const left = limit - field.value.length
  count.hidden = field.value.length < limit * nearlyFull
  count.textContent = (left < 0 ? count.dataset.over : count.dataset.left).replace('%d', String(Math.abs(left)))
  count.toggleAttribute('data-over-limit', left < 0)
}

export const startCharacterCounts = () => {
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLElement && target.dataset.limit) update(target)
  })
}
