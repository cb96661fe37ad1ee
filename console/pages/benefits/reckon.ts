import type { Text } from '#contracts/language.ts'
import type { BenefitLine } from '../../api/benefit-views.ts'
import { reckoning as reckoningView } from '../../api/reckoning-views.ts'
import type { Reckoning } from '../../api/reckoning-views.ts'
import type { AssessmentBody } from './assessment-body.ts'
import { withLikelyAlone } from './likely-alone.ts'
import { assessmentApi } from './load-assessment.ts'
import type { ReadAssessment } from './load-assessment.ts'

/** What an assessment comes to, as the service reckons it: as it stands, or as it is being written. */
export interface Reckoned {
  /** Undefined when the service could not read what was sent. */
  readonly reckoning: Reckoning | undefined
  readonly problems: readonly { readonly pointer: string; readonly message: string }[]
  /** Figures whose likely value stood for low and high too. */
  readonly filledIn: number
  /** As they were reckoned: pointers count them. */
  readonly lines: readonly BenefitLine[]
}

const told = ({ locale }: ReadAssessment['visit'], problems: Reckoning['problems']): Reckoned['problems'] =>
  problems.map(({ pointer, message }) => ({ pointer, message: locale.t(message) }))

export const reckonAsItStands = async (read: ReadAssessment): Promise<Reckoned> => {
  const { visit, assessment, caseId } = read
  const api = assessmentApi({ caseId, kind: assessment.kind })
  const { value } = await visit.api.read(`${api}/calculation`, reckoningView)
  return { reckoning: value, problems: told(visit, value.problems), filledIn: 0, lines: assessment.lines }
}

const unreadable: Text = { sv: 'Det som har skrivits går inte att räkna på.', en: 'What has been written cannot be reckoned.' }

/** Stores nothing. */
export const reckonPreview = async (read: ReadAssessment, written: AssessmentBody): Promise<Reckoned> => {
  const { visit, assessment, caseId } = read
  const { body, filledIn } = withLikelyAlone(written)
  const api = assessmentApi({ caseId, kind: assessment.kind })
  const done = await visit.api.write('POST', `${api}/previews`, body, reckoningView)
  const { lines } = written
  if (done.ok) return { reckoning: done.value, problems: told(visit, done.value.problems), filledIn, lines }
  const { language, t } = visit.locale
  const errors = done.problem.errors ?? []
  return {
    reckoning: undefined,
    problems:
      errors.length > 0
        ? errors.map(({ pointer, detail, translations }) => ({ pointer, message: translations?.[language] ?? detail }))
        : [
            {
              pointer: '',
              message:
                done.problem.status < 500 ? t(unreadable) : (done.problem.translations?.[language].title ?? done.problem.title),
            },
          ],
    filledIn,
    lines,
  }
}
