// Adds, removes and moves rows, and shows what a choice brings with it, without a new page: sends the same form that the browser would have sent, and puts
// the form that comes back in place. The server stays the only one who knows how a row looks.
const isRowAction = (button) => button?.name === '_action' && /^(add|remove|up|redraw):/.test(button.value)

const checkedNamed = (form, name) => form.querySelector(`input[name="${name}"]:checked`)

const nextFocus = (form, action) => {
  const [verb, pointer] = action.split(':')
  if (verb === 'redraw') return checkedNamed(form, pointer)
  return form.querySelector('[autofocus]') ?? form.querySelector(`[data-list="${pointer}"] .list__add`)
}

const exchange = async (form, button) => {
  const body = new URLSearchParams(new FormData(form, button))
  const response = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } })
  if (!response.ok || response.redirected) return false
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const fresh = page.getElementById(form.id)
  if (!fresh) return false
  form.replaceWith(fresh)
  const focus = nextFocus(fresh, button.value)
  focus?.focus()
  focus?.scrollIntoView({ block: button.value.startsWith('redraw:') ? 'nearest' : 'center' })
  // What else watches the form has a new one to watch.
  fresh.dispatchEvent(new CustomEvent('form-exchanged', { bubbles: true }))
  return true
}

/** The network or the session failed: let the browser do what it would have done without us. */
const submitPlainly = (form, button) => {
  form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: button.name, value: button.value }))
  form.submit()
}

export const startListEditing = () => {
  // A choice that decides which other fields there are presses its own button.
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.checked)
      target.closest('[data-redraw]')?.querySelector('button[value^="redraw:"]')?.click()
  })
  document.addEventListener('submit', (event) => {
    const { target: form, submitter } = event
    if (!form.id || !isRowAction(submitter)) return
    event.preventDefault()
    void exchange(form, submitter)
      .catch(() => false)
      .then((isDone) => isDone || submitPlainly(form, submitter))
  })
}
