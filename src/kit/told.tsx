import { Fragment, type ReactNode } from 'react'
import { inOrder } from './in-order.ts'
import { Signed } from './signed.tsx'

/** `document`: its name, where there are several to mistake it for */
export type SourceHref = { href: string; place: string; document: string | null }
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

const MOST_PLACES = 3

/** The places in one document: a few are listed, many are shown as the first and the last. */
function Places({ sources }: { sources: readonly SourceHref[] }): ReactNode {
  const every = sources.filter((s, i) => sources.findIndex((o) => o.href === s.href) === i)
  const many = every.length > MOST_PLACES
  const shown = many ? [every[0] as SourceHref, every.at(-1) as SourceHref] : every
  return shown.map((s, i) => (
    <Fragment key={s.href}>
      {i > 0 && (many ? '～' : '、')}
      <a href={s.href} title={s.document ?? undefined}>
        <span className="unseen">{s.document ? `出典 ${s.document} ` : '出典 '}</span>
        {s.place}
      </a>
    </Fragment>
  ))
}

/**
 * 出典へのリンク — small, after what it proves. Heard, each says which document it opens; seen, the documents are named
 * where several prove one value, or where the reader is to compare them (`named`).
 */
export function Sources({ sources, named = false }: { sources: readonly SourceHref[]; named?: boolean }): ReactNode {
  if (sources.length === 0) return null
  const documents = [...Map.groupBy(sources, (s) => s.document)]
  return (
    <span className="sources">
      {documents.map(([document, places], i) => (
        <Fragment key={document}>
          {i > 0 && '、'}
          {document && (named || documents.length > 1) && <span aria-hidden="true">{`${document} `}</span>}
          <Places sources={places} />
        </Fragment>
      ))}
    </span>
  )
}
