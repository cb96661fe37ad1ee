import type { JudgedCriterion } from '#contracts/evidence.ts'
import type { FormField } from '#phase/field.ts'

/** Answers of the services, as small as a page can do with. */

export const caseId = '01926a00-0000-7000-8000-0000000000c1'
export const opinionId = '01926a00-0000-7000-8000-0000000000d1'
export const requestId = `${caseId}-BP1-1`
const digest = 'a'.repeat(64)

export const header = {
  caseId,
  caseNumber: 'KLM-2026-0042',
  title: 'Digitalt AK-brev',
  organisation: 'region-kalmar',
  submittedAt: '2026-11-01T08:00:00.000Z',
  submittedBy: 'staff',
}

const sara = { subject: 'handlaggare', name: 'Sara Nilsson' }

export const unmetCriterion = {
  id: 'needComplete',
  name: { sv: 'Avsnittet Behov är klart', en: 'The section Need is complete' },
  isMandatory: true,
  status: 'notMet',
  because: { sv: 'Avsnittet är inte klarmarkerat.', en: 'The section is not marked complete.' },
  evidence: ['need'],
  source: 'RUVeS 5',
} satisfies JudgedCriterion

const label = (sv: string, en: string) => ({ label: { sv, en } })

export const needForm = {
  ...label('Behov', 'Need'),
  kind: 'group',
  isRequired: true,
  fields: {
    problem: { ...label('Problemet', 'The problem'), kind: 'prose', maxLength: 2_000, isRequired: true },
    affectedPerYear: {
      ...label('Antal personer per år', 'People per year'),
      kind: 'integer',
      min: 1,
      max: 15_000_000,
      isRequired: true,
    },
    cost: { ...label('Kostnad', 'Cost'), kind: 'money', min: 0, max: 1_000_000_000, isRequired: false },
    goals: { ...label('Mål', 'Goals'), kind: 'references', source: 'strategyGoals', isRequired: false },
    steps: {
      ...label('Steg', 'Steps'),
      kind: 'list',
      min: 1,
      max: 3,
      isRequired: true,
      item: {
        ...label('Steg', 'Step'),
        kind: 'group',
        isRequired: true,
        fields: {
          who: { ...label('Vem', 'Who'), kind: 'text', maxLength: 120, isRequired: true },
          isAffected: { ...label('Idén griper in här', 'The idea cuts in here'), kind: 'yesNo', isRequired: true },
        },
      },
    },
  },
} as const satisfies FormField

export const description = {
  phase: 'ideas',
  gate: 'BP1',
  name: { sv: 'Idé', en: 'Idea' },
  purpose: { sv: 'Styrk behovet.', en: 'Substantiate the need.' },
  owner: 'caseOfficer',
  components: ['needUnderstanding'],
  opinions: [],
  sections: [
    {
      key: 'need',
      name: { sv: 'Behov', en: 'Need' },
      help: { sv: 'Beskriv vad som inte fungerar.', en: 'Describe what does not work.' },
      component: 'needUnderstanding',
      capability: 'developing',
      isMandatory: true,
      isAfterDecision: false,
      writers: [],
      form: needForm,
    },
  ],
  criteria: [],
}

export const record = {
  ...header,
  phase: 'ideas',
  gate: 'BP1',
  status: 'inProgress',
  version: 7,
  receivedAt: '2026-11-02T08:00:00.000Z',
  dueOn: '2026-12-10',
  assignee: sara,
  round: 0,
  sections: [
    {
      key: 'need',
      name: { sv: 'Behov', en: 'Need' },
      isMandatory: true,
      isAfterDecision: false,
      status: 'draft',
      version: 2,
      savedAt: '2026-11-10T08:00:00.000Z',
      savedBy: sara,
    },
  ],
  opinions: [
    {
      id: opinionId,
      unit: 'it',
      question: 'Går det att ansluta?',
      requestedAt: '2026-11-10T08:00:00.000Z',
      requestedBy: sara,
      dueOn: '2026-11-25',
    },
  ],
  criteria: [unmetCriterion],
  decisions: [],
  missing: [],
  dossier: {},
  nextStep: {
    ball: { with: 'person', person: sara },
    text: { sv: '1 villkor återstår innan beslut kan bli fortsätt.', en: '1 condition remains before the decision can be go.' },
  },
}

export const overview = {
  caseId,
  caseNumber: header.caseNumber,
  title: header.title,
  organisation: header.organisation,
  phase: 'ideas',
  status: 'inProgress',
  submittedAt: header.submittedAt,
  phaseSince: record.receivedAt,
  dueOn: record.dueOn,
  isOverdue: false,
  ageWorkingDays: 14,
  ball: { with: 'person', person: sara },
  round: 0,
  openOpinions: [],
  passedGates: [],
}

export const section = {
  key: 'need',
  status: 'draft',
  version: 2,
  content: {
    problem: 'Breven kommer sent.',
    affectedPerYear: 3_600,
    cost: 1_234_567,
    goals: ['safety'],
    steps: [{ who: 'Patient', isAffected: true }],
  },
  digest,
  savedAt: '2026-11-10T08:00:00.000Z',
  savedBy: sara,
}

export const request = {
  requestId,
  case: header,
  phase: 'ideas',
  gate: 'BP1',
  round: 1,
  status: 'open',
  evidence: {
    case: header,
    phase: 'ideas',
    gate: 'BP1',
    round: 1,
    frozenAt: '2026-11-19T08:00:00.000Z',
    frozenBy: 'Sara Nilsson',
    value: 25_000_000,
    sections: [{ key: 'need', name: { sv: 'Behov', en: 'Need' }, isMandatory: true, status: 'complete', version: 2, digest }],
    opinions: [],
    criteria: [unmetCriterion],
  },
  digest,
  unmet: ['needComplete'],
  isGoPossible: false,
  rights: [{ rule: 'D 1.1', office: 'healthDirector' }],
  mayDecide: true,
  dueOn: '2026-12-04',
  expiresAt: '2027-01-20T06:00:00.000Z',
  reminders: 0,
  conflicts: [],
  version: 3,
}

/** The answers that the pages of one case in the idea phase need. */
export const caseAnswers = {
  [`GET /v1/insight/cases/${caseId}`]: { body: overview },
  [`GET /v1/ideas/cases/${caseId}`]: { body: record, etag: 7 },
  'GET /v1/ideas/description': { body: description },
  [`GET /v1/ideas/cases/${caseId}/sections/need`]: { body: section, etag: 2 },
}
