import type { AppliesWhen } from '#contracts/requirement-library.ts'
import { released } from './released.ts'
import { accessibilityStandard, digitalAccessibility, lou } from './sources.ts'

/** Binding for public websites and apps; as good a measure for what residents use otherwise. */
const screens: AppliesWhen = [['publicService'], ['residents']]

/** A success criterion of WCAG 2.1 at level A or AA has the same number in clause 9 of the standard. */
const criterion = (number: string) => accessibilityStandard(`9.${number} (WCAG 2.1, ${number})`)

/** Everybody can perceive, operate and understand the service. */
export const accessibility = released('accessibility', [
  {
    id: 'KB-ACC-001',
    force: 'binding',
    text: {
      sv: 'Kraven på tjänsten ska ta hänsyn till alla användares behov, också behoven hos personer med funktionsnedsättning. Leverantören ska visa hur det är gjort.',
      en: 'The service must meet the needs of all its users, also of people with disabilities. The supplier must show how that is done.',
    },
    sources: [lou('9 kap. 2 §')],
    appliesWhen: [['residents'], ['staffUsers'], ['publicService']],
    verification: 'documentation',
    servesWords: ['tillgänglig'],
  },
  {
    id: 'KB-ACC-002',
    force: 'binding',
    text: {
      sv: 'Leverantören ska lämna det underlag som köparen behöver för sin tillgänglighetsredogörelse, med kända brister och när de åtgärdas.',
      en: 'The supplier must give what the buyer needs for its accessibility statement, with known faults and when they are remedied.',
    },
    sources: [digitalAccessibility('13 §')],
    appliesWhen: [['publicService']],
    verification: 'documentation',
  },
  {
    id: 'KB-ACC-003',
    force: 'binding',
    text: {
      sv: 'Bilder och andra inslag som inte är text ska ha ett textalternativ som säger detsamma.',
      en: 'Pictures and other content that is not text must have a text alternative that says the same.',
    },
    sources: [criterion('1.1.1'), digitalAccessibility('10 §')],
    appliesWhen: screens,
    verification: 'test',
  },
  {
    id: 'KB-ACC-004',
    force: 'binding',
    text: {
      sv: 'Inspelad film med ljud ska ha undertexter.',
      en: 'Recorded video with sound must have captions.',
    },
    sources: [criterion('1.2.2'), digitalAccessibility('10 §')],
    appliesWhen: screens,
    verification: 'demonstration',
    servesWords: ['film', 'instruktion'],
  },
  {
    id: 'KB-ACC-005',
    force: 'binding',
    text: {
      sv: 'Rubriker, listor, tabeller och formulär ska vara uppmärkta så att hjälpmedel förstår hur innehållet hänger ihop.',
      en: 'Headings, lists, tables and forms must be marked up so that assistive technology understands how the content belongs together.',
    },
    sources: [criterion('1.3.1'), digitalAccessibility('10 §')],
    appliesWhen: screens,
    verification: 'test',
  },
  {
    id: 'KB-ACC-006',
    force: 'binding',
    text: {
      sv: 'Tjänsten ska fungera i både stående och liggande läge.',
      en: 'The service must work in both portrait and landscape orientation.',
    },
    sources: [criterion('1.3.4'), digitalAccessibility('10 §')],
    appliesWhen: screens,
    verification: 'test',
  },
  {
    id: 'KB-ACC-007',
    force: 'binding',
    text: {
      sv: 'Fält för användarens egna uppgifter ska tala om för webbläsaren vad de gäller, så att de kan fyllas i automatiskt.',
      en: "Fields for the user's own details must tell the browser what they are for, so that they can be filled in automatically.",
    },
    sources: [criterion('1.3.5'), digitalAccessibility('10 §')],
    appliesWhen: screens,
    verification: 'test',
    servesWords: ['formulär', 'bok', 'anmäl'],
  },
  {
    id: 'KB-ACC-008',
    force: 'binding',
    text: {
      sv: 'Färg ska inte vara det enda som skiljer två saker åt, till exempel ett normalt och ett avvikande mätvärde.',
      en: 'Colour must not be all that tells two things apart, for example a normal measurement from a deviating one.',
    },
    sources: [criterion('1.4.1'), digitalAccessibility('10 §')],
    appliesWhen: screens,
    verification: 'test',
    servesWords: ['mätvärde', 'larm', 'visa'],
  },
  {
    id: 'KB-ACC-009',
    force: 'binding',
    text: {
      sv: 'Text ska ha en kontrast på minst 4,5:1 mot bakgrunden, stor text minst 3:1.',
      en: 'Text must have a contrast of at least 4.5:1 to its background, large text at least 3:1.',
    },
    sources: [criterion('1.4.3'), digitalAccessibility('10 §')],
    appliesWhen: screens,
    verification: 'test',
  },
  {
    id: 'KB-ACC-010',
    force: 'binding',
    text: {
      sv: 'Texten ska kunna förstoras till 200 procent utan att innehåll eller funktion går förlorad.',
      en: 'Text must be possible to enlarge to 200 per cent without loss of content or function.',
    },
    sources: [criterion('1.4.4'), digitalAccessibility('10 §')],
    appliesWhen: screens,
    verification: 'test',
  },
  {
    id: 'KB-ACC-011',
    force: 'binding',
    text: {
      sv: 'Innehållet ska kunna läsas på en skärm som är 320 bildpunkter bred utan att man rullar i sidled.',
      en: 'The content must be readable on a screen 320 pixels wide without scrolling sideways.',
    },
    sources: [criterion('1.4.10'), digitalAccessibility('10 §')],
    appliesWhen: screens,
    verification: 'test',
  },
  {
    id: 'KB-ACC-012',
    force: 'binding',
    text: {
      sv: 'Knappar, fält och delar av diagram som behövs för att förstå ska ha en kontrast på minst 3:1 mot det som ligger intill.',
      en: 'Buttons, fields and parts of charts that are needed to understand must have a contrast of at least 3:1 to what is beside them.',
    },
    sources: [criterion('1.4.11'), digitalAccessibility('10 §')],
    appliesWhen: screens,
    verification: 'test',
  },
  {
    id: 'KB-ACC-013',
    force: 'binding',
    text: {
      sv: 'Allt ska kunna göras med enbart tangentbord, och man ska alltid kunna ta sig vidare.',
      en: 'Everything must be possible to do by keyboard alone, and one must always be able to move on.',
    },
    sources: [criterion('2.1.1'), criterion('2.1.2'), digitalAccessibility('10 §')],
    appliesWhen: screens,
    verification: 'test',
  },
  {
    id: 'KB-ACC-014',
    force: 'binding',
    text: {
      sv: 'Tidsgränser ska kunna stängas av, ändras eller förlängas.',
      en: 'Time limits must be possible to turn off, change or extend.',
    },
    sources: [criterion('2.2.1'), digitalAccessibility('10 §')],
    appliesWhen: screens,
    verification: 'test',
  },
  {
    id: 'KB-ACC-015',
    force: 'binding',
    text: {
      sv: 'Det som går att nå med tangentbordet ska komma i en ordning som behåller meningen, och det ska synas var man är.',
      en: 'What can be reached by keyboard must come in an order that keeps the meaning, and it must show where one is.',
    },
    sources: [criterion('2.4.3'), criterion('2.4.7'), digitalAccessibility('10 §')],
    appliesWhen: screens,
    verification: 'test',
  },
  {
    id: 'KB-ACC-016',
    force: 'binding',
    text: {
      sv: 'Rubriker och ledtexter ska beskriva vad de gäller.',
      en: 'Headings and labels must describe what they are about.',
    },
    sources: [criterion('2.4.6'), digitalAccessibility('10 §')],
    appliesWhen: screens,
    verification: 'test',
  },
  {
    id: 'KB-ACC-017',
    force: 'binding',
    text: {
      sv: 'Det ska framgå för hjälpmedel vilket språk sidan är skriven på.',
      en: 'Assistive technology must be able to tell which language the page is in.',
    },
    sources: [criterion('3.1.1'), digitalAccessibility('10 §')],
    appliesWhen: screens,
    verification: 'test',
  },
  {
    id: 'KB-ACC-018',
    force: 'binding',
    text: {
      sv: 'När något är fel ifyllt ska det framgå i text vilket fält det gäller, vad som är fel och hur det kan rättas.',
      en: 'Where something is filled in wrongly, text must say which field it is, what is wrong and how it can be put right.',
    },
    sources: [criterion('3.3.1'), criterion('3.3.3'), digitalAccessibility('10 §')],
    appliesWhen: screens,
    verification: 'test',
    servesWords: ['formulär', 'bok', 'anmäl'],
  },
  {
    id: 'KB-ACC-019',
    force: 'binding',
    text: {
      sv: 'Varje fält ska ha en ledtext eller en anvisning.',
      en: 'Every field must have a label or an instruction.',
    },
    sources: [criterion('3.3.2'), digitalAccessibility('10 §')],
    appliesWhen: screens,
    verification: 'test',
  },
  {
    id: 'KB-ACC-020',
    force: 'binding',
    text: {
      sv: 'Egna knappar, menyer och reglage ska tala om för hjälpmedel vad de heter, vad de är och hur de är inställda.',
      en: 'Buttons, menus and controls of its own must tell assistive technology what they are called, what they are and how they are set.',
    },
    sources: [criterion('4.1.2'), digitalAccessibility('10 §')],
    appliesWhen: screens,
    verification: 'test',
  },
  {
    id: 'KB-ACC-021',
    force: 'binding',
    text: {
      sv: 'Besked som dyker upp, till exempel att något är sparat, ska nå hjälpmedel utan att användaren flyttas.',
      en: 'Messages that appear, for example that something is saved, must reach assistive technology without moving the user.',
    },
    sources: [criterion('4.1.3'), digitalAccessibility('10 §')],
    appliesWhen: screens,
    verification: 'test',
  },
  {
    id: 'KB-ACC-022',
    force: 'recommended',
    text: {
      sv: 'Funktioner för tillgänglighet ska kunna slås på på ett sätt som fungerar för den som behöver dem.',
      en: 'Accessibility features must be possible to turn on in a way that works for those who need them.',
    },
    sources: [accessibilityStandard('5.2')],
    appliesWhen: [['residents'], ['connectedDevice']],
    verification: 'test',
  },
  {
    id: 'KB-ACC-023',
    force: 'essential',
    text: {
      sv: 'Biometri, såsom fingeravtryck eller ansikte, ska inte vara det enda sättet att identifiera sig eller styra tjänsten.',
      en: 'Biometrics, such as fingerprint or face, must not be the only way to identify oneself or control the service.',
    },
    sources: [accessibilityStandard('5.3')],
    appliesWhen: [['residents'], ['connectedDevice']],
    verification: 'demonstration',
    servesWords: ['inlogg', 'logga in', 'lås'],
  },
  {
    id: 'KB-ACC-024',
    force: 'essential',
    text: {
      sv: 'Ljudet i samtal ska omfatta frekvenser upp till minst 7 000 Hz, så att tal hörs tydligt.',
      en: 'The sound of calls must reach frequencies of at least 7,000 Hz, so that speech is heard clearly.',
    },
    sources: [accessibilityStandard('6.1')],
    appliesWhen: [['video'], ['alarm']],
    verification: 'test',
    servesWords: ['video', 'samtal', 'larm', 'tal'],
  },
  {
    id: 'KB-ACC-025',
    force: 'recommended',
    text: {
      sv: 'Den som inte kan tala eller höra ska kunna skriva i realtid i samma samtal.',
      en: 'Whoever cannot speak or hear must be able to write in real time in the same call.',
    },
    sources: [accessibilityStandard('6.2.1.1-6.2.1.2')],
    appliesWhen: [
      ['video', 'residents'],
      ['alarm', 'residents'],
    ],
    verification: 'demonstration',
    servesWords: ['video', 'samtal', 'larm'],
    barrier: {
      level: 'may',
      why: {
        sv: 'Text i realtid saknas i en del färdiga komponenter som små företag bygger på.',
        en: 'Real-time text is missing in some ready components that small companies build on.',
      },
      askInstead: {
        sv: 'Fråga hur den som inte kan tala eller höra använder tjänsten, och godta ett annat sätt som fungerar lika bra (LOU 9:3).',
        en: 'Ask how somebody who cannot speak or hear uses the service, and accept another way that works as well (LOU 9:3).',
      },
    },
  },
  {
    id: 'KB-ACC-026',
    force: 'recommended',
    text: {
      sv: 'Tjänster som visar film ska kunna visa de undertexter som finns, i takt med ljudet, och låta användaren anpassa dem.',
      en: 'Services that show video must be able to show the captions there are, in time with the sound, and let the user adapt them.',
    },
    sources: [accessibilityStandard('7.1.1-7.1.4')],
    appliesWhen: [['video', 'residents']],
    verification: 'demonstration',
    servesWords: ['film', 'video'],
  },
])
