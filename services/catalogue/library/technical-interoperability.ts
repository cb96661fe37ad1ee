import type { AppliesWhen } from '#contracts/requirement-library.ts'
import { released } from './released.ts'
import { apiProfile, eHealthAgency, ehdsFirst, fhir, inera, ruves, sambi, socialAlarmIp, socialAlarmProtocol } from './sources.ts'

const exchanges: AppliesWhen = [['externalIntegration'], ['recordIntegration']]

/** How the service meets other systems: interfaces, protocols, identity, and the terms for connecting. */
export const technicalInteroperability = released('technicalInteroperability', [
  {
    id: 'KB-INT-001',
    force: 'recommended',
    text: {
      sv: 'Dokumentation och specifikation av tjänstens gränssnitt ska vara öppet tillgängliga på nätet.',
      en: "Documentation and specification of the service's interfaces must be openly available online.",
    },
    sources: [apiProfile('DOK.01'), ruves('5.4')],
    appliesWhen: exchanges,
    verification: 'documentation',
    servesWords: ['integr', 'gränssnitt', 'koppl'],
  },
  {
    id: 'KB-INT-002',
    force: 'recommended',
    text: {
      sv: 'Gränssnittets dokumentation ska ange version, kontakt och villkor för användning.',
      en: "The interface's documentation must state version, contact and terms of use.",
    },
    sources: [apiProfile('DOK.03')],
    appliesWhen: exchanges,
    verification: 'documentation',
  },
  {
    id: 'KB-INT-003',
    force: 'recommended',
    text: {
      sv: 'Gränssnittets servicenivå ska vara beskriven: tillgänglighet, svarstid och support.',
      en: "The interface's service level must be described: availability, response time and support.",
    },
    sources: [apiProfile('DOK.08')],
    appliesWhen: exchanges,
    verification: 'documentation',
  },
  {
    id: 'KB-INT-004',
    force: 'recommended',
    text: {
      sv: 'Kända problem och begränsningar i gränssnittet ska vara beskrivna.',
      en: 'Known problems and limits of the interface must be described.',
    },
    sources: [apiProfile('DOK.09')],
    appliesWhen: exchanges,
    verification: 'documentation',
  },
  {
    id: 'KB-INT-005',
    force: 'recommended',
    text: {
      sv: 'Dokumentationen ska ha fullständiga exempel på fråga och svar för varje anrop.',
      en: 'The documentation must have complete examples of request and answer for every call.',
    },
    sources: [apiProfile('DOK.15')],
    appliesWhen: exchanges,
    verification: 'documentation',
  },
  {
    id: 'KB-INT-006',
    force: 'recommended',
    text: {
      sv: 'Gränssnittet ska vara beskrivet i ett maskinläsbart och öppet format, till exempel en aktuell version av OpenAPI eller likvärdigt.',
      en: 'The interface must be described in a machine-readable open format, for example a current version of OpenAPI or equivalent.',
    },
    sources: [apiProfile('DOK.17')],
    appliesWhen: exchanges,
    verification: 'test',
    servesWords: ['integr', 'gränssnitt'],
  },
  {
    id: 'KB-INT-007',
    force: 'recommended',
    text: {
      sv: 'Alla resurser, operationer, returkoder och felkoder ska vara dokumenterade.',
      en: 'All resources, operations, return codes and error codes must be documented.',
    },
    sources: [apiProfile('DOK.19, DOK.20')],
    appliesWhen: exchanges,
    verification: 'test',
  },
  {
    id: 'KB-INT-008',
    force: 'essential',
    text: {
      sv: 'Anrop ska gå över HTTPS på port 443 med minst TLS 1.2.',
      en: 'Calls must go over HTTPS on port 443 with at least TLS 1.2.',
    },
    sources: [apiProfile('UFN.02, SAK.01')],
    appliesWhen: exchanges,
    verification: 'test',
  },
  {
    id: 'KB-INT-009',
    force: 'recommended',
    text: {
      sv: 'Gränssnittets huvudversion ska framgå av adressen, så att en ny version inte bryter befintliga kopplingar.',
      en: "The interface's major version must show in its address, so that a new version does not break existing connections.",
    },
    sources: [apiProfile('VER.05')],
    appliesWhen: exchanges,
    verification: 'test',
  },
  {
    id: 'KB-INT-010',
    force: 'recommended',
    text: {
      sv: 'Uppgifter om gränssnittet, såsom namn, version och status, ska gå att hämta från en informationsresurs i själva gränssnittet.',
      en: 'Facts about the interface, such as name, version and status, must be readable from an information resource of the interface itself.',
    },
    sources: [apiProfile('VER.06')],
    appliesWhen: exchanges,
    verification: 'test',
  },
  {
    id: 'KB-INT-011',
    force: 'recommended',
    text: {
      sv: 'Fel ska beskrivas på ett enhetligt, maskinläsbart sätt enligt RFC 9457 eller likvärdigt.',
      en: 'Errors must be described in one machine-readable way by RFC 9457 or equivalent.',
    },
    sources: [apiProfile('FEL.01, FEL.02')],
    appliesWhen: exchanges,
    verification: 'test',
  },
  {
    id: 'KB-INT-012',
    force: 'recommended',
    text: {
      sv: 'Listor ska kunna hämtas i delar, där den som frågar anger hur många rader den vill ha.',
      en: 'Lists must be readable in parts, where whoever asks says how many rows it wants.',
    },
    sources: [apiProfile('FNS.07')],
    appliesWhen: exchanges,
    verification: 'test',
  },
  {
    id: 'KB-INT-013',
    force: 'recommended',
    text: {
      sv: 'Åtkomst till gränssnittet ska ges med bärartoken enligt OAuth 2.0 eller likvärdigt. Lösenord i anropet ska inte godtas.',
      en: 'Access to the interface must be given by bearer tokens of OAuth 2.0 or equivalent. Passwords in the call must not be accepted.',
    },
    sources: [apiProfile('SAK.09, SAK.10, SAK.18')],
    appliesWhen: exchanges,
    verification: 'test',
  },
  {
    id: 'KB-INT-014',
    force: 'essential',
    text: {
      sv: 'Nycklar och personliga uppgifter ska inte stå i adresser eller sökparametrar.',
      en: 'Keys and personal data must not stand in addresses or query parameters.',
    },
    sources: [apiProfile('SAK.15, SAK.16, RES.02')],
    appliesWhen: exchanges,
    verification: 'test',
  },
  {
    id: 'KB-INT-015',
    force: 'recommended',
    text: {
      sv: 'Utbyte med journalsystem ska ske genom ett öppet gränssnitt för vårdinformation, HL7 FHIR R4 eller likvärdigt.',
      en: 'Exchange with record systems must go through an open interface for health information, HL7 FHIR R4 or equivalent.',
    },
    sources: [fhir('RESTful API'), ruves('5.4')],
    appliesWhen: [['recordIntegration']],
    verification: 'test',
    servesWords: ['journal', 'integr', 'överför', 'mätvärde'],
    barrier: {
      level: 'may',
      why: {
        sv: 'Ett litet företag som har ett annat öppet gränssnitt måste bygga ett till före anbudet.',
        en: 'A small company with another open interface must build one more before the tender.',
      },
      askInstead: {
        sv: 'Godta ett annat dokumenterat öppet gränssnitt och ge tid till driftstart, eller låt anslutningen göras av någon som leverantören samarbetar med.',
        en: 'Accept another documented open interface and give time until the start, or let the connection be made by somebody whom the supplier works with.',
      },
    },
  },
  {
    id: 'KB-INT-016',
    force: 'recommended',
    text: {
      sv: 'Ett gränssnitt för vårdinformation ska själv kunna tala om vilka resurser, sökningar och operationer det stöder.',
      en: 'An interface for health information must be able to tell which resources, searches and operations it supports.',
    },
    sources: [fhir('CapabilityStatement')],
    appliesWhen: [['recordIntegration']],
    verification: 'test',
  },
  {
    id: 'KB-INT-017',
    force: 'binding',
    text: {
      sv: 'Journalsystemet ska ge åtkomst till och kunna ta emot elektroniska hälsodata i det europeiska utbytesformatet.',
      en: 'The EHR system must give access to and be able to receive electronic health data in the European exchange format.',
    },
    sources: [ehdsFirst('bilaga II, 2.1-2.2; art. 25')],
    appliesWhen: [['ehrSystem']],
    verification: 'certificate',
  },
  {
    id: 'KB-INT-018',
    force: 'recommended',
    text: {
      sv: 'Larmsändare och larmmottagare ska kunna vara av olika tillverkning. Överföringen ska ske med SS 91100 eller likvärdig.',
      en: 'Alarm senders and receivers must be able to come from different makers. Transmission must be by SS 91100 or equivalent.',
    },
    sources: [socialAlarmProtocol('protokollet som helhet'), socialAlarmIp('protokollet som helhet')],
    appliesWhen: [['alarm']],
    verification: 'test',
    servesWords: ['larm'],
  },
  {
    id: 'KB-INT-019',
    force: 'recommended',
    text: {
      sv: 'Personal ska kunna logga in med den egna organisationens identitetstjänst genom SAML 2.0 eller likvärdigt.',
      en: "Staff must be able to sign in with their own organisation's identity service by SAML 2.0 or equivalent.",
    },
    sources: [sambi('tekniska krav (bilaga 2)')],
    appliesWhen: [['staffUsers']],
    verification: 'test',
    servesWords: ['logga in', 'inlogg', 'behörig'],
  },
  {
    id: 'KB-INT-020',
    force: 'recommended',
    text: {
      sv: 'Uppgifter om användarens uppdrag och behörighet ska kunna tas emot från den egna organisationen i inloggningens intyg.',
      en: "Facts about the user's assignment and rights must be possible to take from the organisation's own assertion at sign-in.",
    },
    sources: [sambi('federationens uppbyggnad; tillitsramverk (bilaga 3)')],
    appliesWhen: [
      ['staffUsers', 'sensitiveInformation'],
      ['staffUsers', 'patientRecords'],
    ],
    verification: 'test',
    servesWords: ['behörig', 'inlogg'],
  },
  {
    id: 'KB-INT-021',
    force: 'binding',
    text: {
      sv: 'Den som förskriver ska logga in med e-legitimation på tillitsnivå 3 genom en identitetsfederation som E-hälsomyndigheten godtar.',
      en: 'Whoever prescribes must sign in with an eID of assurance level 3 through an identity federation that the eHealth Agency accepts.',
    },
    sources: [eHealthAgency('säker åtkomst: Sambi eller Sweden Connect, nivå 3')],
    appliesWhen: [['prescription']],
    verification: 'test',
  },
  {
    id: 'KB-INT-022',
    force: 'recommended',
    text: {
      sv: 'Leverantören ska ange hur lång tid anslutningen till nationella tjänster tar och vad köparen behöver göra.',
      en: 'The supplier must say how long the connection to national services takes and what the buyer needs to do.',
    },
    sources: [inera('anslutning till HSA, i genomsnitt 6-12 månader')],
    appliesWhen: [['recordIntegration']],
    verification: 'documentation',
    barrier: {
      level: 'may',
      why: {
        sv: 'Ett litet företag har sällan en egen anslutning när anbudet lämnas.',
        en: 'A small company seldom has a connection of its own when the tender is handed in.',
      },
      askInstead: {
        sv: 'Fråga efter en plan, och godta att ett ombud ansluter för flera kunder.',
        en: 'Ask for a plan, and accept that an agent connects for several customers.',
      },
    },
  },
  {
    id: 'KB-INT-023',
    force: 'recommended',
    text: {
      sv: 'Det ska finnas en testmiljö som andra leverantörer kan använda utan att köpa tjänsten.',
      en: 'There must be a test environment that other suppliers can use without buying the service.',
    },
    sources: [ruves('4.4, 5.4')],
    appliesWhen: exchanges,
    verification: 'demonstration',
  },
  {
    id: 'KB-INT-024',
    force: 'recommended',
    text: {
      sv: 'Leverantören ska lova inom hur många dagar ett annat system kan anslutas sedan köparen har bett om det.',
      en: 'The supplier must promise within how many days another system can be connected once the buyer has asked.',
    },
    sources: [ruves('5.4')],
    appliesWhen: exchanges,
    verification: 'contract',
  },
  {
    id: 'KB-INT-025',
    force: 'recommended',
    text: {
      sv: 'Kostnaden för att ansluta ett annat system ska stå i prislistan och vara densamma för alla som ansluter.',
      en: 'The cost of connecting another system must stand in the price list and be the same for everybody who connects.',
    },
    sources: [ruves('4.4, 5.4')],
    appliesWhen: exchanges,
    verification: 'contract',
  },
  {
    id: 'KB-INT-026',
    force: 'recommended',
    text: {
      sv: 'Ett annat system ska kunna anslutas direkt, utan en mellanhand som bara leverantören tillhandahåller.',
      en: 'It must be possible to connect another system directly, without an intermediary that only the supplier provides.',
    },
    sources: [ruves('5.4')],
    appliesWhen: exchanges,
    verification: 'demonstration',
  },
])
