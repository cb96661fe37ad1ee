import type { Text } from '#contracts/language.ts'
import { ranking as rankingView } from '../../../api/matching-views.ts'
import type { Gaps, Ranking } from '../../../api/matching-views.ts'
import { Fields } from '../../../forms/form-field.tsx'
import { fieldId } from '../../../forms/pointer.ts'
import { ErrorSummary, refusalOfProblem } from '../../../forms/refusal.tsx'
import type { Refusal } from '../../../forms/refusal.tsx'
import { Alert } from '../../../layout/alert.tsx'
import type { PageContext, Visit } from '../../../visit.ts'
import { casePath } from '../../case/load-case.ts'
import { audienceFields, audienceOf, needOfCase } from '../need-profile.ts'
import { productRows, requirementRows } from '../section-rows.ts'
import type { Content, RequirementRow } from '../section-rows.ts'
import { Tick, loadTool, nothingChosen, readSection, saveDraft, showTool, toolFor } from '../section-tool.tsx'
import type { Refused, SectionTool } from '../section-tool.tsx'
import { CoverageMatrix } from './coverage-matrix.tsx'
import { numbersOf, withProducts, withSuppliers } from './fill-from-match.ts'
import { ProductList } from './product-list.tsx'

/** The case held against the catalogue: ranked products with why, the coverage matrix, gaps, and what to bring in. */

const text = {
  title: { sv: 'Marknadsmatchning', en: 'Market match' },
  lead: {
    sv: 'Produkterna i katalogen rangordnas efter hur de svarar mot ärendets behov, funktioner och krav. Vem som säljer, hur stort företaget är och vad det tar betalt påverkar inte rangen.',
    en: 'The products of the catalogue are ranked by how they answer the need, functions and requirements of the case. Who sells, how large the company is and what it charges do not change the rank.',
  },
  audience: { sv: 'Målgrupp och sammanhang', en: 'Target group and setting' },
  match: { sv: 'Uppdatera matchningen', en: 'Update the match' },
  products: { sv: 'Produkter', en: 'Products' },
  outOf: { sv: 'produkter i katalogen har jämförts. Metod från', en: 'products in the catalogue were compared. Method from' },
  none: { sv: 'Ingen produkt i katalogen svarar mot behovet.', en: 'No product in the catalogue answers the need.' },
  matrix: { sv: 'Täckning', en: 'Coverage' },
  noRequirements: {
    sv: 'Kravutkastet är tomt. Rangen bygger bara på behovet och funktionerna.',
    en: 'There are no draft requirements. The rank rests on the need and the functions alone.',
  },
  gaps: { sv: 'Det som ingen erbjuder', en: 'What nobody offers' },
  noGaps: { sv: 'Varje funktion och krav möts av någon.', en: 'Every function and requirement is met by somebody.' },
  choose: {
    sv: 'De produkter du markerar läggs i produktjämförelsen, och deras leverantörer i marknadsbedömningen. Ni svarar själva ja, delvis eller nej på varje krav.',
    en: 'The products that you tick go into the product match, and their suppliers into the market assessment. You answer yes, partly or no to each requirement yourselves.',
  },
  fill: {
    sv: 'Fyll i Ja där någon har verifierat kravet, och Nej där en kontroll visade att det inte uppfylls. Vi går igenom svaren.',
    en: 'Fill in Yes where somebody has verified the requirement, and No where a check found that it is not met. We look through the answers.',
  },
  add: { sv: 'Ta in de markerade', en: 'Bring in those ticked' },
} as const satisfies Record<string, Text>

/** As many as the section takes. */
const shown = 8
const asked: Content = { limit: shown }

interface Props {
  readonly tool: SectionTool
  readonly ranked: Ranking | undefined
  readonly unreadable: Refusal | undefined
  readonly requirements: readonly RequirementRow[]
  /** Products in the section, by product, with their numbers. */
  readonly compared: ReadonlyMap<string, string>
  readonly refused: Refused | undefined
}

const pagePath = ({ loaded }: SectionTool): string => `${casePath(loaded)}/marknadsmatch`
const pathWithAudience = (tool: SectionTool, more: Readonly<Record<string, string>> = {}): string => {
  const query = new URLSearchParams(tool.visit.query)
  query.delete('klart')
  for (const [name, value] of Object.entries(more)) query.set(name, value)
  return query.size > 0 ? `${pagePath(tool)}?${query.toString()}` : pagePath(tool)
}

export const AudienceForm = ({ visit, action, submit }: { visit: Visit; action: string; submit: Text }) => (
  <form method="get" action={action} aria-labelledby="malgrupp">
    <h2 class="ds-heading" data-size="sm" id="malgrupp">
      {visit.locale.t(text.audience)}
    </h2>
    <div class="fields">
      <Fields
        form={{
          locale: visit.locale,
          entered: visit.query,
          errors: new Map(),
          options: {},
          action,
          scope: 'malgrupp',
          isSilentOnOptional: true,
        }}
        fields={audienceFields}
      />
    </div>
    <p class="actions">
      <button class="ds-button" data-variant="secondary" type="submit">
        {visit.locale.t(submit)}
      </button>
    </p>
  </form>
)

export const GapList = ({
  tool,
  gaps,
  requirements,
}: {
  tool: SectionTool
  gaps: Gaps
  requirements: readonly RequirementRow[]
}) => {
  const { t } = tool.visit.locale
  const functions = tool.loaded.record.dossier.ideas?.functions ?? []
  const lines = [
    ...gaps.functions.map((id) => `${id} ${functions.find((one) => one.id === id)?.name ?? ''}`),
    ...gaps.requirements.map((id) => `${id} ${requirements.find((one) => one.id === id)?.text ?? ''}`),
  ]
  return (
    <section aria-labelledby="luckor">
      <h2 class="ds-heading" data-size="sm" id="luckor">
        {t(text.gaps)}
      </h2>
      {lines.length === 0 ? (
        <p>{t(text.noGaps)}</p>
      ) : (
        <ul class="plain">
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

const Result = ({ tool, ranked, requirements, compared, refused }: Props & { ranked: Ranking }) => {
  const { t, day } = tool.visit.locale
  const { products, outOf, gaps, methodFrom } = ranked
  return (
    <>
      <section aria-labelledby="produkter">
        <h2 class="ds-heading" data-size="sm" id="produkter">
          {t(text.products)}
        </h2>
        <p class="note">
          {outOf} {t(text.outOf)} {day(methodFrom)}.
        </p>
        {products.length === 0 ? (
          <p class="empty">{t(text.none)}</p>
        ) : (
          <form method="post" action={pathWithAudience(tool)} id={fieldId('/produkt')}>
            {tool.mayEdit && <p>{t(text.choose)}</p>}
            <ProductList tool={tool} products={products} chosen={compared} refused={refused} />
            {tool.mayEdit && (
              <>
                <Tick name="ifyll" value="ja" id="ifyll" label={t(text.fill)} entered={refused?.entered} />
                <p class="actions">
                  <button class="ds-button" type="submit">
                    {t(text.add)}
                  </button>
                </p>
              </>
            )}
          </form>
        )}
      </section>
      {products.length > 0 && (
        <section aria-labelledby="tackning">
          <h2 class="ds-heading" data-size="sm" id="tackning">
            {t(text.matrix)}
          </h2>
          {requirements.length === 0 ? (
            <Alert>
              <p class="ds-paragraph">{t(text.noRequirements)}</p>
            </Alert>
          ) : (
            <CoverageMatrix visit={tool.visit} products={products} rows={requirements} />
          )}
        </section>
      )}
      <GapList tool={tool} gaps={gaps} requirements={requirements} />
    </>
  )
}

const match = async (tool: SectionTool, requirements: Content): Promise<Pick<Props, 'ranked' | 'unreadable'>> => {
  const need = needOfCase(tool.loaded, requirements, audienceOf(tool.visit))
  const done = await tool.visit.api.write('POST', '/v1/catalogue/matches', { need, ...asked }, rankingView)
  return done.ok
    ? { ranked: done.value, unreadable: undefined }
    : { ranked: undefined, unreadable: refusalOfProblem(done.problem, tool.visit.locale, audienceFields, '/need') }
}

const sections = { requirements: 'requirements', match: 'marketMatch', assessment: 'marketAssessment' } as const

const loadMatch = async (tool: SectionTool, refused?: Refused): Promise<Props> => {
  const { visit, loaded, content } = tool
  const { caseId } = loaded.record
  const [requirements, assessment] = await Promise.all([
    readSection(visit, caseId, sections.requirements),
    readSection(visit, caseId, sections.assessment),
  ])
  const found = await match(tool, requirements.content)
  const inMatch = productRows(content.content).map(({ candidate }) => candidate)
  const numbers = numbersOf(assessment.content, found.ranked?.products ?? [])
  return {
    tool,
    ...found,
    requirements: requirementRows(requirements.content),
    compared: new Map([...numbers].filter(([, number]) => inMatch.includes(number))),
    refused,
  }
}

const present = async (c: PageContext, tool: SectionTool, refused?: Refused) => {
  const props = await loadMatch(tool, refused)
  return showTool(c, tool, {
    title: text.title,
    lead: text.lead,
    refused,
    isWide: true,
    children: (
      <>
        {props.unreadable && <ErrorSummary refusal={props.unreadable} />}
        <AudienceForm visit={tool.visit} action={pagePath(tool)} submit={text.match} />
        {props.ranked && <Result {...props} ranked={props.ranked} />}
      </>
    ),
  })
}

export const marketMatchPage = async (c: PageContext) => present(c, await loadTool(c, sections.match))

/**
 * The ticked products into the match, and their suppliers into the assessment first, since the match points at them. When the
 * second is refused the first is still right, and sending again finds the suppliers there.
 */
export const bringInProducts = async (c: PageContext) => {
  const tool = await loadTool(c, sections.match)
  const entered = new URLSearchParams(await c.req.text())
  const requirements = await readSection(tool.visit, tool.loaded.record.caseId, sections.requirements)
  const { ranked } = await match(tool, requirements.content)
  const picked = new Set(entered.getAll('produkt'))
  const chosen = (ranked?.products ?? []).filter(({ productId }) => picked.has(productId))
  if (chosen.length === 0) return present(c, tool, nothingChosen(tool, entered, '/produkt'))

  const assessment = await toolFor(tool, sections.assessment)
  const suppliers = await saveDraft(assessment, (content) => withSuppliers(content, chosen), entered)
  if (!suppliers.ok) return present(c, tool, suppliers.refused)
  const numbers = numbersOf(withSuppliers(assessment.content.content, chosen), chosen)
  const fillsAnswers = entered.get('ifyll') === 'ja'
  const saved = await saveDraft(tool, (content) => withProducts(content, chosen, { numbers, fillsAnswers }), entered)
  return saved.ok ? c.redirect(pathWithAudience(tool, { klart: 'addedToDraft' }), 303) : present(c, saved.tool, saved.refused)
}
