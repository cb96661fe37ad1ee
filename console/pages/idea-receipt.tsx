import { phaseNames } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import { at, refuseAsNotFound } from '../api/client.ts'
import { followedIdea } from '../api/idea-views.ts'
import type { FollowedIdea } from '../api/idea-views.ts'
import { phaseStories } from '../language/phase-stories.ts'
import { words } from '../language/words.ts'
import { Alert, Notice } from '../layout/alert.tsx'
import { Facts } from '../layout/facts.tsx'
import { Page, show } from '../layout/page.tsx'
import { PhaseStrip } from '../layout/phase-strip.tsx'
import { visitOf } from '../visit.ts'
import type { PageContext, Visit } from '../visit.ts'

/** Where an idea is, for whoever holds its receipt: plain words, no names, nothing of the record. */

const text = {
  noReceipt: { sv: 'Ingen idé har det kvittot', en: 'No idea has that receipt' },
  checkLink: {
    sv: 'Kontrollera att hela länken kom med när du kopierade den.',
    en: 'Check that the whole link came along when you copied it.',
  },
  thanks: { sv: 'Tack! Din idé har kommit in.', en: 'Thank you! Your idea has been received.' },
  keep: {
    sv: 'Spara länken till den här sidan. Den är ditt kvitto och det enda sättet att följa idén.',
    en: 'Keep the link to this page. It is your receipt and the only way to follow the idea.',
  },
  secret: { sv: 'Den som har länken kan se det som står här.', en: 'Whoever has the link can see what stands here.' },
  yourLink: { sv: 'Din länk', en: 'Your link' },
  where: { sv: 'Var är idén nu?', en: 'Where is the idea now?' },
  submitted: { sv: 'Kom in', en: 'Received' },
  answerBy: { sv: 'Första svar senast', en: 'First answer by' },
  waiting: {
    sv: 'Idén väntar på att läsas. En handläggare i länet svarar senast den dag som står nedan.',
    en: 'The idea waits to be read. A case officer of the county answers by the day below.',
  },
  answered: {
    sv: 'Idén är besvarad och går inte vidare som ett eget ärende.',
    en: 'The idea has been answered and does not go on as a case of its own.',
  },
  merged: {
    sv: 'Någon annan har haft samma tanke. Din idé hör nu ihop med ett ärende som redan pågår, och du följer det här.',
    en: 'Somebody else has had the same thought. Your idea now belongs to a case that is under way, and you follow it here.',
  },
  accepted: {
    sv: 'Idén har blivit ett ärende och arbetet är i gång.',
    en: 'The idea has become a case and the work is under way.',
  },
  onHold: {
    sv: 'Ärendet vilar. Det tas upp igen på en bestämd dag.',
    en: 'The case is resting. It is taken up again on a set day.',
  },
  stopped: { sv: 'Ärendet är avslutat.', en: 'The case has been closed.' },
  completed: {
    sv: 'Lösningen används och nyttan är uppföljd. Tack för att du hörde av dig.',
    en: 'The solution is in use and its benefit has been followed up. Thank you for getting in touch.',
  },
  why: { sv: 'Varför?', en: 'Why?' },
  ourAnswer: { sv: 'Svaret', en: 'The answer' },
  next: { sv: 'Det här händer i fasen', en: 'This happens in the phase' },
  caseNumber: { sv: 'Ärendenummer', en: 'Case number' },
  ask: { sv: 'Har du frågor? Kontakta oss:', en: 'Do you have questions? Contact us:' },
  askByNumber: {
    sv: 'Vill du veta mer eller begära ut handlingarna? Kontakta oss och ange ärendenumret:',
    en: 'Do you want to know more or ask for the documents? Contact us and give the case number:',
  },
} as const satisfies Record<string, Text>

const situationOf = ({ status, case: carrying }: FollowedIdea): Text => {
  if (carrying?.status === 'stopped') return text.stopped
  if (carrying?.status === 'completed') return text.completed
  if (carrying?.status === 'onHold') return text.onHold
  return { submitted: text.waiting, accepted: text.accepted, merged: text.merged, answered: text.answered }[status]
}

const Carried = ({ visit, carrying }: { visit: Visit; carrying: NonNullable<FollowedIdea['case']> }) => {
  const { locale } = visit
  const { t } = locale
  const { phase, status, stopped } = carrying
  return (
    <>
      <PhaseStrip locale={locale} present={phase} isStopped={status === 'stopped'} isCompleted={status === 'completed'} />
      {status === 'ongoing' && (
        <p class="measure">
          <strong>{t(phaseNames[phase])}:</strong> {t(phaseStories[phase])}
        </p>
      )}
      {stopped && (
        <section>
          <h2 class="ds-heading" data-size="xs">
            {t(text.why)}
          </h2>
          <p>
            <strong>{t(stopped.reason)}.</strong>
          </p>
          <p class="prose measure">{stopped.explanation}</p>
        </section>
      )}
    </>
  )
}

const ReceiptPage = ({ visit, idea, link, isNew }: { visit: Visit; idea: FollowedIdea; link: string; isNew: boolean }) => {
  const { locale, county } = visit
  const { t } = locale
  return (
    <Page visit={visit} title={idea.title}>
      {isNew && <Notice>{t(text.thanks)}</Notice>}
      <h1 class="ds-heading" data-size="lg">
        {idea.title}
      </h1>
      {isNew && (
        <Alert color="info" title={t(text.keep)}>
          <p class="ds-paragraph">
            {t(text.yourLink)}: <span class="receipt-link">{link}</span>
          </p>
          <p class="ds-paragraph">{t(text.secret)}</p>
        </Alert>
      )}
      <section aria-labelledby="var">
        <h2 class="ds-heading" data-size="sm" id="var">
          {t(text.where)}
        </h2>
        <p class="lead">{t(situationOf(idea))}</p>
        {idea.case && <Carried visit={visit} carrying={idea.case} />}
        {idea.answer && (
          <section>
            <h3 class="ds-heading" data-size="xs">
              {t(text.ourAnswer)}
            </h3>
            <p class="prose measure">{idea.answer}</p>
          </section>
        )}
        <Facts
          rows={[
            [t(text.submitted), locale.moment(idea.submittedAt)],
            [
              t(text.answerBy),
              idea.status === 'submitted' ? `${locale.day(idea.answerDueOn)} (${locale.distance(idea.answerDueOn)})` : undefined,
            ],
            [t(text.caseNumber), idea.case?.caseNumber],
          ]}
        />
      </section>
      <p class="note">
        {t(idea.case ? text.askByNumber : text.ask)}{' '}
        <a class="ds-link" href={`mailto:${county.contact.email}`}>
          {county.contact.email}
        </a>
      </p>
      {!isNew && (
        <p>
          <a class="ds-link" href="/ide">
            {t(words.sendIdea)}
          </a>
        </p>
      )}
    </Page>
  )
}

/** As services/ideas makes them; a link that was cut off on its way is told of at once. */
const receiptForm = /^[\w-]{32}$/

export const createReceiptPage = (consoleUrl: string) => async (c: PageContext) => {
  const visit = visitOf(c)
  const receipt = c.req.param('receipt') ?? ''
  if (!receiptForm.test(receipt)) refuseAsNotFound('receiptNotFound', text.noReceipt, text.checkLink)
  const { value } = await visit.api.read(at`/v1/ideas/receipts/${receipt}`, followedIdea)
  const link = new URL(at`/ide/${receipt}`, consoleUrl).href
  return show(c, <ReceiptPage visit={visit} idea={value} link={link} isNew={visit.query.get('ny') === '1'} />)
}
