import { systemStatusNames } from '#contracts/system-map.ts'
import type { SystemStatus } from '#contracts/system-map.ts'
import { Tag } from '../../layout/tag.tsx'
import type { Visit } from '../../visit.ts'

const statusColors = { planned: 'info', inUse: 'success', phasingOut: 'warning', retired: 'neutral' } as const

export const SystemStatusTag = ({ visit, status }: { visit: Visit; status: SystemStatus }) => (
  <Tag color={statusColors[status]}>{visit.locale.t(systemStatusNames[status])}</Tag>
)
