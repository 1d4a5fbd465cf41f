import type { ReactNode } from 'react'
import { Badge, type Tone } from '../../../kit/badge.tsx'
import type { MessageState } from '../../../reform/message.ts'
import { messageStateNames } from '../../../report/wording-outbox.ts'

const TONES: Record<MessageState, Tone> = {
  failed: 'fails',
  unknown: 'cannot-tell',
  queued: 'pending',
  sending: 'pending',
  sent: 'achieved',
  'reading-only': 'ended',
}
/** 送信の状態 — in a word, with mark and colour beside it. */
export const LetterBadge = ({ state }: { state: MessageState }): ReactNode => <Badge tone={TONES[state]}>{messageStateNames[state]}</Badge>
