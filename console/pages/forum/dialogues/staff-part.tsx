import type { Text } from '#contracts/language.ts'
import { at } from '../../../api/client.ts'
import type { LogEntry, StaffView } from '../../../api/dialogue-views.ts'
import { words } from '../../../language/words.ts'
import { Alert } from '../../../layout/alert.tsx'
import { DataTable } from '../../../layout/data-table.tsx'
import type { Visit } from '../../../visit.ts'
import { DialogueForm } from './dialogue-form.tsx'
import type { DialogueProps } from './dialogue-form.tsx'
import { entryName, involvementNames, seatNames, text } from './words.ts'

/** For those who work with the dialogue: what waits, what can be done, who has taken part, and the whole log. */

const own = {
  title: { sv: 'För er som håller dialogen', en: 'For you who hold the dialogue' },
  conflict: {
    sv: 'Du har anmält en bindning till ett företag. Någon annan avgör frågor i dialogen.',
    en: 'You have declared a tie to a company. Somebody else decides in the dialogue.',
  },
  missing: { sv: 'Innan dialogen kan öppnas', en: 'Before the dialogue can be opened' },
  editPlan: { sv: 'Ändra planen', en: 'Change the plan' },
  openExplained: {
    sv: 'Programmet och dokumenten visas för alla i samma stund. Därefter kan de inte skrivas om.',
    en: 'The programme and the documents are shown to all at the same moment. After that they cannot be rewritten.',
  },
  waiting: { sv: 'Frågor som väntar på svar', en: 'Questions awaiting an answer' },
  noneWaiting: { sv: 'Inga frågor väntar.', en: 'No questions are waiting.' },
  registrations: { sv: 'Anmälda', en: 'Registered' },
  roles: { sv: 'Roller', en: 'Roles' },
  seat: { sv: 'Plats', en: 'Seat' },
  involved: { sv: 'Företag som deltagit i förberedelserna', en: 'Companies that have taken part in the preparations' },
  involvedExplained: {
    sv: 'De kan bli anbudsgivare. Informationspaketet ger alla andra samma upplysningar (LOU 4:8).',
    en: 'They may tender. The information package gives all others the same information (LOU 4:8).',
  },
  how: { sv: 'Hur', en: 'How' },
  since: { sv: 'Sedan', en: 'Since' },
  log: { sv: 'Logg', en: 'Log' },
  item: { sv: 'Punkt', en: 'Item' },
  actions: { sv: 'Åtgärder', en: 'Actions' },
} as const satisfies Record<string, Text>

const companyOf = ({ company }: LogEntry): string | undefined => (typeof company === 'string' ? company : company?.name)

/** What an entry says, whichever kind it is. */
const saidIn = (entry: LogEntry): string[] =>
  [
    companyOf(entry),
    entry.document?.title,
    entry.question !== undefined ? `#${entry.question}` : undefined,
    entry.registration !== undefined ? `#${entry.registration}` : undefined,
    entry.entry !== undefined ? `#${entry.entry}` : undefined,
    entry.roles,
    entry.text,
    entry.published,
    entry.answer,
    entry.editedBecause,
    entry.shown,
    entry.ours,
    ...(entry.answers ?? []).map(({ question, text: answer }) => `${question}. ${answer}`),
    entry.tie,
    entry.reason,
    entry.summary,
    entry.seed,
  ].filter((part) => part !== undefined)

const LogTable = ({ visit, log }: { visit: Visit; log: StaffView['log'] }) => {
  const { t, moment } = visit.locale
  return (
    <DataTable
      caption={t(own.log)}
      columns={[{ label: t(own.item) }, { label: t(words.what) }, { label: t(words.who) }, { label: t(words.when) }]}
      rows={log.map((entry) => [
        String(entry.number),
        <>
          <strong>{t(entryName(entry.kind))}</strong>
          {saidIn(entry).map((line) => (
            <p class="prose">{line}</p>
          ))}
        </>,
        entry.by.name,
        moment(entry.at),
      ])}
    />
  )
}

const Waiting = (props: DialogueProps & { staff: StaffView }) => {
  const { visit, staff } = props
  const { t, moment } = visit.locale
  return (
    <>
      <h3 class="ds-heading" data-size="xs">
        {t(own.waiting)}
      </h3>
      {staff.waiting.length === 0 ? (
        <p class="empty">{t(own.noneWaiting)}</p>
      ) : (
        <ul class="opinions">
          {staff.waiting.map(({ number, text: question, at: askedAt }) => (
            <li>
              <p class="prose">{question}</p>
              <p class="note">{moment(askedAt)}</p>
              {staff.mayLead && !staff.hasDeclaredConflict && (
                <>
                  <DialogueForm {...props} name="besvara" question={number} />
                  <DialogueForm {...props} name="avfor" question={number} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const PlannedActions = (props: DialogueProps & { staff: StaffView }) => {
  const { visit, dialogue, staff } = props
  const { t } = visit.locale
  return (
    <>
      {staff.problems.length > 0 && (
        <Alert color="warning" title={t(own.missing)}>
          <ul class="ds-list">
            {staff.problems.map(({ message }) => (
              <li>{t(message)}</li>
            ))}
          </ul>
        </Alert>
      )}
      <p>
        <a class="ds-button" data-variant="secondary" href={at`/forum/dialoger/${dialogue.dialogueId}/plan`}>
          {t(own.editPlan)}
        </a>
      </p>
      {staff.problems.length === 0 && (
        <DialogueForm {...props} name="oppna" isOpen>
          <p class="measure">{t(own.openExplained)}</p>
        </DialogueForm>
      )}
      <DialogueForm {...props} name="stall-in" />
    </>
  )
}

const OpenActions = (props: DialogueProps) => {
  const { dialogue } = props
  const isMeeting = dialogue.kind === 'meeting' || dialogue.kind === 'hearing'
  return (
    <>
      <DialogueForm {...props} name="dokument" />
      {isMeeting && <DialogueForm {...props} name="anteckning" />}
      {dialogue.limit?.ground === 'lot' && !dialogue.information?.draw && <DialogueForm {...props} name="lotta" />}
      {dialogue.kind === 'rfi' && <DialogueForm {...props} name="sammanfattning" />}
      <DialogueForm {...props} name="andra-tid" />
      <DialogueForm {...props} name="rattelse" />
      <DialogueForm {...props} name="avsluta" />
      <DialogueForm {...props} name="stall-in" />
    </>
  )
}

const Companies = ({ visit, staff }: { visit: Visit; staff: StaffView }) => {
  const { t, list, moment } = visit.locale
  return (
    <>
      {staff.registrations.length > 0 && (
        <DataTable
          caption={t(own.registrations)}
          columns={[{ label: t(text.company) }, { label: t(own.roles) }, { label: t(own.seat) }, { label: t(words.when) }]}
          rows={staff.registrations.map(({ number, company, roles, seat, at: registeredAt }) => [
            `${company.name} (${number})`,
            roles,
            t(seatNames[seat]),
            moment(registeredAt),
          ])}
        />
      )}
      {staff.priorInvolvement.length > 0 && (
        <>
          <h3 class="ds-heading" data-size="xs">
            {t(own.involved)}
          </h3>
          <p class="measure">{t(own.involvedExplained)}</p>
          <DataTable
            caption={t(own.involved)}
            isCaptionHidden
            columns={[
              { label: t(text.company) },
              { label: t(text.organisationNumber) },
              { label: t(own.how) },
              { label: t(own.since) },
            ]}
            rows={staff.priorInvolvement.map(({ company, how, since }) => [
              company.name,
              company.organisationNumber ?? '–',
              list(how.map((part) => t(involvementNames[part]))),
              moment(since),
            ])}
          />
        </>
      )}
    </>
  )
}

export const StaffPart = (props: DialogueProps) => {
  const { visit, dialogue } = props
  const { t } = visit.locale
  const { staff, status } = dialogue
  if (!staff) return null
  const mayDecide = staff.mayLead && !staff.hasDeclaredConflict
  return (
    <section aria-labelledby="halls">
      <h2 class="ds-heading" data-size="sm" id="halls">
        {t(own.title)}
      </h2>
      {staff.hasDeclaredConflict && (
        <Alert color="warning">
          <p class="ds-paragraph">{t(own.conflict)}</p>
        </Alert>
      )}
      {status === 'open' && <Waiting {...props} staff={staff} />}
      {status === 'planned' && mayDecide && <PlannedActions {...props} staff={staff} />}
      <div class="no-print">
        {(status === 'open' || (status !== 'planned' && mayDecide)) && (
          <h3 class="ds-heading" data-size="xs">
            {t(own.actions)}
          </h3>
        )}
        {status === 'open' && mayDecide && <OpenActions {...props} />}
        {(status === 'closed' || status === 'cancelled') && dialogue.information && mayDecide && (
          <DialogueForm {...props} name="rattelse" />
        )}
        <DialogueForm {...props} name="jav" />
      </div>
      <Companies visit={visit} staff={staff} />
      {staff.log.length > 0 && <LogTable visit={visit} log={staff.log} />}
    </section>
  )
}
