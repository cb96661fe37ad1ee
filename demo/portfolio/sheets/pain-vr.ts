import { better, time } from '../benefit-facts.ts'
import { companies } from '../companies.ts'
import { fromArena, supposed } from '../evidence.ts'
import type { VerificationFacts } from '../facts.ts'

/** "Smärtbehandling" with VR glasses, from the county's arena. The trial did not show the benefit: the case ends at BP3. */
export const painVr: VerificationFacts = {
  key: 'vr-mot-smarta',
  title: 'VR mot smärta vid rehabilitering',
  sender: 'supplier',
  organisation: 'region-kalmar',
  begun: '2025-12-16',
  problem:
    'Den som har långvarig smärta rör sig mindre, sover sämre och ökar sina läkemedel. Rehabiliteringen avbryts av smärta, och det finns få andra sätt att dämpa den.',
  wish: 'Vi vill visa att VR-glasögon kan minska smärta under träning. Pröva dem och mät.',
  affected: 'cirka 380 patienter med långvarig smärta i rehabiliteringen.',
  affectedPerYear: 380,
  frequency: 'weekly',
  severity: 3,
  ifNothingIsDone: 'patienterna avbryter träningen lika ofta som i dag.',
  process: {
    name: 'Rehabilitering vid långvarig smärta',
    actor: 'Patient med långvarig smärta',
    goal: 'Klara träningen och leva med mindre läkemedel',
    steps: [
      ['Fysioterapeut', 'leder träning på mottagningen.', 'startar VR före träningen när patienten vill.'],
      ['Patient', 'avbryter när smärtan ökar.', 'fortsätter med glasögonen på.'],
      ['Läkare', 'justerar läkemedel.'],
    ],
  },
  staffConsequences: 'fysioterapeuterna får ett moment till och mer tid mellan patienterna för rengöring.',
  systems: [['Journalsystemet', 'skattningar ska föras in.']],
  evidence: [
    fromArena('VR-glasögon för smärtbehandling är ett av de områden som företag i länet har arbetat med.'),
    supposed('research', 'studier av VR vid smärta', 'effekten är visad vid akut smärta, men är osäker vid långvarig.'),
  ],
  confirmedBy: [
    ['therapist', 'rehabiliteringsmottagningen'],
    ['physician', 'smärtmottagningen'],
  ],
  functions: [
    {
      name: 'Dämpa smärta under träning',
      because: 'träningen blir längre.',
      step: 2,
      demand: 'upplevelsen ska kunna starta och avslutas av patienten själv.',
    },
    {
      name: 'Mäta smärta före och efter',
      because: 'effekten måste kunna visas.',
      step: 1,
      demand: 'skattning ska föras in före, under och efter träningen.',
    },
  ],
  known: [
    { name: 'VR för avledning', availability: 'onMarket', fit: 'partly', comment: 'säljs för avledning vid behandling av barn.' },
  ],
  knownConclusion: 'produkter finns; evidensen vid långvarig smärta är svag.',
  goals: ['access', 'safety'],
  contribution: 'fler kan träna, om effekten finns.',
  timingReason: 'mottagningen söker metoder som kan ersätta läkemedel.',
  scores: [3, 3, 3, 3],
  feasibility: 'glasögonen är enkla att prova, men nyttan är osäker.',
  benefits: [
    time({ name: 'Längre träningspass', measure: 'Avbruten träning per patient och månad', times: 380, from: 40, to: 20 }),
    better({
      name: 'Mindre smärta under träning',
      area: 'residents',
      measure: 'Skattad smärta under träning',
      unit: 'steg 0–10',
      from: 6,
      to: 4,
      level: 4,
      because: 'smärta avgör om träningen blir av.',
    }),
  ],
  costs: [{ name: 'Glasögon och tjänst', kronor: 260_000, because: 'tolv glasögon och en avgift per mottagning.' }],
  market: {
    suppliers: [
      {
        company: companies.reality,
        solution: 'VR för rehabilitering',
        ability: 'now',
        price: [220, 310],
        learnt: 'innehållet byts av fysioterapeuten.',
      },
      {
        company: companies.devices,
        solution: 'VR som medicinteknisk produkt',
        ability: 'adaptation',
        price: [400, 600],
        meetsInPart: [2],
      },
    ],
    maturity: 'prototypes',
    gaps: 'ingen produkt är byggd för långvarig smärta.',
    conclusion: 'marknaden kan möta behovet efter anpassning för 220 000 till 600 000 kronor om året.',
  },
  wished: { kind: 'usability', demand: 'upplevelsen bör kunna användas hemma.' },
  purchase: {
    value: 640_000,
    form: 'directProcurement',
    because: 'värdet ligger under gränsen för direktupphandling, och prövningen avgör om något köps.',
  },
  device: {
    hasMedicalPurpose: true,
    actsOnData: true,
    decisionImpact: 'none',
    monitoring: 'none',
    reasons: 'upplevelsen påstås lindra smärta och är därför en medicinteknisk produkt i klass I.',
  },
  nationalSystem: { isForSharedUse: true, carriesPatientInformation: false },
  information: {
    what: 'Skattningar av smärta',
    levels: ['2', '2', '1'],
    personalData: 'sensitive',
    harm: 'skattningarna är känsliga men kan göras utan glasögonen.',
  },
  trial: {
    tier: 'C',
    site: 'rehabiliteringsmottagningen i Kalmar',
    plan: 'trettio patienter tränar fyra veckor med och fyra utan glasögon; smärta, träningstid och läkemedel jämförs.',
    worked: 'glasögonen användes i 24 fall av 30; sex mådde illa av dem.',
    result: 'notConfirmed',
    because: 'smärtan var densamma med och utan glasögon, och träningstiden ökade inte.',
  },
  risks: [
    {
      kind: 'operational',
      risk: 'passet tar längre tid och köerna ökar.',
      size: [4, 3],
      action: 'kortare upplevelser och fler glasögon.',
    },
    {
      kind: 'patientSafety',
      risk: 'patienten blir illamående eller faller.',
      size: [3, 3],
      action: 'sittande träning och personal i rummet.',
      remaining: 'watched',
    },
  ],
  ends: 'inget upphör om effekten uteblir.',
  workEnvironment: 'rengöring och byte av glasögon är nya moment.',
}
