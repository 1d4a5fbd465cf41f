import type { ReactNode } from 'react'
import { countText } from '../../report/figures.ts'

export type CutLink = { key: string; title: string; count: number; href: string; here: boolean }

/** 分けた頁の目次 — where a whole plan would be too heavy for one page (30 KB compressed), each pillar has its own. */
export function CutLinks({ label, links }: { label: string; links: readonly CutLink[] }): ReactNode {
  if (links.length === 0) return null
  return (
    <nav aria-label={label}>
      <ul className="pillars">
        {links.map(({ key, title, count, href, here }) => (
          <li key={key}>
            <a href={href} aria-current={here ? 'page' : undefined}>
              {title}
            </a>
            <span className="count">{`${countText(count)}件`}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}
