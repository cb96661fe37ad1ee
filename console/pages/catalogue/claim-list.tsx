import type { Text } from '#contracts/language.ts'
import type { CatalogueForms, ProductView } from '../../api/catalogue-views.ts'
import { ActionForm, RevealedForm } from '../../forms/action-form.tsx'
import type { FailedForm } from '../../forms/action-form.tsx'
import { words } from '../../language/words.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { hasRole } from '../../session/user.ts'
import type { Visit } from '../../visit.ts'
import { optionName } from './catalogue-forms.ts'
import { ClaimTag } from './claim-tag.tsx'
import { judgeFields } from './judge-fields.ts'

/** Each thing that is claimed of a product, with how far somebody has looked at it. */

const text = {
  title: { sv: 'Uppgifter och hur de är kontrollerade', en: 'Claims and how they have been checked' },
  claim: { sv: 'Uppgift', en: 'Claim' },
  words: { sv: 'Vad leverantören säger', en: 'What the supplier says' },
  none: { sv: 'Inga uppgifter att kontrollera.', en: 'No claims to check.' },
  check: { sv: 'Kontrollera', en: 'Check' },
  device: { sv: 'Medicinteknisk klass', en: 'Medical device class' },
  evidence: { sv: 'Underlag', en: 'Evidence' },
  evaluated: { sv: 'Enligt en organisations bedömning', en: 'By the evaluation of an organisation' },
} as const satisfies Record<string, Text>

interface Worded {
  readonly title: string
  readonly said: string
  readonly evidence: string | undefined
}

const textIn = (row: unknown, key: string): string | undefined => {
  const value = typeof row === 'object' && row !== null ? (row as Record<string, unknown>)[key] : undefined // an object, just seen
  return typeof value === 'string' ? value : undefined
}

const rowsIn = (content: Readonly<Record<string, unknown>>, key: string): readonly unknown[] => {
  const rows = content[key]
  return Array.isArray(rows) ? rows : []
}

const wordsOf = (claim: string, { content }: ProductView, forms: CatalogueForms, visit: Visit): Worded => {
  const { t } = visit.locale
  const [kind = '', ...rest] = claim.split(':')
  const of = rest.join(':')
  if (kind === 'requirement') {
    const row = rowsIn(content, 'claims').find((one) => textIn(one, 'requirementId') === of)
    return { title: of, said: textIn(row, 'statement') ?? '', evidence: textIn(row, 'evidence') }
  }
  if (kind === 'interface') {
    const row = rowsIn(content, 'interfaces').find((one) => textIn(one, 'standard') === of)
    const evidenceKind = textIn(row, 'evidenceKind')
    const list = forms.product.fields['interfaces']
    const item = list?.kind === 'list' && list.item.kind === 'group' ? list.item.fields : {}
    return {
      title: of,
      said: evidenceKind ? optionName(item, 'evidenceKind', evidenceKind, visit) : '',
      evidence: textIn(row, 'evidence'),
    }
  }
  const device = forms.product.fields['medicalDevice']
  const declared = textIn(content['medicalDevice'], 'class') ?? ''
  return {
    title: t(text.device),
    said: device?.kind === 'group' ? optionName(device.fields, 'class', declared, visit) : declared,
    evidence: textIn(content['medicalDevice'], 'evidence'),
  }
}

export const judgeScope = (index: number): string => `kontroll-${index}`

export const ClaimList = ({
  visit,
  product,
  forms,
  failed,
}: {
  visit: Visit
  product: ProductView
  forms: CatalogueForms
  failed?: FailedForm | undefined
}) => {
  const { t, moment } = visit.locale
  const claims = product.claims.map((one) => ({ ...one, ...wordsOf(one.claim, product, forms, visit) }))
  return (
    <section aria-labelledby="uppgifter">
      <h2 class="ds-heading" data-size="sm" id="uppgifter">
        {t(text.title)}
      </h2>
      {claims.length === 0 ? (
        <p class="empty">{t(text.none)}</p>
      ) : (
        <DataTable
          caption={t(text.title)}
          isCaptionHidden
          columns={[text.claim, text.words, words.status].map((label) => ({ label: t(label) }))}
          rows={claims.map(({ title, requirementId, said, evidence, status, basis, reason, judgedAt }) => [
            requirementId ? (
              <a class="ds-link" href={`/kravbibliotek/${encodeURIComponent(requirementId)}`}>
                {title}
              </a>
            ) : (
              title
            ),
            <>
              {said}
              {evidence && (
                <span class="note block">
                  <a class="ds-link" href={evidence} rel="noopener noreferrer">
                    {t(text.evidence)}
                    <span class="ds-sr-only"> {title}</span>
                  </a>
                </span>
              )}
            </>,
            <>
              <ClaimTag status={status} locale={visit.locale} />
              {basis === 'evaluation' && <span class="note block">{t(text.evaluated)}</span>}
              {reason && <span class="note block">{reason}</span>}
              {judgedAt && <span class="note block">{moment(judgedAt)}</span>}
            </>,
          ])}
        />
      )}
      {hasRole(visit.user, 'curator') &&
        claims.map(({ claim, title, status }, index) => (
          <RevealedForm title={`${t(text.check)}: ${title}`} isOpen={failed?.scope === judgeScope(index)}>
            <ActionForm
              visit={visit}
              scope={judgeScope(index)}
              action={`/katalog/produkter/${product.productId}/uppgifter`}
              fields={judgeFields}
              entered={new URLSearchParams(status === 'declared' ? {} : { '/status': status })}
              submit={t(words.save)}
              failed={failed}
            >
              <input type="hidden" name="claim" value={claim} />
              <input type="hidden" name="index" value={String(index)} />
              <input type="hidden" name="revision" value={String(product.revision)} />
            </ActionForm>
          </RevealedForm>
        ))}
    </section>
  )
}
