import type { PhaseContent } from './phase-content.ts'

/**
 * The idea phase of "Digitalt AK-brev". Facts: EY:s granskning av e-hälsa i Region Jönköpings län 2018, 5.1 and its
 * list of sources. The report gives no figures: every number is an assumption, and so is every text that says so.
 */
export const akBrevIdeas = {
  sections: {
    need: {
      problem:
        'Patienter som behandlas med warfarin får besked om ny dosering i ett brev på papper. Brevet kommer sent, når inte den som är på annan ort, och mottagningen vet inte om ändringen är läst.',
      affected: 'Antagande: cirka 3 600 patienter som behandlas med warfarin, och mottagningens sjuksköterskor.',
      affectedPerYear: 3_600,
      frequency: 'monthly',
      severity: 4,
      ifNothingIsDone:
        'Antagande: risken att någon tar fel dos finns kvar, porto och administration ökar i takt med antalet patienter, och fler ringer för att fråga om sitt brev.',
    },
    process: {
      careProcess: 'Uppföljning av behandling med warfarin (AK-behandling)',
      actor: 'Patient som behandlas med warfarin',
      goal: 'Ta rätt dos till nästa provtagning',
      steps: [
        { who: 'Patient', what: 'Antagande: lämnar blodprov på vårdcentral eller lab.', isAffected: false },
        {
          who: 'Sjuksköterska på AK-mottagningen',
          what: 'Antagande: ordinerar ny dos i AK-systemet utifrån provsvaret.',
          isAffected: false,
        },
        {
          who: 'Sjuksköterska på AK-mottagningen',
          what: 'Antagande: skriver ut, kuverterar och postar doseringsbrevet.',
          isAffected: true,
        },
        { who: 'Patient', what: 'Antagande: får brevet efter några dagar och läser den nya ordinationen.', isAffected: true },
        {
          who: 'Sjuksköterska på AK-mottagningen',
          what: 'Antagande: ringer patienten vid akut ändring och svarar på frågor om brev som inte kommit.',
          isAffected: true,
        },
      ],
      staffConsequences:
        'Sjuksköterskorna får mindre administration. Antagande: de behöver i stället följa upp brev som inte är lästa.',
      systems: [
        { name: 'AK-systemet (Journalia)', consequence: 'Ska lämna doseringsbrevet och ta emot kvittens på att det är läst.' },
        { name: '1177 Vårdguidens e-tjänster', consequence: 'Patienten anmäler sig, aviseras och läser brevet där.' },
      ],
    },
    substantiation: {
      evidence: [
        {
          kind: 'review',
          source: 'EY, Granskning av e-hälsa, Region Jönköpings län, 2018, avsnitt 5.1',
          finding:
            'Förstudien lyfter fram fyra effekter av digitala doseringsbrev: snabbare och säkrare besked, lägre portokostnader, mindre administration för sjuksköterskorna och en lösning som andra system kan återanvända.',
        },
        {
          kind: 'review',
          source:
            'Förstudie, effektivisering av informationsflöde från Journalia till patient avseende dosjusteringar, IT-centrum, 2016-01-12',
          collectedOn: '2016-01-12',
          finding: 'Innehåller konsekvenser av att inte göra något, riskanalys, beroenden, SWOT och framgångsfaktorer.',
        },
        {
          kind: 'views',
          source: 'Antagande: samtal med personalen på AK-mottagningen',
          finding: 'Antagande: utskick och frågor om brev tar en stor del av arbetsdagen.',
        },
      ],
      confirmations: [
        { profession: 'nurse', unit: 'Antagande: AK-mottagningen', confirmedOn: '2023-02-14' },
        { profession: 'physician', unit: 'Antagande: medicinkliniken', confirmedOn: '2023-02-16' },
      ],
    },
    functions: {
      functions: [
        {
          id: 'N1',
          name: 'Välja digitalt doseringsbrev',
          meetsNeed: 'Patienten bestämmer själv och anmäler sig via 1177.',
          step: 3,
        },
        {
          id: 'N2',
          name: 'Få avisering om nytt brev',
          meetsNeed: 'Patienten får veta direkt, via sms eller e-post, att dosen kan ha ändrats.',
          step: 4,
        },
        { id: 'N3', name: 'Läsa doseringsbrevet var man än är', meetsNeed: 'Brevet når även den som är på annan ort.', step: 4 },
        {
          id: 'N4',
          name: 'Se att patienten har läst brevet',
          meetsNeed: 'Mottagningen vet att ändringen har nått fram.',
          step: 5,
        },
        {
          id: 'N5',
          name: 'Nå patienten vid akut ändring',
          meetsNeed: 'Mottagningen kan skicka en länk och se om ordinationen är läst.',
          step: 5,
        },
        {
          id: 'N6',
          name: 'Antagande: brev på papper till den som vill',
          meetsNeed: 'Antagande: den som inte är digital ska få lika säker vård.',
          step: 3,
        },
      ],
    },
    marketScan: {
      searchedOn: '2023-02-09',
      searchedIn: ['ownSystems', 'otherOrganisations', 'national'],
      findings: [
        {
          name: 'Digitalt AK-brev via 1177',
          availability: 'elsewhere',
          fit: 'wholly',
          comment: 'Infört i Region Jönköpings län; slutrapport 2017-10-03.',
        },
        {
          name: 'Antagande: brevmodul till AK-systemet',
          supplier: 'Antagande: leverantören av AK-systemet',
          availability: 'onMarket',
          fit: 'partly',
        },
      ],
      conclusion: 'Antagande: behovet kan mötas av sådant som redan används på annat håll, om det kopplas till vårt AK-system.',
    },
    strategy: {
      goals: ['safety', 'access', 'time'],
      contribution:
        'Patienten får sin ordination säkert och snabbt, kan nå den var hen än är, och sjuksköterskorna får mindre administration.',
      timing: 'now',
      timingReason: 'Antagande: avtalet om AK-systemet ses över nästa år, och kopplingen bör finnas med då.',
    },
    priority: {
      scores: [
        { criterion: 'need', score: 4, reason: 'Antagande: många berörs ofta, och fel dos kan bli allvarligt.' },
        { criterion: 'benefit', score: 4, reason: 'Både porto och tid minskar, och vården blir säkrare.' },
        { criterion: 'strategy', score: 4, reason: 'Bidrar till tre av strategins mål.' },
        { criterion: 'feasibility', score: 5, reason: 'Lösningen är redan införd i en annan region.' },
      ],
    },
  },
  opinions: [
    {
      unit: 'operations',
      question: 'Stämmer beskrivningen av behovet med er vardag?',
      answer: 'yes',
      comment: 'Antagande: ja, och frågan om vem som läst sitt brev är den viktigaste.',
    },
  ],
} as const satisfies PhaseContent
