import * as z from 'zod'
import { dayOf } from '#calendar/working-days.ts'
import type { BenefitLineId } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'
import { answer, refused } from '#lambda/outcome.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { driverUnit, unitNames } from '../domain/calculation/driver.ts'
import { proposeFromTemplate } from '../domain/templates/propose-from-template.ts'
import type { TemplateAnswers } from '../domain/templates/propose-from-template.ts'
import { serviceTemplates } from '../domain/templates/templates.ts'
import type { BenefitsParts } from './benefits-parts.ts'

export const templateList = z.object({
  templates: z.array(
    z.object({
      id: z.string(),
      name: text,
      about: text,
      use: text,
      questions: z.array(z.object({ key: z.string(), text, help: text.optional(), unit: driverUnit, unitName: text })),
    }),
  ),
})

const templates: z.infer<typeof templateList> = {
  templates: serviceTemplates.map(({ id, name, about, use, questions }) => ({
    id,
    name,
    about,
    use,
    questions: Object.entries(questions).map(([key, question]) => ({ key, ...question, unitName: unitNames[question.unit] })),
  })),
}

export const createListTemplates = () => () => answer(templates)

/** Nothing is stored: the lines are the caller's to change and save as an assessment. */
export const createProposeFromTemplate =
  ({ county }: Pick<BenefitsParts, 'county'>) =>
  ({ templateId, body }: { templateId: string; body: TemplateAnswers }, { now, newId }: Context) => {
    const template = serviceTemplates.find(({ id }) => id === templateId)
    if (!template) return refused('templateNotFound')
    // UUIDv7s by the runtime's promise.
    const newLineId = (): BenefitLineId => newId() as BenefitLineId
    return answer(proposeFromTemplate(template, body, { county, today: dayOf(now), newLineId }))
  }
