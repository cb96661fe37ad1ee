import type { Text } from '#contracts/language.ts'
import { at } from '../../../api/client.ts'
import { needView } from '../../../api/forum-views.ts'
import type { FailedForm } from '../../../forms/action-form.tsx'
import type { Entered } from '../../../forms/read-form.ts'
import { words } from '../../../language/words.ts'
import { visitOf } from '../../../visit.ts'
import type { PageContext } from '../../../visit.ts'
import { FormPage, forumCrumbs, goOn, sendForm, showForm, Version } from '../forum-form.tsx'
import { memberAddress } from '../member-address.ts'
import { text } from '../words.ts'
import { bodyOfNeed, enteredOf, needFields } from './need-form.ts'

/** To begin a need, and to change one. */

const own = {
  begin: { sv: 'Beskriv ett behov', en: 'Describe a need' },
  change: { sv: 'Ändra behovet', en: 'Change the need' },
  lead: {
    sv: 'Behovet är ett utkast som bara er organisation ser tills ni publicerar det.',
    en: 'The need is a draft that only your organisation sees until you publish it.',
  },
  saveDraft: { sv: 'Spara utkastet', en: 'Save the draft' },
} as const satisfies Record<string, Text>

const scope = 'behov'
const lines = ['functions'] as const

const presentNew = (c: PageContext, failed?: FailedForm) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const caseId = visit.query.get('arende')
  return showForm(
    c,
    <FormPage
      visit={visit}
      title={t(own.begin)}
      lead={
        <p class="measure">
          {t(own.lead)} {t(text.noPersonalData)}
        </p>
      }
      crumbs={forumCrumbs(visit)}
      scope={scope}
      action="/forum/behov/nytt"
      fields={needFields}
      entered={new URLSearchParams(caseId ? { '/caseId': caseId } : {})}
      submit={t(own.saveDraft)}
      failed={failed}
    />,
    failed,
  )
}

export const newNeedPage = (c: PageContext) => presentNew(c)

export const draftNeed = async (c: PageContext) => {
  const sent = await sendForm(c, {
    scope,
    fields: needFields,
    method: 'POST',
    path: '/v1/forum/needs',
    schema: needView,
    bodyOf: bodyOfNeed,
    lines,
  })
  return sent.ok ? goOn(c, at`/forum/behov/${sent.value.needId}`, 'needSaved') : presentNew(c, sent.failed)
}

const presentEdit = async (c: PageContext, failed?: FailedForm) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const needId = c.req.param('needId') ?? ''
  const { value: need, version } = await visit.api.read(memberAddress(visit, at`/v1/forum/needs/${needId}`), needView)
  const entered: Entered = enteredOf(need)
  return showForm(
    c,
    <FormPage
      visit={visit}
      title={t(own.change)}
      lead={<p class="measure">{t(text.noPersonalData)}</p>}
      crumbs={forumCrumbs(visit, { href: at`/forum/behov/${needId}`, label: need.title })}
      scope={scope}
      action={at`/forum/behov/${needId}/andra`}
      fields={needFields}
      entered={entered}
      submit={t(words.save)}
      failed={failed}
    >
      <Version version={failed ? Number(failed.entered.get('version')) : version} />
    </FormPage>,
    failed,
  )
}

export const editNeedPage = (c: PageContext) => presentEdit(c)

export const changeNeed = async (c: PageContext) => {
  const needId = c.req.param('needId') ?? ''
  const sent = await sendForm(c, {
    scope,
    fields: needFields,
    method: 'PUT',
    path: at`/v1/forum/needs/${needId}`,
    schema: needView,
    bodyOf: bodyOfNeed,
    lines,
  })
  return sent.ok ? goOn(c, at`/forum/behov/${needId}`, 'needSaved') : presentEdit(c, sent.failed)
}
