// What the pages do more smoothly when the browser runs scripts. Every page works without this file.
import '@digdir/designsystemet-web/ds-error-summary'
import { startListEditing } from './list-editing.js'
import { startCharacterCounts } from './character-count.js'
import { startReckoning } from './reckoning.js'
import { startSliders } from './sliders.js'
import { startUnsavedWarning } from './unsaved-warning.js'

document.documentElement.dataset.script = 'on'
startListEditing()
startCharacterCounts()
startUnsavedWarning()
startReckoning()
startSliders()
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}
