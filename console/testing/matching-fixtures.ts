import type { FormField } from '#phase/field.ts'
import { caseId, description, overview, record } from './fixtures.ts'

/** A case in the matching phase, and what library, catalogue, forum and system map answer about it; as small as a page can do with. */

export { caseId }

const label = (sv: string) => ({ label: { sv, en: sv } })
const text = (sv: string, isRequired = true) => ({ ...label(sv), kind: 'text', maxLength: 600, isRequired }) as const
const choice = (sv: string, values: readonly string[], isRequired = true) =>
  ({ ...label(sv), kind: 'choice', options: values.map((value) => ({ value, ...label(value) })), isRequired }) as const
const list = (sv: string, fields: Readonly<Record<string, FormField>>) =>
  ({
    ...label(sv),
    kind: 'list',
    min: 0,
    max: 100,
    isRequired: true,
    item: { ...label(sv), kind: 'group', isRequired: true, fields },
  }) as const

const forms = {
  requirements: {
    requirements: list('Krav', {
      id: text('Nummer'),
      text: text('Krav'),
      level: choice('Nivå', ['must', 'weighted']),
      weight: { ...label('Vikt'), kind: 'integer', min: 1, max: 10, isRequired: false },
      functions: { ...label('Funktioner'), kind: 'references', source: 'functions', isRequired: true },
    }),
  },
  marketMatch: { products: list('Lösning', { candidate: text('Leverantör') }) },
  marketDialogue: { talks: list('Samtal', { company: text('Företag'), heldOn: text('Datum') }) },
  marketAssessment: {
    suppliers: list('Leverantör', { id: text('Nummer'), supplier: text('Leverantör') }),
    maturity: choice('Mognad', ['established', 'emerging', 'prototypes', 'none']),
    gaps: text('Det som saknas'),
  },
  jointPurchase: { others: list('Organisation', { organisation: text('Organisation') }) },
} as const satisfies Readonly<Record<string, Readonly<Record<string, FormField>>>>

const nameOf = (key: string) => ({ sv: `Avsnittet ${key}`, en: `The section ${key}` })

export const matchingDescription = {
  ...description,
  phase: 'matching',
  gate: 'BP2',
  name: { sv: 'Matchning', en: 'Matching' },
  sections: Object.entries(forms).map(([key, fields]) => ({
    key,
    name: nameOf(key),
    help: { sv: 'Hjälp.', en: 'Help.' },
    component: 'acquisition',
    capability: 'exists',
    isMandatory: true,
    isAfterDecision: false,
    writers: ['procurementOfficer'],
    form: { ...label(key), kind: 'group', isRequired: true, fields },
  })),
}

export const matchingRecord = {
  ...record,
  phase: 'matching',
  gate: 'BP2',
  criteria: [],
  opinions: [],
  sections: [],
  dossier: {
    ideas: {
      problem: 'Breven kommer sent.',
      affectedPerYear: 3_600,
      functions: [
        { id: 'N1', name: 'Skicka brev digitalt' },
        { id: 'N2', name: 'Visa när brevet är läst' },
      ],
      strategyGoals: [],
    },
  },
}

export const section = (key: string, content: unknown, version = 4, status = 'draft') => ({
  body: { key, status, version, content, savedAt: '2026-11-10T08:00:00.000Z', savedBy: { subject: 'karin', name: 'Karin Dahl' } },
  etag: version,
})

export const sectionAddress = (key: string): string => `/v1/matching/cases/${caseId}/sections/${key}`

export const draftedRequirements = {
  requirements: [
    {
      id: 'K1',
      text: 'Brev ska gå att skicka digitalt.',
      level: 'must',
      source: 'own',
      kind: 'functional',
      verification: 'test',
      functions: ['N1'],
    },
    {
      id: 'K7',
      text: 'Dokumentationen ska vara öppen.',
      level: 'weighted',
      weight: 3,
      source: 'library',
      libraryReference: 'KB-INT-001',
      functions: ['N1'],
    },
  ],
}

export const matchingAnswers = {
  [`GET /v1/insight/cases/${caseId}`]: { body: { ...overview, phase: 'matching' } },
  [`GET /v1/matching/cases/${caseId}`]: { body: matchingRecord, etag: 7 },
  'GET /v1/matching/description': { body: matchingDescription },
  [`GET ${sectionAddress('requirements')}`]: section('requirements', draftedRequirements),
  [`GET ${sectionAddress('procurementForms')}`]: section('procurementForms', { estimatedValue: 100_000_00 }),
  [`GET ${sectionAddress('marketMatch')}`]: section('marketMatch', {}, 0, 'empty'),
  [`GET ${sectionAddress('marketDialogue')}`]: section('marketDialogue', {
    talks: [{ company: 'Brev AB', heldOn: '2026-10-01', form: 'rfi' }],
  }),
  [`GET ${sectionAddress('marketAssessment')}`]: section('marketAssessment', {}, 0, 'empty'),
  [`GET ${sectionAddress('jointPurchase')}`]: section('jointPurchase', {}, 0, 'empty'),
  'GET /v1/catalogue/library/my-suggestions': { body: { suggestions: [] } },
  'POST /v1/catalogue/library/requirement-checks': { body: { breaches: 0, barriers: 0, notices: 0, findings: [] } },
}

const proposed = (requirementId: string, sv: string, more: object = {}) => ({
  requirementId,
  version: 1,
  text: { sv, en: `${sv} (en)` },
  kind: 'privacy',
  phaseKind: 'privacy',
  sources: [{ document: 'GDPR', clause: 'art. 28' }],
  verification: 'documentation',
  barrier: { level: 'none' },
  because: [{ term: 'personalData', name: { sv: 'behandlar personuppgifter', en: 'processes personal data' } }],
  serves: [],
  level: 'must',
  levelReason: { sv: 'Ska-krav: det följer av GDPR, art. 28.', en: 'A must.' },
  ...more,
})

export const proposals = {
  on: '2026-11-20',
  proposed: [
    proposed('KB-PRI-001', 'Avtal ska finnas.'),
    proposed('KB-PRI-002', 'Loggar ska sparas.', {
      level: 'weighted',
      serves: [{ functionId: 'N2', word: 'läst' }],
      barrier: {
        level: 'may',
        why: { sv: 'Kostar ett litet företag mycket.', en: 'Costs a small company much.' },
        askInstead: { sv: 'Fråga hur det görs.', en: 'Ask how it is done.' },
      },
    }),
    proposed('KB-INT-001', 'Dokumentationen ska vara öppen.', { kind: 'technicalInteroperability' }),
  ],
  unanswered: [{ term: 'cloud', name: { sv: 'drivs i molnet', en: 'is run in the cloud' }, requirements: 9 }],
  uncovered: ['N1'],
}

const productIds = ['01a10000-0000-7000-8000-000000000001', '01a10000-0000-7000-8000-000000000002'] as const
export const [firstProduct, secondProduct] = productIds

const product = (rank: 1 | 2, name: string, coverages: readonly [string, string]) => ({
  rank,
  productId: productIds[rank - 1],
  name,
  summary: `${name} skickar brev.`,
  companyId: '01a30000-0000-7000-8000-000000000001',
  companyName: `${name} AB`,
  companySize: 'small',
  priceFrom: 10_000_00,
  priceTo: 20_000_00,
  readiness: 9,
  score: 0.5,
  relevance: 0.8,
  relevanceParts: [{ part: 'functions', value: 0.5, share: 0.4 }],
  assuranceParts: [{ part: 'openness', value: 1, share: 0.1 }],
  functions: [
    {
      id: 'N1',
      name: 'Skicka brev digitalt',
      coverage: 1,
      isOffered: true,
      passages: [{ kind: 'function', text: 'Skickar digitalt' }],
    },
    { id: 'N2', name: 'Visa när brevet är läst', coverage: 0, isOffered: false, passages: [] },
  ],
  requirements: [
    { id: 'K1', level: 'must', coverage: coverages[0], grounds: [{ kind: 'passage', text: 'Brev utan papper' }] },
    { id: 'K7', level: 'weighted', coverage: coverages[1], grounds: [{ kind: 'claim', status: 'verified' }] },
  ],
  targetGroups: [],
  careSteps: [],
  evaluations: rank === 1 ? ['01a40000-0000-7000-8000-000000000001'] : [],
  callOff: rank === 1 ? ['region-kalmar'] : [],
})

export const ranking = {
  products: [product(1, 'Digibrev', ['declared', 'verified']), product(2, 'Papperslöst', ['missing', 'unknown'])],
  outOf: 44,
  gaps: { functions: ['N2'], requirements: [] },
  methodFrom: '2026-11-20',
}

const assessed = (rank: 1 | 2, name: string, ability: string, because: readonly object[]) => ({
  companyId: `01a30000-0000-7000-8000-00000000000${rank}`,
  companyName: `${name} AB`,
  organisationNumber: '556016-0680',
  companySize: 'small',
  productId: productIds[rank - 1],
  productName: name,
  rank,
  ability,
  because,
  musts: { verified: 1, declared: 0, unknown: 0, missing: 0 },
  functionsOffered: 1,
  priceFrom: 10_000_00,
  readiness: 9,
  hasTalked: rank === 1,
})

export const assessment = {
  on: '2026-11-20',
  ruleFrom: '2026-11-20',
  suppliers: [
    assessed(1, 'Digibrev', 'adaptation', [{ kind: 'functionsLacking', ids: ['N2'] }]),
    assessed(2, 'Papperslöst', 'no', [{ kind: 'mustsMissing', ids: ['K1'] }]),
  ],
  able: 1,
  ableNow: 0,
  ableSmall: 1,
  ableOfUnknownSize: 0,
  maturity: 'emerging',
  readiness: { lowest: 9, highest: 9, told: 1 },
  price: { from: 10_000_00, to: 10_000_00, told: 1 },
  gaps: { functions: ['N2'], requirements: [] },
  onlyInDialogue: ['Brev AB'],
  outOf: 44,
}
