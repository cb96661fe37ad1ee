import type { Text } from '#contracts/language.ts'
import { kindredNeeds } from '../../../api/need-match-views.ts'
import { ErrorSummary, refusalOfProblem } from '../../../forms/refusal.tsx'
import type { PageContext } from '../../../visit.ts'
import { casePath } from '../../case/load-case.ts'
import { AudienceForm } from '../match/match-page.tsx'
import { audienceFields, audienceOf, needOfCase } from '../need-profile.ts'
import { loadTool, showTool } from '../section-tool.tsx'
import { KindredList } from './kindred-list.tsx'

/** Others with the same need: who may be asked to share an evaluation, a dialogue or a procurement. */

const text = {
  title: { sv: 'Andra med liknande behov', en: 'Others with a kindred need' },
  lead: {
    sv: 'Behov i andra ärenden och publicerade behov som liknar ärendets, i alla organisationer. Tala med dem innan ni gör samma arbete två gånger.',
    en: 'Needs of other cases and published needs that are like that of the case, in every organisation. Talk with them before the same work is done twice.',
  },
  search: { sv: 'Sök igen', en: 'Search again' },
} as const satisfies Record<string, Text>

const shown = 20

export const kindredNeedsPage = async (c: PageContext) => {
  const tool = await loadTool(c, 'jointPurchase')
  const { visit, loaded } = tool
  const found = await visit.api.write(
    'POST',
    '/v1/catalogue/kindred-needs',
    { need: needOfCase(loaded, {}, audienceOf(visit)), limit: shown },
    kindredNeeds,
  )
  return showTool(c, tool, {
    title: text.title,
    lead: text.lead,
    status: found.ok ? 200 : found.problem.status,
    children: (
      <>
        {!found.ok && <ErrorSummary refusal={refusalOfProblem(found.problem, visit.locale, audienceFields, '/need')} />}
        <AudienceForm visit={visit} action={`${casePath(loaded)}/jointPurchase/liknande-behov`} submit={text.search} />
        {found.ok && <KindredList visit={visit} needs={found.value.needs} />}
      </>
    ),
  })
}
