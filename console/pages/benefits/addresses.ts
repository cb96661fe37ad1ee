import { backTo } from '../../back-to.ts'
import { later } from '../../later.ts'
import type { Doors } from '../../pages.ts'

/** The addresses of a case's benefits: assessments, how each line is reckoned, and what has been measured. */

const parts = {
  'rader/:lineId': async () => (await import('./line/line-page.tsx')).linePages,
  grund: async () => (await import('./basis/basis-page.tsx')).basisPages,
  kedja: async () => (await import('./chain/chain-page.tsx')).chainPages,
  mall: async () => (await import('./template/template-page.tsx')).templatePages,
} as const

export const registerBenefitPages = ({ staff: { read, write } }: Doors): void => {
  const ofCase = '/arenden/:caseId/nytta'
  const measurements = () => import('./measurements-page.tsx')
  read(
    ofCase,
    later(
      () => import('./overview.tsx'),
      ({ benefitsPage }) => benefitsPage,
    ),
  )
  read(
    `${ofCase}/jamfor`,
    later(
      () => import('./compare-page.tsx'),
      ({ comparePage }) => comparePage,
    ),
  )
  read(
    `${ofCase}/matningar`,
    later(measurements, ({ measurementsPage }) => measurementsPage),
  )
  write(
    `${ofCase}/matningar`,
    later(measurements, ({ recordMeasurement }) => recordMeasurement),
  )

  const assessment = () => import('./assessment-page.tsx')
  const ofAssessment = `${ofCase}/:kind`
  read(
    ofAssessment,
    later(assessment, ({ assessmentPage }) => assessmentPage),
  )
  write(
    ofAssessment,
    later(assessment, ({ saveAssessment }) => saveAssessment),
  )
  write(
    `${ofAssessment}/klarmarkering`,
    later(assessment, ({ completeAssessment }) => completeAssessment),
  )
  write(
    `${ofAssessment}/oppning`,
    later(assessment, ({ reopenAssessment }) => reopenAssessment),
  )
  read(
    `${ofAssessment}/kalkyl`,
    later(
      () => import('./calculation/calculation-page.tsx'),
      ({ calculationPage }) => calculationPage,
    ),
  )
  for (const [path, load] of Object.entries(parts)) {
    read(
      `${ofAssessment}/${path}`,
      later(load, ({ page }) => page),
    )
    write(
      `${ofAssessment}/${path}`,
      later(load, ({ save }) => save),
    )
    write(
      `${ofAssessment}/${path}/rakning`,
      later(load, ({ preview }) => preview),
    )
  }
  for (const step of ['klarmarkering', 'oppning'])
    read(`${ofAssessment}/${step}`, (c) => backTo(c, 'arenden', c.req.param('caseId') ?? '', 'nytta', c.req.param('kind') ?? ''))
}
