import type { ReactNode } from 'react'
import { inOrder } from '../../../kit/in-order.ts'
import type { Stretch } from '../../../report/changed-words.ts'

/** 直した箇所に印を付けた文 — struck out and underlined; those who hear the page are told where a change begins. */
export function Changed({ stretches }: { stretches: readonly Stretch[] }): ReactNode {
  return inOrder(stretches).map(({ key, it }) =>
    it.kind === 'same' ? (
      <span key={key}>{it.text}</span>
    ) : it.kind === 'added' ? (
      <ins key={key}>
        <span className="unseen">（追加）</span>
        {it.text}
      </ins>
    ) : (
      <del key={key}>
        <span className="unseen">（削除）</span>
        {it.text}
      </del>
    ),
  )
}
