import type { AssessedLine } from '#contracts/assessment.ts'

/** Names of the benefits that are to be measured but had no baseline in NV3, nor one taken with the pilot. */
export const benefitsWithoutBaseline = (
  promised: readonly AssessedLine[],
  pilotMeasures: readonly { readonly benefit?: string | undefined }[],
): readonly string[] =>
  promised
    .filter(
      ({ id, measure, hasBaseline }) =>
        measure !== undefined && !hasBaseline && !pilotMeasures.some(({ benefit }) => benefit === id),
    )
    .map(({ name }) => name)
