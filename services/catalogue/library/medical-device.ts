import { released } from './released.ts'
import { aiAct, mdr, nmi } from './sources.ts'

const intermediary = {
  sv: 'Bedömning av ett anmält organ tar lång tid och kostar mycket för ett litet företag.',
  en: 'Assessment by a notified body takes a small company long and costs much.',
} as const

/** Whether it is a medical device, of which class, and what then must be there. */
export const medicalDevice = released('medicalDevice', [
  {
    id: 'KB-MED-001',
    force: 'essential',
    text: {
      sv: 'Leverantören ska ange om tjänsten, eller någon modul i den, har ett medicinskt syfte för enskilda patienter, och skälen för bedömningen.',
      en: 'The supplier must say whether the service, or any module of it, has a medical purpose for individual patients, and why it judges so.',
    },
    sources: [mdr('art. 2.1')],
    appliesWhen: [['healthData'], ['homeMonitoring'], ['medicineDispenser'], ['ai']],
    verification: 'documentation',
  },
  {
    id: 'KB-MED-002',
    force: 'binding',
    text: {
      sv: 'En medicinteknisk programvara ska vara klassificerad, och leverantören ska redovisa vilken regel och vilka skäl klassen bygger på.',
      en: 'Software that is a medical device must be classified, and the supplier must show on which rule and reasons the class rests.',
    },
    sources: [mdr('bilaga VIII, regel 11')],
    appliesWhen: [['deviceClassI']],
    verification: 'documentation',
  },
  {
    id: 'KB-MED-003',
    force: 'binding',
    text: {
      sv: 'Programvara som ger underlag för beslut om diagnos eller behandling, eller som övervakar fysiologiska processer, ska vara i lägst klass IIa.',
      en: 'Software that informs decisions on diagnosis or treatment, or monitors physiological processes, must be of class IIa at least.',
    },
    sources: [mdr('bilaga VIII, regel 11')],
    appliesWhen: [
      ['deviceClassI', 'homeMonitoring'],
      ['deviceClassI', 'ai'],
    ],
    verification: 'certificate',
    servesWords: ['mätvärde', 'beslutsstöd', 'övervak'],
  },
  {
    id: 'KB-MED-004',
    force: 'binding',
    text: {
      sv: 'Övervakning av vitala värden där en förändring kan innebära omedelbar fara ska ske med en produkt i lägst klass IIb.',
      en: 'Monitoring of vital parameters where a change could mean immediate danger must be by a device of class IIb at least.',
    },
    sources: [mdr('bilaga VIII, regel 11')],
    appliesWhen: [['homeMonitoring', 'deviceClassIIb']],
    verification: 'certificate',
    servesWords: ['mätvärde', 'övervak', 'vital'],
    barrier: {
      level: 'may',
      why: intermediary,
      askInstead: {
        sv: 'Beskriv vad mätningen ska användas till. Om ingen omedelbar fara ska upptäckas räcker en lägre klass.',
        en: 'Describe what the measurements are for. Where no immediate danger is to be noticed, a lower class is enough.',
      },
    },
  },
  {
    id: 'KB-MED-005',
    force: 'binding',
    text: {
      sv: 'Det ska finnas en EU-försäkran om överensstämmelse för produkten.',
      en: 'There must be an EU declaration of conformity for the device.',
    },
    sources: [mdr('art. 19 och bilaga IV')],
    appliesWhen: [['deviceClassI']],
    verification: 'certificate',
  },
  {
    id: 'KB-MED-006',
    force: 'binding',
    text: {
      sv: 'För en produkt i klass IIa eller högre ska det finnas ett giltigt intyg från ett anmält organ eller likvärdigt.',
      en: 'For a device of class IIa or higher there must be a valid certificate from a notified body or equivalent.',
    },
    sources: [mdr('art. 52')],
    appliesWhen: [['deviceClassIIa']],
    verification: 'certificate',
    barrier: {
      level: 'may',
      why: intermediary,
      askInstead: {
        sv: 'Kräv intyget vid driftstart i stället för i anbudet, när ansökan redan är inlämnad och tidplanen tillåter det.',
        en: 'Demand the certificate at the start instead of in the tender, where it has been applied for and the plan allows.',
      },
    },
  },
  {
    id: 'KB-MED-007',
    force: 'binding',
    text: {
      sv: 'Produkten ska ha en unik produktidentifiering (UDI), och den ska framgå i tjänsten eller på utrustningen.',
      en: 'The device must have a unique device identification (UDI), shown in the service or on the equipment.',
    },
    sources: [mdr('art. 27')],
    appliesWhen: [['deviceClassI']],
    verification: 'demonstration',
  },
  {
    id: 'KB-MED-008',
    force: 'binding',
    text: {
      sv: 'Tillverkaren och produkten ska vara registrerade.',
      en: 'The manufacturer and the device must be registered.',
    },
    sources: [mdr('art. 29 och 31')],
    appliesWhen: [['deviceClassI']],
    verification: 'documentation',
  },
  {
    id: 'KB-MED-009',
    force: 'binding',
    text: {
      sv: 'Produkten ska ge samma resultat varje gång, vara tillförlitlig, och vid ett enskilt fel minska risken för patienten så långt det går.',
      en: 'The device must give the same result every time, be reliable, and at a single fault reduce the risk to the patient as far as possible.',
    },
    sources: [mdr('bilaga I, 17.1')],
    appliesWhen: [['deviceClassI']],
    verification: 'documentation',
    servesWords: ['dispens', 'läkemedel', 'mätvärde', 'larm'],
  },
  {
    id: 'KB-MED-010',
    force: 'binding',
    text: {
      sv: 'Programvaran ska vara utvecklad enligt dagens tekniska nivå när det gäller livscykel, riskhantering, informationssäkerhet, verifiering och validering.',
      en: 'The software must be developed by the state of the art as to life cycle, risk management, information security, verification and validation.',
    },
    sources: [mdr('bilaga I, 17.2')],
    appliesWhen: [['deviceClassI']],
    verification: 'documentation',
  },
  {
    id: 'KB-MED-011',
    force: 'binding',
    text: {
      sv: 'Programvara för mobila enheter ska vara anpassad till skärmens storlek och kontrast och till miljön där den används, såsom ljus och buller.',
      en: "Software for mobile devices must be adapted to the screen's size and contrast and to where it is used, such as light and noise.",
    },
    sources: [mdr('bilaga I, 17.3')],
    appliesWhen: [
      ['deviceClassI', 'residents'],
      ['deviceClassI', 'staffUsers'],
    ],
    verification: 'test',
    servesWords: ['mobil', 'app', 'läsplatta'],
  },
  {
    id: 'KB-MED-012',
    force: 'binding',
    text: {
      sv: 'Tillverkaren ska ange lägsta krav på utrustning, nät och IT-säkerhet för att programvaran ska fungera som avsett.',
      en: 'The manufacturer must state the least that equipment, network and IT security must be for the software to work as intended.',
    },
    sources: [mdr('bilaga I, 17.4')],
    appliesWhen: [['deviceClassI']],
    verification: 'documentation',
  },
  {
    id: 'KB-MED-013',
    force: 'binding',
    text: {
      sv: 'Riskerna med att produkten används tillsammans med köparens IT-miljö ska vara analyserade och begränsade.',
      en: "The risks of using the device together with the buyer's IT environment must be analysed and limited.",
    },
    sources: [mdr('bilaga I, kap. II')],
    appliesWhen: [
      ['deviceClassI', 'externalIntegration'],
      ['deviceClassI', 'recordIntegration'],
    ],
    verification: 'documentation',
  },
  {
    id: 'KB-MED-014',
    force: 'binding',
    text: {
      sv: 'Tillverkaren ska ha ett system för riskhantering som omfattar produktens hela livscykel och tar in det som händer i användningen.',
      en: "The manufacturer must have a risk management system that covers the device's whole life cycle and takes in what happens in use.",
    },
    sources: [mdr('bilaga I, 3')],
    appliesWhen: [['deviceClassI']],
    verification: 'documentation',
  },
  {
    id: 'KB-MED-015',
    force: 'binding',
    text: {
      sv: 'Ett informationssystem som flera vårdgivare delar, och som inte är en medicinteknisk produkt, ska ha NMI-märkning och NMI-ID när föreskrifterna gäller för det.',
      en: 'An information system that several care providers share, and that is no medical device, must have an NMI mark and NMI id where the regulation applies to it.',
    },
    sources: [nmi('1 kap. 2 §; märkning och NMI-ID')],
    appliesWhen: [
      ['sharedInformationSystem', 'patientRecords'],
      ['sharedInformationSystem', 'healthData'],
    ],
    verification: 'certificate',
  },
  {
    id: 'KB-MED-016',
    force: 'binding',
    text: {
      sv: 'För ett sådant informationssystem ska det finnas teknisk dokumentation, evidens, en ansvarig person för regelefterlevnad och periodisk säkerhetsrapport.',
      en: 'For such an information system there must be technical documentation, evidence, a person responsible for compliance and a periodic safety report.',
    },
    sources: [nmi('teknisk dokumentation, evidens, ansvarig person, periodisk säkerhetsrapport')],
    appliesWhen: [
      ['sharedInformationSystem', 'patientRecords'],
      ['sharedInformationSystem', 'healthData'],
    ],
    verification: 'documentation',
  },
  {
    id: 'KB-MED-017',
    force: 'recommended',
    text: {
      sv: 'Ett AI-stöd ska ha en bruksanvisning som anger syfte, träffsäkerhet, begränsningar och hur resultatet ska tolkas.',
      en: 'Support by AI must have instructions that state its purpose, accuracy, limits and how the result is to be read.',
    },
    sources: [aiAct('art. 13')],
    appliesWhen: [['ai']],
    verification: 'documentation',
    servesWords: ['beslutsstöd', 'analys', 'bedöm'],
  },
])
