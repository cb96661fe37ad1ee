import { better, saved, time } from '../benefit-facts.ts'
import { companies } from '../companies.ts'
import { fromNetwork, supposed } from '../evidence.ts'
import type { VerificationFacts } from '../facts.ts'

/** A camera that sees falls, with no way to keep it out of the rest of life at home: too risky at BP3. */
export const fallCamera: VerificationFacts = {
  key: 'kamera-fallarm',
  title: 'Kamera som känner igen fall hemma',
  sender: 'supplier',
  organisation: 'torsas-kommun',
  begun: '2025-12-03',
  problem:
    'Den som faller hemma ligger ibland länge innan någon märker det. Larmknappen sitter på armen, men den som faller kan vara medvetslös eller förvirrad.',
  wish: 'Vår kamera känner igen ett fall och larmar. Pröva den i hemmen.',
  affected: 'cirka 85 personer med hög fallrisk som bor själva.',
  affectedPerYear: 85,
  frequency: 'daily',
  severity: 5,
  ifNothingIsDone: 'fallen upptäcks lika sent som i dag, och andra vägar måste prövas.',
  process: {
    name: 'Tillsyn i ordinärt boende vid hög fallrisk',
    actor: 'Person med hög fallrisk som bor själv',
    goal: 'Få hjälp direkt vid fall',
    steps: [
      ['Person med hög fallrisk', 'når inte alltid larmknappen.', 'behöver inte göra något; kameran känner igen fallet.'],
      ['Undersköterska i hemtjänsten', 'upptäcker fallet vid nästa besök.', 'får larm med en bild och åker ut.'],
      ['Anhörig', 'ringer av oro.'],
    ],
  },
  staffConsequences: 'personalen får larm med bild och måste avgöra vad som är ett fall.',
  systems: [['Larmmottagningen', 'ska ta emot larm med bild.']],
  evidence: [
    fromNetwork(
      'punkt 7 (SIV)',
      'Kamera och sensorer ingår i den verktygslåda av välfärdsteknik som kommunerna vill upphandla gemensamt.',
    ),
    supposed('incidents', 'fallavvikelser under två år', 'elva fall upptäcktes efter mer än två timmar.'),
  ],
  confirmedBy: [
    ['assistantNurse', 'hemtjänsten Torsås'],
    ['nurse', 'hemsjukvården'],
  ],
  functions: [
    {
      name: 'Känna igen ett fall',
      because: 'hjälpen ska komma utan att någon trycker.',
      step: 1,
      demand: 'fall ska kännas igen inom en minut, med högst ett falskt larm per hem och vecka.',
    },
    {
      name: 'Larma med underlag',
      because: 'personalen ska veta vad som har hänt.',
      step: 2,
      demand: 'larmet ska visa vad kameran grundar sig på, och ingen bild ska sparas.',
    },
  ],
  known: [{ name: 'Kamera med bildanalys', availability: 'onMarket', fit: 'partly', comment: 'används i sjukhusmiljö.' }],
  knownConclusion: 'produkter finns för sjukhus, inte för hem.',
  goals: ['safety', 'independence'],
  contribution: 'fall upptäcks direkt, om bilden kan hållas inne i hemmet.',
  timingReason: 'hemtjänsten planerar om tillsynen i år.',
  scores: [5, 4, 3, 2],
  feasibility: 'bildanalysen behöver tränas i hem, och integriteten är svår.',
  benefits: [
    saved({
      name: 'Färre sjukhusinläggningar efter fall',
      measure: 'Kostnad för inläggningar efter fall per år',
      from: 3_100_000,
      to: 2_300_000,
      because: 'tre färre höftfrakturer per år.',
      organisation: 'region-kalmar',
    }),
    time({
      name: 'Färre rutinbesök för tillsyn',
      measure: 'Tid för tillsyn per person och dygn',
      times: 30_000,
      from: 18,
      to: 12,
    }),
    better({
      name: 'Fall upptäcks direkt',
      area: 'qualityAndSafety',
      measure: 'Andel fall som upptäcks inom tio minuter',
      unit: '%',
      from: 12,
      to: 80,
      level: 5,
      because: 'tiden på golvet avgör utgången.',
    }),
  ],
  costs: [{ name: 'Kameror och tjänst', kronor: 430_000, because: '85 hem, 420 kronor per månad.' }],
  market: {
    suppliers: [
      {
        company: companies.cameras,
        solution: 'kamera med bildanalys',
        ability: 'adaptation',
        price: [380, 560],
        learnt: 'analysen är tränad på sjukhusmiljöer.',
      },
      {
        company: companies.sensors,
        solution: 'golvsensor utan bild',
        ability: 'development',
        price: [500, 800],
        meetsInPart: [1],
      },
    ],
    maturity: 'prototypes',
    gaps: 'ingen lösning är prövad i hem.',
    conclusion: 'marknaden kan inte möta behovet säkert ännu.',
  },
  wished: { kind: 'performance', demand: 'analysen bör göras i kameran utan uppkoppling.' },
  purchase: { value: 1_300_000, form: 'belowThreshold', because: 'värdet ligger under tröskelvärdet, om något köps alls.' },
  device: {
    hasMedicalPurpose: false,
    actsOnData: true,
    decisionImpact: 'none',
    monitoring: 'none',
    reasons: 'kameran ser rörelse och mäter inget i kroppen.',
  },
  nationalSystem: { isForSharedUse: true, carriesPatientInformation: false },
  ai: {
    meetsPeople: false,
    reasons: 'bildanalysen är en inlärd modell; den avgör vad som larmar men fattar inget beslut om vård.',
  },
  information: {
    what: 'Bild ur hemmet, larm och rörelse',
    levels: ['3', '2', '3'],
    personalData: 'sensitive',
    harm: 'bilder ur någons hem som röjs kan inte tas tillbaka.',
  },
  trial: {
    tier: 'A',
    site: 'fyra hem i Torsås',
    plan: 'fyra hem har kamera i fyra veckor; larm, falsklarm och integritet följs av de boende själva.',
    worked: 'tre fall kändes igen, men 62 larm gällde att någon satte sig på golvet eller bar tvätt.',
    result: 'partly',
    because: 'fallen kändes igen, men falsklarmen var för många och bilderna lämnade hemmet.',
  },
  risks: [
    {
      kind: 'informationSecurity',
      risk: 'bilder ur hemmet lagras hos leverantören i ett annat land.',
      size: [4, 5],
      action: 'leverantören kan inte lova att bilderna stannar i hemmet.',
      remaining: 'unacceptable',
    },
    {
      kind: 'operational',
      risk: 'personalen slutar åka på larm som oftast är falska.',
      size: [5, 4],
      action: 'gränserna kan inte sättas per hem.',
      remaining: 'unacceptable',
    },
    {
      kind: 'patientSafety',
      risk: 'ett fall i ett annat rum syns inte.',
      size: [4, 4],
      action: 'kamera i varje rum är inte rimligt.',
      remaining: 'watched',
    },
  ],
  ends: 'rutinbesök kan inte tas bort med den säkerhet som krävs.',
  workEnvironment: 'personalen får larm på natten som oftast är falska.',
}
