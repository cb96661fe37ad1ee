import { dialogueStatusNames } from '#contracts/dialogue.ts'
import type { Text } from '#contracts/language.ts'
import { at } from '../../api/client.ts'
import { words } from '../../language/words.ts'
import { Tag } from '../../layout/tag.tsx'
import type { Visit } from '../../visit.ts'
import type { LoadedCase } from './load-case.ts'

/** The forum's dialogues about a case, in the phases that prepare a procurement. */

const text = {
  title: { sv: 'Dialoger i forumet', en: 'Dialogues in the forum' },
  none: { sv: 'Inga dialoger har öppnats om ärendet.', en: 'No dialogues have been opened about the case.' },
  package: { sv: 'Informationspaketet', en: 'The information package' },
  plan: { sv: 'Planera en dialog', en: 'Plan a dialogue' },
} as const satisfies Record<string, Text>

const phasesWithDialogues: readonly string[] = ['matching', 'verification', 'procurement']

export const DialoguePart = ({ visit, loaded }: { visit: Visit; loaded: LoadedCase }) => {
  const { t } = visit.locale
  const { record, phase, isCarrier } = loaded
  const told = record.informationPackage
  if (!told && !phasesWithDialogues.includes(phase)) return null
  return (
    <section aria-labelledby="dialoger">
      <h2 class="ds-heading" data-size="sm" id="dialoger">
        {t(text.title)}
      </h2>
      {told ? (
        <>
          <ul class="plain">
            {told.dialogues.map(({ dialogueId, title, status }) => (
              <li>
                <Tag color="neutral">{t(dialogueStatusNames[status])}</Tag>{' '}
                <a class="ds-link" href={at`/forum/dialoger/${dialogueId}`}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
          <p>
            <a class="ds-link" href={at`/forum/arenden/${record.caseId}/paket`}>
              {t(text.package)}
            </a>
            , {t(words.version).toLowerCase()} {told.version}
          </p>
        </>
      ) : (
        <p class="empty">{t(text.none)}</p>
      )}
      {isCarrier && record.status === 'inProgress' && (
        <p class="no-print">
          <a class="ds-link" href={at`/forum/dialoger/ny` + `?arende=${encodeURIComponent(record.caseId)}`}>
            {t(text.plan)}
          </a>
        </p>
      )}
    </section>
  )
}
