import { assume } from '../facts.ts'
import type { MatchingFacts } from '../facts.ts'
import { functionIds, mainSystem } from './ideas.ts'

/** The requirements of a case: one for each function, those that every case makes, one that is weighted. */
export interface CaseRequirement {
  readonly id: string
  readonly text: string
  readonly kind:
    | 'functional'
    | 'interoperability'
    | 'informationSecurity'
    | 'accessibility'
    | 'usability'
    | 'support'
    | 'performance'
  readonly isMandatory: boolean
  readonly functions: readonly string[]
}

type Unnumbered = Omit<CaseRequirement, 'id'>

const numbered = (requirements: readonly Unnumbered[], after = 0): CaseRequirement[] =>
  requirements.map((requirement, index) => ({ ...requirement, id: `K${after + index + 1}` }))

export const draftRequirements = (facts: MatchingFacts): CaseRequirement[] => {
  const all = functionIds(facts).map(({ id }) => id)
  const must = (kind: CaseRequirement['kind'], text: string, functions: readonly string[] = all): Unnumbered => ({
    text: assume(text),
    kind,
    isMandatory: true,
    functions,
  })
  return numbered([
    ...facts.functions.map(({ demand }, index) => must('functional', demand, [`N${index + 1}`])),
    must(
      'interoperability',
      `gränssnittet mot ${mainSystem(facts)} ska vara öppet dokumenterat och fritt att använda för andra leverantörer.`,
    ),
    must('informationSecurity', 'all läsning och ändring av uppgifter ska loggas och kunna följas upp.'),
    must('accessibility', 'allt som visas ska gå att använda med tangentbord, skärmläsare och förstorad text.'),
    { text: assume(facts.wished.demand), kind: facts.wished.kind, isMandatory: false, functions: all },
  ])
}

/** What the standard interoperability demands add when the draft becomes final. */
export const contractRequirements = (facts: MatchingFacts): CaseRequirement[] => {
  const drafted = draftRequirements(facts)
  const all = functionIds(facts).map(({ id }) => id)
  const added = (text: string): Unnumbered => ({
    text: assume(text),
    kind: 'interoperability',
    isMandatory: true,
    functions: all,
  })
  return [
    ...drafted,
    ...numbered(
      [
        added(
          'uppgifter ska kunna utbytas i öppna standardformat och med gemensamma koder, HL7 FHIR eller likvärdigt där det finns.',
        ),
        added('alla uppgifter och loggar ska kunna hämtas ut kostnadsfritt i ett läsbart format när avtalet upphör.'),
        added('en testmiljö med påhittade uppgifter ska finnas för andra leverantörer.'),
        added('ett nytt system ska kunna anslutas på den tid och till det pris som anges i anbudet.'),
      ],
      drafted.length,
    ),
  ]
}

/** Where in the final requirements the standard demands stand. */
export const standardDemandNumbers = (facts: MatchingFacts) => {
  const documentedApi = facts.functions.length + 1
  const drafted = draftRequirements(facts).length
  const id = (number: number): string => `K${number}`
  return {
    documentedApi: id(documentedApi),
    openFormats: id(drafted + 1),
    semanticCoding: id(drafted + 1),
    dataExport: id(drafted + 2),
    testEnvironment: id(drafted + 3),
    connectionTime: id(drafted + 4),
    connectionCost: id(drafted + 4),
    equalTerms: id(documentedApi),
    noOwnGateway: id(documentedApi),
  } as const
}
