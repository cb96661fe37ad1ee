import type { Text } from '#contracts/language.ts'
import { isOpen } from '../../api/case-views.ts'
import type { Opinion } from '../../api/case-views.ts'
import { ActionForm, RevealedForm } from '../../forms/action-form.tsx'
import type { FailedForm } from '../../forms/action-form.tsx'
import { Due } from '../../layout/due.tsx'
import { unitName } from '../../layout/names.ts'
import { AnswerTag, Tag } from '../../layout/tag.tsx'
import type { Visit } from '../../visit.ts'
import { casePath } from './load-case.ts'
import type { LoadedCase } from './load-case.ts'
import { answerFields, askFields, reasonFields } from './opinion-forms.ts'

const text = {
  none: { sv: 'Inga yttranden är begärda.', en: 'No opinions have been asked for.' },
  needed: { sv: 'Beslutet kräver yttrande från', en: 'The decision requires an opinion from' },
  waiting: { sv: 'Inväntas', en: 'Awaited' },
  withdrawn: { sv: 'Tillbakatagen', en: 'Withdrawn' },
  asked: { sv: 'Begärt', en: 'Asked' },
  answeredBy: { sv: 'Svar av', en: 'Answered by' },
  give: { sv: 'Lämna yttrande', en: 'Give the opinion' },
  withdraw: { sv: 'Ta tillbaka begäran', en: 'Withdraw the request' },
  ask: { sv: 'Begär ett yttrande', en: 'Ask for an opinion' },
} as const satisfies Record<string, Text>

interface OpinionProps {
  readonly visit: Visit
  readonly loaded: LoadedCase
  readonly opinion: Opinion
  readonly failed: FailedForm | undefined
}

const Standing = ({ visit: { locale }, opinion }: OpinionProps) => {
  if (opinion.answer) return <AnswerTag answer={opinion.answer} locale={locale} />
  if (opinion.withdrawnAt) return <Tag color="neutral">{locale.t(text.withdrawn)}</Tag>
  return (
    <>
      <Tag color="info" icon="clock">
        {locale.t(text.waiting)}
      </Tag>
      <Due date={opinion.dueOn} isOverdue={opinion.dueOn < locale.today} locale={locale} />
    </>
  )
}

const Actions = ({ visit, loaded, opinion, failed }: OpinionProps) => {
  const { t } = visit.locale
  const isMine = visit.user?.unit === opinion.unit
  const base = `${casePath(loaded)}/yttranden/${opinion.id}`
  const answering = `svar-${opinion.id}`
  const withdrawing = `ater-${opinion.id}`
  return (
    <>
      {isMine && (
        <RevealedForm title={t(text.give)} isOpen={failed?.scope === answering || failed === undefined}>
          <ActionForm
            visit={visit}
            scope={answering}
            action={`${base}/svar`}
            fields={answerFields}
            submit={t(text.give)}
            failed={failed}
          />
        </RevealedForm>
      )}
      {loaded.isCarrier && (
        <RevealedForm title={t(text.withdraw)} isOpen={failed?.scope === withdrawing}>
          <ActionForm
            visit={visit}
            scope={withdrawing}
            action={`${base}/aterkallelse`}
            fields={reasonFields}
            submit={t(text.withdraw)}
            failed={failed}
          />
        </RevealedForm>
      )}
    </>
  )
}

const OpinionItem = (props: OpinionProps) => {
  const { visit, loaded, opinion } = props
  const { locale } = visit
  const { t } = locale
  return (
    <li id={`yttrande-${opinion.id}`}>
      <div class="opinions__head">
        <strong>{unitName(visit, opinion.unit)}</strong>
        <Standing {...props} />
      </div>
      <p class="prose">{opinion.question}</p>
      {opinion.comment && <blockquote class="prose">{opinion.comment}</blockquote>}
      {opinion.withdrawnBecause && <blockquote class="prose">{opinion.withdrawnBecause}</blockquote>}
      <p class="note">
        {t(text.asked)} {locale.moment(opinion.requestedAt)}, {opinion.requestedBy.name}
        {opinion.answeredBy && opinion.answeredAt && (
          <>
            {' · '}
            {t(text.answeredBy)} {opinion.answeredBy.name}, {locale.moment(opinion.answeredAt)}
          </>
        )}
      </p>
      {isOpen(opinion) && loaded.record.status === 'inProgress' && <Actions {...props} />}
    </li>
  )
}

export const askScope = 'begar-yttrande'

export const OpinionList = ({ visit, loaded, failed }: { visit: Visit; loaded: LoadedCase; failed: FailedForm | undefined }) => {
  const { locale } = visit
  const { record, description } = loaded
  const { t } = locale
  const unasked = description.opinions.filter(
    (unit) => !record.opinions.some((opinion) => opinion.unit === unit && opinion.withdrawnAt === undefined),
  )
  return (
    <>
      {unasked.length > 0 && record.status === 'inProgress' && (
        <p>
          {t(text.needed)} {locale.list(unasked.map((unit) => unitName(visit, unit)))}.
        </p>
      )}
      {record.opinions.length === 0 ? (
        <p class="empty">{t(text.none)}</p>
      ) : (
        <ul class="opinions">
          {record.opinions.map((opinion) => (
            <OpinionItem visit={visit} loaded={loaded} opinion={opinion} failed={failed} />
          ))}
        </ul>
      )}
      {loaded.isCarrier && record.status === 'inProgress' && (
        <RevealedForm title={t(text.ask)} isOpen={failed?.scope === askScope}>
          <ActionForm
            visit={visit}
            scope={askScope}
            action={`${casePath(loaded)}/yttranden`}
            fields={askFields(visit)}
            submit={t(text.ask)}
            failed={failed}
          />
        </RevealedForm>
      )}
    </>
  )
}
