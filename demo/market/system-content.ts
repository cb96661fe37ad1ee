import type { CareStep, TargetGroup } from '#contracts/market.ts'
import type { ContractKind, Hosting, OptionStatus, SystemCategory, SystemStatus } from '#contracts/system-map.ts'
import type { companies } from '../portfolio/companies.ts'

/**
 * What stands on the system map of the demo: the kinds of systems that a region and its municipalities have (among them
 * those of the SIV toolbox), from companies that do not exist, with contracts of the usual lengths.
 */

interface DemoContract {
  readonly contractNumber: string
  readonly diaryNumber?: string
  readonly kind: ContractKind
  /** Öre. */
  readonly value?: number
  readonly start: string
  readonly end?: string
  readonly options?: readonly { months: number; noticeMonths: number; status: OptionStatus }[]
  readonly callOff?: readonly string[]
  readonly cpv?: readonly string[]
}

export interface DemoSystem {
  readonly name: string
  readonly purpose: string
  readonly category: SystemCategory
  readonly supplier: keyof typeof companies
  readonly functions: readonly string[]
  readonly careSteps: readonly CareStep[]
  readonly targetGroups: readonly TargetGroup[]
  readonly status?: SystemStatus
  readonly users?: number
  readonly inUseSince?: string
  readonly owner?: string
  readonly hosting?: Hosting
  readonly informationClass?: { confidentiality: number; integrity: number; availability: number }
  readonly contracts?: readonly DemoContract[]
}

type Kind = Omit<DemoSystem, 'contracts' | 'users' | 'inUseSince' | 'owner'>

const open = (months: number, noticeMonths = 3) => ({ months, noticeMonths, status: 'open' as const })
const taken = (months: number, noticeMonths = 3) => ({ months, noticeMonths, status: 'taken' as const })

const kronor = (amount: number): number => amount * 100

/** The same product at several organisations is told with the same words. */
const kinds = {
  alarm: {
    name: 'Trygghetslarm (exempel)',
    purpose: 'Trygghetslarm i ordinärt boende, med larmmottagning dygnet runt',
    category: 'personalAlarm',
    supplier: 'safety',
    functions: ['Larma och få tal med larmcentral', 'Kvittera larm i mobilen', 'Övervaka att larmet fungerar'],
    careSteps: ['careAtHome', 'contact'],
    targetGroups: ['olderPeople', 'peopleWithDisabilities'],
    hosting: 'supplierCloud',
    informationClass: { confidentiality: 3, integrity: 3, availability: 4 },
  },
  nightCamera: {
    name: 'Nattillsyn med kamera (exempel)',
    purpose: 'Digital tillsyn nattetid efter samtycke',
    category: 'digitalSupervision',
    supplier: 'cameras',
    functions: ['Tillsyn med kamera vid avtalade tider', 'Logga varje tillsyn'],
    careSteps: ['careAtHome', 'monitoring'],
    targetGroups: ['olderPeople'],
    hosting: 'supplierCloud',
    informationClass: { confidentiality: 3, integrity: 2, availability: 3 },
  },
  locks: {
    name: 'Nyckelfria lås (exempel)',
    purpose: 'Hemtjänsten öppnar dörren med mobilen',
    category: 'keylessLocks',
    supplier: 'locks',
    functions: ['Öppna dörr utan nyckel', 'Ge och ta bort behörighet till dörr'],
    careSteps: ['careAtHome'],
    targetGroups: ['olderPeople', 'staff'],
    hosting: 'supplierCloud',
  },
  dispenser: {
    name: 'Läkemedelsautomat (exempel)',
    purpose: 'Påminner och ger rätt dos i hemmet',
    category: 'medicineDispensing',
    supplier: 'dispensers',
    functions: ['Påminna om läkemedel', 'Larma vid utebliven dos'],
    careSteps: ['medication', 'careAtHome'],
    targetGroups: ['olderPeople', 'peopleWithMentalIllness'],
    hosting: 'supplierCloud',
  },
  careRecords: {
    name: 'Verksamhetssystem omsorg (exempel)',
    purpose: 'Handläggning, dokumentation och avgifter i socialtjänst och kommunal hälso- och sjukvård',
    category: 'careRecords',
    supplier: 'careSystems',
    functions: ['Dokumentera enligt HSL och SoL', 'Handlägga ansökan om insats', 'Planera genomförande'],
    careSteps: ['documentation', 'planning', 'administration'],
    targetGroups: ['staff'],
    hosting: 'ownOperation',
    informationClass: { confidentiality: 3, integrity: 3, availability: 3 },
  },
  planning: {
    name: 'Planering hemtjänst (exempel)',
    purpose: 'Planerar besök och bemanning, och visar dagens besök i mobilen',
    category: 'planningAndStaffing',
    supplier: 'bookings',
    functions: ['Planera hembesök', 'Visa arbetsordning i mobilen'],
    careSteps: ['planning', 'careAtHome'],
    targetGroups: ['staff'],
    hosting: 'publicCloud',
  },
  position: {
    name: 'GPS-larm (exempel)',
    purpose: 'Trygghet utomhus med larm och position',
    category: 'positionAlarm',
    supplier: 'positions',
    functions: ['Larma utomhus', 'Visa position för den som svarar'],
    careSteps: ['careAtHome'],
    targetGroups: ['olderPeople', 'peopleWithDisabilities'],
    hosting: 'supplierCloud',
  },
} as const satisfies Readonly<Record<string, Kind>>

/** Contract codes of the county are made up; years and months are of the usual lengths. */
const contract = (
  contractNumber: string,
  start: string,
  end: string,
  more: Omit<DemoContract, 'contractNumber' | 'start' | 'end' | 'kind'> & { readonly kind?: ContractKind } = {},
): DemoContract => ({ kind: 'ownProcurement', ...more, contractNumber, start, end })

export const maps: readonly { readonly editor: string; readonly systems: readonly DemoSystem[] }[] = [
  {
    editor: 'systemkarta',
    systems: [
      {
        name: 'Vårdinformationssystem (exempel)',
        purpose: 'Journal, remisser och läkemedel i regionens hälso- och sjukvård',
        category: 'careRecords',
        supplier: 'careSystems',
        functions: ['Föra journal', 'Skicka och ta emot remisser', 'Ordinera läkemedel'],
        careSteps: ['documentation', 'assessment', 'treatment', 'medication', 'transfer'],
        targetGroups: ['staff'],
        users: 6_200,
        inUseSince: '2016-04-01',
        owner: 'Hälso- och sjukvårdsdirektören',
        hosting: 'ownOperation',
        informationClass: { confidentiality: 3, integrity: 3, availability: 4 },
        contracts: [
          contract('RK-2019-114', '2019-05-01', '2027-04-30', {
            diaryNumber: 'RK 2018/1204',
            value: kronor(148_000_000),
            options: [open(24, 12), open(24, 12)],
            cpv: ['48814400'],
          }),
        ],
      },
      {
        name: 'Egenmonitorering (exempel)',
        purpose: 'Mätvärden hemifrån vid hjärtsvikt, KOL och diabetes',
        category: 'remoteMonitoring',
        supplier: 'monitoring',
        functions: ['Ta emot mätvärden från hemmet', 'Larma vid avvikande värden', 'Frågeformulär till patienten'],
        careSteps: ['monitoring', 'followUp'],
        targetGroups: ['peopleWithChronicIllness'],
        users: 340,
        inUseSince: '2024-03-01',
        owner: 'Verksamhetschef primärvård',
        hosting: 'supplierCloud',
        contracts: [
          contract('RK-2024-031', '2024-03-01', '2027-02-28', {
            kind: 'framework',
            diaryNumber: 'RK 2023/0877',
            value: kronor(9_600_000),
            options: [open(12)],
            callOff: ['kalmar-kommun', 'borgholms-kommun', 'nybro-kommun'],
            cpv: ['33195000', '48814000'],
          }),
        ],
      },
      {
        name: 'Videomöten (exempel)',
        purpose: 'Digitala vårdmöten mellan patient och vårdgivare',
        category: 'digitalVisits',
        supplier: 'meetings',
        functions: ['Videosamtal med patient', 'Flerpartssamtal vid vårdplanering'],
        careSteps: ['contact', 'assessment', 'planning'],
        targetGroups: ['allResidents', 'staff'],
        users: 2_100,
        inUseSince: '2020-09-01',
        owner: 'Digitaliseringschefen',
        hosting: 'publicCloud',
        contracts: [
          contract('RK-2023-058', '2023-09-01', '2026-08-31', {
            value: kronor(5_400_000),
            options: [taken(12), open(12, 4)],
            cpv: ['48000000'],
          }),
        ],
      },
      {
        name: 'Stöd och behandling på nätet (exempel)',
        purpose: 'Behandlingsprogram för ångest, depression och sömnbesvär',
        category: 'digitalTreatment',
        supplier: 'therapy',
        functions: ['Internetbehandling med behandlarstöd', 'Självhjälpsprogram'],
        careSteps: ['treatment', 'followUp'],
        targetGroups: ['peopleWithMentalIllness', 'youngPeople'],
        users: 95,
        inUseSince: '2022-01-15',
        owner: 'Verksamhetschef psykiatri',
        hosting: 'supplierCloud',
        contracts: [
          contract('RK-2022-007', '2022-01-15', '2027-01-14', { kind: 'callOff', value: kronor(3_100_000), cpv: ['48814000'] }),
        ],
      },
      {
        name: 'Integrationsplattform (exempel)',
        purpose: 'Meddelanden och informationsutbyte mellan system hos region och kommuner',
        category: 'integration',
        supplier: 'careSystems',
        functions: ['Förmedla meddelanden mellan system', 'Öppna gränssnitt för e-tjänster'],
        careSteps: ['transfer', 'administration'],
        targetGroups: ['staff'],
        inUseSince: '2018-10-01',
        owner: 'IT-chefen',
        hosting: 'ownOperation',
        contracts: [
          contract('RK-2021-090', '2021-10-01', '2026-12-31', {
            value: kronor(12_000_000),
            options: [open(12, 1)],
            cpv: ['48900000'],
          }),
        ],
      },
    ],
  },
  {
    editor: 'kommunens-systemkarta',
    systems: [
      {
        ...kinds.alarm,
        users: 1_450,
        inUseSince: '2019-06-01',
        owner: 'Socialchefen',
        contracts: [
          contract('KK-2023-17', '2023-06-01', '2027-05-31', {
            kind: 'framework',
            diaryNumber: 'OMN 2022/0310',
            value: kronor(14_500_000),
            options: [open(12, 6)],
            callOff: ['nybro-kommun', 'torsas-kommun', 'morbylanga-kommun'],
            cpv: ['35121700', '79711000'],
          }),
        ],
      },
      {
        ...kinds.nightCamera,
        users: 120,
        inUseSince: '2021-02-01',
        owner: 'Enhetschef nattpatrull',
        contracts: [
          contract('KK-2024-05', '2024-02-01', '2027-01-31', {
            value: kronor(2_700_000),
            options: [open(12), open(12)],
            cpv: ['32323500'],
          }),
        ],
      },
      {
        ...kinds.careRecords,
        users: 2_900,
        inUseSince: '2014-01-01',
        owner: 'Socialchefen',
        contracts: [
          contract('KK-2020-40', '2020-01-01', '2027-12-31', {
            value: kronor(21_000_000),
            options: [open(24, 9)],
            cpv: ['48814100'],
          }),
        ],
      },
      {
        ...kinds.locks,
        users: 610,
        inUseSince: '2020-11-01',
        owner: 'Enhetschef hemtjänst',
        contracts: [
          contract('KK-2022-22', '2022-11-01', '2026-10-31', {
            value: kronor(3_800_000),
            options: [taken(12)],
            cpv: ['44521110'],
          }),
        ],
      },
    ],
  },
  {
    editor: 'systemkarta-kommun-2',
    systems: [
      {
        ...kinds.alarm,
        users: 410,
        inUseSince: '2018-03-01',
        owner: 'Förvaltningschef omsorg',
        contracts: [contract('BK-2022-3', '2022-03-01', '2027-02-28', { value: kronor(3_900_000), cpv: ['35121700'] })],
      },
      {
        ...kinds.position,
        users: 35,
        inUseSince: '2022-05-01',
        contracts: [
          contract('BK-2022-11', '2022-05-01', '2027-04-30', { kind: 'direct', value: kronor(420_000), cpv: ['38112100'] }),
        ],
      },
      {
        ...kinds.careRecords,
        users: 520,
        inUseSince: '2017-01-01',
        contracts: [
          contract('BK-2019-8', '2019-01-01', '2026-12-31', {
            kind: 'joint',
            value: kronor(4_600_000),
            options: [open(12, 1)],
            cpv: ['48814100'],
          }),
        ],
      },
    ],
  },
  {
    editor: 'systemkarta-kommun-3',
    systems: [
      {
        ...kinds.nightCamera,
        users: 48,
        inUseSince: '2023-01-01',
        owner: 'Enhetschef nattpatrull',
        contracts: [
          contract('EK-2023-2', '2023-01-01', '2026-12-31', {
            kind: 'direct',
            value: kronor(640_000),
            options: [open(12, 1)],
            cpv: ['32323500'],
          }),
        ],
      },
      {
        ...kinds.dispenser,
        users: 60,
        inUseSince: '2024-04-01',
        contracts: [
          contract('EK-2024-6', '2024-04-01', '2027-03-31', { value: kronor(1_150_000), options: [open(12)], cpv: ['33196100'] }),
        ],
      },
      {
        ...kinds.planning,
        users: 210,
        inUseSince: '2019-09-01',
        contracts: [contract('EK-2021-9', '2021-09-01', '2027-08-31', { value: kronor(1_900_000), cpv: ['48000000'] })],
      },
    ],
  },
  {
    editor: 'systemkarta-kommun-4',
    systems: [
      {
        ...kinds.alarm,
        users: 530,
        inUseSince: '2020-02-01',
        owner: 'Socialchefen',
        contracts: [
          contract('HK-2024-1', '2024-02-01', '2028-01-31', {
            value: kronor(5_200_000),
            options: [open(24, 6)],
            cpv: ['35121700'],
          }),
        ],
      },
      {
        ...kinds.locks,
        status: 'planned',
        contracts: [
          contract('HK-2026-14', '2027-01-01', '2029-12-31', {
            value: kronor(1_600_000),
            options: [open(12)],
            cpv: ['44521110'],
          }),
        ],
      },
      {
        ...kinds.careRecords,
        status: 'phasingOut',
        users: 480,
        inUseSince: '2012-01-01',
        contracts: [contract('HK-2018-2', '2018-01-01', '2027-06-30', { value: kronor(4_100_000), cpv: ['48814100'] })],
      },
    ],
  },
  {
    editor: 'systemkarta-kommun-5',
    systems: [
      {
        ...kinds.dispenser,
        users: 22,
        inUseSince: '2025-01-01',
        contracts: [
          contract('HO-2025-1', '2025-01-01', '2026-12-31', {
            kind: 'direct',
            value: kronor(380_000),
            options: [open(12, 1)],
            cpv: ['33196100'],
          }),
        ],
      },
      { ...kinds.nightCamera, status: 'planned' },
      {
        ...kinds.planning,
        users: 95,
        inUseSince: '2022-03-01',
        contracts: [
          { contractNumber: 'HO-2022-4', kind: 'direct', start: '2022-03-01', value: kronor(300_000), cpv: ['48000000'] },
        ],
      },
    ],
  },
]

/** Within one organisation: by name, so that they can be entered after the systems. */
export const integrations = [
  {
    editor: 'systemkarta',
    organisation: 'region-kalmar',
    from: 'Egenmonitorering (exempel)',
    to: 'Vårdinformationssystem (exempel)',
  },
  {
    editor: 'systemkarta',
    organisation: 'region-kalmar',
    from: 'Vårdinformationssystem (exempel)',
    to: 'Integrationsplattform (exempel)',
  },
  {
    editor: 'kommunens-systemkarta',
    organisation: 'kalmar-kommun',
    from: 'Trygghetslarm (exempel)',
    to: 'Verksamhetssystem omsorg (exempel)',
  },
] as const
