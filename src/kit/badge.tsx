import type { ReactNode } from 'react'

export type Tone = 'achieved' | 'on-track' | 'behind' | 'not-started' | 'ended' | 'cannot-tell' | 'fails' | 'holds' | 'remark' | 'pending'

// ◎○△ are how Japanese reports have always marked these; the word stands beside the mark, so colour says nothing alone.
const MARK: Record<Tone, string> = {
  achieved: '◎',
  'on-track': '○',
  behind: '△',
  'not-started': '－',
  ended: '■',
  'cannot-tell': '？',
  fails: '×',
  holds: '○',
  remark: '※',
  pending: '…',
}

export function Badge({ tone, children }: { tone: Tone; children: ReactNode }): ReactNode {
  return (
    <span className={`badge ${tone}`}>
      <span aria-hidden="true">{MARK[tone]}</span>
      {children}
    </span>
  )
}

export const Chip = ({ children }: { children: ReactNode }): ReactNode => <span className="chip">{children}</span>
