import { met, notMet } from '#phase/criterion.ts'
import type { Criterion } from '#phase/criterion.ts'
import { onAssessment, onSection, onSections } from '#phase/domain/judge-content.ts'
import { isDataProtectionAssessed } from './domain/information-classes.ts'
import { deviceClasses } from './domain/medical-device-class.ts'
import { regulatoryContradictions } from './domain/regulatory-contradictions.ts'
import { riskGaps, riskKinds } from './domain/risk-kinds.ts'
import { trialLaws } from './domain/trial-laws.ts'
import { benefitsWithBaseline } from './domain/verified-benefit.ts'
import { solutionsMeetingAllMusts, unverifiedMusts } from './domain/verified-requirements.ts'
import { essentialRequirements } from './sections/essential-requirements.ts'
import { informationClass } from './sections/information-class.ts'
import { intellectualProperty } from './sections/intellectual-property.ts'
import { openness } from './sections/openness.ts'
import { processFit } from './sections/process-fit.ts'
import { procurementRisk } from './sections/procurement-risk.ts'
import { regulatory } from './sections/regulatory.ts'
import { riskAnalysis } from './sections/risk-analysis.ts'
import { trials } from './sections/trials.ts'

/**
 * The rule of BP3 (RUVeS 5.3): without verified real potential the case ends. That every mandatory section, opinion
 * and NV3 is there comes on top, from `definePhase`.
 */

const potentialVerified: Criterion = {
  id: 'potentialVerified',
  name: { sv: 'Verklig potential är verifierad', en: 'Real potential is verified' },
  isMandatory: true,
  evidence: ['trials'],
  source: 'RUVeS 5.3',
  judge: onSection(trials, ({ result }) => {
    if (result === 'confirmed') return met({ sv: 'Prövningen bekräftar potentialen.', en: 'The trial confirms the potential.' })
    if (result === 'partly')
      return notMet({
        sv: 'Prövningen bekräftar potentialen bara delvis. Pröva mer eller räkna om nyttan.',
        en: 'The trial confirms the potential only in part. Try more or reckon the benefit anew.',
      })
    return notMet({ sv: 'Prövningen bekräftar inte potentialen.', en: 'The trial does not confirm the potential.' })
  }),
}

const everyBaselineTaken: Criterion = {
  id: 'everyBaselineTaken',
  name: { sv: 'Alla utgångsvärden är mätta', en: 'Every baseline has been taken' },
  isMandatory: false,
  evidence: ['assessment'],
  source: 'RUVeS 5.3, 5.7',
  judge: onAssessment(({ lines }) => {
    const without = lines.filter(({ measure, hasBaseline }) => measure !== undefined && !hasBaseline).map(({ name }) => name)
    return without.length === 0
      ? met({ sv: 'Varje rad med ett mått har ett utgångsvärde.', en: 'Every line with a measure has a baseline.' })
      : notMet({
          sv: `Utgångsvärde saknas för: ${without.join(', ')}. Det måste mätas före införandet, senast med piloten.`,
          en: `A baseline is missing for: ${without.join(', ')}. It must be taken before the rollout, with the pilot at the latest.`,
        })
  }),
}

const benefitHasBaseline: Criterion = {
  id: 'benefitHasBaseline',
  name: { sv: 'Nyttan räknas från ett mätt utgångsläge', en: 'The benefit is counted from a measured baseline' },
  isMandatory: true,
  evidence: ['assessment'],
  source: 'RUVeS 5.3',
  judge: onAssessment(({ lines }) => {
    const count = benefitsWithBaseline(lines).length
    return count > 0
      ? met({
          sv: `${count} kvantifierade nyttor har ett mätt utgångsvärde.`,
          en: `${count} quantified benefits have a measured baseline.`,
        })
      : notMet({
          sv: 'Ingen kvantifierad nytta har ett mätt utgångsvärde.',
          en: 'No quantified benefit has a measured baseline.',
        })
  }),
}

const mustRequirementsVerified: Criterion = {
  id: 'mustRequirementsVerified',
  name: { sv: 'Varje ska-krav uppfylls av minst en lösning', en: 'Every must-requirement is met by at least one solution' },
  isMandatory: true,
  evidence: ['essentialRequirements'],
  source: 'RUVeS 5.3',
  judge: onSection(essentialRequirements, ({ verifications }, { dossier }) => {
    const unverified = unverifiedMusts(dossier.matching?.requirements ?? [], verifications)
    if (unverified.length === 0) return met({ sv: 'Alla ska-krav är verifierade.', en: 'All must-requirements are verified.' })
    const ids = unverified.map(({ id }) => id).join(', ')
    return notMet({ sv: `Ingen lösning har visats uppfylla: ${ids}.`, en: `No solution has been shown to meet: ${ids}.` })
  }),
}

const riskKindsCovered: Criterion = {
  id: 'riskKindsCovered',
  name: {
    sv: 'Riskanalysen täcker verksamhet, patientsäkerhet och mer',
    en: 'The risk analysis covers operation, patient safety and more',
  },
  isMandatory: true,
  evidence: ['riskAnalysis'],
  source: 'EY 2018, 4.3',
  judge: onSection(riskAnalysis, ({ risks, lookedAt }) => {
    const { notFound, notLookedAt } = riskGaps(risks, lookedAt)
    const missing = [...notFound, ...notLookedAt].map((kind) => riskKinds[kind].name)
    if (missing.length === 0)
      return met({ sv: 'Alla slag av risker är funna eller eftersökta.', en: 'All kinds of risk are found or looked for.' })
    return notMet({
      sv: `Saknas i riskanalysen: ${missing.map(({ sv }) => sv).join(', ')}.`,
      en: `Missing in the risk analysis: ${missing.map(({ en }) => en).join(', ')}.`,
    })
  }),
}

const risksAcceptable: Criterion = {
  id: 'risksAcceptable',
  name: { sv: 'Riskerna är godtagbara efter åtgärd', en: 'The risks are acceptable after action' },
  isMandatory: true,
  evidence: ['riskAnalysis'],
  source: 'RUVeS 5.3',
  judge: onSection(riskAnalysis, ({ risks }) => {
    const left = risks.filter(({ remaining }) => remaining === 'unacceptable')
    return left.length === 0
      ? met({
          sv: `Alla ${risks.length} risker är godtagbara efter åtgärd.`,
          en: `All ${risks.length} risks are acceptable after action.`,
        })
      : notMet({
          sv: `Inte godtagbart: ${left.map(({ risk }) => risk).join('; ')}`,
          en: `Not acceptable: ${left.map(({ risk }) => risk).join('; ')}`,
        })
  }),
}

const regulatoryAnswered: Criterion = {
  id: 'regulatoryAnswered',
  name: {
    sv: 'De regulatoriska frågorna är besvarade enligt reglerna',
    en: 'The regulatory questions are answered by the rules',
  },
  isMandatory: true,
  evidence: ['regulatory'],
  source: 'RUVeS 5.3; MDR bilaga VIII; HSLF-FS 2022:42',
  judge: onSection(regulatory, (answers) => {
    const [first] = regulatoryContradictions(answers)
    if (first) return notMet(first.message)
    const { deviceClass, rule } = answers.medicalDevice
    return met({ sv: `${deviceClasses[deviceClass].sv} (${rule}).`, en: `${deviceClasses[deviceClass].en} (${rule}).` })
  }),
}

const lawMet: Criterion = {
  id: 'lawMet',
  name: { sv: 'Lagarna uppfylls och märkning saknas inte', en: 'The laws are met and no marking is missing' },
  isMandatory: true,
  evidence: ['trials', 'regulatory'],
  source: 'RUVeS 5.3',
  judge: onSections(trials, regulatory, ({ law: tried }, answers) => {
    const broken = tried.filter(({ isMet }) => isMet === 'no').map(({ law }) => trialLaws[law])
    const unmarked = [
      ...(answers.medicalDevice.marking === 'missing' ? [{ sv: 'CE-märkning', en: 'CE marking' }] : []),
      ...(answers.nationalSystem.marking === 'missing' ? [{ sv: 'NMI-märkning', en: 'NMI marking' }] : []),
    ]
    const lacking = [...broken, ...unmarked]
    return lacking.length === 0
      ? met({ sv: 'Inget i lagarna hindrar.', en: 'Nothing in the laws stands in the way.' })
      : notMet({
          sv: `Uppfylls inte: ${lacking.map(({ sv }) => sv).join(', ')}.`,
          en: `Not met: ${lacking.map(({ en }) => en).join(', ')}.`,
        })
  }),
}

const dataProtectionAssessed: Criterion = {
  id: 'dataProtectionAssessed',
  name: { sv: 'Skyddet för personuppgifter är bedömt', en: 'The protection of personal data is assessed' },
  isMandatory: true,
  evidence: ['informationClass'],
  source: 'GDPR; KLASSA',
  judge: onSection(informationClass, (classified) => {
    if (!isDataProtectionAssessed(classified))
      return notMet({
        sv: 'Personuppgifter behandlas utan konsekvensbedömning.',
        en: 'Personal data are processed without an impact assessment.',
      })
    const { confidentiality, integrity, availability } = classified
    const levels = `K${confidentiality} R${integrity} T${availability}`
    return met({
      sv: `Informationsklass ${levels}.`,
      en: `Information class ${levels} (confidentiality, integrity, availability).`,
    })
  }),
}

const rightsFree: Criterion = {
  id: 'rightsFree',
  name: { sv: 'Ingen annans rätt hindrar', en: 'Nobody else’s right stands in the way' },
  isMandatory: true,
  evidence: ['intellectualProperty'],
  source: 'RUVeS 5.3',
  judge: onSection(intellectualProperty, ({ conclusion }) =>
    conclusion === 'hindered'
      ? notMet({ sv: 'Lösningen hindras av annans rätt.', en: 'The solution is hindered by another’s right.' })
      : met({ sv: 'Lösningen får användas.', en: 'The solution may be used.' }),
  ),
}

const fitsProcess: Criterion = {
  id: 'fitsProcess',
  name: { sv: 'Lösningen passar i vårdprocessen', en: 'The solution fits the care process' },
  isMandatory: true,
  evidence: ['processFit'],
  source: 'RUVeS 5.3',
  judge: onSection(processFit, ({ fit }) =>
    fit === 'poor'
      ? notMet({ sv: 'Lösningen passar inte i processen.', en: 'The solution does not fit the process.' })
      : met({ sv: 'Lösningen passar i processen.', en: 'The solution fits the process.' }),
  ),
}

const opennessMeasured: Criterion = {
  id: 'opennessMeasured',
  name: {
    sv: 'Teknisk öppenhet är mätt för varje verifierad lösning',
    en: 'Technical openness is measured for every verified solution',
  },
  isMandatory: true,
  evidence: ['openness', 'essentialRequirements'],
  source: 'RUVeS 4.4',
  judge: onSections(openness, essentialRequirements, ({ measurements }, { verifications }, { dossier }) => {
    const verified = [...new Set(verifications.map(({ solution }) => solution))]
    const measured = measurements.map(({ solution }) => solution)
    const unmeasured = verified.filter((solution) => !measured.includes(solution))
    if (unmeasured.length === 0)
      return met({ sv: `${measured.length} lösningar är mätta.`, en: `${measured.length} solutions have been measured.` })
    const names = unmeasured
      .map((id) => dossier.matching?.candidates.find((candidate) => candidate.id === id)?.name ?? id)
      .join(', ')
    return notMet({ sv: `Inte mätt: ${names}.`, en: `Not measured: ${names}.` })
  }),
}

const procurementRiskManageable: Criterion = {
  id: 'procurementRiskManageable',
  name: { sv: 'Riskerna i en upphandling går att hantera', en: 'The risks of a procurement can be handled' },
  isMandatory: true,
  evidence: ['procurementRisk'],
  source: 'RUVeS 5.3',
  judge: onSection(procurementRisk, ({ conclusion }) =>
    conclusion === 'notManageable'
      ? notMet({ sv: 'Riskerna bedöms inte gå att hantera.', en: 'The risks are judged impossible to handle.' })
      : met({ sv: 'Riskerna bedöms gå att hantera.', en: 'The risks are judged possible to handle.' }),
  ),
}

const oneSolutionMeetsAll: Criterion = {
  id: 'oneSolutionMeetsAll',
  name: { sv: 'Minst en lösning uppfyller alla ska-krav', en: 'At least one solution meets all must-requirements' },
  isMandatory: false,
  evidence: ['essentialRequirements'],
  source: 'RUVeS 5.3',
  judge: onSection(essentialRequirements, ({ verifications }, { dossier }) => {
    const solutions = solutionsMeetingAllMusts(dossier.matching?.requirements ?? [], verifications)
    return solutions.length > 0
      ? met({
          sv: `${solutions.length} lösningar uppfyller alla ska-krav.`,
          en: `${solutions.length} solutions meet all must-requirements.`,
        })
      : notMet({ sv: 'Ingen lösning uppfyller ensam alla ska-krav.', en: 'No solution alone meets all must-requirements.' })
  }),
}

const verifiedByOthers: Criterion = {
  id: 'verifiedByOthers',
  name: { sv: 'Någon annan än leverantören har verifierat', en: 'Somebody other than the supplier has verified' },
  isMandatory: false,
  evidence: ['essentialRequirements'],
  source: 'RUVeS 5.3',
  judge: onSection(essentialRequirements, ({ verifications }) => {
    const alone = verifications.filter(({ verifiedBy }) => verifiedBy.every((who) => who === 'supplier')).length
    return alone === 0
      ? met({ sv: 'Ingen verifiering bygger bara på leverantören.', en: 'No verification rests on the supplier alone.' })
      : notMet({
          sv: `${alone} verifieringar bygger bara på leverantören.`,
          en: `${alone} verifications rest on the supplier alone.`,
        })
  }),
}

export const criteria: readonly Criterion[] = [
  potentialVerified,
  benefitHasBaseline,
  everyBaselineTaken,
  mustRequirementsVerified,
  riskKindsCovered,
  risksAcceptable,
  regulatoryAnswered,
  lawMet,
  dataProtectionAssessed,
  rightsFree,
  fitsProcess,
  opennessMeasured,
  procurementRiskManageable,
  oneSolutionMeetsAll,
  verifiedByOthers,
]
