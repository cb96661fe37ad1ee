import type { Text } from '#contracts/language.ts'
import { phaseNames, stopReasonNames } from '#contracts/words.ts'
import { at } from '../../../api/client.ts'
import type { CaseOfNeed, Feedback } from '../../../api/forum-views.ts'
import { isStaff } from '../../../session/user.ts'
import type { Visit } from '../../../visit.ts'
import { feedbackNames } from '../words.ts'

/** Where the need's case stands and what came of it, in plain words and without secrets. */

const own = {
  title: { sv: 'Vad som händer med behovet', en: 'What becomes of the need' },
  ongoing: { sv: 'Behovet drivs som ett ärende. Det är nu i fasen', en: 'The need is carried as a case. It is now in the phase' },
  onHold: { sv: 'Ärendet vilar. Det står i fasen', en: 'The case rests. It stands in the phase' },
  stopped: { sv: 'Ärendet avslutades i fasen', en: 'The case was closed in the phase' },
  completed: {
    sv: 'Lösningen är införd och nyttan är uppföljd. Ärendet är fullbordat.',
    en: 'The solution is in use and its benefit has been followed up. The case is completed.',
  },
  feedback: { sv: 'Det här lärde vi oss', en: 'This is what we learnt' },
  response: { sv: 'Vad deltagarna svarade', en: 'What the participants answered' },
  toCase: { sv: 'Till ärendet', en: 'To the case' },
  more: { sv: 'Läs mer', en: 'Read more' },
} as const satisfies Record<string, Text>

const sentenceOf = ({ locale: { t } }: Visit, { phase, standing }: CaseOfNeed): string => {
  const phaseName = t(phaseNames[phase])
  switch (standing?.status) {
    case 'completed':
      return t(own.completed)
    case 'stopped':
      return `${t(own.stopped)} ${phaseName}${standing.reason ? `: ${t(stopReasonNames[standing.reason])}` : ''}.`
    case 'onHold':
      return `${t(own.onHold)} ${phaseName}.`
    default:
      return `${t(own.ongoing)} ${phaseName}.`
  }
}

const FeedbackPart = ({ visit, feedback }: { visit: Visit; feedback: Feedback }) => {
  const { t, day } = visit.locale
  return (
    <>
      <h3 class="ds-heading" data-size="2xs">
        {t(own.feedback)}
      </h3>
      <p class="note">
        {day(feedback.fedBackOn)} · {feedback.how}
      </p>
      <ul class="plain">
        {feedback.points.map(({ about, point }) => (
          <li>
            <strong>{t(feedbackNames[about] ?? { sv: about, en: about })}:</strong> {point}
          </li>
        ))}
      </ul>
      <p class="prose measure">
        <strong>{t(own.response)}:</strong> {feedback.response}
      </p>
      {feedback.publishedAt && (
        <p>
          <a class="ds-link" href={feedback.publishedAt} rel="noopener noreferrer">
            {t(own.more)}
          </a>
        </p>
      )}
    </>
  )
}

export const CasePart = ({ visit, of }: { visit: Visit; of: CaseOfNeed }) => (
  <section aria-labelledby="arende">
    <h2 class="ds-heading" data-size="sm" id="arende">
      {visit.locale.t(own.title)}
    </h2>
    <p class="measure">{sentenceOf(visit, of)}</p>
    {of.standing?.feedback && <FeedbackPart visit={visit} feedback={of.standing.feedback} />}
    {isStaff(visit.user) && (
      <p>
        <a class="ds-link" href={at`/arenden/${of.caseId}`}>
          {visit.locale.t(own.toCase)} {of.caseNumber}
        </a>
      </p>
    )}
  </section>
)
