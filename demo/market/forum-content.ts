/**
 * What the forum is filled with. The needs are those of the public reports - the AK letter, web booking and treatment on the
 * net (EY 2018), welfare technology in the home (Fyrbodal), trial and evidence (eHealth Arena, Ordnat införande), a meeting
 * place and joint access to data (RUVeS 4.4-4.5) - told in words of our own. Dates, teams and calls are examples.
 */

export interface DemoNeed {
  readonly by: 'handlaggare' | 'kommunhandlaggare'
  /** The need that began the digital dosing letter. */
  readonly isAkBrev?: true
  readonly content: {
    readonly title: string
    readonly summary: string
    readonly description: string
    readonly functions: readonly string[]
    readonly targetGroups: readonly string[]
    readonly careSteps: readonly string[]
    readonly wantedFrom?: string
    readonly wantedTo?: string
    readonly contact: { readonly name: string; readonly email: string }
  }
}

const region = { name: 'Regionens e-hälsoenhet (exempel)', email: 'ehalsa@region.example' }
const municipality = { name: 'Kommunens välfärdsteknik (exempel)', email: 'valfardsteknik@kommun.example' }

export const demoNeeds: readonly DemoNeed[] = [
  {
    by: 'handlaggare',
    isAkBrev: true,
    content: {
      title: 'Nå patienter med ny dosering samma dag',
      summary: 'Patienter med warfarin får ny dosering i brev. Det tar dagar, och mottagningen vet inte om brevet är läst.',
      description:
        'Efter provet skickas doseringen på papper. Den som är bortrest nås inte, och vid en akut ändring måste mottagningen ringa.\n\n### Vad vi vill uppnå\n\n- Patienten får beskedet samma dag.\n- Mottagningen ser att beskedet är läst.\n- Den som inte är digital får samma besked på annat sätt.',
      functions: [
        'Lämna besked om dosering digitalt',
        'Se att beskedet är läst',
        'Påminna den som inte har läst',
        'Nå den som inte är digital på annat sätt',
      ],
      targetGroups: ['peopleWithChronicIllness', 'staff'],
      careSteps: ['medication', 'contact'],
      contact: region,
    },
  },
  {
    by: 'handlaggare',
    content: {
      title: 'Boka och ändra tid utan att ringa',
      summary: 'Mottagningarnas telefoner är upptagna, och tider som ingen avbokar står tomma.',
      description:
        'Invånare vill boka, ändra och avboka när det passar dem. Verksamheterna vill själva styra **vilka** tider som visas och för vem.',
      functions: ['Boka en tid', 'Ändra eller avboka en tid', 'Styra vilka tider som visas', 'Påminna före besöket'],
      targetGroups: ['allResidents'],
      careSteps: ['contact', 'administration'],
      wantedFrom: '2027-02-01',
      wantedTo: '2027-12-31',
      contact: region,
    },
  },
  {
    by: 'handlaggare',
    content: {
      title: 'Behandling på nätet vid psykisk ohälsa',
      summary: 'Väntan på samtalsbehandling är lång, och den som bor långt bort får resa för varje samtal.',
      description:
        'Vi behöver kunna ge program med stöd av behandlare på distans, följa hur patienten mår och avbryta när det inte hjälper.',
      functions: [
        'Gå igenom ett behandlingsprogram hemma',
        'Skriva med sin behandlare',
        'Följa hur patienten mår',
        'Märka när någon mår sämre',
      ],
      targetGroups: ['peopleWithMentalIllness', 'youngPeople'],
      careSteps: ['treatment', 'followUp'],
      wantedFrom: '2027-05-01',
      contact: region,
    },
  },
  {
    by: 'kommunhandlaggare',
    content: {
      title: 'Larma på väg till affären, inte bara hemma',
      summary: 'Trygghetslarmet slutar fungera utanför bostaden. Den som är rädd att ramla går inte ut.',
      description:
        'Äldre vill röra sig fritt. Larmet ska fungera där personen är, och den som svarar ska veta var hjälpen behövs.',
      functions: [
        'Larma var man än är',
        'Tala med den som svarar',
        'Visa var personen är när ett larm går',
        'Se att larmet är laddat',
      ],
      targetGroups: ['olderPeople', 'peopleWithDisabilities'],
      careSteps: ['careAtHome'],
      wantedFrom: '2027-03-01',
      wantedTo: '2028-03-01',
      contact: municipality,
    },
  },
  {
    by: 'kommunhandlaggare',
    content: {
      title: 'Rätt medicin i rätt tid hemma',
      summary: 'Hemtjänsten gör många besök bara för att räcka fram en dos.',
      description:
        'Många klarar sig själva med en påminnelse och en dos som kommer fram vid rätt tid. Personalen behöver veta när någon inte har tagit sin medicin.',
      functions: ['Få sin dos vid rätt tid', 'Bli påmind', 'Larma personalen vid utebliven dos', 'Fylla på för flera dagar'],
      targetGroups: ['olderPeople'],
      careSteps: ['medication', 'careAtHome'],
      wantedFrom: '2027-06-01',
      contact: municipality,
    },
  },
  {
    by: 'kommunhandlaggare',
    content: {
      title: 'Tillsyn på natten utan att väcka',
      summary: 'Nattbesök väcker den som sover, och personalen kör många mil.',
      description:
        'Tillsynen ska kunna göras på distans när personen vill det, och bli ett besök när något inte står rätt till. *Integriteten avgör.*',
      functions: ['Se att personen har det bra', 'Komma på besök när det behövs', 'Visa vem som har tittat och när'],
      targetGroups: ['olderPeople', 'peopleWithDisabilities'],
      careSteps: ['careAtHome', 'monitoring'],
      contact: municipality,
    },
  },
  {
    by: 'kommunhandlaggare',
    content: {
      title: 'En plattform för flera slags välfärdsteknik',
      summary: 'Varje larm, lås och sensor har sitt eget system. Personalen loggar in på nytt för varje.',
      description:
        'Vi vill kunna byta ut en del utan att byta allt. Delarna ska gå att köpa var för sig, även av små företag, och tala med varandra genom öppna gränssnitt.',
      functions: [
        'Ansluta utrustning från flera leverantörer',
        'Visa larm på ett ställe',
        'Logga in en gång',
        'Ta fram rapporter per enhet',
      ],
      targetGroups: ['staff'],
      careSteps: ['careAtHome', 'administration', 'followUp'],
      wantedFrom: '2028-01-01',
      contact: municipality,
    },
  },
  {
    by: 'handlaggare',
    content: {
      title: 'Följa sin lungsjukdom hemifrån',
      summary: 'Patienter med KOL söker ofta akut när försämringen redan har gått långt.',
      description: 'Med egna mätningar hemma vill vi märka en försämring tidigt och ge råd innan det blir akut.',
      functions: ['Mäta hemma', 'Skicka mätvärden till mottagningen', 'Märka en försämring tidigt', 'Få råd på distans'],
      targetGroups: ['peopleWithChronicIllness'],
      careSteps: ['monitoring', 'followUp'],
      wantedFrom: '2027-09-01',
      wantedTo: '2028-06-30',
      contact: region,
    },
  },
  {
    by: 'handlaggare',
    content: {
      title: 'Enklare väg till vårddata för små företag',
      summary: 'Att ansluta till vårdens data tar för lång tid och kostar för mycket för den som är liten.',
      description:
        'Regionen och kommunerna vill erbjuda en gemensam testmiljö med påhittade uppgifter, öppen dokumentation och stöd vid anslutning.',
      functions: ['Prova mot en testmiljö', 'Läsa öppen dokumentation', 'Få hjälp med anslutningen'],
      targetGroups: ['staff'],
      careSteps: ['administration'],
      contact: region,
    },
  },
]

/** Companies are examples; the persona says who of the two suppliers speaks. */
export const demoInterests = [
  {
    by: 'leverantor',
    in: 'Boka och ändra tid utan att ringa',
    content: {
      company: 'Exempelbolaget Tid AB (exempel)',
      products: ['Tidbok (exempel)'],
      message: 'Vi visar gärna hur tider styrs av verksamheten.',
    },
  },
  {
    by: 'leverantor-2',
    in: 'Boka och ändra tid utan att ringa',
    content: { company: 'Exempelbolaget Besök AB (exempel)', products: [] },
  },
  { by: 'leverantor', in: 'Larma på väg till affären, inte bara hemma', content: { products: ['Trygg ute (exempel)'] } },
  {
    by: 'leverantor-2',
    in: 'En plattform för flera slags välfärdsteknik',
    content: { message: 'Vi kan en del, och söker andra för resten.' },
  },
] as const

export const demoTeams = [
  {
    for: 'En plattform för flera slags välfärdsteknik',
    founder: { by: 'leverantor', company: 'Exempelbolaget Larm AB (exempel)', role: 'Mottagning av larm' },
    invited: { by: 'leverantor-2', company: 'Exempelbolaget Lås AB (exempel)', role: 'Lås och inloggning' },
    content: {
      name: 'Öppna delar (exempel)',
      purpose:
        'Vi är små företag som var för sig kan en del. **Tillsammans** kan vi möta hela behovet, med öppna gränssnitt mellan delarna.',
      rolesSought: ['Sensorer i hemmet', 'Rapporter och statistik'],
      isPublic: true,
      contact: 'samarbete@larm.example',
    },
  },
  {
    for: 'Följa sin lungsjukdom hemifrån',
    founder: { by: 'leverantor-2', company: 'Exempelbolaget Andas AB (exempel)', role: 'Mätning hemma' },
    invited: undefined,
    content: {
      name: 'Andas lätt (exempel)',
      purpose: 'Vi har mätutrustning och söker den som kan ta emot mätvärden i vårdens system.',
      rolesSought: ['Integration mot journalsystem', 'Kliniskt stöd'],
      isPublic: true,
      contact: 'samarbete@andas.example',
    },
  },
] as const

/** Events in working days, the rest in days from when the demo is run, so that the calendar always has something to come. */
export const demoCalls = [
  {
    title: 'Behovsdag: hemmet som vårdplats (exempel)',
    kind: 'event',
    text: 'Kommuner och region berättar om sina behov. Företag, forskare och invånare är välkomna. **Ingen** försäljning, alla får samma material efteråt.',
    organiser: 'Samverkansforum i Kalmar län (exempel)',
    audience: 'Alla',
    day: 15,
    from: '13:00',
    until: '16:00',
    place: 'Kalmar, och på nätet',
  },
  {
    title: 'Lär av varandra: så skriver vi krav utan att stänga ute (exempel)',
    kind: 'event',
    text: 'Upphandlare och små företag går igenom krav som har fungerat och krav som har stängt ute.',
    organiser: 'Samverkansforum i Kalmar län (exempel)',
    audience: 'Upphandlare och företag',
    day: 95,
    from: '09:00',
    until: '11:30',
    place: 'På nätet',
  },
  {
    title: 'Medel för prov i verklig miljö (exempel)',
    kind: 'funding',
    text: 'Stöd till företag och verksamheter som tillsammans vill prova en lösning på ett publicerat behov.',
    organiser: 'Exempelfonden',
    audience: 'Företag tillsammans med en kommun eller regionen',
    closes: 60,
  },
  {
    title: 'Utlysning: gemensam testmiljö (exempel)',
    kind: 'call',
    text: 'Vi söker parter som vill bygga och förvalta en testmiljö för anslutning till vårddata.',
    organiser: 'Samverkansforum i Kalmar län (exempel)',
    audience: 'Företag, lärosäten och organisationer',
    closes: 90,
  },
] as const

export const demoFocusGroup = {
  title: 'Hur vill du larma när du är ute? (exempel)',
  description: 'Vi vill höra hur du som har trygghetslarm, eller är anhörig, vill kunna röra dig fritt. Kaffe bjuds.',
  targetGroups: ['olderPeople', 'relatives'],
  day: 24,
  from: '14:00',
  until: '15:30',
  place: 'Stadsbiblioteket i Kalmar, eller på nätet',
  seats: 12,
  signUpBy: 20,
  keepDays: 30,
} as const
