import { claimStatusNames } from '#contracts/market.ts'
import type { ClaimStatus } from '#contracts/market.ts'
import { Tag } from '../../layout/tag.tsx'
import type { Locale } from '../../language/locale.ts'

const looks = {
  declared: { color: 'neutral' },
  verified: { color: 'success', icon: 'check' },
  refuted: { color: 'danger', icon: 'cross' },
} as const satisfies Record<ClaimStatus, { color: 'neutral' | 'success' | 'danger'; icon?: 'check' | 'cross' }>

/** How far somebody else than the supplier has looked at something. */
export const ClaimTag = ({ status, locale }: { status: ClaimStatus; locale: Locale }) => (
  <Tag {...looks[status]}>{locale.t(claimStatusNames[status])}</Tag>
)
