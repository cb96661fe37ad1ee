import * as z from 'zod'
import type { County } from '#counties/county.ts'
import { benefitLineId, organisationId } from '#contracts/ids.ts'
import type { BenefitLineId } from '#contracts/ids.ts'
import { languages } from '#contracts/language.ts'
import type { BenefitLine } from '../benefit-line.ts'
import { calculationBasis } from '../calculation/basis.ts'
import { driver, figures } from '../calculation/driver.ts'
import type { Driver } from '../calculation/driver.ts'
import { lineMethods } from '../calculation/line-method.ts'
import { rowAt } from '../calculation/valid-at.ts'
import type { AssessmentContent } from '../case-benefits.ts'
import { effectChain } from '../effect-chain.ts'
import type { ServiceTemplate, TemplateLine } from './service-template.ts'

/** What the case officer answers; what is left out stays empty in the lines, and the calculation says so. */
export const templateAnswers = z.strictObject({
  /** Who gains and pays, until somebody says otherwise line by line. */
  organisation: organisationId,
  language: z.enum(languages),
  answers: z.record(
    z.string().max(40),
    z.strictObject({
      ...figures.shape,
      source: driver.shape.source,
      takenOn: driver.shape.takenOn,
      isAssumption: driver.shape.isAssumption,
    }),
  ),
  /** Share of use, year by year from year 1. */
  use: z.array(figures).max(30).optional(),
})
export type TemplateAnswers = z.infer<typeof templateAnswers>

export const templateProposal = z.object({
  lines: z.array(z.looseObject({ id: benefitLineId })),
  chain: effectChain,
  basis: calculationBasis,
})

export interface Proposal extends Pick<AssessmentContent, 'lines'> {
  readonly chain: NonNullable<AssessmentContent['chain']>
  readonly basis: NonNullable<AssessmentContent['basis']>
}

const useCurve = 'use'

/** The lines, the chain and the usage curve that a template makes of the answers; nothing is stored. */
export const proposeFromTemplate = (
  template: ServiceTemplate,
  { organisation, language: spoken, answers, use = [] }: TemplateAnswers,
  { county, today, newLineId }: { county: County; today: string; newLineId: () => BenefitLineId },
): Proposal => {
  const rateOf = (role: string): string | undefined =>
    rowAt(
      county.benefitParameters.staffRates.filter((row) => row.role === role),
      today,
    )?.id
  const driverOf = (source: NonNullable<TemplateLine['drivers']>[string], unit: Driver['unit']): Driver => {
    if ('question' in source) return { ...answers[source.question], unit }
    const parameter = rateOf(source.staffRole)
    return { unit, ...(parameter !== undefined && { parameter }) }
  }
  const calculationOf = ({ method, drivers, usage }: TemplateLine): BenefitLine['calculation'] => {
    if (!method || !drivers) return undefined
    const asked = lineMethods[method].drivers
    const given = Object.entries(asked).flatMap(([key, { unit }]) => {
      const source = drivers[key]
      return source ? [[key, driverOf(source, unit)] as const] : []
    })
    return { method, drivers: Object.fromEntries(given), ...(usage && { usage: { curve: useCurve, effect: usage } }) }
  }
  const lines = template.lines.map((line): BenefitLine => {
    const { side, kind, area, name, effect, measure, unit } = line
    const calculation = calculationOf(line)
    return {
      id: newLineId(),
      side,
      name: name[spoken],
      kind,
      area,
      organisation,
      effect,
      ...(calculation && { calculation }),
      ...(measure && { measure: measure[spoken] }),
      ...(unit && { unit: unit[spoken] }),
    }
  })
  const years = use.map((share, index) => ({ ...share, year: index + 1 }))
  return {
    lines,
    chain: {
      change: template.change[spoken],
      effects: Object.entries(template.effects).map(([id, { name, actorGroup }]) => ({
        id,
        name: name[spoken],
        ...(county.actorGroups.some((group) => group.id === actorGroup) && { actorGroup }),
      })),
      goals: [],
    },
    basis: { curves: [{ id: useCurve, name: template.use[spoken], form: 'table', years }] },
  }
}
