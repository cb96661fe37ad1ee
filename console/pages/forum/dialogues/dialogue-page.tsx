import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { dialogueKindNames, dialogueStatusNames } from '#contracts/dialogue.ts'
import type { Text } from '#contracts/language.ts'
import { at } from '../../../api/client.ts'
import { dialogueView } from '../../../api/dialogue-views.ts'
import type { FailedForm } from '../../../forms/action-form.tsx'
import { words } from '../../../language/words.ts'
import { Facts } from '../../../layout/facts.tsx'
import { organisationName } from '../../../layout/names.ts'
import { Page, show } from '../../../layout/page.tsx'
import { Tag } from '../../../layout/tag.tsx'
import { isStaff } from '../../../session/user.ts'
import { dialogueAddress } from './dialogue-address.ts'
import { visitOf } from '../../../visit.ts'
import type { PageContext, Visit } from '../../../visit.ts'
import type { DialogueProps } from './dialogue-form.tsx'
import { Information, scheduleRows } from './information.tsx'
import { StaffPart } from './staff-part.tsx'
import { SupplierPart } from './supplier-part.tsx'
import { statusColors, text } from './words.ts'

/** A dialogue: the same for everybody, with what a supplier has said itself, and the log for those who hold it. */

const own = {
  told: { sv: 'Det alla får veta', en: 'What everybody is told' },
  signIn: { sv: 'Logga in som leverantör för att delta eller fråga.', en: 'Sign in as a supplier to take part or ask.' },
  takenPart: { sv: 'Anmälda, svar och synpunkter', en: 'Registered, answers and comments' },
  toPackage: { sv: 'Till informationspaketet', en: 'To the information package' },
  onCase: { sv: 'Till ärendet', en: 'To the case' },
} as const satisfies Record<string, Text>

export const dialogueCrumbs = ({ locale: { t } }: Visit) => [
  { href: '/marknad', label: t(words.market) },
  { href: '/forum', label: t(words.forum) },
  { href: '/forum/dialoger', label: t(text.dialogues) },
]

const Head = ({ visit, dialogue }: DialogueProps) => {
  const { t } = visit.locale
  return (
    <>
      <p>
        <Tag color={statusColors[dialogue.status]}>{t(dialogueStatusNames[dialogue.status])}</Tag>{' '}
        {t(dialogueKindNames[dialogue.kind])}
      </p>
      <h1 class="ds-heading" data-size="lg">
        {dialogue.title}
      </h1>
    </>
  )
}

/** A plan is not yet told to anybody: its programme stands here for those who write it. */
const Planned = ({ visit, dialogue }: DialogueProps) => {
  const { t } = visit.locale
  return (
    <>
      <p class="prose measure">{dialogue.purpose}</p>
      <Facts
        rows={[
          [t(text.heldBy), organisationName(visit, dialogue.organisation)],
          [t(text.case), dialogue.caseNumber],
          ...scheduleRows(visit, dialogue),
        ]}
      />
    </>
  )
}

const DialoguePage = (props: DialogueProps) => {
  const { visit, dialogue } = props
  const { t, number } = visit.locale
  const { information, caseId } = dialogue
  return (
    <Page visit={visit} title={dialogue.title} crumbs={dialogueCrumbs(visit)}>
      <Head {...props} />
      {information ? (
        <section aria-labelledby="berattat">
          <h2 class="ds-heading" data-size="sm" id="berattat">
            {t(own.told)}
          </h2>
          <Information visit={visit} part={information} />
          <Facts rows={[[t(own.takenPart), number(dialogue.takenPart)]]} />
          <p>
            <a class="ds-link" href={at`/forum/dialoger/${dialogue.dialogueId}/paket`}>
              {t(own.toPackage)}
            </a>
          </p>
        </section>
      ) : (
        <Planned {...props} />
      )}
      {caseId !== undefined && isStaff(visit.user) && (
        <p>
          <a class="ds-link" href={at`/arenden/${caseId}`}>
            {t(own.onCase)}
          </a>
        </p>
      )}
      {!visit.user && dialogue.status === 'open' && (
        <p class="no-print">
          <a class="ds-link" href={`/logga-in?till=${encodeURIComponent(visit.path)}`}>
            {t(own.signIn)}
          </a>
        </p>
      )}
      <SupplierPart {...props} />
      <StaffPart {...props} />
    </Page>
  )
}

export const showDialogue = async (c: PageContext, failed?: FailedForm) => {
  const visit = visitOf(c)
  const { value } = await visit.api.read(dialogueAddress(visit, c.req.param('dialogueId') ?? ''), dialogueView)
  return show(
    c,
    <DialoguePage visit={visit} dialogue={value} failed={failed} />,
    // A refusal's status from a service is one that a page can carry too.
    (failed?.refusal.status ?? 200) as ContentfulStatusCode,
  )
}

export const dialoguePage = (c: PageContext) => showDialogue(c)
