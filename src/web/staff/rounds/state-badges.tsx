import type { ReactNode } from 'react'
import { Badge, type Tone } from '../../../kit/badge.tsx'
import type { RoundBoard } from '../../../report/round-board.ts'

const ROUND_TONES: Record<RoundBoard['state']['tone'], Tone> = { open: 'on-track', locked: 'behind', closed: 'ended' }
export const RoundBadge = ({ state }: { state: RoundBoard['state'] }): ReactNode => (
  <Badge tone={ROUND_TONES[state.tone]}>{state.word}</Badge>
)
