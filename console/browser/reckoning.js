// Shows what a form comes to while somebody writes in it: sends the form to the address that reckons it without saving
// anything, and puts the answer in place. The server stays the only one who can reckon.
const pauseMilliseconds = 500

let timer
let asked

const partsOf = (root) => [...root.querySelectorAll('[data-result]')]

const put = (page) => {
  for (const part of partsOf(document)) {
    const fresh = page.querySelector(`[data-result="${part.dataset.result}"]`)
    // What says the same is left alone, so that it is not read out again.
    if (fresh && fresh.innerHTML !== part.innerHTML) part.innerHTML = fresh.innerHTML
  }
}

/** On a narrow screen what it comes to lies below the form: the sum stands on the way there, beside the buttons. */
const mirror = () => {
  const sum = document.querySelector('.result__sum')?.textContent
  for (const link of document.querySelectorAll('[data-sum]')) link.textContent = sum ?? link.dataset.sum
}

const fail = (form) => {
  const summary = document.querySelector('[data-result="summary"]')
  if (summary) summary.textContent = form.dataset.reckonFailed
}

const reckon = async (form) => {
  asked?.abort()
  const mine = new AbortController()
  asked = mine
  const region = document.querySelector('[data-result="summary"]')?.closest('section')
  region?.setAttribute('aria-busy', 'true')
  try {
    const response = await fetch(form.dataset.reckon, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      headers: { accept: 'text/html' },
      signal: mine.signal,
    })
    if (!response.ok) throw new Error(String(response.status))
    put(new DOMParser().parseFromString(await response.text(), 'text/html'))
    mirror()
  } catch {
    if (mine.signal.aborted) return
    fail(form)
  }
  if (asked === mine) region?.removeAttribute('aria-busy')
}

const later = (form, milliseconds) => {
  clearTimeout(timer)
  timer = setTimeout(() => void reckon(form), milliseconds)
}

export const startReckoning = () => {
  mirror()
  const watch = ({ target }) => {
    const form = target instanceof Element ? target.closest('form[data-reckon]') : null
    if (form) later(form, pauseMilliseconds)
  }
  document.addEventListener('input', watch)
  document.addEventListener('form-exchanged', (event) => {
    mirror()
    watch(event)
  })
}
