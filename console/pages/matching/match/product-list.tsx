import { companySizes } from '#contracts/company-sizes.ts'
import type { Text } from '#contracts/language.ts'
import type { RankedProduct } from '../../../api/matching-views.ts'
import { organisationName } from '../../../layout/names.ts'
import { Tag } from '../../../layout/tag.tsx'
import type { Refused, SectionTool } from '../section-tool.tsx'
import { Tick } from '../section-tool.tsx'
import { coverageColors, coverageNames, groundInWords, loweredBy } from './match-words.ts'

/** The ranked products, each with why: function by function, requirement by requirement, and what can be reused. */

const text = {
  relevance: { sv: 'Svarar mot behovet', en: 'Answers the need' },
  score: { sv: 'efter krav och underlag', en: 'after requirements and assurance' },
  lowered: { sv: 'Drar ned', en: 'Lowered by' },
  functions: { sv: 'Funktioner', en: 'Functions' },
  notOffered: { sv: 'Sägs inte i produktens text', en: "Not said in the product's text" },
  requirements: { sv: 'Kraven ett för ett', en: 'The requirements one by one' },
  evaluations: { sv: 'Utvärderingar att återanvända', en: 'Evaluations to reuse' },
  callOff: { sv: 'Går att avropa från avtal hos', en: 'Can be called off from contracts of' },
  price: { sv: 'Pris per år', en: 'Price a year' },
  readiness: { sv: 'Mognad (TRL)', en: 'Readiness (TRL)' },
  chosen: { sv: 'Finns i produktjämförelsen som', en: 'Is in the product match as' },
  inCatalogue: { sv: 'i katalogen', en: 'in the catalogue' },
  nothingSaid: { sv: 'ingen uppgift', en: 'nothing said' },
} as const satisfies Record<string, Text>

export const productPath = (productId: string): string => `/katalog/produkter/${encodeURIComponent(productId)}`

const Facts = ({ tool, product }: { tool: SectionTool; product: RankedProduct }) => {
  const { t, money, list } = tool.visit.locale
  const { companyName, companySize, priceFrom, priceTo, readiness, callOff, evaluations, productId } = product
  const prices = [...new Set([priceFrom, priceTo].filter((one) => one !== undefined))]
  const parts = [
    companyName,
    ...(companySize ? [t(companySizes[companySize])] : []),
    ...(prices.length > 0 ? [`${t(text.price)}: ${prices.map(money).join(' – ')}`] : []),
    ...(readiness !== undefined ? [`${t(text.readiness)}: ${readiness}`] : []),
  ]
  return (
    <>
      <p class="note">{parts.join(' · ')}</p>
      {evaluations.length > 0 && (
        <p>
          <a class="ds-link" href={productPath(productId)}>
            {t(text.evaluations)} ({evaluations.length})
          </a>
        </p>
      )}
      {callOff.length > 0 && (
        <p>
          {t(text.callOff)} {list(callOff.map((id) => organisationName(tool.visit, id)))}.
        </p>
      )}
    </>
  )
}

const Why = ({ tool, product }: { tool: SectionTool; product: RankedProduct }) => {
  const { locale } = tool.visit
  const { t } = locale
  return (
    <>
      {product.functions.length > 0 && (
        <details class="reveal">
          <summary>
            {t(text.functions)}: {product.functions.filter(({ isOffered }) => isOffered).length}/{product.functions.length}
            <span class="ds-sr-only"> {product.name}</span>
          </summary>
          <ul class="plain">
            {product.functions.map(({ id, name, isOffered, passages }) => (
              <li>
                {id} {name}
                <span class="note block">
                  {isOffered ? passages.map((passage) => `”${passage.text}”`).join(' ') : t(text.notOffered)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {product.requirements.length > 0 && (
        <details class="reveal">
          <summary>
            {t(text.requirements)}
            <span class="ds-sr-only"> {product.name}</span>
          </summary>
          <ul class="plain">
            {product.requirements.map(({ id, coverage, grounds }) => (
              <li>
                {id} <Tag color={coverageColors[coverage]}>{t(coverageNames[coverage])}</Tag>{' '}
                <span class="note">
                  {grounds.length > 0 ? grounds.map((ground) => groundInWords(locale, ground)).join('; ') : t(text.nothingSaid)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

export const ProductList = ({
  tool,
  products,
  chosen,
  refused,
}: {
  tool: SectionTool
  products: readonly RankedProduct[]
  /** Those compared already, by product, with their numbers. */
  chosen: ReadonlyMap<string, string>
  refused: Refused | undefined
}) => {
  const { locale } = tool.visit
  const { t, share, list } = locale
  return (
    <ol class="market-list">
      {products.map((product) => {
        const { rank, productId, name, summary, relevance, score } = product
        const number = chosen.get(productId)
        const lowered = [...loweredBy(locale, product.relevanceParts), ...loweredBy(locale, product.assuranceParts)]
        const label = (
          <strong>
            {rank}. {name}
          </strong>
        )
        return (
          <li>
            {number === undefined && tool.mayEdit ? (
              <Tick name="produkt" value={productId} id={`produkt-${productId}`} label={label} entered={refused?.entered} />
            ) : (
              <p>
                {label} {number !== undefined && <Tag color="success">{`${t(text.chosen)} ${number}`}</Tag>}
              </p>
            )}
            <p>
              {summary}{' '}
              <a class="ds-link" href={productPath(productId)}>
                {name} {t(text.inCatalogue)}
              </a>
            </p>
            <p class="note">
              {t(text.relevance)} {share(relevance)}, {t(text.score)} {share(score)}.
              {lowered.length > 0 && ` ${t(text.lowered)}: ${list(lowered)}.`}
            </p>
            <Facts tool={tool} product={product} />
            <Why tool={tool} product={product} />
          </li>
        )
      })}
    </ol>
  )
}
