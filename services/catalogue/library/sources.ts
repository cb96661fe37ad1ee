import type { RequirementSource } from '../domain/library/requirement.ts'

/** Where the requirements come from. A requirement that says no day of its own is valid from the latest of its sources' days. */

export interface DatedSource extends RequirementSource {
  /** From when it binds, or from when the library takes it up. */
  readonly validFrom: string
}

/** The first release of the library: standards and guides that have no day of their own in law are taken up from here. */
const firstRelease = '2026-11-20'

const from =
  (document: string, validFrom: string) =>
  (clause: string): DatedSource => ({ document, clause, validFrom })

export const gdpr = from('Dataskyddsförordningen, förordning (EU) 2016/679', '2018-05-25')
export const pdl = from('Patientdatalagen (2008:355)', '2008-07-01')
export const recordKeeping = from('Socialstyrelsens föreskrifter HSLF-FS 2016:40', '2017-03-01')
export const digitalAccessibility = from('Lagen (2018:1937) om tillgänglighet till digital offentlig service', '2019-01-01')
/** The version whose annex A DIGG's regulation points at. */
export const accessibilityStandard = from('EN 301 549 V3.2.1', '2022-02-12')
export const lou = from('Lagen (2016:1145) om offentlig upphandling', '2017-01-01')
export const mdr = from('MDR, förordning (EU) 2017/745', '2021-05-26')
export const nmi = from('Läkemedelsverkets föreskrifter HSLF-FS 2022:42', '2022-08-01')
export const medicinesList = from('Lagen (2018:1212) om nationell läkemedelslista', '2025-12-01')
/** In Sweden by the cybersecurity act, in force 15 January 2026. */
export const nis2 = from('NIS2, direktiv (EU) 2022/2555, genomfört genom cybersäkerhetslagen (2025:1506)', '2026-01-15')
export const dataAct = from('Dataförordningen (EU) 2023/2854', '2025-09-12')
export const switchingCharges = from('Dataförordningen (EU) 2023/2854', '2027-01-12')
export const cyberResilience = from('Cyberresiliensförordningen (EU) 2024/2847', '2027-12-11')
/** EHDS article 105: for patient summaries, e-prescriptions and e-dispensations. */
export const ehdsFirst = from('EHDS, förordning (EU) 2025/327', '2029-03-26')
/** The duties for high-risk systems bind from days that were being moved when this was written: taken up as good practice. */
export const aiAct = from('AI-förordningen (EU) 2024/1689', firstRelease)
export const aiTransparency = from('AI-förordningen (EU) 2024/1689', '2026-08-02')

export const apiProfile = from('Nationell REST API-profil 1.2.0 (DIGG)', firstRelease)
export const swedishBaseProfiles = from('HL7 Sverige, basprofiler hl7se.fhir.base 1.1.0', firstRelease)
export const fhir = from('HL7 FHIR R4 (4.0.1)', firstRelease)
export const sambi = from('Identitetsfederationen Sambi', firstRelease)
export const eHealthAgency = from('E-hälsomyndigheten, anslutning till vård- och apotekstjänster', firstRelease)
export const inera = from('Inera, anslutning till nationella tjänster', firstRelease)
export const socialAlarmProtocol = from('SS 91100, Social Care Alarm Internet Protocol', firstRelease)
export const socialAlarmIp = from('SEK TS 50134-9, trygghetslarm: protokoll för IP', firstRelease)
export const socialAlarmTransmission = from('SS-EN 50134-5, trygghetslarm: larmöverföring', firstRelease)
export const applicationSecurity = from('OWASP ASVS 5.0', '2025-05-30')
export const classification = from('KLASSA 4 (SKR)', firstRelease)
export const niceFramework = from('NICE Evidence standards framework (ECD7)', firstRelease)
export const archivePackage = from('FGS Paketstruktur 2.0 (Riksarkivet)', '2023-03-30')
export const caseArchive = from('FGS Ärendehantering 2.0 (Riksarkivet)', '2023-03-30')
export const ruves = from('RUVeS slutrapport', firstRelease)
