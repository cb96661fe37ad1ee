import type { Child } from 'hono/jsx'
import { limitGroundNames } from '#contracts/dialogue.ts'
import type { Text } from '#contracts/language.ts'
import type { InformationPart, Schedule } from '../../../api/dialogue-views.ts'
import { words } from '../../../language/words.ts'
import { Facts } from '../../../layout/facts.tsx'
import { organisationName } from '../../../layout/names.ts'
import type { Visit } from '../../../visit.ts'
import { text } from './words.ts'

/** What all have been told in a dialogue, in order: the same on the dialogue's own page and in the package. */

const own = {
  seats: { sv: 'Platser', en: 'Seats' },
  until: { sv: 'till', en: 'until' },
  programme: { sv: 'Program', en: 'Programme' },
  documents: { sv: 'Dokument', en: 'Documents' },
  questions: { sv: 'Frågor och svar', en: 'Questions and answers' },
  rfiQuestions: { sv: 'Frågor att svara på', en: 'Questions to answer' },
  meetings: { sv: 'Det som visades och sades', en: 'What was shown and said' },
  ours: { sv: 'Från organisationen', en: 'From the organisation' },
  present: { sv: 'Företag som deltog', en: 'Companies that took part' },
  others: { sv: 'utan namn', en: 'unnamed' },
  summaries: { sv: 'Sammanfattning av svaren', en: 'Summary of the answers' },
  comments: { sv: 'Synpunkter', en: 'Comments' },
  readByAll: { sv: 'Läses av alla', en: 'Read by all' },
  readByOrganisation: { sv: 'Läses bara av organisationen', en: 'Read by the organisation only' },
  changes: { sv: 'Ändrad tid', en: 'Changed time' },
  draw: { sv: 'Lottning', en: 'Draw' },
  drawExplained: {
    sv: 'Anmälningarnas nummer i lottad ordning. Ordningen följer av fröet och kan räknas om av var och en.',
    en: 'The numbers of the registrations in drawn order. It follows from the seed, and anybody can work it out again.',
  },
  seed: { sv: 'Frö', en: 'Seed' },
  corrections: { sv: 'Rättelser', en: 'Corrections' },
  correctionOf: { sv: 'Gäller punkt', en: 'About item' },
  item: { sv: 'Punkt', en: 'Item' },
  closing: { sv: 'Sammanfattning', en: 'Summary' },
  companies: { sv: 'Företag som deltog eller svarade', en: 'Companies that took part or answered' },
  early: { sv: 'Avslutades före utlovad tid', en: 'Closed before the time promised' },
  cancelled: { sv: 'Dialogen är inställd', en: 'The dialogue has been cancelled' },
  edited: { sv: 'Frågan är redigerad före publicering.', en: 'The question was edited before it was published.' },
} as const satisfies Record<string, Text>

const Block = ({ id, title, children }: { id: string; title: string; children: Child }) => (
  <>
    <h3 class="ds-heading" data-size="xs" id={id}>
      {title}
    </h3>
    {children}
  </>
)

/** When and where, in rows. */
export const scheduleRows = (
  visit: Visit,
  { startsAt, endsAt, place, onlineAt, lastDay }: Schedule,
): (readonly [string, Child | undefined])[] => {
  const { t, moment, day } = visit.locale
  return [
    [t(text.when), startsAt && `${moment(startsAt)}${endsAt === undefined ? '' : ` ${t(own.until)} ${moment(endsAt)}`}`],
    [t(text.where), place],
    [
      t(text.online),
      onlineAt && (
        <a class="ds-link" href={/^https?:\/\//.test(onlineAt) ? onlineAt : undefined} rel="noopener noreferrer">
          {onlineAt}
        </a>
      ),
    ],
    [t(startsAt === undefined ? text.lastDayToAnswer : text.lastDayToRegister), day(lastDay)],
  ]
}

const Told = ({ visit, entry, at, children }: { visit: Visit; entry: number; at: string; children: Child }) => (
  <li>
    {children}
    <p class="note">
      {visit.locale.t(own.item)} {entry}, {visit.locale.moment(at)}
    </p>
  </li>
)

const Documents = ({ visit, part, id }: { visit: Visit; part: InformationPart; id: (name: string) => string }) => {
  const { t } = visit.locale
  if (part.documents.length === 0) return null
  return (
    <Block id={id('dokument')} title={t(own.documents)}>
      <ul class="opinions">
        {part.documents.map(({ entry, at, title, text: body, link, digest }) => (
          <Told visit={visit} entry={entry} at={at}>
            <p>
              <strong>{title}</strong>
            </p>
            {body !== undefined && <blockquote class="prose">{body}</blockquote>}
            {link !== undefined && (
              <p>
                <a class="ds-link" href={/^https?:\/\//.test(link) ? link : undefined} rel="noopener noreferrer">
                  {link}
                </a>
              </p>
            )}
            <p class="note">
              {t(text.digest)}: <span class="hash">{digest}</span>
            </p>
          </Told>
        ))}
      </ul>
    </Block>
  )
}

/** @param prefix tells the parts of one page apart, when it shows several dialogues */
export const Information = ({ visit, part, prefix = '' }: { visit: Visit; part: InformationPart; prefix?: string }) => {
  const { t, list } = visit.locale
  const id = (name: string): string => `${prefix}${name}`
  const { limit, closing, cancellation, draw } = part
  return (
    <>
      {cancellation && (
        <Block id={id('installd')} title={t(own.cancelled)}>
          <p class="prose">{cancellation.reason}</p>
        </Block>
      )}
      {closing && (
        <Block id={id('sammanfattning')} title={t(own.closing)}>
          <p class="prose measure">{closing.summary}</p>
          <Facts
            rows={[
              [t(own.companies), String(closing.companies)],
              [t(own.early), closing.earlyBecause],
            ]}
          />
        </Block>
      )}
      <Block id={id('program')} title={t(own.programme)}>
        <p class="prose measure">{part.purpose}</p>
        <Facts
          rows={[
            [t(text.heldBy), organisationName(visit, part.organisation)],
            [t(text.case), part.caseNumber],
            ...scheduleRows(visit, part.schedule),
            [
              t(own.comments),
              part.kind === 'draftReview' ? t(part.commentsArePublic ? own.readByAll : own.readByOrganisation) : undefined,
            ],
            [t(own.seats), limit && `${limit.seats}. ${t(limitGroundNames[limit.ground])}.`],
          ]}
        />
      </Block>
      {part.changes.length > 0 && (
        <Block id={id('andringar')} title={t(own.changes)}>
          <ul class="opinions">
            {part.changes.map(({ entry, at, reason }) => (
              <Told visit={visit} entry={entry} at={at}>
                <p class="prose">{reason}</p>
              </Told>
            ))}
          </ul>
        </Block>
      )}
      {part.rfiQuestions.length > 0 && (
        <Block id={id('rfi')} title={t(own.rfiQuestions)}>
          <ol class="measure">
            {part.rfiQuestions.map((question) => (
              <li class="prose">{question}</li>
            ))}
          </ol>
        </Block>
      )}
      <Documents visit={visit} part={part} id={id} />
      {part.questions.length > 0 && (
        <Block id={id('fragor')} title={t(own.questions)}>
          <ul class="opinions">
            {part.questions.map(({ entry, at, question, answer, isEdited }) => (
              <Told visit={visit} entry={entry} at={at}>
                <p class="prose">
                  <strong>{t(words.question)}:</strong> {question}
                </p>
                {isEdited && <p class="note">{t(own.edited)}</p>}
                <blockquote class="prose">{answer}</blockquote>
              </Told>
            ))}
          </ul>
        </Block>
      )}
      {part.meetings.length > 0 && (
        <Block id={id('moten')} title={t(own.meetings)}>
          <ul class="opinions">
            {part.meetings.map(({ entry, at, shown, ours, companies, unnamed }) => (
              <Told visit={visit} entry={entry} at={at}>
                <p class="prose">{shown}</p>
                <Facts
                  rows={[
                    [t(own.ours), ours],
                    [
                      t(own.present),
                      companies.length + unnamed === 0
                        ? undefined
                        : list([...companies, ...(unnamed > 0 ? [`${unnamed} ${t(own.others)}`] : [])]),
                    ],
                  ]}
                />
              </Told>
            ))}
          </ul>
        </Block>
      )}
      {part.answerSummaries.length > 0 && (
        <Block id={id('svar-i-korthet')} title={t(own.summaries)}>
          <ul class="opinions">
            {part.answerSummaries.map(({ entry, at, text: summary }) => (
              <Told visit={visit} entry={entry} at={at}>
                <p class="prose">{summary}</p>
              </Told>
            ))}
          </ul>
        </Block>
      )}
      {part.comments.length > 0 && (
        <Block id={id('synpunkter')} title={t(own.comments)}>
          <ul class="opinions">
            {part.comments.map(({ entry, at, company, text: comment }) => (
              <Told visit={visit} entry={entry} at={at}>
                <p>
                  <strong>{company}</strong>
                </p>
                <p class="prose">{comment}</p>
              </Told>
            ))}
          </ul>
        </Block>
      )}
      {draw && (
        <Block id={id('lottning')} title={t(own.draw)}>
          <p>{t(own.drawExplained)}</p>
          <p>
            {draw.order.join(', ')}
            <span class="note block hash">
              {t(own.seed)}: {draw.seed}
            </span>
          </p>
        </Block>
      )}
      {part.corrections.length > 0 && (
        <Block id={id('rattelser')} title={t(own.corrections)}>
          <ul class="opinions">
            {part.corrections.map(({ entry, at, corrects, text: correction }) => (
              <Told visit={visit} entry={entry} at={at}>
                <p>
                  <strong>
                    {t(own.correctionOf)} {corrects}
                  </strong>
                </p>
                <p class="prose">{correction}</p>
              </Told>
            ))}
          </ul>
        </Block>
      )}
    </>
  )
}
