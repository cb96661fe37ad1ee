import { assessmentOf } from '#contracts/flow.ts'
import { unmetMandatory } from '#contracts/go.ts'
import { assessmentNames, gateNames, phaseNames, phaseStatusNames, senderNames } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import type { CaseView } from '../../api/case-views.ts'
import { ActionForm, RevealedForm } from '../../forms/action-form.tsx'
import type { FailedForm } from '../../forms/action-form.tsx'
import { ErrorSummary } from '../../forms/refusal.tsx'
import { words } from '../../language/words.ts'
import { Alert } from '../../layout/alert.tsx'
import { Due } from '../../layout/due.tsx'
import { Facts } from '../../layout/facts.tsx'
import { ballHolder } from '../../layout/names.ts'
import { Page, show } from '../../layout/page.tsx'
import { OutcomeTag, SectionTag } from '../../layout/tag.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { CaseHead, CaseLinks, caseCrumbs, CaseStrip } from './case-frame.tsx'
import { CriteriaList } from './criteria-list.tsx'
import { DialoguePart } from './dialogue-part.tsx'
import { casePath, loadCase } from './load-case.ts'
import type { LoadedCase } from './load-case.ts'
import { OpinionList } from './opinion-list.tsx'
import { reasonFields } from './opinion-forms.ts'

/** One phase's record of a case: what is next, what is written, what is asked, what stands in the way. */

const text = {
  takeOn: { sv: 'Ta emot ärendet', en: 'Take on the case' },
  elsewhere: {
    sv: 'Det här är akten från en tidigare fas. Ärendet är nu i',
    en: 'This is the record of an earlier phase. The case is now in',
  },
  toPresent: { sv: 'Till den nuvarande fasen', en: 'To the present phase' },
  missingTitle: { sv: 'Återremiss: det här saknades', en: 'Revised: this was missing' },
  toDecision: { sv: 'Till beslutet', en: 'To the decision' },
  request: { sv: 'Begär beslut', en: 'Request a decision' },
  requestExplained: {
    sv: 'Underlaget fryses i de versioner som gäller nu och lämnas till beslutsfattaren. Akten är låst tills beslutet är fattat.',
    en: 'The evidence is frozen in the versions that stand now and is handed to the decision maker. The record is locked until the decision is made.',
  },
  requestUnmet: {
    sv: 'Obligatoriska kriterier återstår. Beslut kan begäras ändå, men då kan det bli återremiss, vila eller avslut – aldrig fortsätt.',
    en: 'Mandatory criteria remain. A decision can be requested anyway, but it can then be revise, hold or stop – never go.',
  },
  wake: { sv: 'Väck ärendet', en: 'Wake the case' },
  before: { sv: 'Avsnitt i fasen', en: 'Sections of the phase' },
  after: { sv: 'Efter beslutet', en: 'After the decision' },
  saved: { sv: 'Sparat', en: 'Saved' },
  conditions: { sv: 'Kriterier för beslutet', en: 'Criteria for the decision' },
  remaining: { sv: 'obligatoriska återstår', en: 'mandatory remain' },
  metCriteria: { sv: 'Uppfyllda kriterier', en: 'Criteria that are met' },
  allMet: { sv: 'Alla obligatoriska kriterier är uppfyllda.', en: 'All mandatory criteria are met.' },
  decisions: { sv: 'Beslut i fasen', en: 'Decisions in the phase' },
  by: { sv: 'av', en: 'by' },
  facts: { sv: 'Om ärendet', en: 'About the case' },
  nextFollowUp: { sv: 'Nästa uppföljning', en: 'Next follow-up' },
  submittedBy: { sv: 'Kom från', en: 'Came from' },
  submitted: { sv: 'Kom in', en: 'Received' },
  inPhase: { sv: 'I fasen sedan', en: 'In the phase since' },
  wakesOn: { sv: 'Vilar till', en: 'Rests until' },
  toAssessment: { sv: 'Till nyttovärderingen', en: 'To the assessment' },
  assessmentDone: { sv: 'Klar i version', en: 'Complete in version' },
  assessmentMissing: { sv: 'Inte klarmarkerad än.', en: 'Not marked complete yet.' },
} as const satisfies Record<string, Text>

export const requestScope = 'begar-beslut'
export const wakeScope = 'vack'
export const takeOnScope = 'ta-emot'

interface CaseProps {
  readonly visit: Visit
  readonly loaded: LoadedCase
  readonly failed: FailedForm | undefined
}

const NextStep = ({ visit, loaded }: CaseProps) => {
  const { locale } = visit
  const { record, isCarrier } = loaded
  const { t } = locale
  const isOver = record.status === 'handedOver' || record.status === 'closed'
  return (
    <section class="next" aria-label={t(words.nextStep)}>
      <div>
        <p class="note">{t(words.nextStep)}</p>
        <p class="next__what">{t(record.nextStep.text)}</p>
        <p>
          {t(words.ball)}: <strong>{ballHolder(visit, record.nextStep.ball)}</strong>
          {!isOver && (
            <>
              {' · '}
              {t(words.dueOn).toLowerCase()} <Due date={record.dueOn} isOverdue={record.dueOn < locale.today} locale={locale} />
            </>
          )}
        </p>
      </div>
      {record.status === 'received' && isCarrier && (
        <form method="post" action={`${casePath(loaded)}/handlaggare`}>
          <button class="ds-button" type="submit">
            {t(text.takeOn)}
          </button>
        </form>
      )}
      {record.pending && (
        <a class="ds-button" data-variant="secondary" href={`/beslut/${record.pending.requestId}`}>
          {t(text.toDecision)}
        </a>
      )}
    </section>
  )
}

const SectionRows = ({ visit, loaded, sections }: { visit: Visit; loaded: LoadedCase; sections: CaseView['sections'] }) => {
  const { locale } = visit
  const { t } = locale
  return (
    <ul class="section-list">
      {sections.map((section) => (
        <li>
          <p>
            <a class="ds-link" href={`${casePath(loaded)}/${section.key}`}>
              {t(section.name)}
            </a>{' '}
            {!section.isMandatory && <span class="note">{t(words.optional).toLowerCase()}</span>}
          </p>
          <SectionTag status={section.status} locale={locale} />
          {section.savedAt && section.savedBy && (
            <p class="note">
              {t(text.saved)} {locale.moment(section.savedAt)}, {section.savedBy.name}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

const Sections = ({ visit, loaded }: CaseProps) => {
  const { t } = visit.locale
  const before = loaded.record.sections.filter(({ isAfterDecision }) => !isAfterDecision)
  const after = loaded.record.sections.filter(({ isAfterDecision }) => isAfterDecision)
  return (
    <section aria-labelledby="avsnitt">
      <h2 class="ds-heading" data-size="sm" id="avsnitt">
        {t(text.before)}
      </h2>
      <SectionRows visit={visit} loaded={loaded} sections={before} />
      {after.length > 0 && (
        <>
          <h3 class="ds-heading" data-size="xs">
            {t(text.after)}
          </h3>
          <SectionRows visit={visit} loaded={loaded} sections={after} />
        </>
      )}
    </section>
  )
}

const AssessmentPart = ({ visit, loaded: { record, phase } }: CaseProps) => {
  const { t } = visit.locale
  const kind = assessmentOf[phase]
  if (!kind) return null
  return (
    <section aria-labelledby="nytta">
      <h2 class="ds-heading" data-size="sm" id="nytta">
        {t(assessmentNames[kind])} ({kind})
      </h2>
      <p>
        {record.assessment
          ? `${t(text.assessmentDone)} ${record.assessment.version}. ${record.assessment.summary}`
          : t(text.assessmentMissing)}
      </p>
      <p>
        <a class="ds-link" href={`/arenden/${record.caseId}/nytta/${kind}`}>
          {t(text.toAssessment)}
        </a>
      </p>
    </section>
  )
}

/** Evidence stands in a section, among the opinions or in the assessment. */
const linkInCase = (visit: Visit, loaded: LoadedCase) => (place: string) => {
  const { t } = visit.locale
  const { record, phase } = loaded
  const kind = assessmentOf[phase]
  if (place === 'opinions') return { href: '#yttranden', label: t(words.opinions) }
  if (place === 'assessment') return kind && { href: `/arenden/${record.caseId}/nytta/${kind}`, label: t(assessmentNames[kind]) }
  const section = record.sections.find(({ key }) => key === place)
  return section && { href: `${casePath(loaded)}/${place}`, label: t(section.name) }
}

const Criteria = ({ visit, loaded }: CaseProps) => {
  const { t } = visit.locale
  const { record } = loaded
  const unmet = unmetMandatory(record.criteria).length
  const met = record.criteria.filter(({ status }) => status === 'met')
  return (
    <section aria-labelledby="kriterier">
      <h2 class="ds-heading" data-size="sm" id="kriterier">
        {t(text.conditions)}
      </h2>
      <p>
        {t(gateNames[record.gate])}. {unmet === 0 ? t(text.allMet) : `${unmet} ${t(text.remaining)}.`}
      </p>
      <CriteriaList
        visit={visit}
        criteria={record.criteria.filter(({ status }) => status !== 'met')}
        linkOf={linkInCase(visit, loaded)}
      />
      {met.length > 0 && (
        <details class="reveal reveal--printed">
          <summary>
            {t(text.metCriteria)} ({met.length})
          </summary>
          <CriteriaList visit={visit} criteria={met} linkOf={linkInCase(visit, loaded)} />
        </details>
      )}
    </section>
  )
}

const RequestDecision = ({ visit, loaded, failed }: CaseProps) => {
  const { t } = visit.locale
  const { record, version } = loaded
  const isUnmet = unmetMandatory(record.criteria).length > 0
  return (
    <section class="no-print" aria-labelledby="begar">
      <h2 class="ds-heading" data-size="sm" id="begar">
        {t(text.request)}
      </h2>
      <p class="measure">{t(text.requestExplained)}</p>
      {isUnmet && (
        <Alert color="warning">
          <p class="ds-paragraph">{t(text.requestUnmet)}</p>
        </Alert>
      )}
      <ActionForm
        visit={visit}
        scope={requestScope}
        action={`${casePath(loaded)}/beslutsbegaran`}
        fields={{}}
        submit={t(text.request)}
        failed={failed}
      >
        <input type="hidden" name="_version" value={String(version)} />
      </ActionForm>
    </section>
  )
}

const Wake = ({ visit, loaded, failed }: CaseProps) => {
  const { t } = visit.locale
  return (
    <RevealedForm title={t(text.wake)} isOpen={failed?.scope === wakeScope}>
      <ActionForm
        visit={visit}
        scope={wakeScope}
        action={`${casePath(loaded)}/vackning`}
        fields={reasonFields}
        submit={t(text.wake)}
        failed={failed}
      />
    </RevealedForm>
  )
}

const Decisions = ({ visit, loaded: { record } }: CaseProps) => {
  const { locale } = visit
  const { t } = locale
  if (record.decisions.length === 0) return null
  return (
    <section aria-labelledby="beslut">
      <h2 class="ds-heading" data-size="sm" id="beslut">
        {t(text.decisions)}
      </h2>
      <ul class="opinions">
        {record.decisions.map(({ requestId, round, decision: { ruling, decidedAt, decidedBy } }) => (
          <li>
            <div class="opinions__head">
              <OutcomeTag outcome={ruling.outcome} locale={locale} />
              <a class="ds-link" href={`/beslut/${requestId}`}>
                {t(gateNames[record.gate])}, {t(words.round).toLowerCase()} {round}
              </a>
            </div>
            <p class="prose">{ruling.reason}</p>
            <p class="note">
              {locale.moment(decidedAt)} {t(text.by)} {decidedBy.name}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Aside = ({ visit, loaded: { record, overview } }: CaseProps) => {
  const { locale } = visit
  const { t } = locale
  const days = overview?.ageWorkingDays
  const isOver = record.status === 'closed' || record.status === 'handedOver'
  return (
    <aside>
      <h2 class="ds-heading" data-size="2xs">
        {t(text.facts)}
      </h2>
      <Facts
        rows={[
          [t(words.status), t(phaseStatusNames[record.status])],
          [t(words.assignee), record.assignee?.name],
          [t(words.dueOn), isOver ? undefined : locale.day(record.dueOn)],
          [t(text.nextFollowUp), overview?.nextFollowUpOn && locale.day(overview.nextFollowUpOn)],
          [t(words.age), days === undefined ? undefined : `${days} ${t(days === 1 ? words.workingDay : words.workingDays)}`],
          [t(text.inPhase), locale.moment(record.receivedAt)],
          [t(text.wakesOn), record.wakeOn && locale.day(record.wakeOn)],
          [t(words.round), record.round > 0 ? String(record.round) : undefined],
          [t(text.submitted), locale.moment(record.submittedAt)],
          [t(text.submittedBy), t(senderNames[record.submittedBy])],
        ]}
      />
      <CaseLinks visit={visit} caseId={record.caseId} />
    </aside>
  )
}

export const CasePage = (props: CaseProps) => {
  const { visit, loaded, failed } = props
  const { t } = visit.locale
  const { record, phase, present, isCarrier } = loaded
  return (
    <Page visit={visit} title={`${record.caseNumber} ${record.title}`} crumbs={caseCrumbs(visit)}>
      {failed?.scope === takeOnScope && <ErrorSummary refusal={failed.refusal} />}
      <CaseHead visit={visit} loaded={loaded} />
      <h1 class="ds-heading" data-size="lg">
        {record.title}
      </h1>
      <CaseStrip visit={visit} loaded={loaded} />
      {phase !== present && (
        <Alert color="info">
          <p class="ds-paragraph">
            {t(text.elsewhere)} <strong>{t(phaseNames[present]).toLowerCase()}</strong>.{' '}
            <a class="ds-link" href={`/arenden/${record.caseId}`}>
              {t(text.toPresent)}
            </a>
          </p>
        </Alert>
      )}
      <NextStep {...props} />
      {record.missing.length > 0 && record.status === 'inProgress' && (
        <Alert color="warning" title={t(text.missingTitle)}>
          <ul class="ds-list">
            {record.missing.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        </Alert>
      )}
      {record.status === 'onHold' && isCarrier && <Wake {...props} />}
      <div class="columns">
        <div>
          <Sections {...props} />
          <AssessmentPart {...props} />
          <DialoguePart visit={visit} loaded={loaded} />
          <section aria-labelledby="yttranden">
            <h2 class="ds-heading" data-size="sm" id="yttranden">
              {t(words.opinions)}
            </h2>
            <OpinionList visit={visit} loaded={loaded} failed={failed} />
          </section>
          <Criteria {...props} />
          <Decisions {...props} />
          {record.status === 'inProgress' && isCarrier && <RequestDecision {...props} />}
        </div>
        <Aside {...props} />
      </div>
    </Page>
  )
}

/** A phase in the address shows that phase's record; without one, the phase that the case is in. */
export const casePage = async (c: PageContext) => {
  const visit = visitOf(c)
  const loaded = await loadCase(visit, c.req.param('caseId') ?? '', c.req.param('phase'))
  return show(c, <CasePage visit={visit} loaded={loaded} failed={undefined} />)
}
