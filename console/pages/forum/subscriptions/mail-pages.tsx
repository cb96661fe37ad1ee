import type { Text } from '#contracts/language.ts'
import { at } from '../../../api/client.ts'
import type { ApiProblem } from '../../../api/client.ts'
import { subscriptionAfter } from '../../../api/subscription-views.ts'
import { refusalOfProblem } from '../../../forms/refusal.tsx'
import { Alert } from '../../../layout/alert.tsx'
import { Page, show } from '../../../layout/page.tsx'
import { visitOf } from '../../../visit.ts'
import type { PageContext } from '../../../visit.ts'
import { Button, forumCrumbs } from '../forum-form.tsx'
import { pathOf } from './subscription-words.ts'

/** What the links of a mail lead to: a question with one button, for whoever reads the mail. */

type Way = 'bekrafta' | 'avsluta'

const text = {
  bekrafta: {
    title: { sv: 'Bekräfta bevakningen', en: 'Confirm the watch' },
    ask: {
      sv: 'Vill du få e-post om vad som händer i Samverkansforum till den adress som fick brevet?',
      en: 'Do you want e-mail about what happens in the forum, to the address that got the mail?',
    },
    submit: { sv: 'Ja, bekräfta', en: 'Yes, confirm' },
    done: { sv: 'Bevakningen är igång.', en: 'The watch is active.' },
  },
  avsluta: {
    title: { sv: 'Avsluta bevakningen', en: 'End the watch' },
    ask: { sv: 'Vill du inte ha fler brev från Samverkansforum?', en: 'Do you want no more mails from the forum?' },
    submit: { sv: 'Avsluta bevakningen', en: 'End the watch' },
    done: {
      sv: 'Bevakningen är avslutad och adressen borttagen. Det kommer inga fler brev.',
      en: 'The watch has ended and the address is gone. No more mails will come.',
    },
  },
} as const satisfies Record<Way, Record<string, Text>>

const parametersOf = (c: PageContext) => ({
  id: c.req.param('subscriptionId') ?? '',
  code: c.req.param('code') ?? '',
})

const present = (c: PageContext, way: Way, after?: 'done' | ApiProblem) => {
  const visit = visitOf(c)
  const { locale } = visit
  const { t } = locale
  const { id, code } = parametersOf(c)
  const words = text[way]
  const refusal = after === undefined || after === 'done' ? undefined : refusalOfProblem(after, locale, {})
  return show(
    c,
    <Page visit={visit} title={t(words.title)} crumbs={forumCrumbs(visit)}>
      <h1 class="ds-heading" data-size="lg">
        {t(words.title)}
      </h1>
      {refusal && (
        <Alert color="danger" title={refusal.title}>
          <p class="ds-paragraph">{refusal.detail}</p>
        </Alert>
      )}
      {after === 'done' ? (
        <Alert color="success" title={t(words.done)} />
      ) : (
        <>
          <p class="measure">{t(words.ask)}</p>
          <Button action={`${pathOf(id)}/${way}/${encodeURIComponent(code)}`} label={t(words.submit)} />
        </>
      )}
    </Page>,
    after === undefined || after === 'done' ? 200 : 422,
  )
}

export const askPage = (way: Way) => (c: PageContext) => present(c, way)

const routes = { bekrafta: 'confirmations', avsluta: 'endings' } as const satisfies Record<Way, string>

export const answerMail = (way: Way) => async (c: PageContext) => {
  const { id, code } = parametersOf(c)
  const sent = await visitOf(c).api.write(
    'POST',
    `${at`/v1/forum/subscriptions/${id}`}/${routes[way]}`,
    { code },
    subscriptionAfter,
  )
  return present(c, way, sent.ok ? 'done' : sent.problem)
}
