import type { Text } from '#contracts/language.ts'
import { at } from '../../../api/client.ts'
import { marketDialogueProposal } from '../../../api/matching-views.ts'
import type { ForumTalk } from '../../../api/matching-views.ts'
import { fieldId } from '../../../forms/pointer.ts'
import type { PageContext } from '../../../visit.ts'
import { talkRows } from '../section-rows.ts'
import type { Content } from '../section-rows.ts'
import { Tick, loadTool, nothingChosen, saveDraft, sectionPath, showTool } from '../section-tool.tsx'
import type { Refused, SectionTool } from '../section-tool.tsx'

/** The forum's dialogues about the case, as rows of the section, to be looked through by people. */

const text = {
  title: { sv: 'Dialoger från forumet', en: 'Dialogues from the forum' },
  lead: {
    sv: 'Varje företag som har deltagit i en dialog om ärendet blir ett samtal. Gå igenom texterna i avsnittet innan det klarmarkeras.',
    en: 'Every company that has taken part in a dialogue about the case becomes a talk. Look through the texts in the section before it is marked complete.',
  },
  none: {
    sv: 'Forumet har inga dialoger om ärendet där något företag har deltagit.',
    en: 'The forum has no dialogues about the case in which a company has taken part.',
  },
  there: { sv: 'Finns redan i avsnittet.', en: 'Is in the section already.' },
  given: { sv: 'Det vi visade och berättade', en: 'What we showed and told' },
  learnt: { sv: 'Det vi fick veta', en: 'What we learnt' },
  add: { sv: 'Lägg till', en: 'Add' },
} as const satisfies Record<string, Text>

const keyOf = ({ dialogueId, company }: ForumTalk): string => `${dialogueId}/${company}`

const isThere = (content: Content, { company, heldOn, form }: ForumTalk): boolean =>
  talkRows(content).some((row) => row.company === company && row.heldOn === heldOn && row.form === form)

/** The section with the talks after those that are there; one that is there is not brought in again. */
export const withTalks = (content: Content, talks: readonly ForumTalk[]): Content => ({
  ...content,
  talks: [
    ...talkRows(content),
    ...talks
      .filter((talk) => !isThere(content, talk))
      .map(({ company, heldOn, form, participants, informationGiven, learnt }) => ({
        company,
        heldOn,
        form,
        ...(participants !== '' && { participants }),
        informationGiven,
        ...(learnt !== '' && { learnt }),
      })),
  ],
})

const readTalks = async ({ visit, loaded }: SectionTool): Promise<readonly ForumTalk[]> =>
  (await visit.api.find(at`/v1/forum/cases/${loaded.record.caseId}/market-dialogue`, marketDialogueProposal))?.value.talks ?? []

const pagePath = (tool: SectionTool): string => `${sectionPath(tool)}/fran-forumet`

const Talk = ({ tool, talk, refused }: { tool: SectionTool; talk: ForumTalk; refused: Refused | undefined }) => {
  const { t, day } = tool.visit.locale
  const known = isThere(tool.content.content, talk)
  const label = (
    <strong>
      {talk.company}, {day(talk.heldOn)}
    </strong>
  )
  return (
    <li>
      {known || !tool.mayEdit ? (
        <p>
          {label} {known && t(text.there)}
        </p>
      ) : (
        <Tick name="samtal" value={keyOf(talk)} id={`samtal-${keyOf(talk)}`} label={label} entered={refused?.entered} isUsual />
      )}
      <p>
        <a class="ds-link" href={`/forum/dialoger/${encodeURIComponent(talk.dialogueId)}`}>
          {talk.title}
        </a>
      </p>
      <p class="prose note">
        {t(text.given)}: {talk.informationGiven}
      </p>
      {talk.learnt !== '' && (
        <p class="prose note">
          {t(text.learnt)}: {talk.learnt}
        </p>
      )}
    </li>
  )
}

const present = async (c: PageContext, tool: SectionTool, refused?: Refused) => {
  const { t } = tool.visit.locale
  const talks = await readTalks(tool)
  return showTool(c, tool, {
    title: text.title,
    lead: text.lead,
    refused,
    children:
      talks.length === 0 ? (
        <p class="empty">{t(text.none)}</p>
      ) : (
        <form method="post" action={pagePath(tool)} id={fieldId('/samtal')}>
          <ul class="market-list">
            {talks.map((talk) => (
              <Talk tool={tool} talk={talk} refused={refused} />
            ))}
          </ul>
          {tool.mayEdit && talks.some((talk) => !isThere(tool.content.content, talk)) && (
            <p class="actions">
              <button class="ds-button" type="submit">
                {t(text.add)}
              </button>
            </p>
          )}
        </form>
      ),
  })
}

export const forumDialoguePage = async (c: PageContext) => present(c, await loadTool(c, 'marketDialogue'))

export const bringInTalks = async (c: PageContext) => {
  const tool = await loadTool(c, 'marketDialogue')
  const entered = new URLSearchParams(await c.req.text())
  const picked = new Set(entered.getAll('samtal'))
  const talks = (await readTalks(tool)).filter((talk) => picked.has(keyOf(talk)))
  if (talks.length === 0) return present(c, tool, nothingChosen(tool, entered, '/samtal'))
  const saved = await saveDraft(tool, (content) => withTalks(content, talks), entered)
  return saved.ok ? c.redirect(`${sectionPath(tool)}?klart=addedToDraft`, 303) : present(c, saved.tool, saved.refused)
}
