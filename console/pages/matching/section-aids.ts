import type { Text } from '#contracts/language.ts'
import type { Phase } from '#contracts/words.ts'

/** A page that helps to fill in a section. */
export interface SectionAid {
  /** Below the phase of the case. */
  readonly path: string
  readonly name: Text
  readonly help: Text
}

const matchPage: SectionAid = {
  path: 'marknadsmatch',
  name: { sv: 'Jämför med produktkatalogen', en: 'Compare with the product catalogue' },
  help: {
    sv: 'Se vilka produkter som svarar mot behovet och kraven, med skäl, och ta in dem ni vill jämföra.',
    en: 'See which products answer the need and the requirements, with reasons, and bring in those you want to compare.',
  },
}

/**
 * The one place that knows which sections have a page of their own to help with them. The section page draws what stands
 * here and knows no section by name.
 */
const sectionAids: Readonly<Partial<Record<Phase, Readonly<Record<string, readonly SectionAid[]>>>>> = {
  matching: {
    requirements: [
      {
        path: 'requirements/forslag',
        name: { sv: 'Hämta krav från kravbiblioteket', en: 'Fetch requirements from the library' },
        help: {
          sv: 'Svara på några frågor om ärendet och få förslag på krav med källa. Pröva också kraven mot lagen.',
          en: 'Answer some questions about the case and get proposed requirements with their sources. Try the requirements against the law too.',
        },
      },
    ],
    marketMatch: [matchPage],
    marketDialogue: [
      {
        path: 'marketDialogue/fran-forumet',
        name: { sv: 'Hämta dialoger från forumet', en: 'Fetch dialogues from the forum' },
        help: {
          sv: 'Det som är antecknat i forumets dialoger blir rader som ni går igenom.',
          en: 'What has been noted in the dialogues of the forum becomes rows for you to look through.',
        },
      },
    ],
    marketAssessment: [
      {
        path: 'marketAssessment/forslag',
        name: { sv: 'Räkna fram ett förslag', en: 'Work out a proposal' },
        help: {
          sv: 'Leverantörer som kan leverera, andel mindre företag, mognad, priser och luckor ur katalogen och dialogen.',
          en: 'Suppliers able to deliver, share of small companies, maturity, prices and gaps from the catalogue and the dialogue.',
        },
      },
      matchPage,
    ],
    jointPurchase: [
      {
        path: 'jointPurchase/liknande-behov',
        name: { sv: 'Sök andra med liknande behov', en: 'Look for others with a kindred need' },
        help: {
          sv: 'Behov i andra organisationers ärenden och i forumet som liknar det här.',
          en: "Needs in other organisations' cases and in the forum that are like this one.",
        },
      },
      {
        path: 'jointPurchase/kandidater',
        name: { sv: 'Sök andra i systemkartan', en: 'Look for others in the system map' },
        help: {
          sv: 'Organisationer med liknande system vars avtal löper ut, och avtal som går att avropa från.',
          en: 'Organisations with kindred systems whose contracts run out, and contracts that can be called off from.',
        },
      },
    ],
  },
}

export const aidsOf = (phase: Phase, section: string): readonly SectionAid[] => {
  const ofPhase = sectionAids[phase]
  return ofPhase && Object.hasOwn(ofPhase, section) ? (ofPhase[section] ?? []) : []
}

/** Every page that the table leads to, below the case. */
export const aidPaths: readonly string[] = [
  ...new Set(
    Object.entries(sectionAids).flatMap(([phase, sections]) =>
      Object.values(sections).flatMap((aids) => aids.map(({ path }) => `${phase}/${path}`)),
    ),
  ),
]
