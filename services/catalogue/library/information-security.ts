import type { AppliesWhen } from '#contracts/requirement-library.ts'
import { released } from './released.ts'
import { applicationSecurity, classification, cyberResilience, gdpr, nis2, pdl, recordKeeping } from './sources.ts'

const guarded: AppliesWhen = [['sensitiveInformation'], ['healthData'], ['patientRecords']]

const managementBarrier = {
  level: 'often',
  why: {
    sv: 'Ett krav på certifierat ledningssystem stänger ute företag som arbetar säkert men inte har råd eller tid att bli certifierade.',
    en: 'A demand for a certified management system shuts out companies that work safely but cannot afford the time or money to be certified.',
  },
  askInstead: {
    sv: 'Be om en beskrivning av arbetssättet och bevis på att det följs. Godta ett certifikat som ett av flera sätt att visa det (LOU 15:14).',
    en: 'Ask for a description of the way of working and proof that it is followed. Accept a certificate as one of several ways to show it (LOU 15:14).',
  },
} as const

/** Confidentiality, integrity, availability and traceability. */
export const informationSecurity = released('informationSecurity', [
  {
    id: 'KB-SEC-001',
    force: 'binding',
    text: {
      sv: 'Åtkomst till patientuppgifter över öppna nät ska kräva stark autentisering med minst två faktorer.',
      en: 'Access to patient data over open networks must require strong authentication by at least two factors.',
    },
    sources: [recordKeeping('3 kap. 15 §')],
    appliesWhen: [['patientRecords']],
    verification: 'test',
    servesWords: ['inlogg', 'logga in'],
  },
  {
    id: 'KB-SEC-002',
    force: 'binding',
    text: {
      sv: 'Patientuppgifter som förs över öppna nät ska vara krypterade så att ingen obehörig kan ta del av dem.',
      en: 'Patient data that go over open networks must be encrypted so that nobody unauthorised can read them.',
    },
    sources: [recordKeeping('3 kap. 15 §')],
    appliesWhen: [['patientRecords'], ['homeMonitoring', 'healthData']],
    verification: 'test',
    servesWords: ['överför', 'skicka', 'mätvärde', 'video'],
  },
  {
    id: 'KB-SEC-003',
    force: 'binding',
    text: {
      sv: 'Meddelanden som går okrypterat, såsom sms och e-post, ska inte innehålla patientuppgifter. De får bara tala om att det finns något att läsa efter inloggning.',
      en: 'Messages that go unencrypted, such as text messages and e-mail, must hold no patient data. They may only tell that there is something to read after signing in.',
    },
    sources: [recordKeeping('3 kap. 15 §')],
    appliesWhen: [
      ['messages', 'patientRecords'],
      ['messages', 'healthData'],
    ],
    verification: 'demonstration',
    servesWords: ['meddeland', 'kallel', 'påminn', 'sms'],
  },
  {
    id: 'KB-SEC-004',
    force: 'binding',
    text: {
      sv: 'Behörighet ska kunna begränsas till de uppgifter som var och en behöver för sitt arbete, efter roll, enhet och uppdrag.',
      en: 'Rights must be possible to limit to the data that each person needs for their work, by role, unit and assignment.',
    },
    sources: [pdl('4 kap. 1-2 §§')],
    appliesWhen: [['patientRecords', 'staffUsers']],
    verification: 'demonstration',
    servesWords: ['behörig'],
  },
  {
    id: 'KB-SEC-005',
    force: 'binding',
    text: {
      sv: 'Loggen ska visa vilka åtgärder som gjorts med en patients uppgifter, vid vilken enhet, när, och vem användaren och patienten är.',
      en: "The log must show what was done with a patient's data, at which unit, when, and who the user and the patient are.",
    },
    sources: [recordKeeping('4 kap. 9 §'), pdl('4 kap. 3 §')],
    appliesWhen: [['patientRecords']],
    verification: 'demonstration',
    servesWords: ['logg', 'spårbar'],
  },
  {
    id: 'KB-SEC-006',
    force: 'binding',
    text: {
      sv: 'Loggar över åtkomst till patientuppgifter ska sparas i minst fem år och gå att läsa under hela tiden.',
      en: 'Logs of access to patient data must be kept for at least five years and be readable throughout.',
    },
    sources: [recordKeeping('4 kap. 9 §')],
    appliesWhen: [['patientRecords']],
    verification: 'contract',
    servesWords: ['logg'],
  },
  {
    id: 'KB-SEC-007',
    force: 'recommended',
    text: {
      sv: 'Inloggning ska ske med flera faktorer, eller med en kombination av sätt som var för sig ger en faktor.',
      en: 'Sign-in must be by several factors, or by a combination of ways that each give one.',
    },
    sources: [applicationSecurity('6.3.2'), nis2('art. 21.2 j')],
    appliesWhen: [['personalData', 'staffUsers']],
    verification: 'test',
    servesWords: ['inlogg', 'logga in'],
  },
  {
    id: 'KB-SEC-008',
    force: 'recommended',
    text: {
      sv: 'Det ska finnas ett sätt att logga in som står emot nätfiske och som användaren själv måste bekräfta.',
      en: 'There must be a way to sign in that resists phishing and that the user must confirm.',
    },
    sources: [applicationSecurity('6.3.7')],
    appliesWhen: [['sensitiveInformation', 'staffUsers']],
    verification: 'test',
  },
  {
    id: 'KB-SEC-009',
    force: 'recommended',
    text: {
      sv: 'Gissning av lösenord och återanvändning av läckta uppgifter ska upptäckas och hindras utan att användaren låses ute av någon annan.',
      en: 'Guessing of passwords and reuse of leaked ones must be noticed and stopped without anybody else being able to lock the user out.',
    },
    sources: [applicationSecurity('6.1.1, 6.3.1')],
    appliesWhen: [['personalData']],
    verification: 'test',
  },
  {
    id: 'KB-SEC-010',
    force: 'recommended',
    text: {
      sv: 'Den som har glömt sitt lösenord ska kunna byta det utan att gå förbi de andra faktorerna.',
      en: 'Whoever has forgotten a password must be able to change it without going round the other factors.',
    },
    sources: [applicationSecurity('6.4.3')],
    appliesWhen: [['personalData']],
    verification: 'test',
  },
  {
    id: 'KB-SEC-011',
    force: 'recommended',
    text: {
      sv: 'Lösenord ska kunna klistras in och sparas i en lösenordshanterare, och byte ska inte krävas med jämna mellanrum.',
      en: 'Passwords must be possible to paste and keep in a password manager, and changing them at intervals must not be demanded.',
    },
    sources: [applicationSecurity('6.2.7, 6.2.10')],
    appliesWhen: [['personalData']],
    verification: 'test',
  },
  {
    id: 'KB-SEC-012',
    force: 'essential',
    text: {
      sv: 'Behörighet ska prövas i den centrala tjänsten vid varje anrop, både för funktionen och för den enskilda uppgiften.',
      en: 'Rights must be tried in the central service at every call, both for the function and for the single item of data.',
    },
    sources: [applicationSecurity('8.2.1, 8.2.2, 8.3.1')],
    appliesWhen: [['personalData']],
    verification: 'test',
    servesWords: ['behörig'],
  },
  {
    id: 'KB-SEC-013',
    force: 'essential',
    text: {
      sv: 'Kunder som delar samma installation ska hållas isär, så att ingen kan påverka eller läsa en annans uppgifter.',
      en: "Customers who share an installation must be kept apart, so that nobody can affect or read another's data.",
    },
    sources: [applicationSecurity('8.4.1')],
    appliesWhen: [['cloud']],
    verification: 'documentation',
  },
  {
    id: 'KB-SEC-014',
    force: 'essential',
    text: {
      sv: 'All trafik mellan användare och tjänst ska vara krypterad med en rekommenderad version av TLS, utan väg tillbaka till okrypterad trafik.',
      en: 'All traffic between user and service must be encrypted by a recommended version of TLS, with no way back to unencrypted traffic.',
    },
    sources: [applicationSecurity('12.1.1, 12.2.1'), gdpr('art. 32.1 a')],
    verification: 'test',
  },
  {
    id: 'KB-SEC-015',
    force: 'recommended',
    text: {
      sv: 'Trafiken mellan tjänstens egna delar, och till drift och övervakning, ska vara krypterad och ske mellan parter som känner igen varandra.',
      en: "Traffic between the service's own parts, and for operation and monitoring, must be encrypted and go between parties that know each other.",
    },
    sources: [applicationSecurity('12.3.1, 12.3.2, 12.3.3')],
    appliesWhen: guarded,
    verification: 'documentation',
  },
  {
    id: 'KB-SEC-016',
    force: 'binding',
    text: {
      sv: 'Personuppgifter ska vara krypterade när de lagras, eller skyddade på ett sätt som ger samma säkerhet med hänsyn till risken.',
      en: 'Personal data must be encrypted at rest, or protected in a way that gives the same security in view of the risk.',
    },
    sources: [gdpr('art. 32.1 a')],
    appliesWhen: [['personalData', 'cloud'], ['healthData']],
    verification: 'documentation',
  },
  {
    id: 'KB-SEC-017',
    force: 'recommended',
    text: {
      sv: 'Säkerhetsloggen ska visa när, var, vem och vad, med tid i UTC eller med tidszon och från samstämda klockor.',
      en: 'The security log must show when, where, who and what, with time in UTC or with its time zone and from synchronised clocks.',
    },
    sources: [applicationSecurity('16.2.1, 16.2.2')],
    appliesWhen: [['personalData'], ['sensitiveInformation']],
    verification: 'demonstration',
    servesWords: ['logg', 'spårbar'],
  },
  {
    id: 'KB-SEC-018',
    force: 'recommended',
    text: {
      sv: 'Lyckade och misslyckade inloggningar och nekad åtkomst ska loggas.',
      en: 'Successful and failed sign-ins and refused access must be logged.',
    },
    sources: [applicationSecurity('16.3.1, 16.3.2')],
    appliesWhen: [['personalData'], ['sensitiveInformation']],
    verification: 'demonstration',
    servesWords: ['logg'],
  },
  {
    id: 'KB-SEC-019',
    force: 'recommended',
    text: {
      sv: 'Loggar ska vara skyddade mot obehörig läsning och inte kunna ändras. De ska föras över till ett system skilt från tjänsten.',
      en: 'Logs must be protected against unauthorised reading and not be possible to change. They must be sent to a system apart from the service.',
    },
    sources: [applicationSecurity('16.4.2, 16.4.3')],
    appliesWhen: guarded,
    verification: 'documentation',
    servesWords: ['logg'],
  },
  {
    id: 'KB-SEC-020',
    force: 'recommended',
    text: {
      sv: 'Felmeddelanden ska inte visa intern information, och ett fel ska aldrig leda till att en kontroll hoppas över.',
      en: 'Error messages must show nothing internal, and an error must never lead to a check being passed by.',
    },
    sources: [applicationSecurity('16.5.1, 16.5.3')],
    verification: 'test',
  },
  {
    id: 'KB-SEC-021',
    force: 'recommended',
    text: {
      sv: 'Leverantören ska ha en aktuell förteckning över de programkomponenter från andra som ingår i tjänsten.',
      en: 'The supplier must have a current list of the software components from others that the service contains.',
    },
    sources: [applicationSecurity('15.1.2')],
    verification: 'documentation',
  },
  {
    id: 'KB-SEC-022',
    force: 'recommended',
    text: {
      sv: 'Leverantören ska ha fastställda tider för att åtgärda kända sårbarheter, kortare ju allvarligare de är, och hålla dem.',
      en: 'The supplier must have set times for remedying known vulnerabilities, shorter the graver they are, and keep them.',
    },
    sources: [applicationSecurity('15.1.1, 15.2.1'), nis2('art. 21.2 e')],
    verification: 'contract',
  },
  {
    id: 'KB-SEC-023',
    force: 'recommended',
    text: {
      sv: 'Driftmiljön ska inte innehålla testkod, exempel eller funktioner som tjänsten inte behöver.',
      en: 'The production environment must hold no test code, samples or functions that the service does not need.',
    },
    sources: [applicationSecurity('15.2.3')],
    appliesWhen: guarded,
    verification: 'test',
  },
  {
    id: 'KB-SEC-024',
    force: 'recommended',
    text: {
      sv: 'Skyddsvärda uppgifter ska inte skickas till andra parter, såsom tjänster för besöksmätning.',
      en: 'Data that need protection must not be sent to other parties, such as services that count visits.',
    },
    sources: [applicationSecurity('14.2.3')],
    appliesWhen: [['publicService'], ['residents']],
    verification: 'test',
  },
  {
    id: 'KB-SEC-025',
    force: 'recommended',
    text: {
      sv: 'Bild och ljud i videosamtal ska vara krypterade hela vägen genom den mediaserver som används, och främmande strömmar ska avvisas.',
      en: 'Picture and sound of video calls must be encrypted through the media server that is used, and foreign streams must be rejected.',
    },
    sources: [applicationSecurity('17.2.2, 17.2.3')],
    appliesWhen: [['video']],
    verification: 'test',
    servesWords: ['video', 'digitala besök', 'distansbesök'],
  },
  {
    id: 'KB-SEC-026',
    force: 'recommended',
    text: {
      sv: 'Videotjänsten ska fortsätta fungera för andra när någon sänder felaktiga eller ovanligt många anrop.',
      en: 'The video service must go on working for others when somebody sends malformed or unusually many calls.',
    },
    sources: [applicationSecurity('17.2.4, 17.3.1, 17.3.2')],
    appliesWhen: [['video']],
    verification: 'documentation',
    servesWords: ['video'],
  },
  {
    id: 'KB-SEC-027',
    force: 'binding',
    text: {
      sv: 'Leverantören ska regelbundet prova och utvärdera att skyddet av personuppgifter fungerar, och på begäran visa resultatet.',
      en: 'The supplier must regularly test and evaluate that the protection of personal data works, and show the result on request.',
    },
    sources: [gdpr('art. 32.1 d')],
    appliesWhen: [['personalData', 'cloud']],
    verification: 'contract',
  },
  {
    id: 'KB-SEC-028',
    force: 'recommended',
    text: {
      sv: 'Leverantören ska beskriva hur den analyserar risker och styr sin informationssäkerhet i det som rör tjänsten.',
      en: 'The supplier must describe how it analyses risks and governs its information security in what concerns the service.',
    },
    sources: [nis2('art. 21.2 a')],
    appliesWhen: [['cloud']],
    verification: 'documentation',
    barrier: managementBarrier,
  },
  {
    id: 'KB-SEC-029',
    force: 'recommended',
    text: {
      sv: 'Leverantören ska beskriva vilka underleverantörer tjänsten vilar på och hur deras säkerhet följs upp.',
      en: 'The supplier must describe which subcontractors the service rests on and how their security is followed up.',
    },
    sources: [nis2('art. 21.2 d')],
    appliesWhen: [['cloud']],
    verification: 'documentation',
  },
  {
    id: 'KB-SEC-030',
    force: 'recommended',
    text: {
      sv: 'Leverantören ska ha regler för när och hur kryptering används, och för hur nycklar skapas, förvaras och byts.',
      en: 'The supplier must have rules for when and how encryption is used, and for how keys are made, kept and changed.',
    },
    sources: [nis2('art. 21.2 h')],
    appliesWhen: guarded,
    verification: 'documentation',
  },
  {
    id: 'KB-SEC-031',
    force: 'recommended',
    text: {
      sv: 'Tjänsten ska uppfylla de säkerhetskrav som köparens egen informationsklassning ger för konfidentialitet, riktighet, tillgänglighet och spårbarhet.',
      en: "The service must meet the security requirements that the buyer's own classification gives for confidentiality, integrity, availability and traceability.",
    },
    sources: [classification('SKA-krav per klass')],
    appliesWhen: [['personalData'], ['sensitiveInformation']],
    verification: 'documentation',
    barrier: {
      level: 'may',
      why: {
        sv: 'En hel kravlista från klassningen kan innehålla krav som köpet inte behöver.',
        en: 'A whole list of requirements from the classification may hold some that the purchase does not need.',
      },
      askInstead: {
        sv: 'Ta med bara de krav som gäller för tjänstens klasser, och skriv varför.',
        en: "Take only the requirements of the service's classes, and write why.",
      },
    },
  },
  {
    id: 'KB-SEC-032',
    force: 'binding',
    text: {
      sv: 'Tillverkaren ska ha en kontaktväg för den som hittar en sårbarhet och regler för hur sårbarheter offentliggörs.',
      en: 'The maker must have a contact for whoever finds a vulnerability and rules for how vulnerabilities are made public.',
    },
    sources: [cyberResilience('bilaga I del II, 5-6')],
    appliesWhen: [['connectedDevice']],
    verification: 'documentation',
  },
])
