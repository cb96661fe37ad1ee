import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Text } from '#contracts/language.ts'
import { barrierCheck, severities } from '../../api/library-views.ts'
import type { BarrierCheck } from '../../api/library-views.ts'
import { ActionForm } from '../../forms/action-form.tsx'
import type { FailedForm, FormFields } from '../../forms/action-form.tsx'
import { readForm } from '../../forms/read-form.ts'
import { refusalOfErrors, refusalOfProblem } from '../../forms/refusal.tsx'
import { words } from '../../language/words.ts'
import { Alert } from '../../layout/alert.tsx'
import { DataTable } from '../../layout/data-table.tsx'
import { Page, show } from '../../layout/page.tsx'
import { Tag } from '../../layout/tag.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { libraryWords } from './words.ts'

/** Requirements that somebody pastes in, tried against the law and against what shuts out small companies. Nothing is kept. */

const text = {
  lead: {
    sv: 'Klistra in krav, ett per rad, och det du vet om upphandlingen. Du får se vad lagen inte tillåter, vad som kan stänga ute små företag och vad du kan göra i stället. Inget sparas.',
    en: 'Paste requirements, one a line, and what you know of the procurement. You see what the law does not allow, what may shut out small companies and what to do instead. Nothing is kept.',
  },
  check: { sv: 'Kontrollera', en: 'Check' },
  result: { sv: 'Resultat', en: 'Result' },
  clean: { sv: 'Inget hinder hittades', en: 'No barrier was found' },
  cleanHelp: {
    sv: 'Kontrollen ser bara det som orden och siffrorna visar. Läs kraven också med marknaden i åtanke.',
    en: 'The check sees only what words and figures show. Read the requirements with the market in mind too.',
  },
  what: { sv: 'Vad', en: 'What' },
  where: { sv: 'Var', en: 'Where' },
  severity: { sv: 'Hur allvarligt', en: 'How grave' },
  remedy: { sv: 'Gör så här', en: 'What to do' },
  whole: { sv: 'Upphandlingen', en: 'The procurement' },
  row: { sv: 'Krav', en: 'Requirement' },
} as const satisfies Record<string, Text>

const severityNames = {
  breach: { sv: 'Strider mot lagen', en: 'Against the law' },
  barrier: { sv: 'Hinder', en: 'Barrier' },
  notice: { sv: 'Att se över', en: 'To look at' },
} as const satisfies Record<(typeof severities)[number], Text>

const severityColors = { breach: 'danger', barrier: 'warning', notice: 'info' } as const

const figure = (label: Text, help?: Text): FormFields[string] => ({
  kind: 'integer',
  label,
  ...(help && { help }),
  min: 0,
  max: 1_000_000,
  isRequired: false,
})

const checkFields: FormFields = {
  requirements: {
    kind: 'prose',
    label: { sv: 'Krav, ett per rad', en: 'Requirements, one a line' },
    maxLength: 40_000,
    isRequired: false,
  },
  estimatedValue: {
    kind: 'money',
    label: { sv: 'Upphandlingens uppskattade värde', en: 'Estimated value of the procurement' },
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    isRequired: false,
  },
  turnoverDemanded: {
    kind: 'money',
    label: { sv: 'Omsättning som krävs', en: 'Turnover demanded' },
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    isRequired: false,
  },
  referencesDemanded: figure({ sv: 'Antal referenser som krävs', en: 'References demanded' }),
  employeesDemanded: figure({ sv: 'Antal anställda som krävs', en: 'Employees demanded' }),
  yearsInBusinessDemanded: figure({ sv: 'År i branschen som krävs', en: 'Years in business demanded' }),
  certificates: {
    kind: 'text',
    label: { sv: 'Certifikat som krävs', en: 'Certificates demanded' },
    help: { sv: 'Med komma mellan.', en: 'With commas between.' },
    maxLength: 400,
    isRequired: false,
  },
  demandsLocalPresence: {
    kind: 'yesNo',
    label: { sv: 'Måste företaget finnas på orten?', en: 'Must the company be established locally?' },
    isRequired: false,
  },
  isDivided: {
    kind: 'yesNo',
    label: { sv: 'Är kontraktet uppdelat i delar?', en: 'Is the contract divided into lots?' },
    isRequired: false,
  },
  isWholeUndertaking: {
    kind: 'yesNo',
    label: { sv: 'Är det ett helhetsåtagande?', en: 'Is it a whole undertaking?' },
    isRequired: false,
  },
  tenderDays: figure({ sv: 'Anbudstid, dagar', en: 'Tender period, days' }),
  minimumTenderDays: figure({ sv: 'Lagens kortaste anbudstid, dagar', en: 'Shortest period that the law allows, days' }),
}

const Result = ({ visit, result, lines }: { visit: Visit; result: BarrierCheck; lines: readonly string[] }) => {
  const { t } = visit.locale
  return (
    <section aria-labelledby="resultat">
      <h2 class="ds-heading" data-size="sm" id="resultat">
        {t(text.result)}
      </h2>
      {result.findings.length === 0 ? (
        <Alert color="success" title={t(text.clean)}>
          <p class="ds-paragraph">{t(text.cleanHelp)}</p>
        </Alert>
      ) : (
        <DataTable
          caption={severities.map((severity) => `${t(severityNames[severity])}: ${countOf(result, severity)}`).join(', ')}
          columns={[text.what, text.severity, text.where, text.remedy].map((label) => ({ label: t(label) }))}
          rows={result.findings.map(({ name, source, severity, requirement, quote, remedy }) => [
            <>
              {t(name)} <span class="note">({source})</span>
              {quote && <span class="block">”{quote}”</span>}
            </>,
            <Tag color={severityColors[severity]}>{t(severityNames[severity])}</Tag>,
            requirement === undefined ? (
              t(text.whole)
            ) : (
              <>
                {t(text.row)} {requirement + 1}
                <span class="note block">{lines[requirement]}</span>
              </>
            ),
            t(remedy),
          ])}
        />
      )}
    </section>
  )
}

const countOf = ({ breaches, barriers, notices }: BarrierCheck, severity: (typeof severities)[number]): number =>
  ({ breach: breaches, barrier: barriers, notice: notices })[severity]

const present = (
  c: PageContext,
  more: {
    readonly failed?: FailedForm
    readonly entered?: URLSearchParams
    readonly result?: BarrierCheck
    readonly lines?: readonly string[]
  } = {},
) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  return show(
    c,
    <Page
      visit={visit}
      title={t(libraryWords.check)}
      crumbs={[
        { href: '/marknad', label: t(words.market) },
        { href: '/kravbibliotek', label: t(words.requirementLibrary) },
      ]}
    >
      <h1 class="ds-heading" data-size="lg">
        {t(libraryWords.check)}
      </h1>
      <p class="measure">{t(text.lead)}</p>
      {more.result && <Result visit={visit} result={more.result} lines={more.lines ?? []} />}
      <ActionForm
        visit={visit}
        scope="kontroll"
        action="/kravbibliotek/kontroll"
        fields={checkFields}
        entered={more.entered}
        submit={t(text.check)}
        failed={more.failed}
      />
    </Page>,
    // A refusal's status from a service is one that a page can carry too.
    (more.failed?.refusal.status ?? 200) as ContentfulStatusCode,
  )
}

export const checkPage = (c: PageContext) => present(c)

const linesOf = (written: unknown): string[] =>
  (typeof written === 'string' ? written : '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export const checkRequirements = async (c: PageContext) => {
  const visit = visitOf(c)
  const entered = new URLSearchParams(await c.req.text())
  const { content, errors } = readForm(checkFields, entered)
  if (errors.length > 0)
    return present(c, { failed: { scope: 'kontroll', entered, refusal: refusalOfErrors(errors, visit.locale) } })
  const { requirements, certificates, ...figures } = content
  const lines = linesOf(requirements)
  const named = (typeof certificates === 'string' ? certificates : '').split(',').map((one) => one.trim())
  const certificatesDemanded = named.filter((one) => one !== '')
  const done = await visit.api.write(
    'POST',
    '/v1/catalogue/library/requirement-checks',
    {
      ...figures,
      requirements: lines.map((line) => ({ text: line })),
      ...(certificatesDemanded.length > 0 && { certificatesDemanded }),
    },
    barrierCheck,
  )
  if (!done.ok) {
    const refusal = refusalOfProblem(done.problem, visit.locale, checkFields)
    const atField = refusal.errors.map((error) => ({
      ...error,
      pointer: error.pointer.startsWith('/requirements') ? '/requirements' : error.pointer,
    }))
    return present(c, { failed: { scope: 'kontroll', entered, refusal: { ...refusal, errors: atField } } })
  }
  return present(c, { entered, result: done.value, lines })
}
