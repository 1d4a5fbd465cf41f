import type { ReactNode } from 'react'
import { Badge, type Tone } from '../../../kit/badge.tsx'
import type { ReportState } from '../../../reform/report-state.ts'
import { stateNames } from '../../../report/wording-staff-pages.ts'

const TONES: Record<ReportState, Tone> = {
  notStarted: 'not-started',
  drafting: 'pending',
  submitted: 'on-track',
  approved: 'on-track',
  departmentApproved: 'on-track',
  returned: 'fails',
  accepted: 'achieved',
  published: 'ended',
}

/** 報告の状態 — the word, with the mark and the colour beside it. */
export const StateBadge = ({ state }: { state: ReportState }): ReactNode => <Badge tone={TONES[state]}>{stateNames[state]}</Badge>
