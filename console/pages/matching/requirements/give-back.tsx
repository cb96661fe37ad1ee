import { libraryKindNames, libraryKinds, phaseKindOf } from '#contracts/requirement-library.ts'
import type { Text } from '#contracts/language.ts'
import type { Suggestion } from '../../../api/library-views.ts'
import { ActionForm, RevealedForm } from '../../../forms/action-form.tsx'
import type { FailedForm, FormFields } from '../../../forms/action-form.tsx'
import { writeForm } from '../../../forms/write-form.ts'
import { Tag } from '../../../layout/tag.tsx'
import type { RequirementRow } from '../section-rows.ts'
import type { SectionTool } from '../section-tool.tsx'

/** Requirements that were written in the case, given back to the library so that others need not write them anew. */

const text = {
  title: { sv: 'Ge tillbaka till biblioteket', en: 'Give back to the library' },
  help: {
    sv: 'Egna krav som andra kan ha nytta av. En redaktör läser förslaget och svarar.',
    en: 'Requirements of your own that others may need. A curator reads the suggestion and answers.',
  },
  give: { sv: 'Föreslå', en: 'Suggest' },
  open: { sv: 'Föreslaget', en: 'Suggested' },
  accepted: { sv: 'Intaget i biblioteket', en: 'Taken into the library' },
  declined: { sv: 'Avböjt', en: 'Declined' },
} as const satisfies Record<string, Text>

const statusColors = { open: 'info', accepted: 'success', declined: 'neutral' } as const

export const giveBackFields: FormFields = {
  kind: {
    kind: 'choice',
    label: { sv: 'Slag i biblioteket', en: 'Kind in the library' },
    options: libraryKinds.map((value) => ({ value, label: libraryKindNames[value] })),
    isRequired: true,
  },
  reason: {
    kind: 'prose',
    label: { sv: 'Vad andra har för nytta av kravet', en: 'What others gain by the requirement' },
    maxLength: 1_000,
    isRequired: true,
  },
}

/** The kind that the case's own kind is one of in the library, when only one is. */
const likelyKind = (kind: string | undefined): string | undefined => {
  const fitting = libraryKinds.filter((candidate) => phaseKindOf[candidate] === kind)
  return fitting.length === 1 ? fitting[0] : undefined
}

export const scopeOf = (id: string): string => `aterlamna-${id}`

export const isOwn = ({ source, id, text: words }: RequirementRow): boolean =>
  source === 'own' && id !== undefined && words !== undefined

export const GiveBack = ({
  tool,
  rows,
  suggestions,
  action,
  failed,
}: {
  tool: SectionTool
  rows: readonly RequirementRow[]
  /** The reader's own, of this case. */
  suggestions: readonly Suggestion[]
  action: string
  failed: FailedForm | undefined
}) => {
  const { visit } = tool
  const { t } = visit.locale
  const own = rows.filter(isOwn)
  if (own.length === 0) return null
  return (
    <section aria-labelledby="aterlamna">
      <h3 class="ds-heading" data-size="2xs" id="aterlamna">
        {t(text.title)}
      </h3>
      <p class="note">{t(text.help)}</p>
      <ul class="market-list">
        {own.map(({ id = '', text: words = '', kind }) => {
          const sent = suggestions.find(({ text: { sv } }) => sv === words)
          return (
            <li>
              <p>
                <strong>{id}</strong> {words} {sent && <Tag color={statusColors[sent.status]}>{t(text[sent.status])}</Tag>}
              </p>
              {sent ? (
                sent.answer?.reason && <p class="note">{sent.answer.reason}</p>
              ) : (
                <RevealedForm title={`${t(text.give)} ${id}`} isOpen={failed?.scope === scopeOf(id)}>
                  <ActionForm
                    visit={visit}
                    scope={scopeOf(id)}
                    action={action}
                    fields={giveBackFields}
                    entered={writeForm(giveBackFields, { kind: likelyKind(kind) })}
                    submit={t(text.give)}
                    failed={failed}
                  >
                    <input type="hidden" name="krav" value={id} />
                  </ActionForm>
                </RevealedForm>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
