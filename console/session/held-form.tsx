import type { Text } from '#contracts/language.ts'
import { Alert } from '../layout/alert.tsx'
import { Page, show } from '../layout/page.tsx'
import { words } from '../language/words.ts'
import { herePath, visitOf } from '../visit.ts'
import type { PageContext } from '../visit.ts'

/** The session ran out while somebody was writing: what was sent waits on this page until they have signed in again. */

const text = {
  title: { sv: 'Du behöver logga in igen', en: 'You need to sign in again' },
  explanation: {
    sv: 'Din inloggning har gått ut. Det du skrev finns kvar på den här sidan så länge den är öppen.',
    en: 'Your sign-in has expired. What you wrote stays on this page for as long as it is open.',
  },
  first: { sv: 'Logga in i en ny flik.', en: 'Sign in in a new tab.' },
  second: { sv: 'Kom tillbaka hit och skicka igen.', en: 'Come back here and send again.' },
  newTab: { sv: 'Logga in (öppnas i en ny flik)', en: 'Sign in (opens in a new tab)' },
  resend: { sv: 'Skicka igen', en: 'Send again' },
} as const satisfies Record<string, Text>

export const heldFormPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const entered = new URLSearchParams(await c.req.text())
  return show(
    c,
    <Page visit={visit} title={t(text.title)}>
      <h1 class="ds-heading" data-size="lg">
        {t(text.title)}
      </h1>
      <Alert color="warning">
        <p class="ds-paragraph">{t(text.explanation)}</p>
      </Alert>
      <ol class="steps">
        <li>
          <p>{t(text.first)}</p>
          <a class="ds-button" data-variant="secondary" href="/logga-in?till=%2F" target="_blank" rel="noopener">
            {t(text.newTab)}
          </a>
        </li>
        <li>
          <p>{t(text.second)}</p>
          <form method="post" action={herePath(visit)}>
            {[...entered].map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <button class="ds-button" type="submit">
              {t(text.resend)}
            </button>
          </form>
        </li>
      </ol>
      <p>
        <a class="ds-link" href="/">
          {t(words.start)}
        </a>
      </p>
    </Page>,
    401,
  )
}
