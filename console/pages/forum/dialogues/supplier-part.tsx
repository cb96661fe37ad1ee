import type { Text } from '#contracts/language.ts'
import type { OwnView } from '../../../api/dialogue-views.ts'
import { Alert } from '../../../layout/alert.tsx'
import { Facts } from '../../../layout/facts.tsx'
import { Tag } from '../../../layout/tag.tsx'
import type { Visit } from '../../../visit.ts'
import { DialogueForm } from './dialogue-form.tsx'
import type { DialogueProps } from './dialogue-form.tsx'
import { seatNames, text } from './words.ts'

/** What a supplier has said itself and can do: nobody else reads this part of the page. */

const own = {
  title: { sv: 'Delta', en: 'Take part' },
  registered: { sv: 'Din anmälan', en: 'Your registration' },
  seat: { sv: 'Plats', en: 'Seat' },
  yourQuestions: { sv: 'Dina frågor', en: 'Your questions' },
  asked: { sv: 'Väntar på svar', en: 'Awaits an answer' },
  answered: { sv: 'Besvarad för alla', en: 'Answered for everybody' },
  setAside: { sv: 'Inte publicerad', en: 'Not published' },
  published: { sv: 'Publicerad som', en: 'Published as' },
  because: { sv: 'Skäl', en: 'Reason' },
  yourAnswer: {
    sv: 'Ditt svar är mottaget. Skickar du igen ersätts det.',
    en: 'Your answer has been received. Sending again replaces it.',
  },
  yourComments: { sv: 'Dina synpunkter', en: 'Your comments' },
  ask: {
    sv: 'Frågor ställs utan namn. Fråga och svar publiceras för alla samtidigt.',
    en: 'Questions are asked without a name. Question and answer are published to all at the same time.',
  },
  record: {
    sv: 'Det du skickar blir en allmän handling. Uppgifter om affärsförhållanden kan skyddas av sekretess om det av särskild anledning kan antas att företaget lider skada (OSL 31:16). Det prövas när någon begär ut handlingen.',
    en: 'What you send becomes a public record. Business conditions can be kept secret if for a particular reason it can be assumed that the company suffers harm (OSL 31:16). That is decided when somebody asks for the record.',
  },
  private: {
    sv: 'Bara organisationen läser svaret. Alla får en sammanfattning utan företagshemligheter.',
    en: 'Only the organisation reads the answer. Everybody gets a summary without business secrets.',
  },
  commentsPublic: {
    sv: 'Alla läser synpunkterna och vem som lämnat dem.',
    en: 'Everybody reads the comments and whose they are.',
  },
  commentsPrivate: { sv: 'Bara organisationen läser synpunkterna.', en: 'Only the organisation reads the comments.' },
  over: { sv: 'Tiden har gått ut.', en: 'The time is over.' },
} as const satisfies Record<string, Text>

const questionStates = { asked: own.asked, answered: own.answered, setAside: own.setAside } as const

const Questions = ({ visit, questions }: { visit: Visit; questions: OwnView['questions'] }) => {
  const { t } = visit.locale
  if (questions.length === 0) return null
  return (
    <>
      <h3 class="ds-heading" data-size="xs">
        {t(own.yourQuestions)}
      </h3>
      <ul class="opinions">
        {questions.map(({ text: question, status, published, because }) => (
          <li>
            <div class="opinions__head">
              <Tag color={status === 'answered' ? 'success' : 'neutral'}>{t(questionStates[status])}</Tag>
            </div>
            <p class="prose">{question}</p>
            <Facts
              rows={[
                [t(own.published), published === question ? undefined : published],
                [t(own.because), because],
              ]}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

const WaysIn = (props: DialogueProps) => {
  const { visit, dialogue } = props
  const { t, today } = visit.locale
  const { kind, lastDay, own: mine, information } = dialogue
  if (today > lastDay)
    return (
      <Alert>
        <p class="ds-paragraph">{t(own.over)}</p>
      </Alert>
    )
  if (kind === 'rfi')
    return (
      <DialogueForm {...props} name="svar">
        <p class="measure">{t(own.private)}</p>
        {mine?.answers && <p class="measure">{t(own.yourAnswer)}</p>}
        <p class="note measure">{t(own.record)}</p>
      </DialogueForm>
    )
  if (kind === 'draftReview')
    return (
      <DialogueForm {...props} name="kommentar">
        <p class="measure">{t(information?.commentsArePublic ? own.commentsPublic : own.commentsPrivate)}</p>
        <p class="note measure">{t(own.record)}</p>
      </DialogueForm>
    )
  return mine?.registration ? (
    <DialogueForm {...props} name="aterta" />
  ) : (
    <DialogueForm {...props} name="anmalan">
      <p class="note measure">{t(own.record)}</p>
    </DialogueForm>
  )
}

export const SupplierPart = (props: DialogueProps) => {
  const { visit, dialogue } = props
  const { t } = visit.locale
  const mine = dialogue.own
  if (!mine) return null
  const { registration, comments } = mine
  return (
    <section aria-labelledby="delta">
      <h2 class="ds-heading" data-size="sm" id="delta">
        {t(own.title)}
      </h2>
      {registration && (
        <>
          <h3 class="ds-heading" data-size="xs">
            {t(own.registered)}
          </h3>
          <Facts
            rows={[
              [t(text.company), registration.company.name],
              [t(own.seat), t(seatNames[registration.seat])],
            ]}
          />
        </>
      )}
      {dialogue.status === 'open' && <WaysIn {...props} />}
      {comments.length > 0 && (
        <>
          <h3 class="ds-heading" data-size="xs">
            {t(own.yourComments)}
          </h3>
          <ul class="opinions">
            {comments.map(({ text: comment }) => (
              <li>
                <p class="prose">{comment}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      {dialogue.status === 'open' && (
        <DialogueForm {...props} name="fraga">
          <p class="measure">{t(own.ask)}</p>
        </DialogueForm>
      )}
      <Questions visit={visit} questions={mine.questions} />
    </section>
  )
}
