import { barrierLevelNames, libraryKindNames, libraryKinds, verificationNames } from '#contracts/requirement-library.ts'
import type { Text } from '#contracts/language.ts'
import { barrierCheck, suggestionList } from '../../../api/library-views.ts'
import type { BarrierCheck, Suggestion } from '../../../api/library-views.ts'
import { requirementProposal } from '../../../api/matching-views.ts'
import type { ProposedRequirement, RequirementProposal } from '../../../api/matching-views.ts'
import type { FailedForm } from '../../../forms/action-form.tsx'
import { Fields } from '../../../forms/form-field.tsx'
import type { FormState } from '../../../forms/form-field.tsx'
import { fieldId } from '../../../forms/pointer.ts'
import { readForm } from '../../../forms/read-form.ts'
import { ErrorSummary, errorsByField, refusalOfErrors, refusalOfProblem } from '../../../forms/refusal.tsx'
import type { Refusal } from '../../../forms/refusal.tsx'
import { writeForm } from '../../../forms/write-form.ts'
import { Alert } from '../../../layout/alert.tsx'
import { Tag } from '../../../layout/tag.tsx'
import type { PageContext } from '../../../visit.ts'
import { requirementRows } from '../section-rows.ts'
import type { Content } from '../section-rows.ts'
import { Tick, loadTool, nothingChosen, readSection, saveDraft, sectionPath, showTool } from '../section-tool.tsx'
import type { Refused, SectionTool } from '../section-tool.tsx'
import { alreadyThere, proposalFields, proposedContent, uncovered, withRequirements } from './add-requirements.ts'
import { BarrierFindings } from './barrier-findings.tsx'
import { factFields, factsOf } from './facts.ts'
import { GiveBack } from './give-back.tsx'

/** Requirements of the library for a case: plain questions, proposals with why, and what the draft still lacks. */

const text = {
  title: { sv: 'Krav från kravbiblioteket', en: 'Requirements from the library' },
  lead: {
    sv: 'Svara på det du vet om tjänsten. Du får förslag på krav med källa, väljer och ändrar, och lägger till dem i kravutkastet.',
    en: 'Answer what you know about the service. You get proposed requirements with their sources, choose and change, and add them to the draft.',
  },
  facts: { sv: 'Om tjänsten', en: 'About the service' },
  factsHelp: {
    sv: 'Vad stämmer om tjänsten? Lämna tomt det du inte vet. Svaren sparas i sidans adress, inte i ärendet.',
    en: 'What is true of the service? Leave empty what you do not know. The answers are kept in the address of the page, not in the case.',
  },
  propose: { sv: 'Visa förslag', en: 'Show proposals' },
  proposals: { sv: 'Föreslagna krav', en: 'Proposed requirements' },
  none: { sv: 'Inga krav i biblioteket passar svaren.', en: 'No requirements in the library fit the answers.' },
  because: { sv: 'Gäller för att tjänsten', en: 'Applies because the service' },
  always: { sv: 'Gäller alltid.', en: 'Always applies.' },
  serves: { sv: 'Tjänar', en: 'Serves' },
  adjust: { sv: 'Ändra kravet innan det läggs till', en: 'Change the requirement before it is added' },
  there: { sv: 'Finns redan som', en: 'Is there already as' },
  askInstead: { sv: 'Fråga i stället', en: 'Ask instead' },
  verifiedBy: { sv: 'Verifieras genom', en: 'Verified by' },
  unanswered: {
    sv: 'Fler krav kan gälla. Svara också på om tjänsten',
    en: 'More requirements may apply. Answer also whether the service',
  },
  requirements: { sv: 'krav', en: 'requirements' },
  add: { sv: 'Lägg till', en: 'Add' },
  draft: { sv: 'Kravutkastet', en: 'The draft requirements' },
  coverage: { sv: 'Funktioner utan krav', en: 'Functions without a requirement' },
  covered: {
    sv: 'Varje funktion från idéfasen har minst ett krav.',
    en: 'Every function of the idea phase has at least one requirement.',
  },
  check: {
    sv: 'Kraven prövade mot lagen och mot hinder för små företag',
    en: 'The requirements tried against the law and barriers to small companies',
  },
  empty: { sv: 'Det finns inga krav i utkastet än.', en: 'There are no requirements in the draft yet.' },
} as const satisfies Record<string, Text>

const barrierColors = { none: 'neutral', may: 'warning', often: 'danger' } as const

interface Props {
  readonly tool: SectionTool
  readonly proposal: RequirementProposal | undefined
  /** The library could not answer what was asked. */
  readonly unreadable: Refusal | undefined
  readonly check: BarrierCheck | undefined
  readonly suggestions: readonly Suggestion[]
  readonly refused?: Refused | undefined
  readonly failed?: FailedForm | undefined
}

const pagePath = (tool: SectionTool): string => `${sectionPath(tool)}/forslag`
/** With the answers, so that they are still there on the page that follows. */
const pathWithFacts = (tool: SectionTool, more: Readonly<Record<string, string>> = {}): string => {
  const query = new URLSearchParams(tool.visit.query)
  query.delete('klart')
  for (const [name, value] of Object.entries(more)) query.set(name, value)
  return query.size > 0 ? `${pagePath(tool)}?${query.toString()}` : pagePath(tool)
}

const Facts = ({ tool }: { tool: SectionTool }) => {
  const { locale, query } = tool.visit
  const { t } = locale
  return (
    <form method="get" action={`${pagePath(tool)}#forslag`} aria-labelledby="fakta">
      <h2 class="ds-heading" data-size="sm" id="fakta">
        {t(text.facts)}
      </h2>
      <p class="note">{t(text.factsHelp)}</p>
      <div class="fields fields--pairs">
        <Fields
          form={{
            locale,
            entered: query,
            errors: new Map(),
            options: {},
            action: pagePath(tool),
            scope: 'fakta',
            isSilentOnOptional: true,
          }}
          fields={factFields}
        />
      </div>
      <p class="actions">
        <button class="ds-button" type="submit">
          {t(text.propose)}
        </button>
      </p>
    </form>
  )
}

const Proposed = ({
  tool,
  one,
  form,
  refused,
}: {
  tool: SectionTool
  one: ProposedRequirement
  form: FormState
  refused: Refused | undefined
}) => {
  const { t, list } = tool.visit.locale
  const { requirementId, sources, because, serves, barrier, levelReason, verification } = one
  const there = alreadyThere(tool.content.content).get(requirementId)
  const hasError = [...form.errors.keys()].some((pointer) => pointer.startsWith(`/${requirementId}/`))
  const label = (
    <>
      <strong>{requirementId}</strong> {t(one.text)}
    </>
  )
  return (
    <li>
      {there === undefined && tool.mayEdit ? (
        <Tick name="krav" value={requirementId} id={`krav-${requirementId}`} label={label} entered={refused?.entered} />
      ) : (
        <p>
          {label} {there !== undefined && <Tag color="success">{`${t(text.there)} ${there}`}</Tag>}
        </p>
      )}
      <p class="note">
        {because.length > 0 ? `${t(text.because)} ${list(because.map(({ name }) => t(name)))}.` : t(text.always)} {t(levelReason)}
      </p>
      <p class="note">
        <a class="ds-link" href={`/kravbibliotek/${requirementId}`}>
          {sources.map(({ document, clause }) => `${document}, ${clause}`).join('; ')}
        </a>
        . {t(text.verifiedBy)} {t(verificationNames[verification]).toLowerCase()}.
        {serves.length > 0 && ` ${t(text.serves)} ${list(serves.map(({ functionId }) => functionId))}.`}
      </p>
      {barrier.level !== 'none' && (
        <p class="note">
          <Tag color={barrierColors[barrier.level]}>{t(barrierLevelNames[barrier.level])}</Tag> {barrier.why && t(barrier.why)}{' '}
          {barrier.askInstead && `${t(text.askInstead)}: ${t(barrier.askInstead)}`}
        </p>
      )}
      {there === undefined && tool.mayEdit && (
        <details class="reveal" open={hasError}>
          <summary>
            {t(text.adjust)} <span class="ds-sr-only">{requirementId}</span>
          </summary>
          <div class="fields fields--single">
            <Fields
              form={form}
              fields={((field) => (field?.kind === 'group' ? field.fields : {}))(
                proposalFields(tool.section, [one])[requirementId],
              )}
              pointer={`/${requirementId}`}
            />
          </div>
        </details>
      )}
    </li>
  )
}

const functionOptions = ({ loaded: { record } }: SectionTool) => ({
  functions: (record.dossier.ideas?.functions ?? []).map(({ id, name }) => ({ value: id, label: `${id} ${name}` })),
})

const Proposals = ({ tool, proposal, refused }: Pick<Props, 'tool' | 'refused'> & { proposal: RequirementProposal }) => {
  const { locale } = tool.visit
  const { t, list } = locale
  const fields = proposalFields(tool.section, proposal.proposed)
  const form: FormState = {
    locale,
    entered: refused?.entered ?? writeForm(fields, proposedContent(proposal.proposed)),
    errors: errorsByField(refused?.conflict ? undefined : refused?.refusal),
    options: functionOptions(tool),
    action: pathWithFacts(tool),
  }
  const kinds = libraryKinds.filter((kind) => proposal.proposed.some((one) => one.kind === kind))
  return (
    <section aria-labelledby="forslag">
      <h2 class="ds-heading" data-size="sm" id="forslag" tabindex={-1}>
        {t(text.proposals)} <span class="count">{String(proposal.proposed.length)}</span>
      </h2>
      {proposal.unanswered.length > 0 && (
        <p class="note">
          {t(text.unanswered)}{' '}
          {list(proposal.unanswered.map(({ name, requirements }) => `${t(name)} (${requirements} ${t(text.requirements)})`))}.
        </p>
      )}
      {kinds.length === 0 && <p class="empty">{t(text.none)}</p>}
      <form method="post" action={pathWithFacts(tool)} id={fieldId('/krav')} novalidate>
        {kinds.map((kind, index) => {
          const ofKind = proposal.proposed.filter((one) => one.kind === kind)
          const isPicked = ofKind.some(({ requirementId }) => refused?.entered.getAll('krav').includes(requirementId))
          return (
            <details class="reveal" open={index === 0 || isPicked}>
              <summary>
                {t(libraryKindNames[kind])} <span class="count">{String(ofKind.length)}</span>
              </summary>
              <ul class="market-list">
                {ofKind.map((one) => (
                  <Proposed tool={tool} one={one} form={form} refused={refused} />
                ))}
              </ul>
            </details>
          )
        })}
        {tool.mayEdit && kinds.length > 0 && (
          <div class="save-bar">
            <button class="ds-button" type="submit">
              {t(text.add)}
            </button>
          </div>
        )}
      </form>
    </section>
  )
}

const Draft = ({ tool, check, suggestions, failed }: Props) => {
  const { locale } = tool.visit
  const { t } = locale
  const { loaded, content } = tool
  const rows = requirementRows(content.content)
  const lacking = uncovered(loaded.record.dossier.ideas?.functions ?? [], content.content)
  return (
    <section aria-labelledby="utkast">
      <h2 class="ds-heading" data-size="sm" id="utkast">
        {t(text.draft)} <span class="count">{String(rows.length)}</span>
      </h2>
      {rows.length === 0 && <p class="empty">{t(text.empty)}</p>}
      {lacking.length > 0 ? (
        <Alert color="warning" title={t(text.coverage)}>
          <ul class="plain">
            {lacking.map(({ id, name }) => (
              <li>
                {id} {name}
              </li>
            ))}
          </ul>
        </Alert>
      ) : (
        <p>{t(text.covered)}</p>
      )}
      {check && (
        <>
          <h3 class="ds-heading" data-size="2xs">
            {t(text.check)}
          </h3>
          <BarrierFindings visit={tool.visit} check={check} ids={checked(content.content).map(({ id }) => id)} />
        </>
      )}
      <GiveBack tool={tool} rows={rows} suggestions={suggestions} action={`${pagePath(tool)}/aterlamning`} failed={failed} />
    </section>
  )
}

/** The requirements that have words to try. */
const checked = (content: Content): { id: string; text: string }[] =>
  requirementRows(content).flatMap(({ id, text: words }) => (words === undefined ? [] : [{ id: id ?? '–', text: words }]))

const tryBarriers = async ({ visit, loaded, content }: SectionTool): Promise<BarrierCheck | undefined> => {
  const requirements = checked(content.content)
  if (requirements.length === 0) return undefined
  const { estimatedValue } = (await readSection(visit, loaded.record.caseId, 'procurementForms')).content
  const done = await visit.api.write(
    'POST',
    '/v1/catalogue/library/requirement-checks',
    { requirements, ...(Number.isSafeInteger(estimatedValue) && { estimatedValue }) },
    barrierCheck,
  )
  return done.ok ? done.value : undefined
}

const propose = async (tool: SectionTool): Promise<Pick<Props, 'proposal' | 'unreadable'>> => {
  const facts = factsOf(tool.visit, tool.loaded)
  if (!facts) return { proposal: undefined, unreadable: undefined }
  const done = await tool.visit.api.write('POST', '/v1/catalogue/library/proposals', facts, requirementProposal)
  return done.ok
    ? { proposal: done.value, unreadable: undefined }
    : { proposal: undefined, unreadable: refusalOfProblem(done.problem, tool.visit.locale, factFields) }
}

const ownSuggestions = async ({ visit, loaded }: SectionTool): Promise<readonly Suggestion[]> => {
  const found = await visit.api.read('/v1/catalogue/library/my-suggestions?limit=50', suggestionList)
  return found.value.suggestions.filter(({ caseId }) => caseId === loaded.record.caseId)
}

export const present = async (c: PageContext, tool: SectionTool, more: Pick<Props, 'refused' | 'failed'> = {}) => {
  const [proposed, check, suggestions] = await Promise.all([propose(tool), tryBarriers(tool), ownSuggestions(tool)])
  const props: Props = { tool, ...proposed, check, suggestions, ...more }
  return showTool(c, tool, {
    title: text.title,
    lead: text.lead,
    refused: more.refused,
    status: more.failed?.refusal.status,
    children: (
      <>
        {props.unreadable && <ErrorSummary refusal={props.unreadable} />}
        <Facts tool={tool} />
        {props.proposal && <Proposals tool={tool} proposal={props.proposal} refused={props.refused} />}
        <Draft {...props} />
      </>
    ),
  })
}

export const requirementProposalPage = async (c: PageContext) => present(c, await loadTool(c, 'requirements'))

/** The chosen ones after those that are there, as a draft. */
export const addProposedRequirements = async (c: PageContext) => {
  const tool = await loadTool(c, 'requirements')
  const entered = new URLSearchParams(await c.req.text())
  const { proposal } = await propose(tool)
  const picked = new Set(entered.getAll('krav'))
  const chosen = (proposal?.proposed ?? []).filter(({ requirementId }) => picked.has(requirementId))
  if (chosen.length === 0) return present(c, tool, { refused: nothingChosen(tool, entered, '/krav') })
  const { content: adjusted, errors } = readForm(proposalFields(tool.section, chosen), entered)
  if (errors.length > 0) return present(c, tool, { refused: { entered, refusal: refusalOfErrors(errors, tool.visit.locale) } })
  const saved = await saveDraft(tool, (content) => withRequirements(content, chosen, adjusted), entered)
  return saved.ok
    ? c.redirect(pathWithFacts(tool, { klart: 'addedToDraft' }), 303)
    : present(c, saved.tool, { refused: saved.refused })
}
