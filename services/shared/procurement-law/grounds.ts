import type { Text } from '#contracts/language.ts'
import type { ProcedureId } from './procedures.ts'

interface Ground {
  readonly name: Text
  readonly allows: readonly ProcedureId[]
}

const negotiation = ['negotiated', 'competitiveDialogue'] as const

/** The law's cases in which a restricted form may be used; LOU 6:21 gives the dialogue the grounds of negotiation. */
export const grounds = {
  adaptation: {
    name: {
      sv: 'Behovet kräver anpassning av lättillgängliga lösningar (LOU 6:5 p. 1)',
      en: 'The need requires adapting readily available solutions (LOU 6:5, 1)',
    },
    allows: negotiation,
  },
  innovation: {
    name: { sv: 'Formgivning eller innovativa lösningar (LOU 6:5 p. 2)', en: 'Design or innovative solutions (LOU 6:5, 2)' },
    allows: negotiation,
  },
  complexity: {
    name: {
      sv: 'Art, komplexitet eller risk kräver förhandling (LOU 6:5 p. 3)',
      en: 'Nature, complexity or risk requires negotiation (LOU 6:5, 3)',
    },
    allows: negotiation,
  },
  imprecise: {
    name: {
      sv: 'Kraven kan inte anges tillräckligt exakt (LOU 6:5 p. 4)',
      en: 'The requirements cannot be stated precisely enough (LOU 6:5, 4)',
    },
    allows: negotiation,
  },
  invalidTenders: {
    name: {
      sv: 'Bara ogiltiga eller oacceptabla anbud tidigare (LOU 6:6)',
      en: 'Only invalid or unacceptable tenders before (LOU 6:6)',
    },
    allows: negotiation,
  },
  notOnMarket: {
    name: {
      sv: 'Behovet kan inte mötas av det som finns på marknaden (LOU 6:31)',
      en: 'What is on the market cannot meet the need (LOU 6:31)',
    },
    allows: ['innovationPartnership'],
  },
  exhaustiveCase: {
    name: { sv: 'Ett av fallen utan annons (LOU 6:12-19)', en: 'One of the cases without notice (LOU 6:12-19)' },
    allows: ['negotiatedWithoutNotice'],
  },
  directCase: {
    name: {
      sv: 'Ett av direktupphandlingens fall (LOU 19 a:3-7)',
      en: 'One of the cases of direct procurement (LOU 19 a:3-7)',
    },
    allows: ['directProcurement'],
  },
  recurring: {
    name: {
      sv: 'Återkommande köp av allmänt tillgängligt utbud (LOU 8:1)',
      en: 'Recurring purchase of what is generally available (LOU 8:1)',
    },
    allows: ['dynamicPurchasingSystem'],
  },
  framework: {
    name: {
      sv: 'Ett ramavtal som vi får använda täcker behovet (LOU 7 kap.)',
      en: 'A framework agreement open to us covers the need (LOU ch. 7)',
    },
    allows: ['frameworkCallOff'],
  },
} as const satisfies Readonly<Record<string, Ground>>

export type GroundId = keyof typeof grounds

// Object.keys loses the literal types of the table.
export const groundIds = Object.keys(grounds) as GroundId[]

export const isGroundFor = (ground: GroundId, procedure: ProcedureId): boolean => {
  const allows: readonly ProcedureId[] = grounds[ground].allows
  return allows.includes(procedure)
}
