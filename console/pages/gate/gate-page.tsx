import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import {
  assessmentNames,
  gateNames,
  opinionAnswerNames,
  opinionAnswers,
  phaseNames,
  senderNames,
  stopReasonNames,
} from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import { at } from '../../api/client.ts'
import { requestView } from '../../api/gate-views.ts'
import type { RequestView } from '../../api/gate-views.ts'
import type { FailedForm } from '../../forms/action-form.tsx'
import { editRows, rowActionOf } from '../../forms/edit-rows.ts'
import { readForm } from '../../forms/read-form.ts'
import type { Entered } from '../../forms/read-form.ts'
import { refusalOfErrors, refusalOfProblem } from '../../forms/refusal.tsx'
import { createAmounts } from '../../language/amounts.ts'
import { words } from '../../language/words.ts'
import { Alert } from '../../layout/alert.tsx'
import { DataTable } from '../../layout/data-table.tsx'
import { Due } from '../../layout/due.tsx'
import { Facts } from '../../layout/facts.tsx'
import { officeName, organisationName, unitName } from '../../layout/names.ts'
import { Page, show } from '../../layout/page.tsx'
import { AnswerTag, OutcomeTag, SectionTag, Tag } from '../../layout/tag.tsx'
import { hasRole } from '../../session/user.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { probabilityInWords } from '../benefits/calculation/money-in-words.ts'
import { CriteriaList } from '../case/criteria-list.tsx'
import { CalculationOfEvidence } from './calculation-summary.tsx'
import {
  ConflictForm,
  conflictFields,
  conflictScope,
  decideScope,
  decisionFields,
  DecisionForm,
  readDecision,
} from './decision-form.tsx'
import { decidersOf } from './deciders.ts'

/** A gate: the frozen evidence as a decision paper, and the decision by whoever has the right to it. */

const text = {
  kind: { sv: 'Beslutsunderlag', en: 'Decision paper' },
  frozen: { sv: 'Fryst', en: 'Frozen' },
  by: { sv: 'av', en: 'by' },
  digest: { sv: 'Kontrollsumma (SHA-256)', en: 'Digest (SHA-256)' },
  value: { sv: 'Värde', en: 'Value' },
  notGiven: { sv: 'Inte angivet', en: 'Not given' },
  decideBy: { sv: 'Beslut senast', en: 'Decision by' },
  expires: { sv: 'Återgår till fasen om inget beslutas före', en: 'Returns to the phase if nothing is decided before' },
  mayDecide: { sv: 'Vem som får besluta', en: 'Who may decide' },
  mightDecide: { sv: 'Vem som fick besluta', en: 'Who might decide' },
  decidedAt: { sv: 'Beslutat', en: 'Decided' },
  rule: { sv: 'Rad i delegationsordningen', en: 'Line of the delegation order' },
  office: { sv: 'Uppdrag', en: 'Office' },
  noRights: {
    sv: 'Ingen rad i delegationsordningen gäller för det här beslutet. Kontakta den som förvaltar delegationsordningen.',
    en: 'No line of the delegation order covers this decision. Contact whoever keeps the order.',
  },
  delegationSource: { sv: 'Delegationsordning', en: 'Delegation order' },
  brief: { sv: 'I korthet', en: 'In brief' },
  informationPackage: { sv: 'Forumets informationspaket', en: 'Information package of the forum' },
  mandatoryMet: { sv: 'Obligatoriska kriterier uppfyllda', en: 'Mandatory criteria met' },
  of: { sv: 'av', en: 'of' },
  paper: { sv: 'Tjänsteskrivelse att skriva ut', en: 'Decision paper to print' },
  toForm: { sv: 'Till beslutet', en: 'To the decision' },
  criteria: { sv: 'Kriterier', en: 'Criteria' },
  mandatoryCriteria: { sv: 'Obligatoriska för fortsätt', en: 'Mandatory for go' },
  advisoryCriteria: { sv: 'Rådgivande', en: 'Advisory' },
  goPossible: {
    sv: 'Alla obligatoriska kriterier är uppfyllda. Fortsätt är möjligt.',
    en: 'All mandatory criteria are met. Go is possible.',
  },
  goImpossible: {
    sv: 'obligatoriska kriterier är inte uppfyllda. Fortsätt kan inte beslutas.',
    en: 'mandatory criteria are not met. Go cannot be decided.',
  },
  goImpossibleOne: {
    sv: 'obligatoriskt kriterium är inte uppfyllt. Fortsätt kan inte beslutas.',
    en: 'mandatory criterion is not met. Go cannot be decided.',
  },
  goWasPossible: {
    sv: 'Alla obligatoriska kriterier var uppfyllda. Fortsätt var möjligt.',
    en: 'All mandatory criteria were met. Go was possible.',
  },
  goWasImpossible: {
    sv: 'obligatoriska kriterier var inte uppfyllda. Fortsätt kunde inte beslutas.',
    en: 'mandatory criteria were not met. Go could not be decided.',
  },
  goWasImpossibleOne: {
    sv: 'obligatoriskt kriterium var inte uppfyllt. Fortsätt kunde inte beslutas.',
    en: 'mandatory criterion was not met. Go could not be decided.',
  },
  sections: { sv: 'Avsnitt i underlaget', en: 'Sections of the evidence' },
  section: { sv: 'Avsnitt', en: 'Section' },
  opinions: { sv: 'Yttranden i underlaget', en: 'Opinions in the evidence' },
  noOpinions: { sv: 'Inga yttranden ingår.', en: 'No opinions are included.' },
  unanswered: { sv: 'Obesvarat', en: 'Unanswered' },
  benefits: { sv: 'Ekonomisk nytta', en: 'Financial benefit' },
  freed: { sv: 'Frigjord resurs', en: 'Freed resource' },
  costs: { sv: 'Kostnader', en: 'Costs' },
  net: { sv: 'Ekonomisk nytta minus kostnader', en: 'Financial benefit less costs' },
  presentMoney: { sv: 'Nettonuvärde i pengar', en: 'Net present value in money' },
  presentFreed: { sv: 'Nettonuvärde med frigjorda resurser', en: 'Net present value with freed resources' },
  pays: { sv: 'lönar sig', en: 'pays' },
  wholeCalculation: { sv: 'Hela kalkylen', en: 'The whole calculation' },
  likely: { sv: 'Troliga belopp per år, enligt', en: 'Likely amounts per year, by' },
  decided: { sv: 'Beslutet', en: 'The decision' },
  decidedAs: { sv: 'i egenskap av', en: 'as' },
  under: { sv: 'med stöd av', en: 'under' },
  missing: { sv: 'Det som saknas', en: 'What is missing' },
  wakes: { sv: 'Ärendet väcks', en: 'The case wakes on' },
  remedy: { sv: 'Leverantören ska avhjälpa senast', en: 'The supplier must remedy by' },
  conflicts: { sv: 'Anmält jäv', en: 'Declared conflicts of interest' },
  opening: {
    sv: 'Begäran har tagits emot. Beslutet öppnas inom några sekunder – läs om sidan.',
    en: 'The request has been received. The decision opens within a few seconds – reload the page.',
  },
  onTheWay: { sv: 'Begäran är på väg', en: 'The request is on its way' },
  onTheWayText: {
    sv: 'Begäran har inte nått beslutspunkten än. Vänta några sekunder och läs om sidan.',
    en: 'The request has not reached the gate yet. Wait a few seconds and reload the page.',
  },
  reload: { sv: 'Läs om sidan', en: 'Reload the page' },
  answered: {
    sv: 'Beslutet är fattat och förs in i ärendet.',
    en: 'The decision has been made and is being recorded in the case.',
  },
  statusOpen: { sv: 'Väntar på beslut', en: 'Awaiting a decision' },
  statusReceived: { sv: 'Öppnas strax', en: 'Opens shortly' },
  statusAnswered: { sv: 'Beslutat', en: 'Decided' },
  statusExpired: { sv: 'Tiden har gått ut', en: 'Expired' },
  toCase: { sv: 'Till ärendet', en: 'To the case' },
} as const satisfies Record<string, Text>

interface GateProps {
  readonly visit: Visit
  readonly request: RequestView
  readonly failed?: FailedForm | undefined
  readonly entered?: Entered | undefined
  readonly focus?: string | undefined
}

const StatusTag = ({ visit, request }: GateProps) => {
  const { t } = visit.locale
  switch (request.status) {
    case 'open':
      return <Tag color="extra">{t(text.statusOpen)}</Tag>
    case 'received':
      return <Tag color="info">{t(text.statusReceived)}</Tag>
    case 'expired':
      return <Tag color="neutral">{t(text.statusExpired)}</Tag>
    default:
      return request.decision ? (
        <OutcomeTag outcome={request.decision.ruling.outcome} locale={visit.locale} />
      ) : (
        <Tag color="success">{t(text.statusAnswered)}</Tag>
      )
  }
}

const sectionHref = ({ request }: GateProps, key: string, version: number): string =>
  `/arenden/${request.case.caseId}/${request.phase}/${key}${version > 0 ? `?version=${version}` : ''}`

/** To the evidence as it was frozen, not as it may have become since. */
const linkInEvidence = (props: GateProps) => (place: string) => {
  const { t } = props.visit.locale
  const { evidence } = props.request
  if (place === 'opinions') return { href: '#yttranden', label: t(words.opinions) }
  if (place === 'assessment')
    return evidence.assessment && { href: '#nytta', label: t(assessmentNames[evidence.assessment.kind]) }
  const section = evidence.sections.find(({ key }) => key === place)
  return section && { href: sectionHref(props, section.key, section.version), label: t(section.name) }
}

const Head = (props: GateProps) => {
  const { visit, request } = props
  const { locale } = visit
  const { t } = locale
  const { evidence } = request
  return (
    <div class="paper-head">
      <p class="paper-head__kind">
        {t(text.kind)} · {t(phaseNames[request.phase])}, {t(words.round).toLowerCase()} {request.round}
      </p>
      <h1 class="ds-heading" data-size="lg">
        {t(gateNames[request.gate])}
      </h1>
      <p class="lead">{request.case.title}</p>
      <p class="case-head">
        <a class="ds-link" href={`/arenden/${request.case.caseId}`}>
          {request.case.caseNumber}
        </a>
        <span>{organisationName(visit, request.case.organisation)}</span>
        <span>{t(senderNames[request.case.submittedBy])}</span>
        <StatusTag {...props} />
      </p>
      <p class="note">
        {t(text.frozen)} {locale.moment(evidence.frozenAt)} {t(text.by)} {evidence.frozenBy}. {t(text.digest)}:{' '}
        <span class="hash">{request.digest}</span>
      </p>
    </div>
  )
}

const Decided = ({ visit, request: { decision } }: GateProps) => {
  if (!decision) return null
  const { locale } = visit
  const { t } = locale
  const { ruling } = decision
  return (
    <section class="verdict" aria-labelledby="beslutat">
      <h2 class="ds-heading" data-size="sm" id="beslutat">
        {t(text.decided)} <OutcomeTag outcome={ruling.outcome} locale={locale} />
      </h2>
      {ruling.outcome === 'stop' && (
        <p>
          <strong>{t(stopReasonNames[ruling.stopReason])}</strong>
        </p>
      )}
      <p class="prose measure">{ruling.reason}</p>
      {ruling.outcome === 'revise' && (
        <>
          <h3 class="ds-heading" data-size="2xs">
            {t(text.missing)}
          </h3>
          <ul>
            {ruling.missing.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
          {ruling.remedyBy && (
            <p>
              {t(text.remedy)} {locale.day(ruling.remedyBy)}.
            </p>
          )}
        </>
      )}
      {ruling.outcome === 'hold' && (
        <p>
          {t(text.wakes)} {locale.day(ruling.wakeOn)}.
        </p>
      )}
      <p>
        {decision.decidedBy.name}, {t(text.decidedAs)} {officeName(visit, decision.office).toLowerCase()}, {t(text.under)}{' '}
        {decision.delegation}, {locale.moment(decision.decidedAt)}
      </p>
    </section>
  )
}

/** Nothing more can be decided here; what stood at the time is told in the past. */
const isOver = ({ status }: RequestView): boolean => status === 'answered' || status === 'decided' || status === 'expired'

const valueOf = ({ locale }: Visit, { evidence: { value } }: RequestView): string =>
  value === undefined ? locale.t(text.notGiven) : locale.money(value)

const opinionsInBrief = (visit: Visit, { evidence: { opinions } }: RequestView): string | undefined => {
  const counted = opinionAnswers.flatMap((answer) => {
    const count = opinions.filter((opinion) => opinion.answer === answer).length
    return count > 0 ? [`${count} ${visit.locale.t(opinionAnswerNames[answer]).toLowerCase()}`] : []
  })
  const open = opinions.filter(({ answer }) => answer === undefined).length
  const parts = [...counted, ...(open > 0 ? [`${open} ${visit.locale.t(text.unanswered).toLowerCase()}`] : [])]
  return parts.length > 0 ? parts.join(', ') : undefined
}

/** Present values where the assessment has been reckoned; evidence from before that has only what it comes to per year. */
const moneyInBrief = (visit: Visit, assessment: RequestView['evidence']['assessment']): (readonly [string, string])[] => {
  const { locale } = visit
  const { t } = locale
  if (!assessment) return []
  const { calculation, totals } = assessment
  if (!calculation)
    return [
      [t(text.net), `${locale.money(totals.financialBenefits - totals.costs)} ${t(words.perYear)}`],
      [t(text.freed), `${locale.money(totals.redistributedBenefits)} ${t(words.perYear)}`],
    ]
  const { rounded } = createAmounts(locale)
  const told = ({ netPresentValue, probabilityNotNegative }: typeof calculation.inHand): string =>
    `${rounded(netPresentValue)}, ${t(text.pays)} ${probabilityInWords(locale, probabilityNotNegative)}`
  return [
    [t(text.presentMoney), told(calculation.inHand)],
    [t(text.presentFreed), told(calculation.withFreedResources)],
  ]
}

/** What a decision maker looks for first, and the way down to the decision. */
/** What all suppliers had been told when the evidence was frozen. */
const PackageLink = ({ visit, evidence }: { visit: Visit; evidence: RequestView['evidence'] }) => {
  const version = evidence.informationPackage?.version ?? 0
  return (
    <a class="ds-link" href={at`/forum/arenden/${evidence.case.caseId}/paket`}>
      {visit.locale.t(words.version)} {version}
    </a>
  )
}

const Brief = ({ visit, request }: GateProps) => {
  const { locale } = visit
  const { t } = locale
  const { evidence, unmet } = request
  const mandatory = evidence.criteria.filter(({ isMandatory }) => isMandatory).length
  return (
    <section class="brief" aria-label={t(text.brief)}>
      <Facts
        rows={[
          [t(text.mandatoryMet), `${mandatory - unmet.length} ${t(text.of)} ${mandatory}`],
          ...moneyInBrief(visit, evidence.assessment),
          [t(words.opinions), opinionsInBrief(visit, request)],
          [t(text.informationPackage), evidence.informationPackage && <PackageLink visit={visit} evidence={evidence} />],
          [t(text.value), valueOf(visit, request)],
          request.decision
            ? [t(text.decidedAt), locale.moment(request.decision.decidedAt)]
            : [
                t(text.decideBy),
                <Due
                  date={request.dueOn}
                  isOverdue={request.status === 'open' && request.dueOn < locale.today}
                  locale={locale}
                />,
              ],
          [
            t(text.mayDecide),
            request.status === 'open'
              ? locale.list(decidersOf(visit, request).map(({ office, organisations }) => `${office} (${organisations})`))
              : undefined,
          ],
        ]}
      />
      <p class="actions">
        {request.mayDecide && (
          <a class="ds-button" href="#fatta">
            {t(text.toForm)}
          </a>
        )}
        <a class="ds-button" data-variant="secondary" href={`/beslut/${request.requestId}/underlag`}>
          {t(text.paper)}
        </a>
        <button class="ds-button" data-variant="secondary" type="button" data-print hidden>
          {t(words.print)}
        </button>
      </p>
    </section>
  )
}

const Rights = ({ visit, request }: GateProps) => {
  const { locale, county } = visit
  const { t } = locale
  return (
    <section aria-labelledby="ratt">
      <h2 class="ds-heading" data-size="sm" id="ratt">
        {t(isOver(request) ? text.mightDecide : text.mayDecide)}
      </h2>
      <Facts
        rows={[
          [t(text.value), valueOf(visit, request)],
          [t(text.expires), request.status === 'open' && request.expiresAt ? locale.moment(request.expiresAt) : undefined],
        ]}
      />
      {request.rights.length === 0 ? (
        <Alert color="warning">
          <p class="ds-paragraph">{t(text.noRights)}</p>
        </Alert>
      ) : (
        <DataTable
          caption={`${t(text.delegationSource)}: ${county.delegationOrder.source}`}
          columns={[{ label: t(text.office) }, { label: t(words.organisation) }, { label: t(text.rule) }]}
          rows={decidersOf(visit, request).map(({ office, organisations, rules }) => [office, organisations, rules])}
        />
      )}
    </section>
  )
}

const goSentence = ({ visit: { locale }, request }: GateProps): string => {
  const { t } = locale
  const count = request.unmet.length
  if (isOver(request))
    return request.isGoPossible
      ? t(text.goWasPossible)
      : `${count} ${t(count === 1 ? text.goWasImpossibleOne : text.goWasImpossible)}`
  return request.isGoPossible ? t(text.goPossible) : `${count} ${t(count === 1 ? text.goImpossibleOne : text.goImpossible)}`
}

const Criteria = (props: GateProps) => {
  const { visit, request } = props
  const { t } = visit.locale
  return (
    <section aria-labelledby="kriterier">
      <h2 class="ds-heading" data-size="sm" id="kriterier">
        {t(text.criteria)}
      </h2>
      <Alert color={request.isGoPossible ? 'success' : 'warning'}>
        <p class="ds-paragraph">{goSentence(props)}</p>
      </Alert>
      {[true, false].map((isMandatory) => {
        const criteria = request.evidence.criteria.filter((criterion) => criterion.isMandatory === isMandatory)
        return (
          criteria.length > 0 && (
            <>
              <h3 class="ds-heading" data-size="xs">
                {t(isMandatory ? text.mandatoryCriteria : text.advisoryCriteria)}
              </h3>
              <CriteriaList visit={visit} criteria={criteria} linkOf={linkInEvidence(props)} />
            </>
          )
        )
      })}
    </section>
  )
}

const Assessment = ({ visit, request: { evidence } }: GateProps) => {
  const { assessment } = evidence
  if (!assessment) return null
  const { locale } = visit
  const { t } = locale
  const { financialBenefits, redistributedBenefits, costs } = assessment.totals
  return (
    <section aria-labelledby="nytta">
      <h2 class="ds-heading" data-size="sm" id="nytta">
        {t(assessmentNames[assessment.kind])} ({assessment.kind})
      </h2>
      <p class="prose measure">{assessment.summary}</p>
      {assessment.calculation && <CalculationOfEvidence visit={visit} summary={assessment.calculation} />}
      <DataTable
        caption={`${t(text.likely)} ${assessment.kind}, ${t(words.version).toLowerCase()} ${assessment.version}`}
        columns={[{ label: t(words.what) }, { label: t(words.perYear), isNumber: true }]}
        rows={[
          [t(text.benefits), locale.money(financialBenefits)],
          [t(text.costs), locale.money(costs)],
          [t(text.net), locale.money(financialBenefits - costs)],
          [t(text.freed), locale.money(redistributedBenefits)],
        ]}
      />
      <p>
        <a class="ds-link" href={`/arenden/${evidence.case.caseId}/nytta/${assessment.kind}`}>
          {t(assessmentNames[assessment.kind])}
        </a>
      </p>
      {assessment.calculation && (
        <p>
          <a
            class="ds-link"
            href={`/arenden/${evidence.case.caseId}/nytta/${assessment.kind}/kalkyl?version=${assessment.version}`}
          >
            {t(text.wholeCalculation)}
          </a>
        </p>
      )}
    </section>
  )
}

const Opinions = ({ visit, request: { evidence } }: GateProps) => {
  const { locale } = visit
  const { t } = locale
  return (
    <section aria-labelledby="yttranden">
      <h2 class="ds-heading" data-size="sm" id="yttranden">
        {t(text.opinions)}
      </h2>
      {evidence.opinions.length === 0 ? (
        <p class="empty">{t(text.noOpinions)}</p>
      ) : (
        <ul class="opinions">
          {evidence.opinions.map((opinion) => (
            <li>
              <div class="opinions__head">
                <strong>{unitName(visit, opinion.unit)}</strong>
                {opinion.answer ? (
                  <AnswerTag answer={opinion.answer} locale={locale} />
                ) : (
                  <Tag color="warning">{t(text.unanswered)}</Tag>
                )}
              </div>
              <p class="prose">{opinion.question}</p>
              {opinion.comment && <blockquote class="prose">{opinion.comment}</blockquote>}
              {opinion.answeredBy && opinion.answeredAt && (
                <p class="note">
                  {opinion.answeredBy}, {locale.moment(opinion.answeredAt)}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const EvidenceSections = (props: GateProps) => {
  const { visit, request } = props
  const { locale } = visit
  const { t } = locale
  return (
    <section aria-labelledby="avsnitt">
      <h2 class="ds-heading" data-size="sm" id="avsnitt">
        {t(text.sections)}
      </h2>
      <DataTable
        caption={t(text.sections)}
        isCaptionHidden
        columns={[
          { label: t(text.section) },
          { label: t(words.status) },
          { label: t(words.mandatory) },
          { label: t(words.version), isNumber: true },
        ]}
        rows={request.evidence.sections.map(({ key, name, status, version, isMandatory }) => [
          <a class="ds-link" href={sectionHref(props, key, version)}>
            {t(name)}
          </a>,
          <SectionTag status={status} locale={locale} />,
          t(isMandatory ? words.mandatory : words.optional),
          version === 0 ? '–' : String(version),
        ])}
      />
    </section>
  )
}

const Conflicts = ({ visit, request: { conflicts } }: GateProps) => {
  const { locale } = visit
  if (conflicts.length === 0) return null
  return (
    <section aria-labelledby="javiga">
      <h2 class="ds-heading" data-size="xs" id="javiga">
        {locale.t(text.conflicts)}
      </h2>
      <ul>
        {conflicts.map(({ person, reason, declaredAt }) => (
          <li>
            {person.name}, {locale.moment(declaredAt)}: <span class="prose">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Deciding = (props: GateProps) => {
  const { visit, request, failed } = props
  const { t } = visit.locale
  if (request.status === 'decided') return null
  const isDecider = hasRole(visit.user, 'decisionMaker') && request.status === 'open'
  const hasDeclared = request.conflicts.some(({ person }) => person.subject === visit.user?.subject)
  return (
    <>
      {request.mayDecide ? (
        <DecisionForm {...props} failed={failed} />
      ) : (
        request.whyNot && (
          <div class="no-print">
            <Alert color="info">
              <p class="ds-paragraph">{t(request.whyNot)}</p>
            </Alert>
          </div>
        )
      )}
      {isDecider && !hasDeclared && <ConflictForm visit={visit} request={request} failed={failed} />}
    </>
  )
}

const GatePage = (props: GateProps) => {
  const { visit, request } = props
  const { t } = visit.locale
  return (
    <Page
      visit={visit}
      title={`${t(gateNames[request.gate])} – ${request.case.caseNumber}`}
      crumbs={[
        { href: '/beslut', label: t(words.decisions) },
        { href: `/arenden/${request.case.caseId}`, label: request.case.caseNumber },
      ]}
    >
      <Head {...props} />
      <Brief {...props} />
      {request.status === 'answered' && (
        <Alert color="success">
          <p class="ds-paragraph">{t(text.answered)}</p>
        </Alert>
      )}
      <Decided {...props} />
      <Criteria {...props} />
      <Assessment {...props} />
      <Opinions {...props} />
      <EvidenceSections {...props} />
      <Rights {...props} />
      <Conflicts {...props} />
      <Deciding {...props} />
    </Page>
  )
}

const pathOf = (c: PageContext): string => at`/v1/gates/decision-requests/${c.req.param('requestId') ?? ''}`

/** The phase has frozen the evidence a moment before the gate hears of it. */
const OnTheWay = ({ visit }: { visit: Visit }) => {
  const { t } = visit.locale
  return (
    <Page visit={visit} title={t(text.onTheWay)} crumbs={[{ href: '/beslut', label: t(words.decisions) }]}>
      <h1 class="ds-heading" data-size="lg">
        {t(text.onTheWay)}
      </h1>
      <p class="lead">{t(text.onTheWayText)}</p>
      <p>
        <a class="ds-button" data-variant="secondary" href={visit.path}>
          {t(text.reload)}
        </a>
      </p>
    </Page>
  )
}

const requestIdForm = /^([0-9a-f-]{36})-(BP[1-5]|handover|review)-\d{1,4}$/

export const gatePage = async (c: PageContext) => {
  const visit = visitOf(c)
  if (!requestIdForm.test(c.req.param('requestId') ?? '')) throw new HTTPException(404)
  const found = await visit.api.find(pathOf(c), requestView)
  return found ? show(c, <GatePage visit={visit} request={found.value} />) : show(c, <OnTheWay visit={visit} />, 404)
}

const showRefused = async (c: PageContext, visit: Visit, failed: FailedForm) => {
  const { value } = await visit.api.read(pathOf(c), requestView)
  // A refusal's status from a service is one that a page can carry too.
  return show(c, <GatePage visit={visit} request={value} failed={failed} />, failed.refusal.status as ContentfulStatusCode)
}

export const decide = async (c: PageContext) => {
  const visit = visitOf(c)
  const entered = new URLSearchParams(await c.req.text())
  const gate = requestIdForm.exec(c.req.param('requestId') ?? '')?.[2] ?? ''
  const rowAction = rowActionOf(entered.get('_action'))
  if (rowAction) {
    const focus = editRows(entered, rowAction)
    const { value } = await visit.api.read(pathOf(c), requestView)
    return show(c, <GatePage visit={visit} request={value} entered={entered} focus={focus} />)
  }
  const { body, errors } = readDecision(gate, entered)
  if (errors.length > 0)
    return showRefused(c, visit, { scope: decideScope, entered, refusal: refusalOfErrors(errors, visit.locale) })
  const done = await visit.api.write('POST', `${pathOf(c)}/decisions`, body, requestView)
  if (!done.ok)
    return showRefused(c, visit, {
      scope: decideScope,
      entered,
      refusal: refusalOfProblem(done.problem, visit.locale, decisionFields(gate), '/ruling'),
    })
  return c.redirect(`/beslut/${c.req.param('requestId') ?? ''}?klart=decided`, 303)
}

export const declareConflict = async (c: PageContext) => {
  const visit = visitOf(c)
  const entered = new URLSearchParams(await c.req.text())
  const { content } = readForm(conflictFields, entered)
  const done = await visit.api.write('POST', `${pathOf(c)}/conflicts`, content, requestView)
  if (!done.ok)
    return showRefused(c, visit, {
      scope: conflictScope,
      entered,
      refusal: refusalOfProblem(done.problem, visit.locale, conflictFields),
    })
  return c.redirect(`/beslut/${c.req.param('requestId') ?? ''}?klart=conflictDeclared`, 303)
}
