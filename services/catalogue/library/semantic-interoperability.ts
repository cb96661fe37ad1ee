import type { AppliesWhen } from '#contracts/requirement-library.ts'
import { released } from './released.ts'
import { accessibilityStandard, apiProfile, ehdsFirst, ruves, swedishBaseProfiles } from './sources.ts'

const records: AppliesWhen = [['recordIntegration'], ['patientRecords', 'externalIntegration']]

/** That what is exchanged means the same on both sides. */
export const semanticInteroperability = released('semanticInteroperability', [
  {
    id: 'KB-SEM-001',
    force: 'recommended',
    text: {
      sv: 'Uppgifter om patienten ska utbytas enligt den svenska basprofilen för patient eller likvärdigt.',
      en: 'Data about the patient must be exchanged by the Swedish base profile for patients or equivalent.',
    },
    sources: [swedishBaseProfiles('SEBasePatient')],
    appliesWhen: records,
    verification: 'test',
    servesWords: ['patient', 'journal', 'mätvärde'],
  },
  {
    id: 'KB-SEM-002',
    force: 'recommended',
    text: {
      sv: 'Uppgifter om organisationer och enheter ska utbytas enligt den svenska basprofilen för organisation eller likvärdigt.',
      en: 'Data about organisations and units must be exchanged by the Swedish base profile for organisations or equivalent.',
    },
    sources: [swedishBaseProfiles('SEBaseOrganization')],
    appliesWhen: records,
    verification: 'test',
  },
  {
    id: 'KB-SEM-003',
    force: 'recommended',
    text: {
      sv: 'Uppgifter om vårdpersonal ska utbytas enligt den svenska basprofilen för vårdpersonal eller likvärdigt.',
      en: 'Data about health professionals must be exchanged by the Swedish base profile for practitioners or equivalent.',
    },
    sources: [swedishBaseProfiles('SEBasePractitioner')],
    appliesWhen: records,
    verification: 'test',
  },
  {
    id: 'KB-SEM-004',
    force: 'recommended',
    text: {
      sv: 'Vårdpersonalens uppdrag ska utbytas enligt den svenska basprofilen för roll eller likvärdigt.',
      en: "Health professionals' assignments must be exchanged by the Swedish base profile for roles or equivalent.",
    },
    sources: [swedishBaseProfiles('SEBasePractitionerRole')],
    appliesWhen: records,
    verification: 'test',
  },
  {
    id: 'KB-SEM-005',
    force: 'essential',
    text: {
      sv: 'Personnummer, samordningsnummer och nationellt reservnummer ska hållas isär i utbytet, var och en med sin egen beteckning.',
      en: 'Personal identity numbers, coordination numbers and national reserve numbers must be told apart in the exchange, each by its own system.',
    },
    sources: [swedishBaseProfiles('SEBasePatient.identifier')],
    appliesWhen: records,
    verification: 'test',
    servesWords: ['patient', 'journal'],
  },
  {
    id: 'KB-SEM-006',
    force: 'recommended',
    text: {
      sv: 'Vårdpersonal, uppdrag och enheter ska anges med HSA-id när ett sådant finns.',
      en: 'Health professionals, assignments and units must be given by HSA id where there is one.',
    },
    sources: [swedishBaseProfiles('SEBasePractitioner.identifier, SEBasePractitionerRole.identifier')],
    appliesWhen: records,
    verification: 'test',
  },
  {
    id: 'KB-SEM-007',
    force: 'essential',
    text: {
      sv: 'Skyddade personuppgifter ska vara märkta i utbytet, och märkningen ska följa med till den som tar emot.',
      en: 'Protected personal data must be marked in the exchange, and the mark must go with them to the receiver.',
    },
    sources: [swedishBaseProfiles('SEBasePatient.meta.security')],
    appliesWhen: records,
    verification: 'test',
    servesWords: ['patient', 'journal', 'adress'],
  },
  {
    id: 'KB-SEM-008',
    force: 'recommended',
    text: {
      sv: 'Adresser ska ange vilket slag de är, till exempel folkbokföringsadress, med de koder som basprofilen pekar ut.',
      en: 'Addresses must say of which kind they are, for example as registered, by the codes that the base profile names.',
    },
    sources: [swedishBaseProfiles('SEBaseAddressPatVS')],
    appliesWhen: records,
    verification: 'test',
  },
  {
    id: 'KB-SEM-009',
    force: 'recommended',
    text: {
      sv: 'Kliniska begrepp ska kodas med ett nationellt fastställt begreppssystem, SNOMED CT i svensk utgåva eller likvärdigt, och det ska framgå vilken utgåva som används.',
      en: 'Clinical terms must be coded by a terminology that is settled nationally, SNOMED CT in the Swedish edition or equivalent, and the edition must show.',
    },
    sources: [swedishBaseProfiles('kodverk: SNOMED CT, svensk utgåva 45991000052106'), ruves('5.4')],
    appliesWhen: records,
    verification: 'test',
    servesWords: ['dokument', 'journal', 'kod'],
  },
  {
    id: 'KB-SEM-010',
    force: 'recommended',
    text: {
      sv: 'Datum och tider ska utbytas entydigt med tidszon, enligt RFC 3339 eller likvärdigt.',
      en: 'Dates and times must be exchanged without doubt, with their time zone, by RFC 3339 or equivalent.',
    },
    sources: [apiProfile('DOT.01, DOT.04')],
    appliesWhen: [['externalIntegration'], ['recordIntegration']],
    verification: 'test',
  },
  {
    id: 'KB-SEM-011',
    force: 'recommended',
    text: {
      sv: 'Namn på fält ska vara enhetliga i hela gränssnittet, och texten ska skickas i UTF-8.',
      en: 'Field names must be consistent throughout the interface, and text must be sent in UTF-8.',
    },
    sources: [apiProfile('AME.05, ARQ.01')],
    appliesWhen: [['externalIntegration'], ['recordIntegration']],
    verification: 'test',
  },
  {
    id: 'KB-SEM-012',
    force: 'binding',
    text: {
      sv: 'Journalsystemet ska hantera de prioriterade kategorierna av hälsodata som det är avsett för, såsom patientöversikt och e-recept, i det europeiska utbytesformatet.',
      en: 'The EHR system must handle the priority categories of health data that it is meant for, such as patient summaries and e-prescriptions, in the European exchange format.',
    },
    sources: [ehdsFirst('art. 14.1 och 105')],
    appliesWhen: [['ehrSystem']],
    verification: 'certificate',
  },
  {
    id: 'KB-SEM-013',
    force: 'recommended',
    text: {
      sv: 'När innehåll omvandlas till ett annat format ska uppgifter om tillgänglighet, såsom alternativtexter och rubriker, följa med.',
      en: 'Where content is converted to another format, its accessibility information, such as text alternatives and headings, must go with it.',
    },
    sources: [accessibilityStandard('5.4')],
    appliesWhen: [['publicService'], ['residents']],
    verification: 'test',
  },
])
