import type { CareStep, TargetGroup } from '#contracts/market.ts'
import { claim } from './claims.ts'
import type { ClaimedRequirement } from './claims.ts'
import { marketCompanies } from './companies.ts'
import type { MarketCompanyKey } from './companies.ts'

/** Example products in categories that counties and municipalities buy. Names that the system map has are the same here. */

export interface MarketProduct {
  readonly company: MarketCompanyKey
  readonly content: { readonly name: string } & Readonly<Record<string, unknown>>
}

interface Sheet {
  readonly kind?: 'product' | 'service'
  readonly summary: string
  readonly needs: readonly string[]
  readonly functions: readonly string[]
  readonly groups: readonly TargetGroup[]
  readonly steps: readonly CareStep[]
  readonly cpv?: readonly string[]
  readonly standards?: readonly string[]
  readonly claims?: readonly ClaimedRequirement[]
  /** Model, and kronor a year from and to. */
  readonly price?: readonly [string, number, number]
  readonly readiness?: number
  readonly device?: string
}

const orePerKrona = 100

const evidenceKindOf = (standard: string): string => {
  if (standard.startsWith('HL7 FHIR')) return 'fhirProfile'
  if (standard.startsWith('OpenAPI')) return 'openApi'
  return standard.startsWith('SS') ? 'certificate' : 'documentation'
}

const product = (company: MarketCompanyKey, name: string, sheet: Sheet): MarketProduct => {
  const { kind = 'product', needs, functions, groups, steps, standards = [], claims = [], price, readiness = 9, device } = sheet
  const site = `https://${company.toLowerCase()}.example`
  return {
    company,
    content: {
      kind,
      name: `${name} (exempel)`,
      summary: sheet.summary,
      needsMet: needs,
      functions,
      targetGroups: groups,
      careSteps: steps,
      cpv: sheet.cpv ?? ['48180000'],
      interfaces: standards.map((standard, index) => ({
        standard,
        evidenceKind: evidenceKindOf(standard),
        evidence: `${site}/underlag/${index + 1}`,
      })),
      claims: claims.map(claim),
      ...(price && { price: { model: price[0], from: price[1] * orePerKrona, to: price[2] * orePerKrona } }),
      readiness,
      ...(device && { medicalDevice: { class: device, evidence: `${site}/forsakran` } }),
      productVersion: '1.0',
    },
  }
}

const openFhir = ['HL7 FHIR R4', 'OpenAPI 3.1'] as const
const alarms = ['SS 91100', 'OpenAPI 3.0'] as const
const basics = ['KB-PRI-001', 'KB-SEC-002', 'KB-SEC-014', 'KB-EXI-009'] as const

export const marketProducts: readonly MarketProduct[] = [
  // Letters, anticoagulant dosing and messages
  product('letters', 'Digitala doseringsbrev', {
    summary:
      'Skickar doseringsbrev vid blodförtunnande behandling digitalt i stället för på papper, med kvittens när brevet är läst.',
    needs: ['Patienten ska få sin nya dos samma dag', 'Mottagningen ska veta att brevet är läst'],
    functions: [
      'Skicka brev digitalt',
      'Visa läskvittens',
      'Skicka på papper till den som inte är digital',
      'Påminna om provtagning',
      'Larma när en akut ändring inte är läst',
    ],
    groups: ['peopleWithChronicIllness'],
    steps: ['medication', 'contact', 'followUp'],
    standards: [...openFhir, 'Mina meddelanden'],
    claims: [
      ...basics,
      'KB-INT-001',
      'KB-INT-006',
      'KB-INT-015',
      'KB-INT-023',
      'KB-FUN-007',
      'KB-SEC-001',
      'KB-SEC-003',
      'KB-ACC-013',
    ],
    price: ['subscription', 190_000, 280_000],
  }),
  product('careSystems', 'Brevmodul till AK-systemet', {
    summary: 'Tillägg till journalsystemets modul för antikoagulantia som lägger dosbrevet i invånarens inkorg.',
    needs: ['Dosbrev ska inte behöva skrivas ut och postas'],
    functions: ['Skicka dosbrev digitalt', 'Skriva ut till den som vill ha papper', 'Ordinera dos'],
    groups: ['peopleWithChronicIllness', 'staff'],
    steps: ['medication', 'administration'],
    cpv: ['48814000', '48814400'],
    claims: ['KB-PRI-001', 'KB-FUN-001', 'KB-SEC-005'],
    price: ['subscription', 260_000, 340_000],
  }),
  product('oneWomanFirm', 'Läst?', {
    kind: 'service',
    summary: 'Liten tjänst som visar när ett digitalt brev är läst och påminner den som inte har öppnat det.',
    needs: ['Avsändaren ska se om ett viktigt brev har nått fram'],
    functions: ['Visa läskvittens', 'Påminna mottagaren', 'Lista olästa brev'],
    groups: ['allResidents', 'staff'],
    steps: ['contact', 'administration'],
    standards: ['OpenAPI 3.1'],
    claims: ['KB-INT-001', 'KB-INT-006', 'KB-INT-023', 'KB-SEC-003', 'KB-PRI-011'],
    price: ['perUse', 20_000, 60_000],
    readiness: 7,
  }),
  product('letters', 'Kallelser och påminnelser', {
    summary: 'Skickar kallelser digitalt och påminner med sms dagen före besöket.',
    needs: ['Färre ska utebli från bokade besök'],
    functions: ['Skicka kallelse digitalt', 'Påminna med sms', 'Låta patienten lämna återbud'],
    groups: ['allResidents'],
    steps: ['contact', 'administration'],
    standards: ['OpenAPI 3.1', 'Mina meddelanden'],
    claims: [...basics, 'KB-SEC-003', 'KB-INT-001', 'KB-INT-006', 'KB-FUN-014'],
    price: ['perUse', 80_000, 240_000],
  }),
  product('decisions', 'Dosstöd warfarin', {
    summary: 'Beslutsstöd som föreslår dos och nästa provtagning vid behandling med warfarin.',
    needs: ['Doseringen ska bli säkrare och lika på alla mottagningar'],
    functions: ['Föreslå dos efter provsvar', 'Föreslå datum för nästa prov', 'Visa tid i terapeutiskt intervall'],
    groups: ['peopleWithChronicIllness', 'staff'],
    steps: ['medication', 'monitoring'],
    cpv: ['48180000', '48814400'],
    standards: ['HL7 FHIR R4'],
    claims: ['KB-MED-002', 'KB-MED-005', 'KB-INT-015', 'KB-SEC-005'],
    price: ['subscription', 150_000, 300_000],
    device: 'IIa',
  }),
  product('decisions', 'Läkemedelsgenomgång', {
    summary: 'Samlar patientens läkemedel och varnar för olämpliga kombinationer hos äldre.',
    needs: ['Äldre ska inte ha läkemedel som skadar mer än de hjälper'],
    functions: ['Lista läkemedel', 'Varna för interaktioner', 'Föreslå utsättning'],
    groups: ['olderPeople', 'staff'],
    steps: ['medication', 'assessment'],
    standards: ['HL7 FHIR R4'],
    claims: ['KB-MED-002', 'KB-MED-005', 'KB-INT-015'],
    price: ['perUser', 90_000, 220_000],
    device: 'IIa',
  }),

  // Night supervision
  product('cameras', 'Nattillsyn med kamera', {
    summary: 'Digital tillsyn nattetid: kameran är på vid beslutade tillfällen och ersätter besök som väcker den som sover.',
    needs: ['Den som har hemtjänst ska få sova ostört', 'Nattpatrullen ska hinna till dem som behöver hjälp'],
    functions: [
      'Titta till vid bestämd tid',
      'Visa status på tillsynen',
      'Dokumentera tillsynen',
      'Stänga av kameran mellan tillsynerna',
    ],
    groups: ['olderPeople', 'peopleWithDisabilities'],
    steps: ['careAtHome', 'monitoring'],
    cpv: ['32323500', '85323000', '33196100'],
    standards: ['OpenAPI 3.0'],
    claims: [...basics, 'KB-PRI-013', 'KB-PRI-014', 'KB-INT-001', 'KB-SEC-001', 'KB-SEC-005', 'KB-OPE-006'],
    price: ['perResident', 250_000, 480_000],
  }),
  product('sensors', 'Sovlugn', {
    summary: 'Nattillsyn utan kamera: sensorer i säng och golv märker när någon går upp och inte kommer tillbaka.',
    needs: ['Tillsyn på natten utan att någon blir filmad'],
    functions: ['Känna av att någon lämnar sängen', 'Larma när personen inte kommer tillbaka', 'Visa nattens händelser'],
    groups: ['olderPeople', 'peopleWithDisabilities', 'relatives'],
    steps: ['careAtHome', 'monitoring', 'prevention'],
    cpv: ['35125000', '33196100'],
    standards: [...alarms],
    claims: [...basics, 'KB-INT-018', 'KB-INT-001', 'KB-INT-006', 'KB-PRI-011', 'KB-FUN-017'],
    price: ['perResident', 160_000, 300_000],
    readiness: 8,
  }),
  product('oneManFirm', 'Sängvakt', {
    summary: 'Enkel sängsensor som larmar om den som sover lämnar sängen och inte återvänder i tid.',
    needs: ['Personalen ska veta när någon går upp på natten'],
    functions: ['Känna av sängen', 'Larma till telefon'],
    groups: ['olderPeople'],
    steps: ['careAtHome', 'monitoring'],
    cpv: ['35121700'],
    standards: ['SS 91100'],
    claims: ['KB-INT-018', 'KB-PRI-011', 'KB-INT-024'],
    price: ['perUnit', 40_000, 90_000],
    readiness: 7,
  }),
  product('cameras', 'Fallkoll', {
    summary: 'Optisk sensor som känner igen ett fall och larmar utan att bilden lämnar rummet.',
    needs: ['Den som faller ska få hjälp utan att själv kunna larma'],
    functions: ['Upptäcka fall', 'Larma personal', 'Visa en anonym bild av läget'],
    groups: ['olderPeople', 'peopleWithDisabilities'],
    steps: ['careAtHome', 'prevention'],
    cpv: ['35125000', '33196100'],
    standards: ['SS 91100'],
    claims: ['KB-PRI-014', 'KB-INT-018', 'KB-FUN-016', 'KB-SEC-002'],
    price: ['perUnit', 300_000, 600_000],
    device: 'I',
  }),
  product('cameras', 'Samtal och tillsyn på skärm', {
    summary: 'Skärm i hemmet för tillsyn på dagen och samtal med hemtjänsten eller anhöriga.',
    needs: ['Täta kontakter utan resor'],
    functions: ['Ringa med bild', 'Titta till vid bestämd tid', 'Påminna om måltid och medicin'],
    groups: ['olderPeople', 'relatives'],
    steps: ['careAtHome', 'contact'],
    standards: ['OpenAPI 3.0'],
    claims: ['KB-PRI-013', 'KB-SEC-025', 'KB-ACC-001'],
    price: ['perResident', 200_000, 380_000],
  }),

  // Medicines at home
  product('dispensers', 'Läkemedelsautomat', {
    summary: 'Automat för dosrullar som lämnar rätt dos vid rätt tid och larmar när dosen inte är tagen.',
    needs: ['Läkemedel ska tas i rätt tid utan att någon behöver komma hem', 'Utebliven dos ska märkas'],
    functions: [
      'Lämna ut dos vid ordinerad tid',
      'Larma när en dos inte är tagen',
      'Följa tagna doser',
      'Kontrollera påfyllning mot dosrullen',
    ],
    groups: ['olderPeople', 'peopleWithChronicIllness'],
    steps: ['medication', 'careAtHome'],
    cpv: ['33196100', '33197000'],
    standards: [...openFhir, 'SS 91100'],
    claims: [
      ...basics,
      'KB-INT-001',
      'KB-INT-006',
      'KB-INT-015',
      'KB-INT-018',
      'KB-MED-002',
      'KB-MED-005',
      'KB-OPE-006',
      'KB-FUN-021',
    ],
    price: ['perUnit', 1_700_000, 2_100_000],
    device: 'I',
  }),
  product('dispensers', 'Mobil dosett', {
    summary: 'Liten dosett med påminnelse och larm för den som rör sig ute.',
    needs: ['Den som är ute ska ta sina läkemedel i tid'],
    functions: ['Påminna med ljud och ljus', 'Larma anhörig när dosen inte är tagen'],
    groups: ['peopleWithChronicIllness', 'relatives'],
    steps: ['medication'],
    cpv: ['33196100'],
    claims: ['KB-MED-005', 'KB-PRI-011'],
    price: ['perUnit', 60_000, 120_000],
    device: 'I',
  }),
  product('bookings', 'Signeringslista på mobilen', {
    summary: 'Digital signering av läkemedel och insatser, med larm när något inte är signerat i tid.',
    needs: ['Missade signeringar ska märkas samma dag'],
    functions: ['Signera insats', 'Larma vid missad signering', 'Följa delegeringar'],
    groups: ['staff'],
    steps: ['medication', 'documentation'],
    standards: ['OpenAPI 3.0', 'SAML 2.0'],
    claims: [...basics, 'KB-INT-019', 'KB-FUN-001', 'KB-SEC-005', 'KB-INT-001'],
    price: ['perUser', 120_000, 260_000],
  }),

  // Meetings and chat
  product('meetings', 'Videomöten', {
    summary: 'Videobesök i webbläsaren med BankID, väntrum och tolk.',
    needs: ['Vård utan resa', 'Flera ska kunna delta i samma möte'],
    functions: ['Hålla videobesök', 'Identifiera patienten', 'Bjuda in tolk och anhörig', 'Vänta i väntrum'],
    groups: ['allResidents', 'staff'],
    steps: ['contact', 'assessment', 'treatment'],
    standards: [...openFhir, 'SAML 2.0'],
    claims: [...basics, 'KB-SEC-025', 'KB-SEC-001', 'KB-INT-019', 'KB-INT-001', 'KB-ACC-001', 'KB-ACC-009', 'KB-ACC-013'],
    price: ['perUser', 400_000, 900_000],
  }),
  product('meetings', 'Vårdchatt', {
    summary: 'Chatt mellan patient och mottagning, med bilder och frågor i förväg.',
    needs: ['Patienten ska få svar utan att sitta i telefonkö'],
    functions: ['Chatta med patient', 'Ställa frågor i förväg', 'Ta emot bilder'],
    groups: ['allResidents', 'youngPeople'],
    steps: ['contact', 'assessment'],
    standards: ['OpenAPI 3.1'],
    claims: ['KB-SEC-001', 'KB-SEC-002', 'KB-ACC-013', 'KB-PRI-001'],
    price: ['subscription', 300_000, 700_000],
  }),
  product('meetings', 'Samordnad plan på distans', {
    summary: 'Videomöten för samordnad individuell plan mellan region, kommun, patient och anhöriga.',
    needs: ['Planeringsmöten utan resor för dem som ska delta'],
    functions: ['Hålla möte med flera organisationer', 'Dela plan på skärmen', 'Signera planen'],
    groups: ['peopleWithMentalIllness', 'olderPeople', 'relatives', 'staff'],
    steps: ['planning', 'transfer'],
    standards: ['SAML 2.0'],
    claims: ['KB-SEC-025', 'KB-INT-019', 'KB-PRI-001'],
    price: ['subscription', 150_000, 300_000],
  }),
  product('oneManFirm', 'Öppet videorum', {
    summary: 'Videobesök byggt på öppen källkod som köparen kan driva själv.',
    needs: ['Videobesök utan inlåsning'],
    functions: ['Hålla videobesök', 'Driva i egen miljö'],
    groups: ['allResidents', 'staff'],
    steps: ['contact'],
    standards: ['OpenAPI 3.1'],
    claims: ['KB-INT-001', 'KB-INT-006', 'KB-INT-023', 'KB-EXI-009', 'KB-SEC-025', 'KB-SEC-021'],
    price: ['openSource', 30_000, 90_000],
    readiness: 6,
  }),

  // Booking and planning
  product('bookings', 'Webbtidbok', {
    summary: 'Patienten bokar, flyttar och avbokar sin tid på nätet.',
    needs: ['Patienten ska kunna boka när det passar', 'Färre samtal till mottagningen'],
    functions: ['Boka tid på nätet', 'Flytta och avboka tid', 'Visa lediga tider', 'Påminna om besöket'],
    groups: ['allResidents'],
    steps: ['contact', 'administration'],
    standards: [...openFhir],
    claims: [
      ...basics,
      'KB-FUN-013',
      'KB-FUN-014',
      'KB-INT-001',
      'KB-INT-006',
      'KB-INT-015',
      'KB-ACC-002',
      'KB-ACC-009',
      'KB-ACC-013',
      'KB-FUN-021',
    ],
    price: ['subscription', 180_000, 420_000],
  }),
  product('careSystems', 'Tidbok i journalen', {
    summary: 'Journalsystemets egen tidbok med e-tjänst för ombokning.',
    needs: ['En enda tidbok för mottagningen'],
    functions: ['Boka tid', 'Omboka på nätet', 'Planera resurser'],
    groups: ['allResidents', 'staff'],
    steps: ['contact', 'administration', 'planning'],
    cpv: ['48814200'],
    claims: ['KB-FUN-014', 'KB-SEC-005'],
    price: ['subscription', 500_000, 900_000],
  }),
  product('bookings', 'Planering hemtjänst', {
    summary: 'Planerar besök, rutter och kontinuitet i hemtjänst och hemsjukvård.',
    needs: ['Rätt person på rätt plats med så lite restid som möjligt'],
    functions: ['Planera besök', 'Räkna ut rutter', 'Följa kontinuitet', 'Omplanera vid frånvaro'],
    groups: ['staff', 'olderPeople'],
    steps: ['planning', 'careAtHome'],
    standards: ['OpenAPI 3.0', 'SAML 2.0'],
    claims: ['KB-INT-001', 'KB-INT-019', 'KB-FUN-021', 'KB-PRI-001'],
    price: ['perUser', 300_000, 650_000],
  }),
  product('bookings', 'Operationsplanering', {
    summary: 'Planerar operationer, salar och väntelistor, och frågar patienten om tider.',
    needs: ['Salarna ska användas och patienten vara förberedd'],
    functions: ['Planera operation', 'Hantera väntelista', 'Fråga patienten om tider', 'Fylla återbud'],
    groups: ['staff', 'allResidents'],
    steps: ['planning', 'administration'],
    cpv: ['48814400'],
    standards: ['HL7 FHIR R4'],
    claims: ['KB-INT-015', 'KB-SEC-005'],
    price: ['subscription', 700_000, 1_400_000],
  }),
  product('forms', 'Bokning barnhälsovård', {
    summary: 'Vårdnadshavare bokar besök på barnavårdscentral och fyller i frågor före besöket.',
    needs: ['Föräldrar ska kunna boka på kvällen', 'Sköterskan ska vara förberedd'],
    functions: ['Boka tid på nätet', 'Fylla i frågor före besöket', 'Skicka påminnelse'],
    groups: ['children', 'relatives'],
    steps: ['contact', 'prevention'],
    standards: ['OpenAPI 3.1'],
    claims: ['KB-FUN-013', 'KB-FUN-014', 'KB-ACC-013', 'KB-SEC-001', 'KB-INT-006'],
    price: ['subscription', 110_000, 200_000],
    readiness: 8,
  }),

  // Alarms and locks
  product('safety', 'Trygghetslarm', {
    summary: 'Digitalt trygghetslarm med larmknapp, röst och övervakad förbindelse.',
    needs: ['Den som bor hemma ska kunna kalla på hjälp dygnet runt'],
    functions: ['Larma med knapp', 'Tala med larmcentralen', 'Övervaka förbindelsen', 'Testa larmet'],
    groups: ['olderPeople', 'peopleWithDisabilities'],
    steps: ['careAtHome'],
    cpv: ['35121700'],
    standards: ['SS 91100', 'SS-EN 50134-5'],
    claims: [...basics, 'KB-INT-018', 'KB-FUN-016', 'KB-FUN-017', 'KB-OPE-006'],
    price: ['perResident', 600_000, 1_100_000],
  }),
  product('safety', 'Larmmottagning dygnet runt', {
    kind: 'service',
    summary: 'Larmcentral som tar emot trygghetslarm av olika fabrikat och förmedlar till hemtjänsten.',
    needs: ['Larm ska besvaras inom en minut'],
    functions: ['Ta emot larm', 'Tala med den som larmar', 'Skicka uppdrag till patrull'],
    groups: ['olderPeople'],
    steps: ['careAtHome', 'contact'],
    cpv: ['79711000'],
    standards: ['SS 91100', 'SS-EN 50134-5'],
    claims: ['KB-INT-018', 'KB-FUN-016', 'KB-PRI-001'],
    price: ['perResident', 400_000, 800_000],
  }),
  product('positions', 'GPS-larm', {
    summary: 'Larm med position för den som vill kunna gå ut tryggt, med zoner som den enskilde har sagt ja till.',
    needs: ['Den som har svårt att hitta ska kunna gå ut', 'Anhöriga ska slippa oro'],
    functions: ['Larma med knapp', 'Visa position vid larm', 'Larma vid utgång ur zon'],
    groups: ['olderPeople', 'peopleWithDisabilities', 'relatives'],
    steps: ['careAtHome', 'prevention'],
    cpv: ['35121700', '32441100'],
    standards: [...alarms],
    claims: [...basics, 'KB-INT-018', 'KB-INT-001', 'KB-PRI-011', 'KB-FUN-017'],
    price: ['perUnit', 180_000, 350_000],
  }),
  product('sensors', 'Hemsensorer', {
    summary: 'Sensorer för rörelse, dörr och spis som larmar när något avviker från det vanliga.',
    needs: ['Förändringar ska märkas innan något händer'],
    functions: ['Känna av rörelse', 'Larma vid avvikelse', 'Visa dygnsrytm', 'Larma om spisen är på'],
    groups: ['olderPeople', 'relatives'],
    steps: ['careAtHome', 'prevention', 'monitoring'],
    cpv: ['35125000', '33196100'],
    standards: [...alarms],
    claims: ['KB-INT-018', 'KB-PRI-011', 'KB-PRI-001', 'KB-INT-006'],
    price: ['perResident', 220_000, 420_000],
    readiness: 8,
  }),
  product('locks', 'Nyckelfria lås', {
    summary: 'Elektroniskt lås som personalen öppnar med mobilen, med logg över varje öppning.',
    needs: ['Hjälp ska komma fram utan att hämta nyckel', 'Nycklar ska inte komma på avvägar'],
    functions: ['Öppna dörr med mobil', 'Logga öppningar', 'Ge tillfällig behörighet'],
    groups: ['staff', 'olderPeople'],
    steps: ['careAtHome'],
    cpv: ['44521110'],
    standards: ['OpenAPI 3.0'],
    claims: ['KB-INT-001', 'KB-INT-006', 'KB-INT-025', 'KB-SEC-005', 'KB-PRI-001', 'KB-OPE-006'],
    price: ['perUnit', 700_000, 1_300_000],
  }),
  product('locks', 'Medicinskåp med kodlås', {
    summary: 'Låst skåp i hemmet för läkemedel, som bara behörig personal öppnar.',
    needs: ['Läkemedel i hemmet ska förvaras säkert'],
    functions: ['Öppna skåp med mobil', 'Logga öppningar'],
    groups: ['staff'],
    steps: ['medication', 'careAtHome'],
    cpv: ['44521110', '33196000'],
    claims: ['KB-SEC-005'],
    price: ['perUnit', 90_000, 180_000],
  }),

  // Monitoring, treatment and training
  product('monitoring', 'Egenmonitorering', {
    summary: 'Patienten mäter hemma och vården ser värdena och larm vid försämring, vid kol, hjärtsvikt och högt blodtryck.',
    needs: ['Försämring ska märkas innan den leder till sjukhusvård'],
    functions: ['Ta emot mätvärden', 'Larma vid gränsvärde', 'Svara på frågor om symtom', 'Visa trend'],
    groups: ['peopleWithChronicIllness'],
    steps: ['monitoring', 'treatment', 'followUp'],
    cpv: ['33195000', '48180000'],
    standards: [...openFhir],
    claims: [...basics, 'KB-INT-015', 'KB-INT-001', 'KB-MED-002', 'KB-MED-005', 'KB-SEC-001', 'KB-ACC-009'],
    price: ['perResident', 500_000, 1_200_000],
    device: 'IIa',
  }),
  product('monitoring', 'Lungkoll hemma', {
    summary: 'Spirometri och frågor hemma för den som har kol, med plan för vad man gör vid försämring.',
    needs: ['Färre inläggningar vid kol'],
    functions: ['Mäta lungfunktion', 'Svara på frågor', 'Följa behandlingsplan'],
    groups: ['peopleWithChronicIllness'],
    steps: ['monitoring', 'treatment'],
    cpv: ['33195000'],
    standards: ['HL7 FHIR R4'],
    claims: ['KB-INT-015', 'KB-MED-002', 'KB-MED-005'],
    price: ['perResident', 200_000, 420_000],
    device: 'IIa',
  }),
  product('monitoring', 'Läkarväskan', {
    summary: 'Väska med uppkopplade instrument som sjuksköterskan tar med hem till patienten, med läkare på distans.',
    needs: ['Läkarbedömning hemma utan transport'],
    functions: ['Mäta i hemmet', 'Visa värden för läkare på distans', 'Hålla videobesök'],
    groups: ['olderPeople', 'peopleWithChronicIllness'],
    steps: ['assessment', 'careAtHome'],
    cpv: ['33197000', '33195000'],
    standards: ['HL7 FHIR R4'],
    claims: ['KB-MED-005', 'KB-INT-015', 'KB-SEC-025'],
    price: ['perUnit', 240_000, 500_000],
    device: 'IIa',
  }),
  product('therapy', 'Stöd och behandling på nätet', {
    summary: 'Program för kognitiv beteendeterapi på nätet med stöd av behandlare.',
    needs: ['Kortare väntan på psykologisk behandling'],
    functions: ['Följa ett program', 'Skriva med behandlare', 'Skatta mående', 'Larma vid risk'],
    groups: ['peopleWithMentalIllness', 'youngPeople'],
    steps: ['treatment', 'followUp'],
    standards: ['HL7 FHIR R4', 'SAML 2.0'],
    claims: [...basics, 'KB-SEC-001', 'KB-ACC-001', 'KB-ACC-013', 'KB-INT-019'],
    price: ['perUser', 300_000, 600_000],
    device: 'I',
  }),
  product('therapy', 'Stegvis vid oro', {
    summary: 'Kort program för unga med oro, med chatt med kurator.',
    needs: ['Unga ska få tidig hjälp'],
    functions: ['Följa ett program', 'Chatta med kurator', 'Skatta mående'],
    groups: ['youngPeople', 'peopleWithMentalIllness'],
    steps: ['prevention', 'treatment'],
    claims: ['KB-ACC-013', 'KB-SEC-001', 'KB-PRI-011'],
    price: ['subscription', 120_000, 260_000],
    readiness: 8,
  }),
  product('training', 'Hemträning med stöd', {
    summary: 'Fysioterapeuten sätter ihop övningar; patienten tränar hemma med film och återkoppling.',
    needs: ['Träningen ska bli av hemma'],
    functions: ['Ordinera övningar', 'Visa film', 'Följa genomförd träning'],
    groups: ['olderPeople', 'peopleWithChronicIllness'],
    steps: ['rehabilitation', 'followUp'],
    claims: ['KB-ACC-002', 'KB-PRI-011'],
    price: ['perUser', 60_000, 140_000],
    readiness: 8,
  }),
  product('training', 'Fallprevention i grupp', {
    kind: 'service',
    summary: 'Ledda pass på video för balans och styrka, med uppföljning mot fall.',
    needs: ['Färre fall bland äldre'],
    functions: ['Leda pass på video', 'Mäta balans', 'Följa deltagande'],
    groups: ['olderPeople'],
    steps: ['prevention', 'rehabilitation'],
    cpv: ['85311100'],
    claims: ['KB-ACC-001'],
    price: ['perUse', 40_000, 90_000],
    readiness: 7,
  }),

  // Records, plans, forms and identity
  product('careSystems', 'Verksamhetssystem omsorg', {
    summary: 'Verksamhetssystem för socialtjänst och kommunal hälso- och sjukvård.',
    needs: ['En samlad dokumentation i kommunen'],
    functions: ['Dokumentera insatser', 'Handlägga ärenden', 'Planera insatser', 'Följa upp'],
    groups: ['staff'],
    steps: ['documentation', 'administration', 'planning'],
    cpv: ['48814000', '48814100'],
    claims: ['KB-FUN-001', 'KB-SEC-005', 'KB-PRI-001', 'KB-OPE-003'],
    price: ['subscription', 2_000_000, 4_500_000],
  }),
  product('careSystems', 'Vårdinformationssystem', {
    summary: 'Journal, läkemedel, remiss och svar för sjukhus och vårdcentraler.',
    needs: ['Samma journal i hela regionen'],
    functions: ['Dokumentera vård', 'Ordinera läkemedel', 'Skicka remiss', 'Visa provsvar'],
    groups: ['staff'],
    steps: ['documentation', 'medication', 'assessment'],
    cpv: ['48814000', '48814400'],
    standards: ['HL7 FHIR R4'],
    claims: ['KB-FUN-001', 'KB-INT-015', 'KB-SEC-001', 'KB-SEC-005', 'KB-OPE-003'],
    price: ['subscription', 20_000_000, 60_000_000],
  }),
  product('careSystems', 'Integrationsplattform', {
    summary: 'Plattform som för över uppgifter mellan vårdens system.',
    needs: ['System ska kunna tala med varandra'],
    functions: ['Förmedla meddelanden', 'Översätta format', 'Övervaka flöden'],
    groups: ['staff'],
    steps: ['administration', 'transfer'],
    cpv: ['48814000'],
    standards: ['HL7 FHIR R4'],
    claims: ['KB-INT-015', 'KB-OPE-006'],
    price: ['subscription', 900_000, 2_000_000],
  }),
  product('carePlans', 'Min vårdplan', {
    summary: 'Patienten ser sin vårdplan, vem som gör vad och vad man kan göra själv.',
    needs: ['Patienten ska veta vad som händer härnäst'],
    functions: ['Visa vårdplan', 'Bocka av egna steg', 'Fråga sin kontakt'],
    groups: ['peopleWithChronicIllness', 'relatives'],
    steps: ['planning', 'treatment', 'transfer'],
    standards: [...openFhir],
    claims: ['KB-FUN-007', 'KB-INT-015', 'KB-INT-001', 'KB-INT-023', 'KB-SEC-001', 'KB-ACC-013'],
    price: ['subscription', 140_000, 280_000],
    readiness: 7,
  }),
  product('forms', 'Hälsodeklaration på nätet', {
    summary: 'Patienten fyller i sin hälsodeklaration hemma, och svaren når journalen.',
    needs: ['Mindre pappersarbete före operation'],
    functions: ['Fylla i formulär', 'Föra över svar till journalen', 'Påminna om obesvarat'],
    groups: ['allResidents'],
    steps: ['assessment', 'administration'],
    standards: [...openFhir],
    claims: ['KB-INT-015', 'KB-INT-001', 'KB-ACC-009', 'KB-ACC-013', 'KB-SEC-001', 'KB-PRI-011'],
    price: ['subscription', 120_000, 240_000],
  }),
  product('forms', 'Frågor före besöket', {
    summary: 'Korta frågor före ett planerat besök, som sorterar och förbereder.',
    needs: ['Besöket ska handla om rätt saker'],
    functions: ['Ställa frågor i förväg', 'Sammanfatta svaren', 'Föreslå rätt vårdnivå'],
    groups: ['allResidents'],
    steps: ['contact', 'assessment'],
    standards: ['OpenAPI 3.1'],
    claims: ['KB-ACC-013', 'KB-INT-006', 'KB-SEC-001'],
    price: ['subscription', 90_000, 200_000],
  }),
  product('identity', 'Säker inloggning för personal', {
    summary: 'Inloggning med två faktorer för personal i alla system, också på mobilen.',
    needs: ['Personalen ska logga in en gång och säkert'],
    functions: ['Logga in med två faktorer', 'Logga in en gång', 'Styra behörighet'],
    groups: ['staff'],
    steps: ['administration', 'documentation'],
    standards: ['SAML 2.0', 'OpenID Connect'],
    claims: ['KB-SEC-001', 'KB-INT-019', 'KB-INT-013', 'KB-SEC-005'],
    price: ['perUser', 250_000, 500_000],
  }),
  product('identity', 'Ombud och anhörig', {
    summary: 'Låter en anhörig eller god man sköta vårdärenden åt någon annan, med tydlig gräns för vad som får göras.',
    needs: ['Den som inte kan själv ska kunna få hjälp på nätet'],
    functions: ['Ge fullmakt', 'Visa vem som har gjort vad', 'Återkalla fullmakt'],
    groups: ['relatives', 'olderPeople', 'peopleWithDisabilities'],
    steps: ['contact', 'administration'],
    standards: ['OpenID Connect'],
    claims: ['KB-SEC-001', 'KB-SEC-005', 'KB-ACC-001'],
    price: ['subscription', 160_000, 320_000],
    readiness: 7,
  }),
]

export const productsOf = (company: MarketCompanyKey): readonly MarketProduct[] =>
  marketProducts.filter((one) => one.company === company)

// The keys of a literal.
export const companyKeys = Object.keys(marketCompanies) as MarketCompanyKey[]
