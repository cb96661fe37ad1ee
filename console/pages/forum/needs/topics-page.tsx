import type { Text } from '#contracts/language.ts'
import { needList, ownInterestList, topicsView } from '../../../api/forum-views.ts'
import { at } from '../../../api/client.ts'
import { ActionForm } from '../../../forms/action-form.tsx'
import type { FailedForm, FormFields } from '../../../forms/action-form.tsx'
import { writeForm } from '../../../forms/write-form.ts'
import { words } from '../../../language/words.ts'
import { Page, show } from '../../../layout/page.tsx'
import { isSupplier } from '../../../session/user.ts'
import { visitOf } from '../../../visit.ts'
import type { PageContext } from '../../../visit.ts'
import type { Body } from '../forum-form.tsx'
import { forumCrumbs, goOn, sendForm, statusOf } from '../forum-form.tsx'
import { linesOf } from '../lines.ts'
import { careStepField, targetGroupField } from '../options.ts'
import { text } from '../words.ts'
import { NeedList } from './need-list.tsx'

/** What somebody follows, and the open needs about it. */

const own = {
  lead: {
    sv: 'Välj vad du vill hålla ögonen på. Bara du ser dina val.',
    en: 'Choose what you want to keep an eye on. Only you see your choices.',
  },
  needs: { sv: 'Öppna behov inom dina ämnen', en: 'Open needs about your topics' },
  none: { sv: 'Inga öppna behov just nu.', en: 'No open needs at the moment.' },
  choose: { sv: 'Dina ämnen', en: 'Your topics' },
  interests: { sv: 'Behov som du har visat intresse för', en: 'Needs that you have shown interest in' },
} as const satisfies Record<string, Text>

const fields: FormFields = {
  targetGroups: targetGroupField(false),
  careSteps: careStepField(false),
  words: {
    kind: 'prose',
    label: { sv: 'Ord', en: 'Words' },
    help: {
      sv: 'Ett per rad. Ordet hittas också inne i längre ord: larm hittar trygghetslarm.',
      en: 'One on each line. A word is found inside longer ones too.',
    },
    maxLength: 800,
    isRequired: false,
  },
}
const scope = 'amnen'

const bodyOf = ({ words: written, ...rest }: Readonly<Record<string, unknown>>): Body => ({
  content: { ...rest, words: linesOf(written) },
})

const present = async (c: PageContext, failed?: FailedForm) => {
  const visit = visitOf(c)
  const { api, locale, user } = visit
  const { t } = locale
  const [{ value: topics }, { value: followed }, interests] = await Promise.all([
    api.read('/v1/forum/topics', topicsView),
    api.read('/v1/forum/followed-needs?limit=50', needList),
    isSupplier(user) ? api.read('/v1/forum/interests?limit=50', ownInterestList) : undefined,
  ])
  const shown = interests?.value.interests ?? []
  return show(
    c,
    <Page visit={visit} title={t(text.topics)} crumbs={forumCrumbs(visit)}>
      <h1 class="ds-heading" data-size="lg">
        {t(text.topics)}
      </h1>
      <p class="measure">{t(own.lead)}</p>
      <section aria-labelledby="foljda">
        <h2 class="ds-heading" data-size="sm" id="foljda">
          {t(own.needs)}
        </h2>
        <NeedList visit={visit} needs={followed.needs} level="h3" empty={t(own.none)} />
      </section>
      {shown.length > 0 && (
        <section aria-labelledby="intressen">
          <h2 class="ds-heading" data-size="sm" id="intressen">
            {t(own.interests)}
          </h2>
          <ul class="plain">
            {shown.map(({ needId, title }) => (
              <li>
                <a class="ds-link" href={at`/forum/behov/${needId}`}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="valj" class="no-print">
        <h2 class="ds-heading" data-size="sm" id="valj">
          {t(own.choose)}
        </h2>
        <ActionForm
          visit={visit}
          scope={scope}
          action="/forum/amnen"
          fields={fields}
          entered={writeForm(fields, { ...topics, words: topics.words.join('\n') })}
          submit={t(words.save)}
          failed={failed}
        />
      </section>
    </Page>,
    statusOf(failed),
  )
}

export const topicsPage = (c: PageContext) => present(c)

export const followTopics = async (c: PageContext) => {
  const sent = await sendForm(c, {
    scope,
    fields,
    method: 'PUT',
    path: '/v1/forum/topics',
    schema: topicsView,
    bodyOf,
    lines: ['words'],
  })
  return sent.ok ? goOn(c, '/forum/amnen', 'topicsSaved') : present(c, sent.failed)
}
