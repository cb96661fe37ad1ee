import type { AppliesWhen } from '#contracts/requirement-library.ts'
import { released } from './released.ts'
import { gdpr, pdl } from './sources.ts'

/** Where the supplier processes personal data for the buyer. */
const processor: AppliesWhen = [['personalData', 'cloud']]

/** The supplier as processor, data protection by design, and the rights of those whose data it is. */
export const privacy = released('privacy', [
  {
    id: 'KB-PRI-001',
    force: 'binding',
    text: {
      sv: 'Leverantören ska behandla personuppgifter bara på köparens dokumenterade instruktioner, också när det gäller överföring till land utanför EU och EES.',
      en: "The supplier must process personal data only on the buyer's documented instructions, also as to transfers outside the EU and EEA.",
    },
    sources: [gdpr('art. 28.3 a')],
    appliesWhen: processor,
    verification: 'contract',
  },
  {
    id: 'KB-PRI-002',
    force: 'binding',
    text: {
      sv: 'Alla som får behandla personuppgifterna hos leverantören ska ha tystnadsplikt eller ha lovat att hålla dem hemliga.',
      en: 'Everybody at the supplier who may process the personal data must be under a duty of secrecy or have promised it.',
    },
    sources: [gdpr('art. 28.3 b')],
    appliesWhen: processor,
    verification: 'contract',
  },
  {
    id: 'KB-PRI-003',
    force: 'binding',
    text: {
      sv: 'Leverantören ska inte anlita ett annat biträde utan köparens skriftliga tillstånd, och ska berätta om byten i förväg så att köparen kan invända.',
      en: "The supplier must engage no other processor without the buyer's written permission, and must tell of changes beforehand so that the buyer can object.",
    },
    sources: [gdpr('art. 28.2')],
    appliesWhen: processor,
    verification: 'contract',
  },
  {
    id: 'KB-PRI-004',
    force: 'binding',
    text: {
      sv: 'Underbiträden ska ha samma skyldigheter som leverantören, och leverantören ska svara för dem.',
      en: 'Sub-processors must have the same duties as the supplier, who answers for them.',
    },
    sources: [gdpr('art. 28.4')],
    appliesWhen: processor,
    verification: 'contract',
  },
  {
    id: 'KB-PRI-005',
    force: 'binding',
    text: {
      sv: 'Leverantören ska hjälpa köparen att svara när någon begär att få ut, rätta eller radera sina uppgifter.',
      en: 'The supplier must help the buyer to answer when somebody asks to have, correct or erase their data.',
    },
    sources: [gdpr('art. 28.3 e')],
    appliesWhen: processor,
    verification: 'demonstration',
    servesWords: ['rätta', 'radera', 'utdrag'],
  },
  {
    id: 'KB-PRI-006',
    force: 'binding',
    text: {
      sv: 'Leverantören ska hjälpa köparen med konsekvensbedömning, säkerhet och anmälan av incidenter.',
      en: 'The supplier must help the buyer with impact assessment, security and notification of breaches.',
    },
    sources: [gdpr('art. 28.3 f')],
    appliesWhen: processor,
    verification: 'contract',
  },
  {
    id: 'KB-PRI-007',
    force: 'binding',
    text: {
      sv: 'Leverantören ska lämna den information som behövs för att visa att reglerna följs, och medverka vid köparens granskningar.',
      en: "The supplier must give the information that is needed to show that the rules are kept, and take part in the buyer's audits.",
    },
    sources: [gdpr('art. 28.3 h')],
    appliesWhen: processor,
    verification: 'contract',
    barrier: {
      level: 'may',
      why: {
        sv: 'Granskning på plats utan gräns kan kosta ett litet företag mer än uppdraget ger.',
        en: 'Audits on site without limit may cost a small company more than the contract gives.',
      },
      askInstead: {
        sv: 'Börja med skriftliga svar och gemensamma granskningar för flera kunder. Gå på plats när det finns skäl.',
        en: 'Begin with written answers and audits shared by several customers. Go on site when there is reason.',
      },
    },
  },
  {
    id: 'KB-PRI-008',
    force: 'binding',
    text: {
      sv: 'Leverantören ska utan dröjsmål berätta för köparen när den fått veta att personuppgifter har röjts, förlorats eller ändrats.',
      en: 'The supplier must without delay tell the buyer once it knows that personal data have been disclosed, lost or altered.',
    },
    sources: [gdpr('art. 33.2')],
    appliesWhen: processor,
    verification: 'contract',
  },
  {
    id: 'KB-PRI-009',
    force: 'binding',
    text: {
      sv: 'Beskedet om en personuppgiftsincident ska säga vad som hänt, vilka och hur många som berörs, troliga följder och vad som görs.',
      en: 'The notice of a personal data breach must say what happened, who and how many are concerned, likely consequences and what is done.',
    },
    sources: [gdpr('art. 33.3')],
    appliesWhen: processor,
    verification: 'contract',
  },
  {
    id: 'KB-PRI-010',
    force: 'binding',
    text: {
      sv: 'Leverantören ska lämna tillräckliga garantier för att behandlingen uppfyller dataskyddsförordningen.',
      en: 'The supplier must give sufficient guarantees that the processing meets the data protection regulation.',
    },
    sources: [gdpr('art. 28.1')],
    appliesWhen: processor,
    verification: 'documentation',
    barrier: {
      level: 'may',
      why: {
        sv: 'Garantierna blir ett hinder när bara ett visst certifikat eller ett visst avtalsformulär godtas.',
        en: 'The guarantees become a barrier where only a certain certificate or form of contract is accepted.',
      },
      askInstead: {
        sv: 'Be om en beskrivning av skyddet och godta också en uppförandekod eller annan bevisning.',
        en: 'Ask for a description of the protection and also accept a code of conduct or other proof.',
      },
    },
  },
  {
    id: 'KB-PRI-011',
    force: 'binding',
    text: {
      sv: 'Tjänsten ska vara inställd så att bara de personuppgifter som behövs samlas in, visas och sparas.',
      en: 'The service must be set so that only the personal data that are needed are collected, shown and kept.',
    },
    sources: [gdpr('art. 25.1-2')],
    appliesWhen: [['personalData']],
    verification: 'demonstration',
    servesWords: ['registrer', 'samla'],
  },
  {
    id: 'KB-PRI-012',
    force: 'binding',
    text: {
      sv: 'Pseudonymisering ska användas där uppgifter behövs för test, statistik eller utveckling, när det går.',
      en: 'Pseudonymisation must be used where data are needed for testing, statistics or development, when possible.',
    },
    sources: [gdpr('art. 25.1, 32.1 a')],
    appliesWhen: [['healthData'], ['patientRecords']],
    verification: 'documentation',
    servesWords: ['statistik', 'uppfölj', 'test'],
  },
  {
    id: 'KB-PRI-013',
    force: 'binding',
    text: {
      sv: 'Tillsyn med kamera eller sensor ska vara avstängd utom vid de tillfällen som är beslutade för personen, och det ska gå att se när den har varit på.',
      en: 'Supervision by camera or sensor must be off except at the times decided for the person, and it must be possible to see when it was on.',
    },
    sources: [gdpr('art. 25.2')],
    appliesWhen: [['camera']],
    verification: 'demonstration',
    servesWords: ['tillsyn', 'kamera', 'sensor', 'natt'],
  },
  {
    id: 'KB-PRI-014',
    force: 'binding',
    text: {
      sv: 'Bilder från tillsyn ska inte sparas, om inte köparen särskilt har beslutat det och för hur länge.',
      en: 'Pictures from supervision must not be kept, unless the buyer has decided so and for how long.',
    },
    sources: [gdpr('art. 25.2')],
    appliesWhen: [['camera']],
    verification: 'test',
    servesWords: ['tillsyn', 'kamera'],
  },
  {
    id: 'KB-PRI-015',
    force: 'binding',
    text: {
      sv: 'Patienten ska kunna få veta vilken åtkomst till uppgifterna som har förekommit.',
      en: 'Patients must be able to learn what access to their data there has been.',
    },
    sources: [pdl('8 kap. 5 §')],
    appliesWhen: [['patientRecords']],
    verification: 'demonstration',
    servesWords: ['logg', 'invånar'],
  },
  {
    id: 'KB-PRI-016',
    force: 'binding',
    text: {
      sv: 'Tjänsten ska kunna visa den information om behandlingen som lagen kräver, bland annat om spärr, logg och skadestånd.',
      en: 'The service must be able to show the information about the processing that the law demands, among it about blocking, logs and damages.',
    },
    sources: [pdl('8 kap. 6 §')],
    appliesWhen: [['patientRecords', 'residents']],
    verification: 'demonstration',
  },
  {
    id: 'KB-PRI-017',
    force: 'binding',
    text: {
      sv: 'Patientuppgifter ska behandlas bara för de ändamål som lagen räknar upp. Leverantören ska inte använda dem för egna ändamål.',
      en: 'Patient data must be processed only for the purposes that the law lists. The supplier must not use them for its own.',
    },
    sources: [pdl('2 kap. 4-5 §§'), gdpr('art. 28.3 a')],
    appliesWhen: [['patientRecords']],
    verification: 'contract',
  },
  {
    id: 'KB-PRI-018',
    force: 'binding',
    text: {
      sv: 'Direktåtkomst för andra till personuppgifter ska finnas bara i den mån lag eller förordning tillåter den, och kunna stängas av.',
      en: 'Direct access for others to personal data must exist only as far as law allows it, and be possible to turn off.',
    },
    sources: [pdl('5 kap. 4 §')],
    appliesWhen: [
      ['patientRecords', 'externalIntegration'],
      ['patientRecords', 'recordIntegration'],
    ],
    verification: 'demonstration',
  },
])
