import { assessmentNames } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import { words } from '../../../language/words.ts'
import { Alert } from '../../../layout/alert.tsx'
import { show } from '../../../layout/page.tsx'
import type { PageContext } from '../../../visit.ts'
import { CaseSubpage } from '../../case/case-frame.tsx'
import { AssessmentNav } from '../assessment-nav.tsx'
import { mayWrite } from '../load-assessment.ts'
import { AssessmentTag } from '../overview.tsx'
import { hrefOfPlace, nameOfPlace, placeOf } from '../problem-places.ts'
import { HowReckoned } from './how-reckoned.tsx'
import { KeyFigures, KeyFigureTable } from './key-figures.tsx'
import { loadCalculation } from './load-calculation.ts'
import type { LoadedCalculation } from './load-calculation.ts'
import { Optimism } from './optimism.tsx'
import { Organisations } from './organisations.tsx'
import { Qualitative } from './qualitative.tsx'
import { Uncertainty } from './uncertainty.tsx'
import { Usage } from './usage.tsx'
import { usedRows } from './used-rows.ts'
import { YearByYear } from './year-by-year.tsx'

/** What a benefit assessment comes to: the answer first, then what it rests on, then how it is reckoned. */

const text = {
  title: { sv: 'Kalkyl', en: 'Calculation' },
  leftOut: { sv: 'Allt är inte med i kalkylen', en: 'Not everything is in the calculation' },
  leftOutText: {
    sv: 'Det här måste rättas innan raderna kan räknas med:',
    en: 'This must be put right before the lines can be counted:',
  },
  examples: { sv: 'Kalkylen räknar med exempelvärden', en: 'The calculation uses example values' },
  examplesText: {
    sv: 'Länet har inte beslutat om',
    en: 'The county has not decided',
  },
  examplesTail: { sv: 'Källorna står längst ned på sidan.', en: 'The sources stand at the foot of the page.' },
  nothing: {
    sv: 'Ingen rad går att räkna på än. En rad räknas när den har en organisation och ett belopp eller ett räknesätt.',
    en: 'No line can be reckoned yet. A line is reckoned when it has an organisation and an amount or a method.',
  },
  toComparison: { sv: 'Från löfte till utfall', en: 'From promise to outcome' },
} as const satisfies Record<string, Text>

const LeftOut = ({ of }: { of: LoadedCalculation }) => {
  const { visit, assessment, calculation, parameters } = of
  const { t } = visit.locale
  if (calculation.problems.length === 0) return null
  return (
    <Alert color="warning" title={t(text.leftOut)}>
      <p class="ds-paragraph">{t(text.leftOutText)}</p>
      <ul class="plain">
        {calculation.problems.map(({ pointer, message }) => {
          const place = placeOf(pointer, assessment.lines)
          const name = nameOfPlace(place, { parameters, lines: assessment.lines, t })
          return (
            <li>
              <a class="ds-link" href={hrefOfPlace(of, place)}>
                {name ? `${name}: ${t(message)}` : t(message)}
              </a>
            </li>
          )
        })}
      </ul>
    </Alert>
  )
}

const Examples = ({ of }: { of: LoadedCalculation }) => {
  const { t, list } = of.visit.locale
  const names = usedRows(of).flatMap(({ isExample, name }) => (isExample ? [name.toLowerCase()] : []))
  if (names.length === 0) return null
  return (
    <p class="note measure">
      <strong>{t(text.examples)}.</strong> {t(text.examplesText)} {list(names)}. {t(text.examplesTail)}
    </p>
  )
}

const Result = ({ of }: { of: LoadedCalculation }) => {
  const { visit, calculation } = of
  if (calculation.calculation.lines.length === 0) return <p class="empty">{visit.locale.t(text.nothing)}</p>
  return (
    <>
      <KeyFigures visit={visit} view={calculation} />
      <section>
        <KeyFigureTable visit={visit} view={calculation} />
        <Examples of={of} />
      </section>
      <YearByYear visit={visit} view={calculation} />
      <Organisations visit={visit} organisations={calculation.calculation.organisations} />
      <Uncertainty of={of} />
      <Usage of={of} />
      <Optimism of={of} />
    </>
  )
}

export const calculationPage = async (c: PageContext) => {
  const of = await loadCalculation(c)
  const { visit, caseId, loaded, assessment } = of
  const { locale } = visit
  const { t } = locale
  return show(
    c,
    <CaseSubpage
      visit={visit}
      loaded={loaded}
      title={`${t(text.title)}: ${t(assessmentNames[assessment.kind]).toLowerCase()} (${assessment.kind})`}
    >
      <p class="case-head">
        <AssessmentTag status={assessment.status} locale={locale} />
        {assessment.version > 0 && (
          <span>
            {t(words.version)} {assessment.version}
          </span>
        )}
        <a class="ds-link" href={`/arenden/${caseId}/nytta/jamfor`}>
          {t(text.toComparison)}
        </a>
      </p>
      <AssessmentNav of={of} isEditable={mayWrite(of)} />
      <LeftOut of={of} />
      <Result of={of} />
      <Qualitative of={of} />
      <HowReckoned of={of} />
    </CaseSubpage>,
  )
}
