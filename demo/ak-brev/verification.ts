import { akBrevDossier } from './dossier.ts'
import type { PhaseContent } from './phase-content.ts'

/** The verification phase of "Digitalt AK-brev". The pre-study's kinds of analysis are known; their content is assumed. */

const verified = (solution: string, notMet: readonly string[], partly: readonly string[]) =>
  akBrevDossier.matching.requirements.map(({ id, kind }) => ({
    requirement: id,
    solution,
    result: notMet.includes(id) ? 'notMet' : partly.includes(id) ? 'partly' : 'met',
    method: kind === 'functional' ? 'test' : 'documentation',
    verifiedBy: kind === 'functional' ? ['operations', 'supplier'] : ['it', 'supplier'],
    verifiedOn: '2023-09-01',
  }))

export const akBrevVerification = {
  sections: {
    intellectualProperty: {
      searchedOn: '2023-06-26',
      searchedIn: ['patents', 'licences', 'supplier'],
      findings: [
        {
          kind: 'openSource',
          holder: 'Antagande: flera upphovsmän',
          concerns: 'Antagande: komponenter med öppen källkod i brevtjänsten.',
          handling: 'contractTerm',
        },
      ],
      resultsOwner: 'shared',
      dataRights: 'Antagande: uppgifterna är våra och ska kunna hämtas ut i öppet format även när avtalet upphör.',
      conclusion: 'withTerms',
      reasons: 'Antagande: inget patent hindrar. Villkoren för öppen källkod förs in i avtalet.',
    },
    regulatory: {
      medicalDevice: {
        hasMedicalPurpose: true,
        actsOnData: false,
        decisionImpact: 'none',
        monitoring: 'none',
        deviceClass: 'notMedicalDevice',
        marking: 'notNeeded',
        rule: 'MDR art. 2(1) och bilaga VIII regel 11',
        assessedOn: '2023-08-15',
        reasons:
          'Antagande: tjänsten skickar och visar en ordination som redan är gjord i AK-systemet. Den räknar inte och ändrar inget.',
      },
      nationalSystem: {
        isForSharedUse: true,
        carriesPatientInformation: true,
        updatesRegister: false,
        isNationalSystem: true,
        marking: 'expected',
        rule: 'HSLF-FS 2022:42',
        assessedOn: '2023-08-15',
        reasons:
          'Antagande: tjänsten är gjord för att användas i flera regioner och förmedlar ordinationer. NMI-märkning krävs före leverans.',
      },
      ai: {
        usesAi: false,
        isListedUse: false,
        meetsPeople: false,
        outcome: 'noAi',
        rule: 'Förslaget till AI-förordning',
        assessedOn: '2023-08-15',
        reasons: 'Antagande: tjänsten innehåller ingen AI. Frågan ställs igen om AI tillförs när förordningen gäller.',
      },
      healthDataSpace: {
        isRecordSystem: false,
        rule: 'Förslaget till förordning om ett europeiskt hälsodataområde (EHDS)',
        assessedOn: '2023-08-15',
        reasons: 'Antagande: brevtjänsten är inget journalsystem och bär inga av de prioriterade kategorierna i förslaget.',
      },
    },
    trials: {
      solutions: ['L2'],
      evidenceTier: 'B',
      unmetStandards: [
        { standard: 3, reason: 'Antagande: leverantören har inte redovisat sin miljöpåverkan; det tas med i avtalet.' },
      ],
      plan: 'Antagande: tolv sjuksköterskor och trettio testpersoner provar hela flödet i testmiljö i fyra veckor. Tiden per brev mäts före och efter.',
      site: 'Antagande: testmiljö med påhittade patienter vid AK-mottagningen',
      startedOn: '2023-08-07',
      endedOn: '2023-09-01',
      isEthicsReviewNeeded: false,
      ethics: 'Antagande: inga patientuppgifter används och ingen vård ändras, så etikprövning krävs inte.',
      law: [
        {
          law: 'healthCare',
          isMet: 'yes',
          reasons: 'Antagande: vården blir lättare att nå, och papper finns kvar för den som vill.',
        },
        { law: 'socialServices', isMet: 'notRelevant', reasons: 'Antagande: tjänsten används inte i socialtjänsten.' },
        { law: 'patientData', isMet: 'withMeasures', reasons: 'Antagande: all läsning loggas och följs upp.' },
        { law: 'secrecy', isMet: 'yes', reasons: 'Antagande: brevet lämnas bara till patienten efter inloggning.' },
        { law: 'dataProtection', isMet: 'withMeasures', reasons: 'Antagande: personuppgiftsbiträdesavtal tecknas före pilot.' },
      ],
      clinicalFunction: 'Antagande: alla dosändringar nådde fram, och kvittensen syntes i AK-systemet inom en minut.',
      result: 'confirmed',
      resultReason:
        'Antagande: tiden per brev sjönk från fyra minuter till drygt en, och nio av tio brev var kvitterade inom ett dygn.',
    },
    riskAnalysis: {
      analysedOn: '2023-08-22',
      participants:
        'Antagande: verksamhetschef, två sjuksköterskor, läkare, IT-arkitekt, informationssäkerhetssamordnare, skyddsombud',
      risks: [
        {
          kind: 'patientSafety',
          risk: 'Antagande: patienten läser inte brevet och tar fel dos.',
          likelihood: 3,
          consequence: 4,
          action: 'Antagande: olästa brev larmar efter ett dygn och mottagningen ringer.',
          owner: 'Antagande: verksamhetschef',
          remaining: 'watched',
        },
        {
          kind: 'operational',
          risk: 'Antagande: papper och digitalt hanteras parallellt och tiden frigörs inte.',
          likelihood: 3,
          consequence: 3,
          action: 'Antagande: papper skrivs ut centralt och slutdatum sätts för handkuvertering.',
          owner: 'Antagande: enhetschef',
          remaining: 'watched',
        },
        {
          kind: 'informationSecurity',
          risk: 'Antagande: avisering via sms avslöjar att personen är patient.',
          likelihood: 2,
          consequence: 3,
          action: 'Antagande: aviseringen nämner varken mottagning eller läkemedel.',
          owner: 'Antagande: informationssäkerhetssamordnare',
          remaining: 'acceptable',
        },
        {
          kind: 'it',
          risk: 'Antagande: kopplingen mellan AK-systemet och brevtjänsten ligger nere.',
          likelihood: 2,
          consequence: 3,
          action: 'Antagande: brev som inte skickats inom fyra timmar går på papper.',
          owner: 'Antagande: systemförvaltare',
          remaining: 'acceptable',
        },
      ],
      lookedAt: [
        {
          kind: 'workEnvironment',
          reasons: 'Antagande: skyddsombudet bedömer att arbetet blir mindre ensidigt och att ingen ny belastning uppstår.',
        },
      ],
    },
    informationClass: {
      classifiedOn: '2023-07-05',
      classifiedBy: 'Antagande: informationsägaren i medicinsk vård',
      information: 'Doseringsbrev med ordination av warfarin och kvittens på läsning',
      confidentiality: '3',
      integrity: '3',
      availability: '2',
      traceability: 'Antagande: all läsning och alla utskick loggas och sparas lika länge som journalen.',
      reasons: 'Antagande: fel eller röjd ordination kan skada en patient allvarligt; ett kort avbrott hanteras med papper.',
      personalData: 'sensitive',
      impactAssessmentOn: '2023-07-07',
    },
    processFit: {
      changes: [
        {
          step: 'Skicka doseringsbrev',
          who: 'Sjuksköterska på AK-mottagningen',
          today: 'Antagande: skriver ut, kuverterar och postar.',
          tomorrow: 'Antagande: godkänner ordinationen, och brevet skickas av sig självt på det sätt som patienten valt.',
        },
        {
          step: 'Följa upp att ändringen nått fram',
          who: 'Sjuksköterska på AK-mottagningen',
          today: 'Antagande: ringer vid akut ändring och vet annars inte.',
          tomorrow: 'Mottagningen ser kvittensen. Antagande: en lista visar brev som inte är lästa.',
        },
      ],
      ends: 'Antagande: handkuvertering upphör tre månader efter start på varje enhet.',
      workEnvironment: 'Antagande: mindre ensidigt arbete och färre avbrott av telefonsamtal.',
      fit: 'afterChanges',
      reasons: 'Antagande: listan över olästa brev måste finnas i AK-systemet från start.',
    },
    essentialRequirements: {
      verifications: [...verified('L1', ['K7', 'K9'], ['K5']), ...verified('L2', [], [])],
    },
    openness: {
      measurements: [
        {
          solution: 'L1',
          measuredOn: '2023-08-30',
          documentedApi: 'partly',
          openFormats: 'partly',
          semanticCoding: 'partly',
          dataExport: 'yes',
          testEnvironment: 'no',
          equalTerms: 'yes',
          noVendorGateway: 'no',
          reasonableFee: 'partly',
          connectionDays: 75,
          connectionCost: 18_000_000,
          evidence: 'Antagande: leverantörens svar, kontrollerade mot dokumentationen.',
        },
        {
          solution: 'L2',
          measuredOn: '2023-08-30',
          documentedApi: 'yes',
          openFormats: 'yes',
          semanticCoding: 'partly',
          dataExport: 'yes',
          testEnvironment: 'yes',
          equalTerms: 'yes',
          noVendorGateway: 'yes',
          reasonableFee: 'yes',
          connectionDays: 60,
          connectionCost: 2_500_000,
          evidence: 'Antagande: OpenAPI-filen är granskad och en provanslutning gjord.',
        },
      ],
    },
    procurementRisk: {
      risks: [
        {
          kind: 'advantage',
          risk: 'Antagande: den som deltog i prövningen vet mer än andra.',
          likelihood: 3,
          consequence: 4,
          action: 'Antagande: allt som visats och resultatet av prövningen bifogas upphandlingsdokumenten.',
          owner: 'Antagande: upphandlare',
        },
        {
          kind: 'fewTenders',
          risk: 'Antagande: bara en leverantör lämnar anbud.',
          likelihood: 2,
          consequence: 3,
          action: 'Antagande: annonsen sprids i samverkansforum och kraven hålls till funktion.',
          owner: 'Antagande: upphandlare',
        },
      ],
      conclusion: 'withActions',
      reasons: 'Antagande: båda riskerna går att hantera med de åtgärder som är beslutade.',
    },
  },
  opinions: [
    {
      unit: 'mta',
      question: 'Delar ni bedömningen att tjänsten inte är en medicinteknisk produkt?',
      answer: 'yes',
      comment: 'Antagande: ja, så länge tjänsten inte räknar på eller ändrar dosen.',
    },
    {
      unit: 'it',
      question: 'Är lösningarna verifierade i en miljö som liknar vår?',
      answer: 'yes',
      comment: 'Antagande: ja, mot testmiljön för AK-systemet.',
    },
    {
      unit: 'law',
      question: 'Uppfylls patientdatalagen, OSL och GDPR med de åtgärder som är beskrivna?',
      answer: 'partially',
      comment: 'Antagande: ja, när biträdesavtalet är tecknat.',
    },
  ],
} satisfies PhaseContent
