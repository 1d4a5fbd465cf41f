import type { ReactNode } from 'react'
import { inOrder } from '../../kit/in-order.ts'
import { Matrix } from '../../kit/matrix.tsx'
import { Scroll } from '../../kit/table.tsx'
import { countText } from '../../report/figures.ts'
import type { CoverageRow, ReviewCoverage, TryTold } from '../../report/review-coverage.ts'
import { coverageText, reviewWords, sideMark, sideName } from '../../report/wording-renewal.ts'

/** `of`: which review, where a page shows several: each table is a place of its own to whoever hears the page. */
type Said = { coverage: ReviewCoverage; of: string | null; linkTo: (initiative: string) => string }

/** 対応 — how far the tries are answered: the counts, what is missing on either side, and the table of all; for citizens and for staff. */
export function CoverageView({ coverage, of, linkTo }: Said): ReactNode {
  const { counts, triesWithout, problemsWithout, unmatched } = coverage
  return (
    <section className="coverage">
      <h2>{reviewWords.coverage}</h2>
      <p className="lead">{coverageText(counts)}</p>
      <h3>{reviewWords.triesWithout}</h3>
      <Tries tries={triesWithout} />
      <h3>{reviewWords.initiativesWithout}</h3>
      <Unlinked coverage={coverage} linkTo={linkTo} />
      {problemsWithout !== null && problemsWithout.length > 0 && (
        <>
          <h3>{reviewWords.problemsWithout}</h3>
          <ul>
            {problemsWithout.map((one) => (
              <li key={one.short}>{`${one.short} ${one.text}`}</li>
            ))}
          </ul>
        </>
      )}
      {unmatched.length > 0 && (
        <>
          <h3>{reviewWords.unmatched}</h3>
          <p className="quiet">{reviewWords.unmatchedHelp}</p>
          <ul>
            {inOrder(unmatched).map(({ key, it }) => (
              <li key={key}>{`${it.short}：${it.title}（${sideName[it.side]}）`}</li>
            ))}
          </ul>
        </>
      )}
      <h3>{reviewWords.matrix}</h3>
      <CoverageMatrix coverage={coverage} of={of} linkTo={linkTo} />
    </section>
  )
}

function Tries({ tries }: { tries: readonly TryTold[] }): ReactNode {
  if (tries.length === 0) return <p>{reviewWords.triesWithoutNone}</p>
  return (
    <ul>
      {tries.map((one) => (
        <li key={one.place}>
          {`${one.short} ${one.text}`}
          {one.other.map((text) => (
            <small key={text}>{text}</small>
          ))}
        </li>
      ))}
    </ul>
  )
}

function Unlinked({ coverage, linkTo }: Omit<Said, 'of'>): ReactNode {
  if (coverage.initiativesWithout.length === 0) return <p>{reviewWords.initiativesWithoutNone}</p>
  const groups = coverage.pillars
    .map(({ title, rows }) => ({ title, rows: rows.filter(({ count }) => count === 0) }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <>
      <p className="quiet">{reviewWords.unlinkedIsNoFault}</p>
      <details>
        <summary>{`${countText(coverage.initiativesWithout.length)}件を見る`}</summary>
        {groups.map((group) => (
          <div key={group.title}>
            <p>
              <strong>{`${group.title}（${countText(group.rows.length)}件）`}</strong>
            </p>
            <ul>
              {group.rows.map((row) => (
                <li key={row.id}>
                  <a href={linkTo(row.id)}>{row.title}</a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </details>
    </>
  )
}

function CoverageMatrix({ coverage, of, linkTo }: Said): ReactNode {
  const { tries, pillars } = coverage
  const cellOf = (row: CoverageRow, nth: number) => {
    const mark = row.marks[nth] ?? null
    return mark === null ? { text: '', heard: '' } : { text: sideMark[mark], heard: sideName[mark] }
  }
  return (
    <>
      <p className="quiet">{reviewWords.matrixHelp}</p>
      <ul className="keys">
        {tries.map((one) => (
          <li key={one.place}>{`${one.short} ${one.text}`}</li>
        ))}
      </ul>
      <Scroll label={of === null ? reviewWords.matrix : `${reviewWords.matrix}：${of}`}>
        <Matrix
          caption={`${reviewWords.coverage}（取組${countText(coverage.counts.initiatives)}件）`}
          first="取組"
          columns={tries.map(({ short, text }) => ({ short, full: text }))}
          groups={pillars.map((pillar) => ({
            key: pillar.id ?? '',
            title: pillar.title,
            rows: pillar.rows.map((row) => ({
              key: row.id,
              name: <a href={linkTo(row.id)}>{row.title}</a>,
              cells: tries.map((_, nth) => cellOf(row, nth)),
            })),
          }))}
        />
      </Scroll>
    </>
  )
}
