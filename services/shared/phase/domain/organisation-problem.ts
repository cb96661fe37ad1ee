import type { County } from '#counties/county.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'

/** Refuses an organisation that is not the county's own; `pointer` is the field that names it. */
export const organisationProblems = (organisation: string, county: County, pointer: string): FieldProblem[] =>
  county.organisations.some(({ id }) => id === organisation)
    ? []
    : [
        {
          pointer,
          code: 'notInCounty',
          message: { sv: 'Välj en av länets organisationer.', en: 'Choose one of the county’s organisations.' },
        },
      ]
