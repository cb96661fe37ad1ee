import type { PhaseContent } from '../../ak-brev/phase-content.ts'
import { ableSuppliers } from '../../../services/matching/domain/supplier-ability.ts'
import { classifySoftware, isMedicalDevice } from '../../../services/verification/domain/medical-device-class.ts'
import {
  aiOutcome,
  ehdsSource,
  isNationalMedicalInformationSystem,
  nationalSystemRule,
} from '../../../services/verification/domain/regulations-beside-mdr.ts'
import { riskGaps } from '../../../services/verification/domain/risk-kinds.ts'
import type { RiskKind } from '../../../services/verification/domain/risk-kinds.ts'
import { assume } from '../facts.ts'
import type { VerificationFacts } from '../facts.ts'
import { dayOfMilestone } from '../timeline.ts'
import type { Milestone } from '../timeline.ts'
import { beginning, inWords } from '../swedish.ts'
import { isTouched, mainSystem } from './ideas.ts'
import { metInPart, numberedSuppliers } from './matching.ts'
import { draftRequirements } from './requirements.ts'

const triedAtMost = 2

const triedSolutions = (facts: VerificationFacts) => ableSuppliers(numberedSuppliers(facts)).slice(0, triedAtMost)

const deviceRule = 'MDR art. 2(1) och bilaga VIII regel 11'

/** EHDS (EU) 2025/327 came into force; what was assessed before was held against the proposal. */
const healthDataSpaceFrom = '2025-03-26'
const proposedHealthDataSpace = 'Förslaget till förordning om ett europeiskt hälsodataområde (EHDS)'

const regulatoryOf = (facts: VerificationFacts) => {
  const assessedOn = dayOfMilestone(facts.begun, 'regulationAssessed')
  const { reasons, ...answers } = facts.device
  const deviceClass = classifySoftware(answers, assessedOn)?.deviceClass ?? 'notMedicalDevice'
  const system = { ...facts.nationalSystem, updatesRegister: false }
  const isNationalSystem = isNationalMedicalInformationSystem(system, deviceClass)
  const ai = { usesAi: facts.ai !== undefined, isListedUse: false, meetsPeople: facts.ai?.meetsPeople ?? false }
  return {
    medicalDevice: {
      ...answers,
      deviceClass,
      marking: isMedicalDevice(deviceClass) ? 'present' : 'notNeeded',
      rule: deviceRule,
      assessedOn,
      reasons: assume(reasons),
    },
    nationalSystem: {
      ...system,
      isNationalSystem,
      marking: isNationalSystem ? 'expected' : 'notNeeded',
      rule: nationalSystemRule.source,
      assessedOn,
      reasons: assume(
        isNationalSystem
          ? 'lösningen är gjord för flera vårdgivare och bär uppgifter som är viktiga för enskilda patienter. Märkning krävs före leverans.'
          : isMedicalDevice(deviceClass)
            ? 'en medicinteknisk produkt är inte samtidigt ett nationellt medicinskt informationssystem.'
            : 'lösningen bär inga uppgifter av den betydelse som reglerna gäller, eller är inte gjord för att användas gemensamt.',
      ),
    },
    ai: {
      ...ai,
      outcome: aiOutcome(ai, deviceClass),
      rule: 'AI-förordningen',
      assessedOn,
      reasons: assume(facts.ai?.reasons ?? 'lösningen innehåller ingen AI.'),
    },
    healthDataSpace: {
      isRecordSystem: false,
      rule: assessedOn < healthDataSpaceFrom ? proposedHealthDataSpace : ehdsSource,
      assessedOn,
      reasons: assume('lösningen är inget journalsystem och bär ingen av de prioriterade kategorierna.'),
    },
  }
}

const isMunicipal = ({ organisation }: VerificationFacts): boolean => !organisation.startsWith('region-')

const lawOf = (facts: VerificationFacts) => {
  const hasPersonalData = facts.information.personalData !== 'none'
  return [
    {
      law: 'healthCare',
      isMet: 'yes',
      reasons: assume('vården blir lättare att nå, och den som inte vill eller kan får samma hjälp som i dag.'),
    },
    isMunicipal(facts)
      ? {
          law: 'socialServices',
          isMet: 'withMeasures',
          reasons: assume('insatsen ges efter den enskildes samtycke och följs upp i genomförandeplanen.'),
        }
      : { law: 'socialServices', isMet: 'notRelevant', reasons: assume('lösningen används inte i socialtjänsten.') },
    {
      law: 'patientData',
      isMet: 'withMeasures',
      reasons: assume('behörigheter tilldelas efter uppdrag, och all läsning loggas och granskas.'),
    },
    {
      law: 'secrecy',
      isMet: 'yes',
      reasons: assume('uppgifter lämnas bara till den som deltar i vården eller omsorgen, och till den enskilde.'),
    },
    hasPersonalData
      ? { law: 'dataProtection', isMet: 'withMeasures', reasons: assume('personuppgiftsbiträdesavtal tecknas före pilot.') }
      : { law: 'dataProtection', isMet: 'notRelevant', reasons: assume('inga personuppgifter behandlas.') },
  ]
}

const riskOwners: Readonly<Record<RiskKind, string>> = {
  operational: 'enhetschef',
  patientSafety: 'verksamhetschef',
  informationSecurity: 'informationssäkerhetssamordnare',
  it: 'systemförvaltare',
  workEnvironment: 'enhetschef tillsammans med skyddsombud',
}

const nothingFound: Readonly<Record<RiskKind, string>> = {
  operational: 'arbetet ändras inte.',
  patientSafety: 'ingen patient berörs.',
  informationSecurity: 'inga uppgifter lämnar de system som redan är klassade.',
  it: 'lösningen körs skild från verksamhetssystemen, och ett avbrott hanteras med dagens arbetssätt.',
  workEnvironment: 'skyddsombudet bedömer att ingen ny belastning uppstår.',
}

const riskAnalysisOf = (facts: VerificationFacts) => ({
  analysedOn: dayOfMilestone(facts.begun, 'risksAnalysed'),
  participants: assume(
    `${inWords(facts.confirmedBy.length + 1)} personer från verksamheten, IT-arkitekt, informationssäkerhetssamordnare och skyddsombud`,
  ),
  risks: facts.risks.map(({ kind, risk, size: [likelihood, consequence], action, remaining = 'acceptable' }) => ({
    kind,
    risk: assume(risk),
    likelihood,
    consequence,
    action: assume(action),
    owner: assume(riskOwners[kind]),
    remaining,
  })),
  lookedAt: riskGaps(facts.risks, []).notLookedAt.map((kind) => ({ kind, reasons: assume(nothingFound[kind]) })),
})

const verificationsOf = (facts: VerificationFacts) =>
  triedSolutions(facts).flatMap((supplier) =>
    draftRequirements(facts).map(({ id, kind }) => ({
      requirement: id,
      solution: supplier.id,
      result: metInPart(supplier).includes(id) ? 'partly' : 'met',
      method: kind === 'functional' ? 'test' : 'documentation',
      verifiedBy: kind === 'functional' ? ['operations', 'supplier'] : ['it', 'supplier'],
      verifiedOn: dayOfMilestone(facts.begun, 'trialEnded'),
    })),
  )

/** The larger the company, the more closed its interfaces: what RUVeS (2019, 4.4.1) found. */
const opennessOf = (facts: VerificationFacts) =>
  triedSolutions(facts).map(({ id, size }) => {
    const isLarge = size === 'large'
    return {
      solution: id,
      measuredOn: dayOfMilestone(facts.begun, 'opennessMeasured'),
      documentedApi: isLarge ? 'partly' : 'yes',
      openFormats: isLarge ? 'partly' : 'yes',
      semanticCoding: 'partly',
      dataExport: 'yes',
      testEnvironment: isLarge ? 'no' : 'yes',
      equalTerms: 'yes',
      noVendorGateway: isLarge ? 'no' : 'yes',
      reasonableFee: isLarge ? 'partly' : 'yes',
      connectionDays: isLarge ? 95 : 40,
      connectionCost: isLarge ? 15_000_000 : 3_000_000,
      evidence: assume(
        isLarge
          ? 'leverantörens svar, kontrollerade mot dokumentationen.'
          : 'dokumentationen är granskad och en provanslutning gjord.',
      ),
    }
  })

export const verificationRecord = (facts: VerificationFacts): PhaseContent => {
  const on = (milestone: Milestone): string => dayOfMilestone(facts.begun, milestone)
  const [confidentiality, integrity, availability] = facts.information.levels
  const { trial, information } = facts
  return {
    sections: {
      intellectualProperty: {
        searchedOn: on('rightsSearched'),
        searchedIn: ['patents', 'licences', 'supplier'],
        findings: [
          {
            kind: 'copyright',
            holder: triedSolutions(facts)[0]?.company.name ?? '',
            concerns: assume('programvaran tillhör leverantören; det som anpassas åt oss får användas av andra.'),
            handling: 'contractTerm',
          },
        ],
        resultsOwner: 'shared',
        dataRights: assume('uppgifterna är våra och ska kunna hämtas ut i öppet format även när avtalet upphör.'),
        conclusion: 'withTerms',
        reasons: assume('inget patent hindrar. Villkoren förs in i avtalet.'),
      },
      regulatory: regulatoryOf(facts),
      trials: {
        solutions: triedSolutions(facts)
          .slice(0, 1)
          .map(({ id }) => id),
        evidenceTier: trial.tier,
        unmetStandards: [],
        plan: assume(trial.plan),
        site: assume(trial.site),
        startedOn: on('trialStarted'),
        endedOn: on('trialEnded'),
        isEthicsReviewNeeded: false,
        ethics: assume(
          'deltagandet är frivilligt, ingen går miste om vård eller omsorg, och inga uppgifter om enskilda sparas efter prövningen.',
        ),
        law: lawOf(facts),
        clinicalFunction: assume(trial.worked),
        result: trial.result,
        resultReason: assume(trial.because),
      },
      riskAnalysis: riskAnalysisOf(facts),
      informationClass: {
        classifiedOn: on('informationClassified'),
        classifiedBy: assume('informationsägaren i verksamheten'),
        information: information.what,
        confidentiality,
        integrity,
        availability,
        traceability: assume('läsning och ändring loggas och sparas lika länge som uppgifterna.'),
        reasons: assume(information.harm),
        personalData: information.personalData,
        ...(information.personalData !== 'none' && { impactAssessmentOn: on('impactAssessed') }),
      },
      processFit: {
        changes: facts.process.steps
          .filter(isTouched)
          .map(([who, today, tomorrow]) => ({ step: beginning(today), who, today: assume(today), tomorrow: assume(tomorrow) })),
        ends: assume(facts.ends),
        workEnvironment: assume(facts.workEnvironment),
        fit: 'afterChanges',
        reasons: assume(`arbetet mot ${mainSystem(facts)} måste vara ändrat från första dagen.`),
      },
      essentialRequirements: { verifications: verificationsOf(facts) },
      openness: { measurements: opennessOf(facts) },
      procurementRisk: {
        risks: [
          {
            kind: 'advantage',
            risk: assume('den som deltog i dialogen och prövningen vet mer än andra.'),
            likelihood: 3,
            consequence: 4,
            action: assume('allt som visats, och resultatet av prövningen, bifogas upphandlingsdokumenten.'),
            owner: assume('upphandlare'),
          },
          {
            kind: 'fewTenders',
            risk: assume(`få av de ${inWords(facts.market.suppliers.length)} bedömda företagen lämnar anbud.`),
            likelihood: 2,
            consequence: 3,
            action: assume('annonsen sprids i samverkansforum, och kraven hålls till funktion.'),
            owner: assume('upphandlare'),
          },
        ],
        conclusion: 'withActions',
        reasons: assume('båda riskerna går att hantera med åtgärderna.'),
      },
    },
    opinions: [
      {
        unit: 'mta',
        question: 'Delar ni bedömningen av om lösningen är en medicinteknisk produkt?',
        answer: 'yes',
        comment: assume(`ja, av samma skäl: ${facts.device.reasons}`),
      },
      {
        unit: 'it',
        question: 'Är lösningen verifierad i en miljö som liknar vår?',
        answer: 'yes',
        comment: assume(`ja, mot en testmiljö för ${mainSystem(facts)}.`),
      },
      {
        unit: 'law',
        question: 'Uppfylls patientdatalagen, OSL och GDPR med de åtgärder som är beskrivna?',
        answer: 'partially',
        comment: assume('ja, när biträdesavtalet är tecknat och loggranskningen är bestämd.'),
      },
    ],
  }
}
