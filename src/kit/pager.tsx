import type { ReactNode } from 'react'

/** 頁送り — previous, the pages, next; one page needs none. */
export function Pager({ pages, here, label }: { pages: { number: number; href: string }[]; here: number; label: string }): ReactNode {
  if (pages.length < 2) return null
  const before = pages.find((p) => p.number === here - 1)
  const after = pages.find((p) => p.number === here + 1)
  return (
    <nav className="pager" aria-label={label}>
      {before && (
        <a href={before.href} rel="prev">
          前へ
        </a>
      )}
      <ol>
        {pages.map((p) => (
          <li key={p.number}>{p.number === here ? <span aria-current="page">{p.number}</span> : <a href={p.href}>{p.number}</a>}</li>
        ))}
      </ol>
      {after && (
        <a href={after.href} rel="next">
          次へ
        </a>
      )}
    </nav>
  )
}
