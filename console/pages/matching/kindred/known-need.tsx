import type { KnownNeed } from '../../../api/need-match-views.ts'
import { at } from '../../../api/client.ts'
import { organisationName } from '../../../layout/names.ts'
import type { Visit } from '../../../visit.ts'

/** A published need has a page in the forum; that of a case is read in the case. */
const pathOf = ({ visibility, needId, caseId }: KnownNeed): string =>
  visibility === 'everybody' || caseId === undefined ? at`/forum/behov/${needId}` : at`/arenden/${caseId}`

/** Which need it is and whose. */
export const NeedName = ({ visit, need }: { visit: Visit; need: KnownNeed }) => (
  <>
    <a class="ds-link" href={pathOf(need)}>
      {need.title}
    </a>
    <span class="note block">
      {organisationName(visit, need.organisation)}
      {need.caseNumber !== undefined && ` · ${need.caseNumber}`}
    </span>
  </>
)
