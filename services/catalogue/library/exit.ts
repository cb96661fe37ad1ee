import { released } from './released.ts'
import { archivePackage, caseArchive, dataAct, gdpr, lou, pdl, recordKeeping, ruves, switchingCharges } from './sources.ts'

/** That the buyer can leave with its data, and what must be kept. */
export const exit = released('exit', [
  {
    id: 'KB-EXI-001',
    force: 'binding',
    text: {
      sv: 'När avtalet slutar ska leverantören efter köparens val lämna tillbaka eller radera alla personuppgifter, också kopior.',
      en: "When the contract ends, the supplier must by the buyer's choice hand back or erase all personal data, copies too.",
    },
    sources: [gdpr('art. 28.3 g')],
    appliesWhen: [['personalData', 'cloud']],
    verification: 'contract',
  },
  {
    id: 'KB-EXI-002',
    force: 'binding',
    text: {
      sv: 'Köparen ska kunna säga upp molntjänsten för att byta leverantör med högst två månaders varsel.',
      en: 'The buyer must be able to give notice of switching from the cloud service at most two months ahead.',
    },
    sources: [dataAct('art. 25')],
    appliesWhen: [['cloud']],
    verification: 'contract',
  },
  {
    id: 'KB-EXI-003',
    force: 'binding',
    text: {
      sv: 'Bytet ska kunna genomföras inom 30 dagar från varslets slut. Leverantören ska under tiden hjälpa till och hålla tjänsten i gång.',
      en: 'The switch must be possible to carry out within 30 days after the notice. The supplier must help and keep the service running meanwhile.',
    },
    sources: [dataAct('art. 25')],
    appliesWhen: [['cloud']],
    verification: 'contract',
    barrier: {
      level: 'may',
      why: {
        sv: 'Ett litet företag kan behöva mer tid för en ovanligt stor flytt.',
        en: 'A small company may need more time for an unusually large transfer.',
      },
      askInstead: {
        sv: 'Låt leverantören i anbudet ange vilka uppgifter som kan ta längre tid, och varför. Lagen tillåter i undantagsfall upp till sju månader.',
        en: 'Let the supplier say in the tender which data may take longer, and why. The law allows up to seven months in exceptional cases.',
      },
    },
  },
  {
    id: 'KB-EXI-004',
    force: 'binding',
    text: {
      sv: 'Köparens data ska finnas kvar att hämta i minst 30 dagar efter att bytet är klart, och sedan raderas.',
      en: "The buyer's data must be there to fetch for at least 30 days after the switch, and then be erased.",
    },
    sources: [dataAct('art. 25')],
    appliesWhen: [['cloud']],
    verification: 'contract',
  },
  {
    id: 'KB-EXI-005',
    force: 'binding',
    text: {
      sv: 'Avtalet ska räkna upp vilka data och digitala tillgångar som köparen kan ta med sig.',
      en: 'The contract must list which data and digital assets the buyer can take along.',
    },
    sources: [dataAct('art. 25')],
    appliesWhen: [['cloud']],
    verification: 'contract',
  },
  {
    id: 'KB-EXI-006',
    force: 'binding',
    text: {
      sv: 'Leverantören ska inte ha kommersiella, tekniska eller avtalsmässiga hinder för att byta till en annan leverantör eller till egen drift.',
      en: 'The supplier must have no commercial, technical or contractual obstacles to switching to another supplier or to running it oneself.',
    },
    sources: [dataAct('art. 23')],
    appliesWhen: [['cloud']],
    verification: 'contract',
  },
  {
    id: 'KB-EXI-007',
    force: 'binding',
    text: {
      sv: 'Leverantören ska inte ta betalt för att köparen byter från molntjänsten.',
      en: 'The supplier must not charge the buyer for switching from the cloud service.',
    },
    sources: [switchingCharges('art. 29.1')],
    appliesWhen: [['cloud']],
    verification: 'contract',
  },
  {
    id: 'KB-EXI-008',
    force: 'binding',
    text: {
      sv: 'Avgifter för byte och för uppsägning i förtid ska vara kända innan avtalet sluts.',
      en: 'Charges for switching and for ending early must be known before the contract is made.',
    },
    sources: [dataAct('art. 29.4')],
    appliesWhen: [['cloud']],
    verification: 'documentation',
  },
  {
    id: 'KB-EXI-009',
    force: 'recommended',
    text: {
      sv: 'Köparen ska när som helst själv kunna hämta ut alla sina data i ett öppet, dokumenterat format.',
      en: 'The buyer must be able at any time to take out all its data in an open, documented format.',
    },
    sources: [ruves('5.4')],
    verification: 'demonstration',
    servesWords: ['export', 'uttag', 'statistik'],
  },
  {
    id: 'KB-EXI-010',
    force: 'binding',
    text: {
      sv: 'Journalhandlingar ska kunna bevaras i minst tio år efter den sista uppgiften, också efter att avtalet har upphört.',
      en: 'Documents of the record must be possible to keep for at least ten years after the last entry, also after the contract has ended.',
    },
    sources: [pdl('3 kap. 17 §')],
    appliesWhen: [['patientRecords']],
    verification: 'contract',
    servesWords: ['journal', 'arkiv', 'bevar'],
  },
  {
    id: 'KB-EXI-011',
    force: 'recommended',
    text: {
      sv: 'Handlingar som ska arkiveras ska kunna levereras i paket enligt den gemensamma specifikationen för paketstruktur eller likvärdigt.',
      en: 'Documents to be archived must be possible to deliver in packages by the common specification for package structure or equivalent.',
    },
    sources: [archivePackage('E-ARK CSIP 2.1.0 och SIP 2.1.0')],
    appliesWhen: [['patientRecords'], ['personalData', 'staffUsers']],
    verification: 'test',
    servesWords: ['arkiv', 'bevar'],
  },
  {
    id: 'KB-EXI-012',
    force: 'recommended',
    text: {
      sv: 'Ärenden ska kunna levereras till arkiv enligt den gemensamma specifikationen för ärendehantering eller likvärdigt.',
      en: 'Cases must be possible to deliver to an archive by the common specification for case management or equivalent.',
    },
    sources: [caseArchive('CITS ERMS')],
    appliesWhen: [
      ['booking', 'staffUsers'],
      ['messages', 'staffUsers'],
    ],
    verification: 'test',
    servesWords: ['ärende', 'arkiv'],
  },
  {
    id: 'KB-EXI-013',
    force: 'binding',
    text: {
      sv: 'Åtkomstloggar ska lämnas över när avtalet slutar, så att de kan läsas så länge de måste sparas.',
      en: 'Access logs must be handed over when the contract ends, so that they can be read for as long as they must be kept.',
    },
    sources: [recordKeeping('4 kap. 9 §')],
    appliesWhen: [['patientRecords', 'cloud']],
    verification: 'contract',
    servesWords: ['logg'],
  },
  {
    id: 'KB-EXI-014',
    force: 'recommended',
    text: {
      sv: 'Det ska framgå vilka rättigheter till anpassningar, data och material som köparen får och vilka leverantören behåller.',
      en: 'It must be clear which rights to adaptations, data and material the buyer gets and which the supplier keeps.',
    },
    sources: [lou('9 kap. 1 §')],
    verification: 'contract',
    barrier: {
      level: 'may',
      why: {
        sv: 'Krav på att köparen ska äga allt gör att små företag inte kan sälja sin produkt till fler.',
        en: 'A demand that the buyer own everything keeps small companies from selling their product to others.',
      },
      askInstead: {
        sv: 'Nöj dig med nyttjanderätt, och med äganderätt bara till det som köparen har betalat särskilt för.',
        en: 'Be content with a right of use, and with ownership only of what the buyer has paid for apart.',
      },
    },
  },
])
