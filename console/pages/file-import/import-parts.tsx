import type { Child } from 'hono/jsx'
import type { Text } from '#contracts/language.ts'
import { Alert } from '../../layout/alert.tsx'
import { DataTable } from '../../layout/data-table.tsx'
import { newSecret } from '../../session/pkce.ts'
import type { Visit } from '../../visit.ts'
import type { ImportText } from './import-text.ts'
import type { RowProblem, Unfit } from './posted-file.ts'

/** The parts of an import from a file: handing it in, what is to be put right, saying yes, and how it went. */

interface PartProps {
  readonly visit: Visit
  readonly text: ImportText
}

interface FileFormProps extends PartProps {
  /** Where the file is looked through. */
  readonly action: string
  readonly accept?: string
  readonly unfit?: Unfit | undefined
  /** Fields beside the file. */
  readonly children?: Child
}

export const FileForm = ({ visit, text, action, accept = '.csv,.xlsx,text/csv', unfit, children }: FileFormProps) => {
  const { t } = visit.locale
  const fault = unfit?.kind === 'fault' ? unfit.message : undefined
  return (
    <form method="post" action={action} enctype="multipart/form-data" class="form no-print" novalidate>
      <div class="ds-field">
        <label class="ds-label" for="fil">
          {t(text.file)}
        </label>
        <p class="note" id="fil-help">
          {t(text.fileHelp)}
        </p>
        <input
          class="ds-input"
          type="file"
          id="fil"
          name="fil"
          accept={accept}
          aria-describedby={fault ? 'fil-help fil-error' : 'fil-help'}
          aria-invalid={fault ? 'true' : undefined}
        />
        {fault && (
          <p class="ds-validation-message" data-color="danger" id="fil-error">
            {t(fault)}
          </p>
        )}
      </div>
      {children}
      <p class="actions">
        <button class="ds-button" type="submit">
          {t(text.check)}
        </button>
      </p>
    </form>
  )
}

/** The form under a heading of its own. */
export const FileSection = ({ id, heading, ...form }: FileFormProps & { readonly id: string; readonly heading: Text }) => (
  <section aria-labelledby={id}>
    <h2 class="ds-heading" data-size="sm" id={id}>
      {form.visit.locale.t(heading)}
    </h2>
    <FileForm {...form} />
  </section>
)

interface UnfitProps extends PartProps {
  readonly unfit: Unfit | undefined
  /** Whether what the service refuses is told with where in the request it stands. */
  readonly hasPointers?: boolean
}

/** Above the form: why the file went no further, where that is not said at its field. */
export const UnfitAlert = ({ visit, text, unfit, hasPointers = false }: UnfitProps) => {
  const { language, t } = visit.locale
  if (unfit === undefined || unfit.kind === 'fault') return null
  if (unfit.kind === 'unreadable')
    return (
      <Alert color="danger" title={t(unfit.because.title)}>
        <p class="ds-paragraph">
          {t(unfit.because.remedy)} {t(text.nothingStored)}
        </p>
      </Alert>
    )
  const { title, translations: titles, errors = [] } = unfit.problem
  return (
    <Alert color="danger" title={titles?.[language].title ?? title}>
      <p class="ds-paragraph">{t(text.nothingStored)}</p>
      <ul>
        {errors.map(({ pointer, detail, translations }) => (
          <li>
            {hasPointers && `${pointer}: `}
            {translations?.[language] ?? detail}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

interface ProblemProps extends PartProps {
  readonly problems: readonly RowProblem[]
}

export const ProblemTable = ({ visit, text, problems }: ProblemProps) => {
  const { t } = visit.locale
  return (
    <DataTable
      caption={t(text.toPutRight)}
      columns={[text.row, text.column, text.remedy].map((label) => ({ label: t(label) }))}
      rows={problems.map(({ row, place, message }) => [String(row), t(place), t(message)])}
    />
  )
}

/** That the file is not taken as it is, and every problem by its row; nothing for a file without any. */
export const ToPutRight = ({ visit, text, problems }: ProblemProps) => {
  const { t } = visit.locale
  if (problems.length === 0) return null
  return (
    <>
      <Alert color="danger" title={t(text.notYet)}>
        <p class="ds-paragraph">{t(text.problemsLead)}</p>
      </Alert>
      <ProblemTable visit={visit} text={text} problems={problems} />
    </>
  )
}

interface ConfirmProps extends PartProps {
  /** Where the rows are stored; the same address is where another file is chosen. */
  readonly page: string
  /** What the preview carries on to the confirmation: the names of fields and what they hold. */
  readonly carried: Readonly<Record<string, string>>
  /** How many rows the button promises to store. */
  readonly count: number
  readonly back?: Text
}

/** Says yes to the preview. Sent twice it is stored once: the form has a key of its own. */
export const ConfirmForm = ({ visit, text, page, carried, count, back = text.another }: ConfirmProps) => {
  const { t, number } = visit.locale
  return (
    <form method="post" action={page} class="no-print">
      {Object.entries({ ...carried, key: newSecret() }).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p class="actions">
        <button class="ds-button" type="submit">
          {t(text.store)} ({number(count)})
        </button>
        <a class="ds-button" data-variant="secondary" href={page}>
          {t(back)}
        </a>
      </p>
    </form>
  )
}

export const CompletionAlert = ({ visit, text, isComplete }: PartProps & { readonly isComplete: boolean }) => {
  const { t } = visit.locale
  return isComplete ? (
    <Alert color="success" title={t(text.done)} />
  ) : (
    <Alert color="warning" title={t(text.partly)}>
      <p class="ds-paragraph">{t(text.partlyHelp)}</p>
    </Alert>
  )
}
