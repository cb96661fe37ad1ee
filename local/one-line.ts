import type { Text } from '#contracts/language.ts'

/** What a terminal is told: one line in both languages, since nobody has chosen one there. */
export const oneLine = ({ sv, en }: Text): string => `${sv} / ${en}`
