import type { ReactNode } from 'react'

/**
 * 割合の棒 — a picture of two shares of a whole in per cent, the inner one within the outer; the numbers stand beside it in
 * words, so that it is not read out a second time.
 */
export function ShareBar({ outer, inner }: { outer: number; inner: number }): ReactNode {
  return (
    <svg className="share" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect className="whole" x={0.5} y={0.5} width={99} height={11} />
      <rect className="outer" x={0.5} y={0.5} width={Math.max(0, outer - 1)} height={11} />
      <rect className="inner" x={0.5} y={4} width={Math.max(0, inner - 1)} height={4} />
    </svg>
  )
}
