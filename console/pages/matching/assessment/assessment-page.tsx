import { companySizes } from '#contracts/company-sizes.ts'
import type { Text } from '#contracts/language.ts'
import { marketAssessment as assessmentView } from '../../../api/matching-views.ts'
import type { AbilityReason, AssessedSupplier, MarketAssessment } from '../../../api/matching-views.ts'
import { fieldId } from '../../../forms/pointer.ts'
import { ErrorSummary, refusalOfProblem } from '../../../forms/refusal.tsx'
import type { Refusal } from '../../../forms/refusal.tsx'
import { Alert } from '../../../layout/alert.tsx'
import { DataTable } from '../../../layout/data-table.tsx'
import { Facts } from '../../../layout/facts.tsx'
import { Tag } from '../../../layout/tag.tsx'
import type { PageContext } from '../../../visit.ts'
import { AudienceForm, GapList } from '../match/match-page.tsx'
import { productPath } from '../match/product-list.tsx'
import { numbersOf } from '../match/fill-from-match.ts'
import { audienceFields, audienceOf, needOfCase } from '../need-profile.ts'
import { requirementRows, talkRows } from '../section-rows.ts'
import type { RequirementRow } from '../section-rows.ts'
import { Tick, loadTool, nothingChosen, readSection, saveDraft, sectionPath, showTool } from '../section-tool.tsx'
import type { Refused, SectionTool } from '../section-tool.tsx'
import { gapsInWords, supplyOf, withAssessment } from './fill-assessment.ts'

/** What the market can do, worked out by the catalogue and offered as a beginning for the section. */

const text = {
  title: { sv: 'Förslag till marknadsbedömning', en: 'Proposal for the market assessment' },
  lead: {
    sv: 'Räknat ur produktkatalogen och de samtal som är antecknade. Ta över det som stämmer, och skriv slutsatsen själva.',
    en: 'Worked out from the product catalogue and the talks that are noted. Take over what is right, and write the conclusion yourselves.',
  },
  rule: {
    sv: 'Kan leverera: inget ska-krav är känt som ouppfyllt och minst hälften av funktionerna beskrivs. Nu: alla funktioner, svar på alla ska-krav och TRL 8 eller högre. Det ingen har sagt räknas aldrig som ett ja. Regeln gäller från',
    en: 'Able: no must is known to be unmet, and at least half of the functions are described. Now: all functions, an answer to every must, and TRL 8 or higher. What nobody has said never counts as a yes. The rule is from',
  },
  update: { sv: 'Räkna om', en: 'Work it out anew' },
  able: { sv: 'Leverantörer som kan leverera', en: 'Suppliers able to deliver' },
  ableNow: { sv: 'varav nu', en: 'of which now' },
  small: { sv: 'Små och medelstora bland dem', en: 'Small and medium among them' },
  unknownSize: { sv: 'okänd storlek', en: 'size unknown' },
  maturity: { sv: 'Utbudets mognad', en: 'Maturity of the supply' },
  readiness: { sv: 'Mognad (TRL)', en: 'Readiness (TRL)' },
  price: { sv: 'Pris per år', en: 'Price a year' },
  told: { sv: 'har angett', en: 'have told' },
  notTold: { sv: 'Ingen uppgift', en: 'Not told' },
  suppliers: { sv: 'Leverantörer', en: 'Suppliers' },
  supplier: { sv: 'Leverantör och lösning', en: 'Supplier and solution' },
  size: { sv: 'Storlek', en: 'Size' },
  ability: { sv: 'Förmåga', en: 'Ability' },
  talked: { sv: 'Dialog har hållits', en: 'There has been dialogue' },
  none: { sv: 'Ingen produkt i katalogen svarar mot behovet.', en: 'No product in the catalogue answers the need.' },
  onlyInDialogue: { sv: 'Bedöm för hand', en: 'Assess by hand' },
  onlyInDialogueHelp: {
    sv: 'Ni har talat med dem, men katalogen har ingen produkt från dem som svarar mot behovet.',
    en: 'You have talked with them, but the catalogue has no product of theirs that answers the need.',
  },
  takeOver: { sv: 'Ta över i avsnittet', en: 'Take over into the section' },
  takeOverHelp: {
    sv: 'Det som redan står i avsnittet skrivs inte över. Slutsatsen skriver ni själva.',
    en: 'What stands in the section is not written over. You write the conclusion yourselves.',
  },
  there: { sv: 'Finns redan som', en: 'Is there already as' },
  takeMaturity: { sv: 'Mognad', en: 'Maturity' },
  takeGaps: { sv: 'Luckorna som text', en: 'The gaps as text' },
  add: { sv: 'Ta över det markerade', en: 'Take over what is ticked' },
} as const satisfies Record<string, Text>

const abilityNames = {
  now: { sv: 'Kan leverera nu', en: 'Can deliver now' },
  adaptation: { sv: 'Efter anpassning', en: 'After adaptation' },
  development: { sv: 'Efter utveckling', en: 'After development' },
  no: { sv: 'Kan inte leverera', en: 'Cannot deliver' },
} as const satisfies Record<AssessedSupplier['ability'], Text>
const abilityColors = { now: 'success', adaptation: 'info', development: 'warning', no: 'neutral' } as const

const maturityNames = {
  established: { sv: 'Färdiga lösningar i bred användning', en: 'Finished solutions in wide use' },
  emerging: { sv: 'Färdiga lösningar hos några få', en: 'Finished solutions in a few places' },
  prototypes: { sv: 'Prototyper eller delar', en: 'Prototypes or parts' },
  none: { sv: 'Inget utbud ännu', en: 'No supply yet' },
} as const satisfies Record<MarketAssessment['maturity'], Text>

const reasonNames = {
  mustsMissing: { sv: 'Uppfyller inte', en: 'Does not meet' },
  fewFunctions: { sv: 'Saknar funktionerna', en: 'Lacks the functions' },
  notFinished: { sv: 'Produkten är inte färdig', en: 'The product is not finished' },
  functionsLacking: { sv: 'Saknar i sin beskrivning', en: 'Does not describe' },
  mustsUnknown: { sv: 'Har inte svarat på', en: 'Has not answered' },
  readinessUnknown: { sv: 'Mognaden är inte angiven', en: 'The readiness is not told' },
} as const satisfies Record<AbilityReason, Text>

interface Props {
  readonly tool: SectionTool
  readonly assessment: MarketAssessment | undefined
  readonly unreadable: Refusal | undefined
  readonly requirements: readonly RequirementRow[]
}

const pagePath = (tool: SectionTool): string => `${sectionPath(tool)}/forslag`
const pathWithAudience = (tool: SectionTool): string => {
  const query = new URLSearchParams(tool.visit.query)
  query.delete('klart')
  return query.size > 0 ? `${pagePath(tool)}?${query.toString()}` : pagePath(tool)
}

const range = (from: string | undefined, to: string | undefined): string | undefined => {
  const ends = [...new Set([from, to].filter((end) => end !== undefined))]
  return ends.length > 0 ? ends.join(' – ') : undefined
}

const Summary = ({ tool, assessment }: { tool: SectionTool; assessment: MarketAssessment }) => {
  const { t, money, day } = tool.visit.locale
  const { able, ableNow, ableSmall, ableOfUnknownSize, maturity, readiness, price, ruleFrom } = assessment
  const asWords = (figure: number | undefined): string | undefined => (figure === undefined ? undefined : String(figure))
  const asMoney = (ore: number | undefined): string | undefined => (ore === undefined ? undefined : money(ore))
  const ofAble = (told: number): string => `(${told}/${able} ${t(text.told)})`
  return (
    <>
      <Facts
        rows={[
          [t(text.able), `${able}, ${t(text.ableNow)} ${ableNow}`],
          [t(text.small), `${ableSmall}${ableOfUnknownSize > 0 ? ` (${ableOfUnknownSize} ${t(text.unknownSize)})` : ''}`],
          [t(text.maturity), t(maturityNames[maturity])],
          [
            t(text.readiness),
            `${range(asWords(readiness.lowest), asWords(readiness.highest)) ?? t(text.notTold)} ${ofAble(readiness.told)}`,
          ],
          [t(text.price), `${range(asMoney(price.from), asMoney(price.to)) ?? t(text.notTold)} ${ofAble(price.told)}`],
        ]}
      />
      <p class="note">
        {t(text.rule)} {day(ruleFrom)}.
      </p>
    </>
  )
}

const Suppliers = ({ tool, assessment }: { tool: SectionTool; assessment: MarketAssessment }) => {
  const { t, money } = tool.visit.locale
  if (assessment.suppliers.length === 0) return <p class="empty">{t(text.none)}</p>
  return (
    <DataTable
      caption={t(text.suppliers)}
      columns={[text.supplier, text.size, text.ability, text.price].map((label) => ({ label: t(label) }))}
      rows={assessment.suppliers.map((one) => [
        <>
          {one.companyName}
          <span class="block">
            <a class="ds-link" href={productPath(one.productId)}>
              {one.productName}
            </a>
          </span>
          {one.hasTalked && <span class="note block">{t(text.talked)}</span>}
        </>,
        one.companySize ? t(companySizes[one.companySize]) : t(text.notTold),
        <>
          <Tag color={abilityColors[one.ability]}>{t(abilityNames[one.ability])}</Tag>
          {one.because.map(({ kind, ids }) => (
            <span class="note block">
              {t(reasonNames[kind])}
              {ids.length > 0 && ` ${ids.join(', ')}`}
            </span>
          ))}
        </>,
        range(
          one.priceFrom === undefined ? undefined : money(one.priceFrom),
          one.priceTo === undefined ? undefined : money(one.priceTo),
        ) ?? t(text.notTold),
      ])}
    />
  )
}

const TakeOver = ({
  tool,
  assessment,
  refused,
}: {
  tool: SectionTool
  assessment: MarketAssessment
  refused: Refused | undefined
}) => {
  const { t } = tool.visit.locale
  const there = numbersOf(tool.content.content, assessment.suppliers.map(supplyOf))
  return (
    <form method="post" action={pathWithAudience(tool)} id={fieldId('/leverantor')} aria-labelledby="ta-over">
      <h2 class="ds-heading" data-size="sm" id="ta-over">
        {t(text.takeOver)}
      </h2>
      <p class="note">{t(text.takeOverHelp)}</p>
      {assessment.suppliers.map(({ productId, companyName, productName, ability }) => (
        <Tick
          name="leverantor"
          value={productId}
          id={`leverantor-${productId}`}
          label={`${companyName}, ${productName}${there.has(productId) ? ` (${t(text.there)} ${there.get(productId) ?? ''})` : ''}`}
          entered={refused?.entered}
          isUsual={ability !== 'no'}
        />
      ))}
      <Tick
        name="med"
        value="mognad"
        id="med-mognad"
        label={`${t(text.takeMaturity)}: ${t(maturityNames[assessment.maturity])}`}
        entered={refused?.entered}
        isUsual
      />
      <Tick name="med" value="luckor" id="med-luckor" label={t(text.takeGaps)} entered={refused?.entered} isUsual />
      <p class="actions">
        <button class="ds-button" type="submit">
          {t(text.add)}
        </button>
      </p>
    </form>
  )
}

const load = async (tool: SectionTool): Promise<Props> => {
  const { visit, loaded } = tool
  const { caseId } = loaded.record
  const [requirements, dialogue] = await Promise.all([
    readSection(visit, caseId, 'requirements'),
    readSection(visit, caseId, 'marketDialogue'),
  ])
  const done = await visit.api.write(
    'POST',
    '/v1/catalogue/market-assessments',
    {
      need: needOfCase(loaded, requirements.content, audienceOf(visit)),
      talks: talkRows(dialogue.content).flatMap(({ company }) => (company === undefined ? [] : [{ company }])),
    },
    assessmentView,
  )
  return {
    tool,
    assessment: done.ok ? done.value : undefined,
    unreadable: done.ok ? undefined : refusalOfProblem(done.problem, visit.locale, audienceFields, '/need'),
    requirements: requirementRows(requirements.content),
  }
}

const present = (c: PageContext, { tool, assessment, unreadable, requirements }: Props, refused?: Refused) => {
  const { t } = tool.visit.locale
  return showTool(c, tool, {
    title: text.title,
    lead: text.lead,
    refused,
    children: (
      <>
        {unreadable && <ErrorSummary refusal={unreadable} />}
        <AudienceForm visit={tool.visit} action={pagePath(tool)} submit={text.update} />
        {assessment && (
          <>
            <Summary tool={tool} assessment={assessment} />
            <Suppliers tool={tool} assessment={assessment} />
            {assessment.onlyInDialogue.length > 0 && (
              <Alert title={t(text.onlyInDialogue)}>
                <p class="ds-paragraph">{t(text.onlyInDialogueHelp)}</p>
                <ul class="plain">
                  {assessment.onlyInDialogue.map((company) => (
                    <li>{company}</li>
                  ))}
                </ul>
              </Alert>
            )}
            <GapList tool={tool} gaps={assessment.gaps} requirements={requirements} />
            {tool.mayEdit && <TakeOver tool={tool} assessment={assessment} refused={refused} />}
          </>
        )}
      </>
    ),
  })
}

export const assessmentProposalPage = async (c: PageContext) => present(c, await load(await loadTool(c, 'marketAssessment')))

/** What is ticked, into the section as a draft. */
export const takeOverAssessment = async (c: PageContext) => {
  const tool = await loadTool(c, 'marketAssessment')
  const entered = new URLSearchParams(await c.req.text())
  const props = await load(tool)
  const { assessment, requirements } = props
  const picked = new Set(entered.getAll('leverantor'))
  const parts = new Set(entered.getAll('med'))
  const suppliers = (assessment?.suppliers ?? []).filter(({ productId }) => picked.has(productId))
  if (!assessment || (suppliers.length === 0 && parts.size === 0))
    return present(c, props, nothingChosen(tool, entered, '/leverantor'))
  const functions = tool.loaded.record.dossier.ideas?.functions ?? []
  const taken = {
    suppliers,
    ...(parts.has('mognad') && { maturity: assessment.maturity }),
    ...(parts.has('luckor') && {
      gaps: gapsInWords(assessment, {
        functions: new Map(functions.map(({ id, name }) => [id, name])),
        requirements: new Map(requirements.map(({ id = '', text: words = '' }) => [id, words])),
      }),
    }),
  }
  const saved = await saveDraft(tool, (content) => withAssessment(content, taken), entered)
  return saved.ok
    ? c.redirect(`${sectionPath(tool)}?klart=addedToDraft`, 303)
    : present(c, { ...props, tool: saved.tool }, saved.refused)
}
