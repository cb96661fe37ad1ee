import { HTTPException } from 'hono/http-exception'
import type { Text } from '#contracts/language.ts'
import { benefitKindNames } from '#contracts/words.ts'
import type { FormFields } from '../../../forms/action-form.tsx'
import { Fields } from '../../../forms/form-field.tsx'
import type { FormState } from '../../../forms/form-field.tsx'
import { formWords } from '../../../forms/form-words.ts'
import { child, fieldId } from '../../../forms/pointer.ts'
import { DataTable } from '../../../layout/data-table.tsx'
import { organisationName } from '../../../layout/names.ts'
import { Tag } from '../../../layout/tag.tsx'
import { bodyOf } from '../assessment-body.ts'
import { curvesOf, figureInWords, methodOf, oreOf, rowsFor } from '../explain-line.ts'
import { assessmentPath } from '../load-assessment.ts'
import { createPartPages } from '../part-editor.tsx'
import { linePath } from '../problem-places.ts'
import { chosenMethod, lineInForm, lineOfForm, lineReckoningFields, parametersDay } from './line-fields.ts'
import type { LineProps } from './line-fields.ts'
import { LineResult } from './line-result.tsx'

/** How one benefit or cost is reckoned: method, drivers, use, time. */

const text = {
  title: { sv: 'Så räknas raden', en: 'How the line is reckoned' },
  benefit: { sv: 'Nytta', en: 'Benefit' },
  cost: { sv: 'Kostnad', en: 'Cost' },
  qualitative: {
    sv: 'Raden är kvalitativ och räknas inte i pengar. Ange nivå, hur snart den nås och skäl i nyttovärderingen.',
    en: 'The line is qualitative and is not reckoned in money. Give level, how soon it is reached and reason in the assessment.',
  },
  toLines: { sv: 'Till nyttor och kostnader', en: 'To benefits and costs' },
  noMethod: { sv: 'Räknas inte fram', en: 'Not reckoned' },
  noMethodHelp: {
    sv: 'Ett grovt belopp per år, som räcker i NV1. Kvalitativa rader räknas aldrig fram.',
    en: 'A rough amount a year, which is enough in NV1. Qualitative lines are never reckoned.',
  },
  reckonedAs: { sv: 'Räknas som', en: 'Reckoned as' },
  change: { sv: 'byt räknesätt', en: 'change the method' },
  show: { sv: 'Visa faktorerna', en: 'Show the drivers' },
  drivers: { sv: 'Faktorerna', en: 'The drivers' },
  driversHelp: {
    sv: 'Ange ett troligt värde och hur lågt och högt det rimligen kan bli. Det troliga räcker för att börja räkna.',
    en: 'Give a likely value and how low and high it may reasonably be. The likely one is enough to begin.',
  },
  more: { sv: 'Prisnivå och andra tal vissa år', en: 'Price level and other figures in some years' },
  moreWithout: { sv: 'Andra tal vissa år', en: 'Other figures in some years' },
  countyRows: { sv: 'Länets uppgifter som gäller', en: "The county's figures that hold on" },
  row: { sv: 'Uppgift', en: 'Figure' },
  value: { sv: 'Värde', en: 'Value' },
  prices: { sv: 'Prisnivå', en: 'Price level' },
  valid: { sv: 'Gäller från', en: 'Valid from' },
  source: { sv: 'Källa', en: 'Source' },
  example: { sv: 'Exempel', en: 'Example' },
  use: { sv: 'Användning', en: 'Use' },
  noCurve: {
    sv: 'Nyttovärderingen har ingen nyttjandekurva än. Lägg till en i kalkylens grund.',
    en: 'The assessment has no usage curve yet. Add one in the basis of the calculation.',
  },
  toBasis: { sv: 'Till kalkylens grund', en: 'To the basis of the calculation' },
  time: { sv: 'Tid och plats i effektkedjan', en: 'Time and place in the chain of effects' },
  unit: { sv: 'Anges i', en: 'Given in' },
} as const satisfies Record<string, Text>

const pathOf = (props: LineProps): string => linePath(props, props.line.id)

const MethodChoice = ({ props, form }: { props: LineProps; form: FormState }) => {
  const { t } = props.visit.locale
  const chosen = form.entered.get('/method') ?? ''
  const errors = form.errors.get('/method')
  const id = fieldId('/method')
  return (
    <fieldset class="ds-fieldset methods" id={id} data-redraw="redraw:/method" tabindex={-1}>
      <legend class="ds-label">{t(lineReckoningFields(props, form.entered)['method']?.label ?? text.title)}</legend>
      {errors && (
        <div class="ds-validation-message" data-field="validation">
          <span class="ds-sr-only">{t(formWords.fieldError)} </span>
          {errors.join(' ')}
        </div>
      )}
      <div class="methods__choices">
        {[...props.parameters.methods, { id: '', name: text.noMethod, help: text.noMethodHelp }].map(
          ({ id: method, name, help }) => (
            <div class="ds-field">
              <input
                class="ds-input"
                type="radio"
                id={`${id}-${method || 'none'}`}
                name="/method"
                value={method}
                checked={method === chosen}
                aria-describedby={`${id}-${method || 'none'}-help`}
                autofocus={(form.focus === '/method' && method === chosen) || undefined}
              />
              <label class="ds-label" data-weight="regular" for={`${id}-${method || 'none'}`}>
                {t(name)}
              </label>
              <p class="note" data-field="description" id={`${id}-${method || 'none'}-help`}>
                {t(help)}
              </p>
            </div>
          ),
        )}
      </div>
      <button
        class="ds-button no-script"
        data-variant="secondary"
        data-size="sm"
        type="submit"
        name="_action"
        value="redraw:/method"
        formaction={`${form.action}#${fieldId('/drivers')}`}
        formnovalidate
      >
        {t(text.show)}
      </button>
    </fieldset>
  )
}

/** Folded away once the line has one: what matters then are its drivers. */
const FoldedMethodChoice = ({ props, form }: { props: LineProps; form: FormState }) => {
  const { t } = props.visit.locale
  const method = chosenMethod(props, form.entered)
  const isSettled = method !== undefined && method.id === props.line.calculation?.method && !form.errors.has('/method')
  if (!isSettled) return <MethodChoice props={props} form={form} />
  return (
    <details class="reveal">
      <summary>
        {t(text.reckonedAs)} {t(method.name).toLowerCase()} ({t(text.change)})
      </summary>
      <MethodChoice props={props} form={form} />
    </details>
  )
}

const only = (fields: FormFields, ...keys: readonly string[]): FormFields =>
  Object.fromEntries(keys.flatMap((key) => (fields[key] ? [[key, fields[key]]] : [])))

const DriverForm = ({
  props,
  form,
  fields,
  driverKey,
}: {
  props: LineProps
  form: FormState
  fields: FormFields
  driverKey: string
}) => {
  const { t } = props.visit.locale
  const pointer = child('/drivers', driverKey)
  const asked = chosenMethod(props, form.entered)?.drivers.find(({ key }) => key === driverKey)
  const errors = form.errors.get(pointer)
  const isMoreOpen = [...form.errors.keys(), form.focus ?? ''].some((key) =>
    ['byYear', 'priceYear', 'group'].some((field) => key.startsWith(`${pointer}/${field}`)),
  )
  const hasMore = form.entered.getAll(`${pointer}/byYear`).length > 0
  return (
    <fieldset
      class="ds-fieldset group driver"
      id={fieldId(pointer)}
      tabindex={-1}
      data-slider-share={asked?.unit === 'share' || undefined}
    >
      <legend class="ds-label">{asked && t(asked.name)}</legend>
      <p class="note driver__unit">
        {t(text.unit)} {asked && (asked.unit === 'share' ? '%' : t(asked.unitName))}.
      </p>
      {errors && <p class="ds-validation-message">{errors.join(' ')}</p>}
      {fields['from'] && (
        <div class="fields fields--single driver__from">
          <Fields form={form} fields={only(fields, 'from')} pointer={pointer} />
        </div>
      )}
      <div class="driver__own">
        <div class="fields fields--three">
          <Fields form={form} fields={only(fields, 'low', 'likely', 'high')} pointer={pointer} />
        </div>
        <div class="fields">
          <Fields form={form} fields={only(fields, 'source', 'takenOn', 'isAssumption')} pointer={pointer} />
        </div>
        <details class="reveal" open={isMoreOpen || hasMore || undefined}>
          <summary>{t(fields['priceYear'] ? text.more : text.moreWithout)}</summary>
          <div class="fields fields--years">
            <Fields form={form} fields={only(fields, 'priceYear', 'group', 'byYear')} pointer={pointer} />
          </div>
        </details>
      </div>
    </fieldset>
  )
}

/** What can be chosen instead of figures of one's own, each with where it comes from. */
const CountyRows = ({ props, form }: { props: LineProps; form: FormState }) => {
  const { locale } = props.visit
  const { t } = locale
  const day = parametersDay(props)
  const rows = (chosenMethod(props, form.entered)?.drivers ?? []).flatMap((asked) =>
    rowsFor(props.parameters, asked)
      .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day <= validTo))
      .map((row) => ({ row, asked })),
  )
  if (rows.length === 0) return null
  return (
    <details class="reveal">
      <summary>
        {t(text.countyRows)} {locale.day(day)}
      </summary>
      <DataTable
        caption={`${t(text.countyRows)} ${locale.day(day)}`}
        isCaptionHidden
        columns={[
          { label: t(text.row) },
          { label: t(text.value), isNumber: true },
          { label: t(text.prices) },
          { label: t(text.valid) },
          { label: t(text.source) },
        ]}
        rows={rows.map(({ row, asked }) => [
          t(row.name),
          figureInWords(locale, asked, oreOf(row)),
          String(row.priceYear),
          locale.shortDay(row.validFrom),
          <>
            {row.isExample && <Tag color="warning">{t(text.example)}</Tag>} {row.source}
          </>,
        ])}
      />
    </details>
  )
}

const LineForm = ({ props, form, fields }: { props: LineProps; form: FormState; fields: FormFields }) => {
  const { t } = props.visit.locale
  const drivers = fields['drivers']?.kind === 'group' ? fields['drivers'].fields : {}
  const usage = fields['usage']?.kind === 'group' ? fields['usage'].fields : {}
  return (
    <>
      <FoldedMethodChoice props={props} form={form} />
      {fields['drivers'] && (
        <section aria-labelledby={`${fieldId('/drivers')}-rubrik`} id={fieldId('/drivers')}>
          <h2 class="ds-heading" data-size="xs" id={`${fieldId('/drivers')}-rubrik`}>
            {t(text.drivers)}
          </h2>
          <p class="note">{t(text.driversHelp)}</p>
          {Object.entries(drivers).map(
            ([key, field]) =>
              field.kind === 'group' && <DriverForm props={props} form={form} fields={field.fields} driverKey={key} />,
          )}
          <CountyRows props={props} form={form} />
        </section>
      )}
      {fields['usage'] && (
        <section class="usage" aria-labelledby={`${fieldId('/usage')}-rubrik`} id={fieldId('/usage')}>
          <h2 class="ds-heading" data-size="xs" id={`${fieldId('/usage')}-rubrik`}>
            {t(text.use)}
          </h2>
          {curvesOf(props).length === 0 && (
            <p class="note">
              {t(text.noCurve)}{' '}
              <a class="ds-link" href={`${assessmentPath(props)}/grund`}>
                {t(text.toBasis)}
              </a>
            </p>
          )}
          <div class="fields fields--single">
            <Fields form={form} fields={usage} pointer="/usage" />
          </div>
        </section>
      )}
      <section aria-labelledby="tid-rubrik">
        <h2 class="ds-heading" data-size="xs" id="tid-rubrik">
          {t(text.time)}
        </h2>
        <div class="fields">
          <Fields form={form} fields={only(fields, 'startsOn', 'endsOn', 'effect')} />
        </div>
      </section>
    </>
  )
}

const Lead = ({ props: { visit, line } }: { props: LineProps }) => {
  const { t } = visit.locale
  return (
    <>
      <p class="lead line-name">{line.name}</p>
      <p class="case-head">
        <span>{t(line.side === 'benefit' ? text.benefit : text.cost)}</span>
        {line.kind && <span>{t(benefitKindNames[line.kind])}</span>}
        {line.organisation && <span>{organisationName(visit, line.organisation)}</span>}
      </p>
      {line.kind === 'qualitative' && <p>{t(text.qualitative)}</p>}
    </>
  )
}

const Reading = ({ props }: { props: LineProps }) => {
  const { t } = props.visit.locale
  const method = methodOf(props.parameters, props.line.calculation?.method)
  return (
    <div>
      {method && (
        <p>
          <strong>{t(method.name)}.</strong> {t(method.help)}
        </p>
      )}
      <p>
        <a class="ds-link" href={assessmentPath(props)}>
          {t(text.toLines)}
        </a>
      </p>
    </div>
  )
}

export const linePages = createPartPages<LineProps>({
  page: 'line',
  title: ({ visit, assessment }) => `${visit.locale.t(text.title)} (${assessment.kind})`,
  path: pathOf,
  extend: (c, read) => {
    const line = read.assessment.lines.find(({ id }) => id === c.req.param('lineId'))
    if (!line) throw new HTTPException(404)
    return { ...read, line }
  },
  fields: lineReckoningFields,
  contentOf: lineInForm,
  // The county's own figure is the first thing to reckon with, until somebody has one of their own.
  prepare: (props, entered) => {
    for (const asked of chosenMethod(props, entered)?.drivers ?? []) {
      const pointer = `/drivers/${asked.key}`
      const day = parametersDay(props)
      const row = rowsFor(props.parameters, asked).find(
        ({ validFrom, validTo }) => validFrom <= day && (!validTo || day <= validTo),
      )
      const isUntouched = !entered.has(`${pointer}/from`) && !entered.has(`${pointer}/likely`)
      if (row && isUntouched) entered.set(`${pointer}/from`, row.id)
    }
    if (!entered.has('/usage/effect')) entered.set('/usage/effect', 'none')
    const [onlyCurve, second] = curvesOf(props)
    if (onlyCurve && !second && !entered.get('/usage/curve')) entered.set('/usage/curve', onlyCurve.id)
  },
  bodyWith: (props, content) => {
    const body = bodyOf(props.assessment)
    const changed = lineOfForm(props, content)
    return { ...body, lines: body.lines.map((line) => (line.id === props.line.id ? changed : line)) }
  },
  isReckoned: true,
  Lead,
  Fields: LineForm,
  Result: LineResult,
  Reading,
})
