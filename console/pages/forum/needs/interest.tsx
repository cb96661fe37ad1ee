import type { Text } from '#contracts/language.ts'
import { at } from '../../../api/client.ts'
import type { Interests, NeedView, OwnInterest } from '../../../api/forum-views.ts'
import { ActionForm } from '../../../forms/action-form.tsx'
import type { FailedForm, FormFields } from '../../../forms/action-form.tsx'
import { writeForm } from '../../../forms/write-form.ts'
import { DataTable } from '../../../layout/data-table.tsx'
import type { Visit } from '../../../visit.ts'
import type { Body } from '../forum-form.tsx'
import { Button, HiddenAlert } from '../forum-form.tsx'
import { linesOf } from '../lines.ts'
import { text } from '../words.ts'
import { interestedInWords } from './need-list.tsx'

/** Interest in a need: the count for everybody, one's own for a supplier, who they are for the need's organisation. */

const own = {
  title: { sv: 'Intresse', en: 'Interest' },
  equal: {
    sv: 'Alla ser antalet. Vilka företagen är och vad de skriver ser bara organisationen som har behovet.',
    en: 'Everybody sees the number. Only the organisation that has the need sees which the companies are and what they write.',
  },
  show: { sv: 'Visa intresse', en: 'Show interest' },
  change: { sv: 'Ändra vad du har skrivit', en: 'Change what you have written' },
  shown: { sv: 'Du har visat intresse för behovet.', en: 'You have shown interest in the need.' },
  withdraw: { sv: 'Ta tillbaka intresset', en: 'Take the interest back' },
  who: { sv: 'Företag som har visat intresse', en: 'Companies that have shown interest' },
  company: { sv: 'Företag', en: 'Company' },
  products: { sv: 'Produkter', en: 'Products' },
  message: { sv: 'Meddelande', en: 'Message' },
  when: { sv: 'Sedan', en: 'Since' },
  hidden: { sv: 'Dolt', en: 'Hidden' },
} as const satisfies Record<string, Text>

export const interestScope = 'intresse'

export const interestFields: FormFields = {
  company: { kind: 'text', label: own.company, maxLength: 200, isRequired: false },
  products: {
    kind: 'prose',
    label: { sv: 'Produkter som ni tänker på', en: 'Products that you think of' },
    help: { sv: 'En per rad, högst fem.', en: 'One on each line, at most five.' },
    maxLength: 1_000,
    isRequired: false,
  },
  message: {
    kind: 'prose',
    label: { sv: 'Meddelande till organisationen', en: 'Message to the organisation' },
    help: {
      sv: 'Bara organisationen som har behovet läser det. Meddelandet blir en allmän handling.',
      en: 'Only the organisation that has the need reads it. The message becomes a public record.',
    },
    maxLength: 2_000,
    isRequired: false,
  },
}

export const bodyOfInterest = ({ products, ...rest }: Readonly<Record<string, unknown>>): Body => ({
  content: { ...rest, products: linesOf(products) },
})

const Own = ({
  visit,
  need,
  interest,
  failed,
}: {
  visit: Visit
  need: NeedView
  interest: OwnInterest
  failed: FailedForm | undefined
}) => {
  const { t } = visit.locale
  const action = at`/forum/behov/${need.needId}/intresse`
  const form = (
    <ActionForm
      visit={visit}
      scope={interestScope}
      action={action}
      fields={interestFields}
      entered={writeForm(interestFields, { ...interest, products: interest.products.join('\n') })}
      submit={t(interest.isShown ? own.change : own.show)}
      failed={failed}
    />
  )
  if (!interest.isShown) return form
  return (
    <>
      <p>{t(own.shown)}</p>
      <HiddenAlert visit={visit} hidden={interest.hidden} />
      <details class="reveal" open={failed !== undefined}>
        <summary>{t(own.change)}</summary>
        {form}
      </details>
      <Button action={`${action}/aterkallelse`} label={t(own.withdraw)} isQuiet />
    </>
  )
}

const Who = ({ visit, needId, interests }: { visit: Visit; needId: string; interests: Interests }) => {
  const { t, moment } = visit.locale
  return (
    <DataTable
      caption={t(own.who)}
      columns={[own.company, own.products, own.message, own.when].map((label) => ({ label: t(label) }))}
      rows={interests.map(({ interestId, supplier, company, products, message, shownAt, isHidden }) => [
        <>
          {company ?? supplier}
          {company && <span class="note block">{supplier}</span>}
        </>,
        products.join(', ') || '–',
        <>
          {isHidden ? t(own.hidden) : (message ?? '–')}
          {message && (
            <a class="ds-link note block no-print" href={`/forum/anmal?typ=interest&id=${needId}&del=${interestId}`}>
              {t(text.report)}
            </a>
          )}
        </>,
        moment(shownAt),
      ])}
    />
  )
}

export const InterestPart = ({
  visit,
  need,
  interest,
  interests,
  failed,
}: {
  visit: Visit
  need: NeedView
  interest: OwnInterest | undefined
  interests: Interests | undefined
  failed: FailedForm | undefined
}) => (
  <section aria-labelledby="intresse-rubrik">
    <h2 class="ds-heading" data-size="sm" id="intresse-rubrik">
      {visit.locale.t(own.title)}
    </h2>
    <p>{interestedInWords(visit, need.interested)}.</p>
    <p class="note measure">{visit.locale.t(own.equal)}</p>
    {interests && interests.length > 0 && <Who visit={visit} needId={need.needId} interests={interests} />}
    {interest && (need.status === 'published' || interest.isShown) && (
      <Own visit={visit} need={need} interest={interest} failed={failed?.scope === interestScope ? failed : undefined} />
    )}
  </section>
)
