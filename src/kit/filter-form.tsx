import type { ReactNode } from 'react'

export type Select = { name: string; label: string; chosen: string; options: { value: string; name: string; count: number }[] }

/** 絞り込み — a plain GET form: it works without script, and its address can be kept and sent. */
export function FilterForm({ action, selects, q, clear }: { action: string; selects: Select[]; q: string; clear: string }): ReactNode {
  return (
    <form className="filter" method="get" action={action} aria-label="取組の絞り込み">
      {selects.map((s) => (
        <div key={s.name}>
          <label htmlFor={`f-${s.name}`}>{s.label}</label>
          <select id={`f-${s.name}`} name={s.name} defaultValue={s.chosen}>
            <option value="">すべて</option>
            {s.options.map((o) => (
              <option key={o.value} value={o.value}>
                {`${o.name}（${o.count}）`}
              </option>
            ))}
          </select>
        </div>
      ))}
      <div className="words">
        <label htmlFor="f-q">語句（名称・課・概要）</label>
        <input id="f-q" name="q" type="search" defaultValue={q} />
      </div>
      <div className="buttons">
        <button type="submit">絞り込む</button>
        <a href={clear}>条件を消す</a>
      </div>
    </form>
  )
}

/** 分類ごとの入口 — the same choices as links, for a folder that has no query strings. */
export function FacetLinks({
  facets,
}: {
  facets: { name: string; values: { key: string; name: string; count: number; href: string; here: boolean }[] }[]
}): ReactNode {
  return (
    <div className="facets">
      {facets.map((facet) => (
        <details key={facet.name} open={facet.values.some((v) => v.here) || undefined}>
          <summary>{`${facet.name}で選ぶ`}</summary>
          <ul>
            {facet.values.map((v) => (
              <li key={v.key}>
                <a href={v.href} aria-current={v.here ? 'page' : undefined}>
                  {v.name}
                  <span className="count">{v.count}</span>
                </a>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  )
}
