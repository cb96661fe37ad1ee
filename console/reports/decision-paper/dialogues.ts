import { dialogueKindNames, dialogueStatusNames } from '#contracts/dialogue.ts'
import type { Text } from '#contracts/language.ts'
import type { Block } from '../paper.ts'
import type { Writing } from './writing.ts'

/** The dialogues of the forum as the evidence froze them, and the package that everybody has been given of them (LOU 4:8). */

const text = {
  caption: { sv: 'Dialoger i forumet', en: 'Dialogues in the forum' },
  dialogue: { sv: 'Dialog', en: 'Dialogue' },
  kind: { sv: 'Slag', en: 'Kind' },
  held: { sv: 'Dag', en: 'Day' },
  status: { sv: 'Läge', en: 'Status' },
} as const satisfies Record<string, Text>

export const dialoguesInFull = ({ locale, material }: Writing): Block[] => {
  const { informationPackage } = material.request.evidence
  if (informationPackage === undefined) return []
  const { language, t } = locale
  const { version, digest, changedAt, dialogues } = informationPackage
  const changed = locale.moment(changedAt)
  return [
    {
      kind: 'paragraph',
      text:
        language === 'sv'
          ? `Informationspaketet till alla leverantörer är version ${version}, ändrat ${changed} (SHA-256 ${digest}).`
          : `The information package to all suppliers is version ${version}, changed ${changed} (SHA-256 ${digest}).`,
    },
    {
      kind: 'table',
      caption: t(text.caption),
      columns: [
        { label: t(text.dialogue), width: 7 },
        { label: t(text.kind), width: 4 },
        { label: t(text.held), width: 3 },
        { label: t(text.status), width: 3 },
      ],
      rows: dialogues.map(({ title, kind, heldOn, status }) => [
        title,
        t(dialogueKindNames[kind]),
        locale.day(heldOn),
        t(dialogueStatusNames[status]),
      ]),
    },
  ]
}
