import { akBrevDossier } from './dossier.ts'
import type { PhaseContent } from './phase-content.ts'

/**
 * The procurement of the digital dosing letter. EY's report (2018, 5.1) says nothing of one: every fact here is an
 * assumption and begins so, and the companies are examples.
 */

const benefitId = (name: string): string => {
  const line = akBrevDossier.verification.benefits.find((benefit) => benefit.name === name)
  if (line === undefined) throw new Error(`No benefit is called ${name}`)
  return line.id
}

const costId = (name: string): string => {
  const line = akBrevDossier.verification.costs.find((cost) => cost.name === name)
  if (line === undefined) throw new Error(`No cost is called ${name}`)
  return line.id
}

const winner = {
  tenderer: akBrevDossier.procurement.supplier,
  organisationNumber: akBrevDossier.procurement.supplierOrganisationNumber,
}
const second = { tenderer: 'Exempelkoncernen Vårdsystem AB (exempel)', organisationNumber: '556666-6664' }
const third = { tenderer: 'Exempelgruppen Brev och Kod (exempel)', organisationNumber: '557777-7773' }

const proofs: Readonly<Record<string, string>> = {
  K7: 'Antagande: länk till gränssnittets dokumentation.',
  K8: 'Antagande: beskrivning av loggen.',
  K10: 'Antagande: exempel på meddelanden.',
  K13: 'Antagande: tid och pris i prisbilagan.',
}

const scoresFor = (scores: Readonly<Record<string, readonly [number, number, number]>>) =>
  Object.entries(scores).flatMap(([criterion, given]) =>
    given.map((score, index) => ({ criterion, evaluator: `B${index + 1}`, score })),
  )

const procedure = {
  procedure: 'belowThreshold',
  reasons:
    'Antagande: värdet ligger under tröskelvärdet och över gränsen för direktupphandling. Öppet förfarande övervägdes, men den fria formen ger plats för en visning före utvärderingen och kräver mindre av anbudsgivarna.',
  smallCompanies: 'Antagande: ett enda anbudssteg, korta svar och en visning på distans gör att ett litet företag hinner svara.',
  category: 'ordinary',
  estimatedValue: akBrevDossier.matching.estimatedValue,
  valuation: 'Antagande: fyra års avgift för tjänsten med förlängning, och ett införandepris.',
  shortening: 'none',
  areTendersElectronic: true,
  innovation: 'process',
  noticeOn: '2024-02-19',
  tendersDueOn: '2024-04-08',
  awardOn: '2024-05-06',
  contractStartsOn: '2024-06-01',
}

const documents = {
  diaryReference: 'Antagande: RK 2024-0115',
  requirements: akBrevDossier.procurement.requirements.map(({ id, text, kind, isMandatory, functions }) => ({
    id,
    text,
    kind,
    level: isMandatory ? 'must' : 'weighted',
    functions,
    proof: proofs[id] ?? 'Antagande: visning enligt användningsfallet.',
  })),
  interoperability: [
    { demand: 'documentedApi', requirement: 'K7' },
    { demand: 'openFormats', requirement: 'K10' },
    {
      demand: 'semanticCoding',
      reasonIfNot: 'Antagande: doseringen är fri text från AK-systemet. Läkemedlet kodas där och ändras inte i brevtjänsten.',
    },
    { demand: 'dataExport', requirement: 'K11' },
    { demand: 'testEnvironment', requirement: 'K12' },
    { demand: 'connectionTime', requirement: 'K13' },
    { demand: 'connectionCost', requirement: 'K13' },
    { demand: 'equalTerms', requirement: 'K7' },
    { demand: 'noOwnGateway', requirement: 'K7' },
  ],
  qualification: [
    {
      demand: 'Antagande: leverantören har eller får tillgång till personal med erfarenhet av att ansluta en tjänst till 1177.',
      proof: 'Antagande: en sida om arbetssätt och bemanning.',
    },
  ],
  basis: 'bestRatio',
  awardCriteria: [
    { id: 'T1', name: 'Pris', kind: 'price', weight: 30, howScored: 'Antagande: lägsta jämförelsepris delat med anbudets pris.' },
    {
      id: 'T2',
      name: 'Användbarhet för patient och sjuksköterska',
      kind: 'quality',
      weight: 30,
      howScored: 'Antagande: visning av fyra arbetsmoment, 0-5 poäng.',
    },
    {
      id: 'T3',
      name: 'Teknisk öppenhet',
      kind: 'quality',
      weight: 25,
      howScored: 'Antagande: gränssnittets dokumentation och tid att ansluta ett nytt system, 0-5 poäng.',
    },
    {
      id: 'T4',
      name: 'Stöd vid införande och återanvändning',
      kind: 'quality',
      weight: 15,
      howScored: 'Antagande: plan för införande och hur K9 uppfylls, 0-5 poäng.',
    },
  ],
  maxScore: 5,
  terms: {
    months: 36,
    extensionMonths: 12,
    payment: 'Antagande: fast pris för införandet efter godkänd pilot, därefter avgift per år. Inga avgifter per brev.',
    serviceLevels: 'Antagande: tillgänglighet 99,5 procent per månad, svar på allvarliga fel inom en timme dygnet runt.',
    benefit: 'Antagande: leverantören lämnar uppgift varje månad om antal brev, andel kvitterade och tid till kvittens.',
    exit: 'Antagande: alla brev, kvittenser och loggar lämnas ut utan kostnad, och leverantören hjälper till i tre månader.',
  },
  isDivided: false,
  referencesDemanded: 0,
  namesBrand: false,
  isWholeUndertaking: false,
  barrierReasons: [
    {
      barrier: 'undivided',
      reason:
        'Antagande: avisering, brev och kvittens är en kedja. Delade leveranser skulle lägga ansvaret för kvittensen mellan två företag.',
    },
  ],
  equalInformation:
    'Antagande: behovsbeskrivningen, funktionerna N1-N6, antalet brev per år och frågorna från mötena den 18 och 20 april 2023 är bilagda så att alla vet detsamma.',
}

const requestForInformation = {
  publishedOn: '2024-01-15',
  channel: 'Antagande: regionens webbplats och Samverkansforum',
  answersDueOn: '2024-02-02',
  questions:
    'Antagande: Hur visar er lösning för mottagningen att brevet är läst? Hur lång tid tar det att ansluta ett AK-system? Vilka krav i utkastet hindrar er från att lämna anbud?',
  answers: [
    {
      supplier: winner.tenderer,
      isSmall: true,
      summary: 'Antagande: kravet på referenser i utkastet skulle ha stängt ute företaget.',
    },
    { supplier: second.tenderer, isSmall: false, summary: 'Antagande: kan leverera en modul i det egna journalsystemet.' },
  ],
  effect: 'Antagande: kravet på två referensinstallationer togs bort och anbudstiden förlängdes till sju veckor.',
}

const notice = {
  channel: 'national',
  database: 'Antagande: registrerad annonsdatabas',
  number: 'Antagande: 2024-000123',
  cpv: ['48180000', '72260000'],
  sentOn: '2024-02-19',
  publishedOn: '2024-02-20',
  tendersDueOn: '2024-04-08',
  tendersDueAt: '23:59',
  areDocumentsElectronic: true,
  isSuitableForSmall: true,
}

const questionsAndAnswers = {
  areSentToAll: true,
  questions: [
    {
      question: 'Antagande: Får kvittensen visas i en egen vy om den också når AK-systemets arbetslista?',
      askedOn: '2024-03-04',
      answer: 'Antagande: Ja. Kravet K4 är uppfyllt när kvittensen syns i AK-systemet.',
      answeredOn: '2024-03-07',
    },
    {
      question: 'Antagande: Kan två företag lämna anbud tillsammans?',
      askedOn: '2024-03-13',
      answer: 'Antagande: Ja, utan krav på juridisk form.',
      answeredOn: '2024-03-14',
    },
  ],
}

const opening = {
  openedOn: '2024-04-09',
  openedAt: '09:00',
  persons: [
    { name: 'Antagande: Upphandlare ett', title: 'Upphandlare' },
    { name: 'Antagande: Registrator två', title: 'Registrator' },
  ],
  tenders: [
    { id: 'A1', tenderer: winner.tenderer, receivedOn: '2024-04-05', receivedAt: '14:10' },
    { id: 'A2', tenderer: second.tenderer, receivedOn: '2024-04-08', receivedAt: '16:45' },
    { id: 'A3', tenderer: third.tenderer, receivedOn: '2024-04-08', receivedAt: '21:30' },
  ],
  isListCertified: true,
}

const evaluation = {
  evaluators: [
    {
      id: 'B1',
      name: 'Antagande: Sjuksköterska vid AK-mottagningen',
      competence: 'Antagande: vård och arbetssätt',
      hasNoConflict: true,
    },
    { id: 'B2', name: 'Antagande: Integrationsarkitekt', competence: 'Antagande: teknisk öppenhet', hasNoConflict: true },
    { id: 'B3', name: 'Antagande: Patientföreträdare', competence: 'Antagande: användbarhet', hasNoConflict: true },
  ],
  tenders: [
    {
      id: 'A1',
      ...winner,
      size: 'small',
      isJoint: false,
      solution: akBrevDossier.procurement.solution,
      price: 109_400_000,
      isQualified: true,
      unmetRequirements: [],
      scores: scoresFor({ T2: [5, 4, 5], T3: [4, 5, 4], T4: [4, 4, 4] }),
      consensus: [
        {
          criterion: 'T2',
          score: 5,
          reason: 'Antagande: patienten läser och kvitterar i tre steg; sjuksköterskan ser kvittensen i arbetslistan.',
        },
        { criterion: 'T3', score: 4.5, reason: 'Antagande: öppet dokumenterat gränssnitt; testmiljön saknar ett flöde.' },
        { criterion: 'T4', score: 4, reason: 'Antagande: tydlig plan och visad återanvändning för ett annat system.' },
      ],
    },
    {
      id: 'A2',
      ...second,
      size: 'large',
      isJoint: false,
      solution: 'Antagande: brevmodul till AK-systemet',
      price: 98_000_000,
      isQualified: true,
      unmetRequirements: [],
      scores: scoresFor({ T2: [4, 3, 4], T3: [2, 2, 3], T4: [3, 3, 2] }),
      consensus: [
        { criterion: 'T2', score: 4, reason: 'Antagande: fungerar väl för patienten, fler steg för sjuksköterskan.' },
        { criterion: 'T3', score: 2, reason: 'Antagande: gränssnittet är bara dokumenterat för egna moduler.' },
        { criterion: 'T4', score: 3, reason: 'Antagande: god plan, men återanvändning kräver tillägg.' },
      ],
    },
    {
      id: 'A3',
      ...third,
      size: 'small',
      isJoint: true,
      solution: 'Antagande: app med egen inkorg',
      price: 112_000_000,
      isQualified: true,
      unmetRequirements: ['K3'],
      rejectionReason: 'Antagande: brevet läses i en egen app och inte i inkorgen på 1177 (K3).',
      scores: [],
      consensus: [],
    },
  ],
  ranking: [
    { tender: 'A1', rank: 1, points: 91.37, reason: 'Antagande: högst kvalitet i alla tre kriterier väger upp ett högre pris.' },
    { tender: 'A2', rank: 2, points: 73, reason: 'Antagande: lägst pris, men svag teknisk öppenhet.' },
  ],
}

const benefitVouching = {
  tender: 'A1',
  benefits: [
    {
      benefit: benefitId('Lägre portokostnad'),
      verdict: 'vouched',
      grounds: 'Antagande: inga avgifter per brev, och papper skickas bara till den som vill.',
    },
    {
      benefit: benefitId('Frigjord tid för sjuksköterskor'),
      verdict: 'vouched',
      grounds: 'Antagande: visningen tog en minut per brev mot fyra i dag.',
    },
    {
      benefit: benefitId('Mottagningen vet att dosändringen är läst'),
      verdict: 'inPart',
      grounds: 'Antagande: kvittensen visas i arbetslistan.',
      remainder: 'Antagande: kvittens för brev på papper ingår inte. Mottagningen ringer de patienterna, som i dag.',
    },
    {
      benefit: benefitId('Patienten får sin ordination var hen än är'),
      verdict: 'vouched',
      grounds: 'Antagande: brevet läses i inkorgen på 1177 i mobil och dator.',
    },
  ],
  costs: [
    { cost: costId('Tjänst och aviseringar'), tendered: 23_600_000, verdict: 'within' },
    { cost: costId('Förvaltning av kopplingen till AK-systemet'), tendered: 0, verdict: 'notBought' },
    { cost: costId('Införande och koppling till AK-systemet'), tendered: 15_000_000, verdict: 'within' },
  ],
  functions: akBrevDossier.ideas.functions.map(({ id, name }) => ({
    function: id,
    isMet: true,
    how: `Antagande: visat i anbudets visning av ”${name}”.`,
  })),
  vouchedBy: [
    { name: 'Antagande: Verksamhetschef', unit: 'AK-mottagningen' },
    { name: 'Antagande: Systemförvaltare', unit: 'IT-förvaltningen' },
  ],
  vouchedOn: '2024-04-25',
}

const opennessCheck = {
  tender: 'A1',
  demands: [
    {
      demand: 'documentedApi',
      outcome: 'met',
      evidence: 'tested',
      finding: 'Antagande: beskrivningen följer den nationella profilen och är fritt åtkomlig.',
    },
    { demand: 'openFormats', outcome: 'met', evidence: 'tested', finding: 'Antagande: brev och kvittens utbyts som HL7 FHIR.' },
    {
      demand: 'semanticCoding',
      outcome: 'met',
      evidence: 'document',
      finding: 'Antagande: inget krav ställt; koder från AK-systemet bevaras.',
    },
    { demand: 'dataExport', outcome: 'met', evidence: 'document', finding: 'Antagande: uttag beskrivet, utan kostnad.' },
    {
      demand: 'testEnvironment',
      outcome: 'inPart',
      evidence: 'tested',
      finding: 'Antagande: testmiljön saknar flödet för akut ändring.',
      remedy: 'Antagande: flödet ska finnas i testmiljön vid leveransgodkännande.',
    },
    { demand: 'connectionTime', outcome: 'met', evidence: 'declared', finding: 'Antagande: 45 dagar.' },
    { demand: 'connectionCost', outcome: 'met', evidence: 'declared', finding: 'Antagande: 40 000 kronor per system.' },
    { demand: 'equalTerms', outcome: 'met', evidence: 'document', finding: 'Antagande: samma prislista för alla.' },
    { demand: 'noOwnGateway', outcome: 'met', evidence: 'tested', finding: 'Antagande: anslutning direkt mot gränssnittet.' },
  ],
  connectionDays: 45,
  connectionCost: 4_000_000,
  checkedBy: 'Antagande: Integrationsarkitekt, IT-förvaltningen',
  checkedOn: '2024-04-23',
}

const awardProposal = {
  tender: 'A1',
  supplier: winner.tenderer,
  organisationNumber: winner.organisationNumber,
  contractValue: akBrevDossier.procurement.contractValue,
  reasons: 'Antagande: anbudet uppfyller alla ska-krav, är först i rangordningen och nyttan är vidimerad av verksamheten.',
  others: [
    { tender: 'A2', reason: 'Antagande: lägre poäng för användbarhet och teknisk öppenhet.' },
    { tender: 'A3', reason: 'Antagande: uppfyller inte kravet K3.' },
  ],
  preparedBy: 'Antagande: Upphandlare ett',
  preparedOn: '2024-04-30',
}

const standstill = {
  notices: ['A1', 'A2', 'A3'].map((tender) => ({ tender, sentOn: '2024-05-07', means: 'electronic' })),
  review: 'none',
  earliestSigningOn: '2024-05-18',
}

const contract = {
  number: 'Antagande: AVT 2024-044',
  supplier: winner.tenderer,
  organisationNumber: winner.organisationNumber,
  value: akBrevDossier.procurement.contractValue,
  signedOn: '2024-05-21',
  signedForBuyer: 'Antagande: Hälso- och sjukvårdsdirektör',
  signedForSupplier: 'Antagande: Verkställande direktör',
  startsOn: '2024-06-01',
  endsOn: '2027-05-31',
  extensionMonths: 12,
  noticeMonths: 6,
}

const postNotice = {
  sentOn: '2024-06-05',
  database: 'Antagande: registrerad annonsdatabas',
  number: 'Antagande: 2024-000456',
  tendersReceived: 3,
  tendersFromSmall: 2,
  tendersFromOtherEea: 0,
  tendersFromOutsideEea: 0,
  winnerSize: 'small',
}

const documentation = {
  completedOn: '2024-06-13',
  diaryReference: 'Antagande: RK 2024-0115',
  notAwarded: 'Antagande: A2 fick lägre poäng för användbarhet och teknisk öppenhet. A3 uppfyllde inte K3.',
  conflicts: 'Antagande: inga. Alla bedömare lämnade intyg.',
}

export const akBrevProcurement = {
  sections: {
    procedure,
    documents,
    requestForInformation,
    notice,
    questionsAndAnswers,
    opening,
    evaluation,
    benefitVouching,
    opennessCheck,
    awardProposal,
    standstill,
    contract,
    postNotice,
    documentation,
  },
  opinions: [],
} satisfies PhaseContent
