import type { Text } from '#contracts/language.ts'
import { createAmounts } from '../../../language/amounts.ts'
import { words } from '../../../language/words.ts'
import { DataTable } from '../../../layout/data-table.tsx'
import { Tag } from '../../../layout/tag.tsx'
import { shareInWords } from '../explain-line.ts'
import type { LoadedCalculation } from './load-calculation.ts'
import { percentOf } from './usage.tsx'
import { rowOf } from './used-rows.ts'

/** What becomes of the result if this project is as optimistic as projects usually are at this stage. */

const text = {
  title: { sv: 'Om vi är för optimistiska', en: 'If we are too optimistic' },
  caption: { sv: 'Nettonuvärde', en: 'Net present value' },
  asReckoned: { sv: 'Som beräknat', en: 'As reckoned' },
  with: { sv: 'Med påslag för optimism', en: 'With optimism bias' },
  money: { sv: 'I pengar', en: 'In money' },
  withFreed: { sv: 'Med frigjorda resurser', en: 'With freed resources' },
  source: { sv: 'Källa', en: 'Source' },
  example: { sv: 'Exempelvärde', en: 'Example value' },
  holds: { sv: 'Det lönar sig ändå, frigjorda resurser inräknade.', en: 'It pays all the same, freed resources counted.' },
  fails: {
    sv: 'Med det påslaget lönar det sig inte, ens med frigjorda resurser inräknade.',
    en: 'With that it does not pay, even with freed resources counted.',
  },
} as const satisfies Record<string, Text>

const explained = ({ visit: { locale }, calculation: { optimismBias } }: LoadedCalculation): string => {
  if (!optimismBias) return ''
  const [costs, benefits] = [optimismBias.costsRaisedBy, optimismBias.benefitsLoweredBy].map((share) =>
    shareInWords(locale, percentOf(share)),
  )
  const lowered = optimismBias.benefitsLoweredBy > 0
  return locale.language === 'sv'
    ? `Tidiga kalkyler brukar räkna kostnaderna för lågt. Här är kostnaderna höjda med ${costs}${lowered ? ` och nyttorna sänkta med ${benefits}` : ''}, så mycket som hör till den här nyttovärderingen. Påslaget minskar för varje nyttovärdering, när riskerna är hanterade. Det är ett räkneexempel bredvid kalkylen och ingår inte i den.`
    : `Early calculations tend to put costs too low. Here costs are raised by ${costs}${lowered ? ` and benefits lowered by ${benefits}` : ''}, as much as belongs to this assessment. It shrinks with each assessment, as risks are dealt with. It stands beside the calculation and is not part of it.`
}

export const Optimism = ({ of }: { of: LoadedCalculation }) => {
  const { locale } = of.visit
  const { t } = locale
  const { whole } = createAmounts(locale)
  const { optimismBias, calculation } = of.calculation
  const { afterOptimismBias, inHand, withFreedResources } = calculation
  if (!optimismBias || !afterOptimismBias) return null
  const row = rowOf(of, optimismBias.parameter)
  return (
    <section aria-labelledby="optimism">
      <h2 class="ds-heading" data-size="sm" id="optimism">
        {t(text.title)}
      </h2>
      <p class="measure">
        {t(afterOptimismBias.withFreedResources >= 0 ? text.holds : text.fails)} {explained(of)}
      </p>
      <DataTable
        caption={t(text.caption)}
        columns={[
          { label: t(words.what) },
          { label: t(text.money), isNumber: true },
          { label: t(text.withFreed), isNumber: true },
        ]}
        rows={[
          [t(text.asReckoned), whole(inHand.netPresentValue), whole(withFreedResources.netPresentValue)],
          [t(text.with), whole(afterOptimismBias.inHand), whole(afterOptimismBias.withFreedResources)],
        ]}
      />
      {row && (
        <p class="note measure">
          {t(text.source)}: {row.source}. {row.isExample && <Tag color="warning">{t(text.example)}</Tag>}
        </p>
      )}
    </section>
  )
}
