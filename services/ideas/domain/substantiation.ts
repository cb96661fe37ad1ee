import type { Text } from '#contracts/language.ts'

/** How a need can be shown to be real. Views alone say that somebody wants something, not that it is needed. */
export const evidenceKinds = {
  statistics: { name: { sv: 'Statistik', en: 'Statistics' }, isDocumented: true },
  incidents: { name: { sv: 'Avvikelser och klagomål', en: 'Incidents and complaints' }, isDocumented: true },
  observation: { name: { sv: 'Observation eller mätning', en: 'Observation or measurement' }, isDocumented: true },
  research: { name: { sv: 'Forskning eller riktlinje', en: 'Research or guideline' }, isDocumented: true },
  review: { name: { sv: 'Granskning eller tillsyn', en: 'Audit or supervision' }, isDocumented: true },
  views: { name: { sv: 'Intervju eller enkät', en: 'Interview or survey' }, isDocumented: false },
} as const satisfies Record<string, { name: Text; isDocumented: boolean }>
export type EvidenceKind = keyof typeof evidenceKinds

export const professions = {
  physician: { sv: 'Läkare', en: 'Physician' },
  nurse: { sv: 'Sjuksköterska', en: 'Nurse' },
  assistantNurse: { sv: 'Undersköterska', en: 'Assistant nurse' },
  midwife: { sv: 'Barnmorska', en: 'Midwife' },
  pharmacist: { sv: 'Apotekare eller receptarie', en: 'Pharmacist' },
  biomedicalScientist: { sv: 'Biomedicinsk analytiker', en: 'Biomedical scientist' },
  therapist: { sv: 'Arbetsterapeut eller fysioterapeut', en: 'Occupational therapist or physiotherapist' },
  psychosocial: { sv: 'Kurator eller psykolog', en: 'Counsellor or psychologist' },
  dental: { sv: 'Tandvårdspersonal', en: 'Dental staff' },
  medicalSecretary: { sv: 'Medicinsk sekreterare', en: 'Medical secretary' },
  careManager: { sv: 'Biståndshandläggare', en: 'Care manager' },
  socialWorker: { sv: 'Socialsekreterare eller stödpedagog', en: 'Social worker' },
  manager: { sv: 'Chef i verksamheten', en: 'Manager in care operations' },
  other: { sv: 'Annan yrkesgrupp', en: 'Other profession' },
} as const satisfies Record<string, Text>
export type Profession = keyof typeof professions

/** RUVeS 4.2.2 asks for groups across professions; one alone sees its own part of the need. */
export const professionsRequired = 2

/** The professions that confirm the need, each once however many of its members do. */
export const confirmingProfessions = (confirmations: readonly { readonly profession: Profession }[]): Profession[] => [
  ...new Set(confirmations.map(({ profession }) => profession)),
]

/** The evidence that rests on more than views. */
export const documentedEvidence = <E extends { readonly kind: EvidenceKind }>(evidence: readonly E[]): E[] =>
  evidence.filter(({ kind }) => evidenceKinds[kind].isDocumented)
