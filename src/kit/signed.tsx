import type { ReactNode } from 'react'
import { inOrder } from './in-order.ts'

/** ▲ is seen as printed and heard as マイナス; the rest of the text is left as it is. */
export function Signed({ text }: { text: string }): ReactNode {
  if (!/▲(?=[\d.])/.test(text)) return text
  return inOrder(text.split(/▲(?=[\d.])/)).map(({ key, it }) => (
    <span key={key}>
      {key !== '0' && (
        <>
          <span aria-hidden="true">▲</span>
          <span className="unseen">マイナス</span>
        </>
      )}
      {it}
    </span>
  ))
}
