// A long form that somebody has written in asks before the page is left.
export const startUnsavedWarning = () => {
  let isChanged = document.querySelector('form[data-guard][data-changed]') !== null
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLElement && target.closest('form[data-guard]')) isChanged = true
  })
  document.addEventListener('submit', () => {
    isChanged = false
  })
  addEventListener('beforeunload', (event) => {
    if (isChanged) event.preventDefault()
  })
}
