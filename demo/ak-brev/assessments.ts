import { kalmar } from '#counties/kalmar.ts'
import type { AssessmentSnapshot } from '#contracts/assessment.ts'
import { benefitLineId } from '#contracts/ids.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import type { CaseHead } from '../../services/benefits/domain/case-benefits.ts'
import { calculationOf, readReckoning, summarise, withReckonedBands } from '../../services/benefits/domain/reckon.ts'
import { snapshotOf } from '../../services/benefits/domain/snapshot.ts'
import { akBrevBenefits, akBrevMeasurements } from './benefits.ts'

/** The digital dosing letter's four assessments as phases and gates are told of them, reckoned from what is sent. */

const measured = (): CaseHead['measured'] =>
  Object.fromEntries(
    Object.entries(Object.groupBy(akBrevMeasurements, ({ lineId }) => lineId)).map(([lineId, taken = []]) => {
      const latest = taken.toSorted((a, b) => a.measuredOn.localeCompare(b.measuredOn)).at(-1)
      return [lineId, { count: taken.length, latest: { value: latest?.value ?? 0, measuredOn: latest?.measuredOn ?? '' } }]
    }),
  )

const completedAt: Readonly<Record<AssessmentKind, string>> = {
  NV1: '2023-03-06T10:00:00.000Z',
  NV2: '2023-06-05T10:00:00.000Z',
  NV3: '2023-09-18T10:00:00.000Z',
  NV4: '2026-10-09T10:00:00.000Z',
}

const snapshot = (kind: AssessmentKind): AssessmentSnapshot => {
  const { lines: sent, ...body } = akBrevBenefits[kind]
  const given = sent.map((line) => ({ ...line, id: benefitLineId.parse(line.id) }))
  // What is sent is what the schema takes; only the ids are branded by it.
  const content = { ...body, lines: given } as Parameters<typeof snapshotOf>[0]['content']
  const reckoning = readReckoning(content, kind, kalmar.benefitParameters, completedAt[kind].slice(0, 10))
  const reckoned = { ...content, lines: withReckonedBands(content.lines, reckoning) }
  return snapshotOf(
    { kind, version: 1, content: reckoned, completedAt: completedAt[kind], completedBy: 'Handläggare' },
    kind === 'NV4' ? measured() : {},
    summarise(reckoning, calculationOf(reckoning)),
  )
}

export const akBrevAssessments: Readonly<Record<AssessmentKind, AssessmentSnapshot>> = {
  NV1: snapshot('NV1'),
  NV2: snapshot('NV2'),
  NV3: snapshot('NV3'),
  NV4: snapshot('NV4'),
}
