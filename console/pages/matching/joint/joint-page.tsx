import { systemCategory, systemCategoryNames, systemCategories } from '#contracts/system-map.ts'
import type { Text } from '#contracts/language.ts'
import { jointPurchases } from '../../../api/system-views.ts'
import type { JointPurchases } from '../../../api/system-views.ts'
import type { FormFields } from '../../../forms/action-form.tsx'
import { Fields } from '../../../forms/form-field.tsx'
import { fieldId } from '../../../forms/pointer.ts'
import { readForm } from '../../../forms/read-form.ts'
import { ErrorSummary, refusalOfProblem } from '../../../forms/refusal.tsx'
import type { Refusal } from '../../../forms/refusal.tsx'
import { organisationName } from '../../../layout/names.ts'
import type { PageContext, Visit } from '../../../visit.ts'
import { Reasons } from '../../systems/joint-purchase-page.tsx'
import { systemPath } from '../../systems/system-words.ts'
import { audienceFields } from '../need-profile.ts'
import { otherRows } from '../section-rows.ts'
import type { Content } from '../section-rows.ts'
import { Tick, loadTool, nothingChosen, saveDraft, sectionPath, showTool } from '../section-tool.tsx'
import type { Refused, SectionTool } from '../section-tool.tsx'

/** Others of the system map who may buy the same, as rows of the section. Whether they want to is theirs to say. */

const text = {
  title: { sv: 'Andra som kan köpa tillsammans', en: 'Others who could buy together' },
  lead: {
    sv: 'Organisationer i systemkartan med liknande system vars avtal kan löpa ut inom planeringsperioden. Fråga dem om de vill köpa tillsammans innan avsnittet klarmarkeras.',
    en: 'Organisations in the system map with kindred systems whose contracts can run out within the planning window. Ask whether they want to buy together before the section is marked complete.',
  },
  search: { sv: 'Vad vi letar efter', en: 'What we look for' },
  searchHelp: {
    sv: 'Ärendets funktioner söks alltid. Lägg till mer om det behövs.',
    en: 'The functions of the case are always looked for. Add more if needed.',
  },
  category: { sv: 'Slag av system', en: 'Kind of system' },
  show: { sv: 'Sök', en: 'Search' },
  candidates: { sv: 'Kan köpa tillsammans', en: 'Could buy together' },
  none: {
    sv: 'Ingen annan organisation har ett liknande avtal som kan löpa ut under perioden.',
    en: 'No other organisation has a kindred contract that can run out within the period.',
  },
  ends: { sv: 'Avtalet kan sluta', en: 'The contract can end' },
  there: { sv: 'Finns redan i avsnittet.', en: 'Is in the section already.' },
  callOffs: { sv: 'Avtal som kan avropas', en: 'Contracts that can be called off from' },
  openToUs: { sv: 'vi är namngivna', en: 'we are named' },
  notToUs: { sv: 'vi är inte namngivna', en: 'we are not named' },
  add: { sv: 'Lägg till', en: 'Add' },
} as const satisfies Record<string, Text>

const searchFields: FormFields = {
  category: {
    kind: 'choice',
    label: text.category,
    options: systemCategories.map((value) => ({ value, label: systemCategoryNames[value] })),
    isRequired: false,
  },
  ...audienceFields,
}

type Candidate = JointPurchases['candidates'][number]

const keyOf = ({ systemId, contract: { start, supplier } }: Candidate): string => `${systemId}/${start}/${supplier}`

const longest = { need: 500, contract: 200 } as const

const contractName = ({ contract: { supplier, contractNumber } }: Candidate): string =>
  `${supplier}${contractNumber === undefined ? '' : `, avtal ${contractNumber}`}`.slice(0, longest.contract)

/** What is written into the record is in Swedish, whatever language the page is read in. */
const needText = ({ systemName, category }: Candidate): string =>
  `Har ${systemName} (${systemCategoryNames[category].sv.toLowerCase()}).`.slice(0, longest.need)

const isThere = (content: Content, candidate: Candidate, visit: Visit): boolean =>
  otherRows(content).some(
    ({ organisation, contract }) =>
      organisation === organisationName(visit, candidate.organisation) && contract === contractName(candidate),
  )

export const withOthers = (content: Content, candidates: readonly Candidate[], visit: Visit): Content => ({
  ...content,
  others: [
    ...otherRows(content),
    ...candidates
      .filter((candidate) => !isThere(content, candidate, visit))
      .map((candidate) => ({
        organisation: organisationName(visit, candidate.organisation),
        need: needText(candidate),
        contract: contractName(candidate),
        contractEndsOn: candidate.end.on,
      })),
  ],
})

const pagePath = (tool: SectionTool): string => `${sectionPath(tool)}/kandidater`
const pathWithSearch = (tool: SectionTool): string => {
  const query = new URLSearchParams(tool.visit.query)
  query.delete('klart')
  return query.size > 0 ? `${pagePath(tool)}?${query.toString()}` : pagePath(tool)
}

interface Props {
  readonly tool: SectionTool
  readonly found: JointPurchases | undefined
  readonly unreadable: Refusal | undefined
}

const load = async (tool: SectionTool): Promise<Props> => {
  const { visit, loaded } = tool
  const { category, ...audience } = readForm(searchFields, visit.query).content
  const done = await visit.api.write(
    'POST',
    '/v1/catalogue/joint-purchase-searches',
    {
      functions: (loaded.record.dossier.ideas?.functions ?? []).map(({ name }) => name),
      ...audience,
      ...(systemCategory.safeParse(category).success && { category }),
      organisation: loaded.record.organisation,
    },
    jointPurchases,
  )
  return {
    tool,
    found: done.ok ? done.value : undefined,
    unreadable: done.ok ? undefined : refusalOfProblem(done.problem, visit.locale, searchFields),
  }
}

const CandidateItem = ({ tool, one, refused }: { tool: SectionTool; one: Candidate; refused: Refused | undefined }) => {
  const { visit } = tool
  const { t, day } = visit.locale
  const known = isThere(tool.content.content, one, visit)
  const label = (
    <strong>
      {organisationName(visit, one.organisation)}, {one.systemName}
    </strong>
  )
  return (
    <li>
      {known || !tool.mayEdit ? (
        <p>
          {label} {known && t(text.there)}
        </p>
      ) : (
        <Tick name="andra" value={keyOf(one)} id={`andra-${keyOf(one)}`} label={label} entered={refused?.entered} />
      )}
      <p>
        <a class="ds-link" href={systemPath(one.systemId)}>
          {one.systemName}
        </a>
        , {one.contract.supplier}. {t(text.ends)} {day(one.end.on)}.
      </p>
      <Reasons visit={visit} because={one.because} />
    </li>
  )
}

const CallOffs = ({ visit, callOffs }: { visit: Visit; callOffs: JointPurchases['callOffs'] }) => {
  const { t } = visit.locale
  if (callOffs.length === 0) return null
  return (
    <section aria-labelledby="avrop">
      <h2 class="ds-heading" data-size="sm" id="avrop">
        {t(text.callOffs)}
      </h2>
      <ul class="plain">
        {callOffs.map(({ systemId, systemName, organisation, contract, isOpenToYou }) => (
          <li>
            <a class="ds-link" href={systemPath(systemId)}>
              {systemName}
            </a>
            , {organisationName(visit, organisation)}, {contract.supplier} ({t(isOpenToYou ? text.openToUs : text.notToUs)})
          </li>
        ))}
      </ul>
    </section>
  )
}

const present = (c: PageContext, { tool, found, unreadable }: Props, refused?: Refused) => {
  const { visit } = tool
  const { locale } = visit
  const { t } = locale
  return showTool(c, tool, {
    title: text.title,
    lead: text.lead,
    refused,
    children: (
      <>
        {unreadable && <ErrorSummary refusal={unreadable} />}
        <form method="get" action={pagePath(tool)} aria-labelledby="sok">
          <h2 class="ds-heading" data-size="sm" id="sok">
            {t(text.search)}
          </h2>
          <p class="note">{t(text.searchHelp)}</p>
          <div class="fields">
            <Fields
              form={{
                locale,
                entered: visit.query,
                errors: new Map(),
                options: {},
                action: pagePath(tool),
                scope: 'sok',
                isSilentOnOptional: true,
              }}
              fields={searchFields}
            />
          </div>
          <p class="actions">
            <button class="ds-button" data-variant="secondary" type="submit">
              {t(text.show)}
            </button>
          </p>
        </form>
        {found && (
          <>
            <section aria-labelledby="kandidater">
              <h2 class="ds-heading" data-size="sm" id="kandidater">
                {t(text.candidates)}
              </h2>
              {found.candidates.length === 0 ? (
                <p class="empty">{t(text.none)}</p>
              ) : (
                <form method="post" action={pathWithSearch(tool)} id={fieldId('/andra')}>
                  <ul class="market-list">
                    {found.candidates.map((one) => (
                      <CandidateItem tool={tool} one={one} refused={refused} />
                    ))}
                  </ul>
                  {tool.mayEdit && (
                    <p class="actions">
                      <button class="ds-button" type="submit">
                        {t(text.add)}
                      </button>
                    </p>
                  )}
                </form>
              )}
            </section>
            <CallOffs visit={visit} callOffs={found.callOffs} />
          </>
        )}
      </>
    ),
  })
}

export const jointCandidatesPage = async (c: PageContext) => present(c, await load(await loadTool(c, 'jointPurchase')))

export const bringInOthers = async (c: PageContext) => {
  const tool = await loadTool(c, 'jointPurchase')
  const entered = new URLSearchParams(await c.req.text())
  const props = await load(tool)
  const picked = new Set(entered.getAll('andra'))
  const candidates = (props.found?.candidates ?? []).filter((one) => picked.has(keyOf(one)))
  if (candidates.length === 0) return present(c, props, nothingChosen(tool, entered, '/andra'))
  const saved = await saveDraft(tool, (content) => withOthers(content, candidates, tool.visit), entered)
  return saved.ok
    ? c.redirect(`${sectionPath(tool)}?klart=addedToDraft`, 303)
    : present(c, { ...props, tool: saved.tool }, saved.refused)
}
