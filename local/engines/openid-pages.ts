import { html, raw } from 'hono/html'
import type { County } from '#counties/county.ts'
import type { Language, Text } from '#contracts/language.ts'
import { roleNames } from '#contracts/words.ts'
import type { Persona } from '../personas.ts'

/** The pages of the local sign-in. Plain HTML that needs neither scripts nor anything from elsewhere. */

type Html = ReturnType<typeof html>

const style = `
  :root { color-scheme: light; --colour: #00579d }
  * { box-sizing: border-box }
  body { margin: 0; background: #f4f5f6; color: #1e2b3c; font: 1.125rem/1.5 system-ui, sans-serif }
  main { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem 4rem }
  h1 { margin: 0 0 .5rem; font-size: 1.75rem; line-height: 1.25 }
  .note { margin: 1.5rem 0; padding: .75rem 1rem; border-left: .375rem solid #9a6700; background: #fff8e1 }
  ul { display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)) }
  ul { margin: 1.5rem 0 0; padding: 0; list-style: none }
  button { width: 100%; height: 100%; padding: .75rem 1rem; border: 2px solid #5b6b7d; border-radius: .25rem }
  button { background: #fff; color: inherit; font: inherit; text-align: left; cursor: pointer }
  button:hover { border-color: var(--colour); background: #eef5fb }
  button:focus-visible, a:focus-visible { outline: .1875rem solid #1e2b3c; outline-offset: .125rem }
  strong, span { display: block }
  span { font-size: 1rem; color: #44525f }
  .single { width: auto; min-width: 12rem; height: auto; text-align: center }
  a { color: var(--colour) }
`

const texts = {
  title: { sv: 'Vem vill du vara?', en: 'Who do you want to be?' },
  intro: {
    sv: 'Välj en person att logga in som. Personerna är påhittade.',
    en: 'Choose a person to sign in as. The people are made up.',
  },
  note: {
    sv: 'Bara för utveckling. Här behövs inget lösenord. I drift loggar man in med länets egen identitetstjänst.',
    en: 'For development only. No password is needed here. In operation people sign in with the county’s own identity service.',
  },
  signOutTitle: { sv: 'Vill du logga ut?', en: 'Do you want to sign out?' },
  signOut: { sv: 'Logga ut', en: 'Sign out' },
  signedOut: { sv: 'Du är utloggad', en: 'You are signed out' },
  signedOutText: { sv: 'Du kan stänga sidan.', en: 'You may close the page.' },
  errorTitle: { sv: 'Inloggningen gick inte att slutföra', en: 'The sign-in could not be completed' },
  expired: {
    sv: 'Inloggningen har gått ut eller började i en annan webbläsare. Gå tillbaka till sidan du kom från och logga in igen.',
    en: 'The sign-in has expired or was begun in another browser. Go back to the page you came from and sign in again.',
  },
  otherLanguage: { sv: 'In English', en: 'På svenska' },
} satisfies Record<string, Text>

const page = (language: Language, title: string, content: Html | Promise<Html>) =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`

/** What distinguishes a persona: the offices held, the unit answered for, or else the role. */
const partOf = ({ roles, unit, offices }: Persona, county: County, language: Language): string => {
  const held = county.offices.filter(({ id }) => offices.includes(id)).map(({ name }) => name[language])
  if (held.length > 0) return held.join(', ')
  const role = roles.map((one) => roleNames[one][language]).join(', ')
  const unitName = unit && county.units[unit]
  return unitName === undefined ? role : `${role}, ${unitName}`
}

const organisationOf = ({ organisation }: Persona, county: County): string | undefined =>
  county.organisations.find(({ id }) => id === organisation)?.name

export interface PersonaPage {
  readonly county: County
  readonly personas: readonly Persona[]
  readonly language: Language
}

/** A button for every persona; it posts `persona`, the persona's id, to the page's own address. */
export const personaPage = ({ county, personas, language }: PersonaPage) => {
  const other = language === 'sv' ? 'en' : 'sv'
  return page(
    language,
    texts.title[language],
    html`<p>
        ${texts.intro[language]}
        <a href="?language=${other}" lang="${other}" hreflang="${other}">${texts.otherLanguage[language]}</a>
      </p>
      <p class="note">${texts.note[language]}</p>
      <form method="post">
        <ul>
          ${personas.map(
            (persona) =>
              html`<li>
                <button name="persona" value="${persona.id}">
                  <strong>${persona.name}</strong>
                  <span>${partOf(persona, county, language)}</span>
                  <span>${organisationOf(persona, county)}</span>
                </button>
              </li>`,
          )}
        </ul>
      </form>`,
  )
}

/** `form` is the provider's own hidden form, with the id op.logoutForm. */
export const signOutPage = (language: Language, form: string) =>
  page(
    language,
    texts.signOutTitle[language],
    html`${raw(form)}<button class="single" form="op.logoutForm" name="logout" value="yes">${texts.signOut[language]}</button>`,
  )

export const signedOutPage = (language: Language) =>
  page(language, texts.signedOut[language], html`<p>${texts.signedOutText[language]}</p>`)

export const expiredPage = (language: Language) =>
  page(language, texts.errorTitle[language], html`<p>${texts.expired[language]}</p>`)

/** `reason` is in the provider's words, for whoever develops the client. */
export const errorPage = (language: Language, reason: string) =>
  page(language, texts.errorTitle[language], html`<p lang="en">${reason}</p>`)
