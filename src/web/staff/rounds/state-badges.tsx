import type { ReactNode } from 'react'
import { Badge, type Tone } from '../../../kit/badge.tsx'
import type { ReportState } from '../../../reform/report-state.ts'
import type { RoundBoard } from '../../../report/round-board.ts'
import { stateNames } from '../../../report/wording-staff-pages.ts'

const TONES: Record<ReportState, Tone> = {
  notStarted: 'not-started',
  drafting: 'pending',
  submitted: 'on-track',
  approved: 'on-track',
  departmentApproved: 'on-track',
  returned: 'behind',
  accepted: 'achieved',
  published: 'ended',
}
export const StateBadge = ({ state }: { state: ReportState }): ReactNode => <Badge tone={TONES[state]}>{stateNames[state]}</Badge>

const ROUND_TONES: Record<RoundBoard['state']['tone'], Tone> = { open: 'on-track', locked: 'behind', closed: 'ended' }
export const RoundBadge = ({ state }: { state: RoundBoard['state'] }): ReactNode => (
  <Badge tone={ROUND_TONES[state.tone]}>{state.word}</Badge>
)
