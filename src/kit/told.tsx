import type { ReactNode } from 'react'
import { inOrder } from './in-order.ts'
import { Signed } from './signed.tsx'

export type SourceHref = { href: string; place: string }
export type ToldValue = { text: string; answer: 'number' | 'text' | 'not-applicable' | 'blank' | 'not-said'; guessed: boolean }

/** 値 — a dash, an empty cell, a text, a number and «not said» look and sound different. */
export function Value({ told }: { told: ToldValue }): ReactNode {
  const mark = told.guessed ? <span className="guess">（推定）</span> : null
  if (told.answer === 'blank' || told.answer === 'not-said') return <span className="none">{told.text}</span>
  if (told.answer === 'not-applicable')
    return (
      <>
        <span aria-hidden="true">－</span>
        <span className="unseen">「－」と記載</span>
        {mark}
      </>
    )
  return (
    <>
      {told.answer === 'text' ? <span className="words">{told.text}</span> : <Signed text={told.text} />}
      {mark}
    </>
  )
}

const BULLET = /^\s*([・●○◇◆■□▽▼※*-]|[①-⑳]|[(（]?\d+[)）.．])\s*/

/** 文章 — a document's paragraphs; bullets keep their own lines and hang under their marks. */
export function Prose({ text }: { text: string }): ReactNode {
  // A cell of a printed table often runs its bullets together: «●… ●…» is read as two lines.
  const lines = text.split(/\n+|[ \t\u3000]+(?=[●◆■▼▽◇※])/).filter((line) => line.trim() !== '')
  return inOrder(lines).map(({ key, it }) => (
    <p key={key} className={BULLET.test(it) ? 'hang' : undefined}>
      <Signed text={it} />
    </p>
  ))
}

export function ToldProse({ told }: { told: ToldValue }): ReactNode {
  return told.answer === 'text' || told.answer === 'number' ? (
    <>
      <Prose text={told.text} />
      {told.guessed && <span className="guess">（推定）</span>}
    </>
  ) : (
    <p>
      <Value told={told} />
    </p>
  )
}

/** 出典へのリンク — small, after what it proves; many places are shown as the first and the last. */
export function Sources({ sources }: { sources: readonly SourceHref[] }): ReactNode {
  const [first] = sources
  const last = sources.findLast((s) => s.href !== first?.href) ?? first
  if (!first || !last) return null
  return (
    <span className="sources">
      <a href={first.href}>
        <span className="unseen">出典 </span>
        {first.place}
      </a>
      {last !== first && (
        <>
          ～
          <a href={last.href}>
            <span className="unseen">出典 </span>
            {last.place}
          </a>
        </>
      )}
    </span>
  )
}
