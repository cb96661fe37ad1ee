import * as z from 'zod'
import type { Phase } from '#contracts/words.ts'
import type { ReferenceSource } from '#phase/field.ts'
import { sectionContent } from '../../api/case-views.ts'
import { at } from '../../api/client.ts'
import type { ReferenceOption, ReferenceOptions } from '../../forms/reference-options.ts'
import type { Visit } from '../../visit.ts'
import type { LoadedCase } from './load-case.ts'

/**
 * What the references of a section can point at: the county's own lists, what earlier phases handed over, and for
 * what the phase itself is still writing, its own sections.
 */

/** Where a phase itself writes down what its other sections point at. */
const ownSections: Readonly<
  Partial<Record<Phase, Readonly<Partial<Record<ReferenceSource, { section: string; list: string }>>>>>
> = {
  ideas: { functions: { section: 'functions', list: 'functions' } },
  matching: {
    requirements: { section: 'requirements', list: 'requirements' },
    candidates: { section: 'marketAssessment', list: 'suppliers' },
  },
}

const listed = z.looseObject({
  id: z.string(),
  name: z.string().optional(),
  text: z.string().optional(),
  supplier: z.string().optional(),
  solution: z.string().optional(),
})

const labelLength = 110

const shorten = (label: string): string => (label.length > labelLength ? `${label.slice(0, labelLength)}…` : label)

const optionOf = ({ id, name, text, supplier, solution }: z.infer<typeof listed>): ReferenceOption => {
  const described = name ?? text ?? [supplier, solution].filter(Boolean).join(', ')
  return { value: id, label: described ? shorten(`${id} ${described}`) : id }
}

/** What must be known of a case. */
interface OptionsCase {
  readonly record: Pick<LoadedCase['record'], 'caseId' | 'dossier' | 'assessment'>
  readonly phase: Phase
}

const fromOwnSection = async (
  visit: Visit,
  { record, phase }: OptionsCase,
  source: ReferenceSource,
  versions: ReadonlyMap<string, number> | undefined,
): Promise<ReferenceOption[]> => {
  const own = ownSections[phase]?.[source]
  if (!own) return []
  const version = versions?.get(own.section)
  const path = at`/v1/${phase}/cases/${record.caseId}/sections/${own.section}`
  const found = await visit.api.find(version ? `${path}?version=${version}` : path, sectionContent)
  const rows = found?.value.content[own.list]
  return (Array.isArray(rows) ? rows : []).flatMap((row) => {
    const parsed = listed.safeParse(row)
    return parsed.success ? [optionOf(parsed.data)] : []
  })
}

const benefitOption = ({ id, name }: { id: string; name: string }): ReferenceOption => ({ value: id, label: name })

const known = (
  { county, locale }: Visit,
  { record: { dossier, assessment } }: OptionsCase,
  source: ReferenceSource,
): ReferenceOption[] => {
  const named = ({ id, name }: { id: string; name: Parameters<typeof locale.t>[0] }): ReferenceOption => ({
    value: id,
    label: locale.t(name),
  })
  switch (source) {
    case 'organisations':
      return county.organisations.map(({ id, name }) => ({ value: id, label: name }))
    case 'strategyGoals':
      return county.strategy.goals.map(named)
    case 'priorityCriteria':
      return county.priorityCriteria.map(named)
    case 'functions':
      return (dossier.ideas?.functions ?? []).map(optionOf)
    case 'requirements':
      return (dossier.procurement?.requirements ?? dossier.matching?.requirements ?? []).map(optionOf)
    case 'candidates':
      return (dossier.matching?.candidates ?? []).map(optionOf)
    case 'solutions':
      return (dossier.verification?.solutions ?? dossier.matching?.candidates ?? []).map(optionOf)
    case 'benefits':
      return (dossier.verification?.benefits ?? assessment?.lines.filter(({ side }) => side === 'benefit') ?? []).map(
        benefitOption,
      )
    case 'costs':
      return (dossier.verification?.costs ?? assessment?.lines.filter(({ side }) => side === 'cost') ?? []).map(benefitOption)
  }
}

/** @param versions of the phase's own sections, where they are to be read as they were and not as they are. */
export const loadOptions = async (
  visit: Visit,
  loaded: OptionsCase,
  sources: readonly ReferenceSource[],
  versions?: ReadonlyMap<string, number>,
): Promise<ReferenceOptions> =>
  Object.fromEntries(
    await Promise.all(
      sources.map(async (source) => {
        const handedOver = known(visit, loaded, source)
        return [source, handedOver.length > 0 ? handedOver : await fromOwnSection(visit, loaded, source, versions)] as const
      }),
    ),
  )
