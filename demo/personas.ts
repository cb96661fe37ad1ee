import type { OpinionUnit, Phase } from '#contracts/words.ts'

/** Who does what in the demo: the right person at each step. Ids are those of local/personas.ts. */

export const caseOfficer = 'handlaggare'

export const carrierOf = (phase: Phase): string => (phase === 'procurement' ? 'upphandlare' : caseOfficer)

export const answererOf: Readonly<Record<OpinionUnit, string>> = {
  it: 'it-specialist',
  procurement: 'upphandlingsenhet',
  mta: 'mta-specialist',
  law: 'jurist',
  informationSecurity: 'informationssakerhet',
  operations: 'verksamhet',
  research: 'forskare',
  economy: 'ekonom',
  hr: 'hr-specialist',
}

/** Sections that an expert writes in the demo, where the phase lets specialists write them. */
const expertOf: Readonly<Record<string, string>> = {
  regulatory: 'mta-specialist',
  trials: 'forskare',
  riskAnalysis: 'mta-specialist',
  informationClass: 'informationssakerhet',
  openness: 'it-specialist',
  technology: 'it-specialist',
  infrastructure: 'it-specialist',
}

export const writerOf = (phase: Phase, section: { key: string; writers: readonly string[] }): string => {
  if (section.writers.includes('specialist') && expertOf[section.key]) return expertOf[section.key] ?? carrierOf(phase)
  return section.writers.includes('procurementOfficer') ? 'upphandlare' : carrierOf(phase)
}

/** Everybody who holds an office, from the narrowest mandate to the widest. */
export const deciders = ['verksamhetschef', 'upphandlingschef', 'direktor', 'socialchef', 'ordforande'] as const
