import { released } from './released.ts'
import { aiAct, apiProfile, applicationSecurity, cyberResilience, gdpr, lou, niceFramework, nis2, ruves } from './sources.ts'

/** Availability, continuity, incidents, support and training. */
export const operation = released('operation', [
  {
    id: 'KB-OPE-001',
    force: 'binding',
    text: {
      sv: 'Leverantören ska kunna återställa tillgången till personuppgifter inom den tid som köparen har angett efter ett fel.',
      en: 'The supplier must be able to restore access to personal data after a failure within the time that the buyer has stated.',
    },
    sources: [gdpr('art. 32.1 c')],
    appliesWhen: [['personalData', 'cloud']],
    verification: 'test',
  },
  {
    id: 'KB-OPE-002',
    force: 'binding',
    text: {
      sv: 'Tjänsten ska fortlöpande kunna hålla uppgifterna konfidentiella, riktiga och tillgängliga, också vid hög belastning och störningar.',
      en: 'The service must at all times keep the data confidential, correct and available, also under high load and disturbance.',
    },
    sources: [gdpr('art. 32.1 b')],
    appliesWhen: [['personalData']],
    verification: 'documentation',
  },
  {
    id: 'KB-OPE-003',
    force: 'essential',
    text: {
      sv: 'Det ska finnas säkerhetskopior som är provade, och en plan för hur driften återupptas efter ett avbrott.',
      en: 'There must be backups that have been tried, and a plan for taking up operation after an interruption.',
    },
    sources: [nis2('art. 21.2 c')],
    appliesWhen: [['cloud']],
    verification: 'documentation',
  },
  {
    id: 'KB-OPE-004',
    force: 'essential',
    text: {
      sv: 'Leverantören ska berätta om betydande incidenter så snabbt att köparen hinner lämna en tidig varning inom 24 timmar.',
      en: 'The supplier must tell of significant incidents so soon that the buyer can give an early warning within 24 hours.',
    },
    sources: [nis2('art. 23'), nis2('art. 21.2 b')],
    appliesWhen: [['cloud'], ['connectedDevice']],
    verification: 'contract',
  },
  {
    id: 'KB-OPE-005',
    force: 'recommended',
    text: {
      sv: 'Avtalet ska ange tillgänglighet, svarstider och tider för support, och hur de mäts och redovisas.',
      en: 'The contract must state availability, response times and hours of support, and how they are measured and reported.',
    },
    sources: [apiProfile('DOK.08'), lou('17 kap. 1 §')],
    verification: 'contract',
    barrier: {
      level: 'may',
      why: {
        sv: 'Support dygnet runt kräver en bemanning som få små företag har.',
        en: 'Support round the clock needs staffing that few small companies have.',
      },
      askInstead: {
        sv: 'Kräv dygnet runt bara för det som är farligt att vara utan, och låt företag dela på jouren (LOU 4:5).',
        en: 'Demand round the clock only for what it is dangerous to be without, and let companies share the duty (LOU 4:5).',
      },
    },
  },
  {
    id: 'KB-OPE-006',
    force: 'essential',
    text: {
      sv: 'När ett annat system inte svarar ska tjänsten tala om det och fortsätta med det som går att göra utan det.',
      en: 'Where another system does not answer, the service must say so and go on with what can be done without it.',
    },
    sources: [applicationSecurity('16.5.2')],
    appliesWhen: [['externalIntegration'], ['recordIntegration'], ['alarm'], ['medicineDispenser']],
    verification: 'test',
    servesWords: ['larm', 'dispens', 'integr'],
  },
  {
    id: 'KB-OPE-007',
    force: 'recommended',
    text: {
      sv: 'Leverantören ska ange vilka funktioner som kräver mycket resurser och hur de hindras från att göra tjänsten otillgänglig.',
      en: 'The supplier must say which functions take much resource and how they are kept from making the service unavailable.',
    },
    sources: [applicationSecurity('15.1.3, 15.2.2')],
    appliesWhen: [['cloud']],
    verification: 'documentation',
  },
  {
    id: 'KB-OPE-008',
    force: 'recommended',
    text: {
      sv: 'Leverantören ska utbilda användarna så att de klarar sina uppgifter vid driftstart. Tid och innehåll ska vara rimliga för verksamheten.',
      en: 'The supplier must train users so that they manage their tasks at the start. Time and content must be reasonable for the operation.',
    },
    sources: [ruves('4.4'), niceFramework('standard 19-21, införande')],
    appliesWhen: [['staffUsers']],
    verification: 'contract',
    servesWords: ['utbild', 'inför'],
  },
  {
    id: 'KB-OPE-009',
    force: 'recommended',
    text: {
      sv: 'Leverantören ska beskriva hur tjänsten införs: vem som gör vad, i vilken ordning, och vad verksamheten behöver avsätta.',
      en: 'The supplier must describe how the service is introduced: who does what, in which order, and what the operation must set aside.',
    },
    sources: [niceFramework('standard 19-21, införande')],
    verification: 'documentation',
    servesWords: ['inför'],
  },
  {
    id: 'KB-OPE-010',
    force: 'recommended',
    text: {
      sv: 'Loggar som ett AI-system själv skapar ska kunna sparas i minst sex månader.',
      en: 'Logs that an AI system makes by itself must be possible to keep for at least six months.',
    },
    sources: [aiAct('art. 26.6')],
    appliesWhen: [['ai']],
    verification: 'demonstration',
    servesWords: ['logg'],
  },
  {
    id: 'KB-OPE-011',
    force: 'recommended',
    text: {
      sv: 'Köparen ska kunna följa hur ett AI-stöd fungerar i användning och kunna stänga av det när det innebär en risk.',
      en: 'The buyer must be able to follow how support by AI works in use and to turn it off when it means a risk.',
    },
    sources: [aiAct('art. 26.5')],
    appliesWhen: [['ai']],
    verification: 'demonstration',
    servesWords: ['beslutsstöd', 'uppfölj'],
  },
  {
    id: 'KB-OPE-012',
    force: 'binding',
    text: {
      sv: 'Säkerhetsuppdateringar till uppkopplad utrustning ska vara kostnadsfria och komma utan dröjsmål under hela stödperioden.',
      en: 'Security updates of connected equipment must be free of charge and come without delay for the whole support period.',
    },
    sources: [cyberResilience('bilaga I del II, 2 och 8')],
    appliesWhen: [['connectedDevice']],
    verification: 'contract',
  },
  {
    id: 'KB-OPE-013',
    force: 'binding',
    text: {
      sv: 'Uppkopplad utrustning ska ha stöd med säkerhetsuppdateringar i minst fem år, om den inte väntas vara i bruk kortare tid.',
      en: 'Connected equipment must have support with security updates for at least five years, unless it is expected to be in use for less.',
    },
    sources: [cyberResilience('art. 13.8')],
    appliesWhen: [['connectedDevice']],
    verification: 'contract',
  },
  {
    id: 'KB-OPE-014',
    force: 'recommended',
    text: {
      sv: 'Leverantören ska utbilda sin personal i säkerhet i det arbete som rör tjänsten.',
      en: 'The supplier must train its staff in security in the work that concerns the service.',
    },
    sources: [nis2('art. 21.2 g')],
    appliesWhen: [['cloud']],
    verification: 'documentation',
  },
])
