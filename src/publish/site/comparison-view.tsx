import type { ReactNode } from 'react'
import { Badge, Chip } from '../../kit/badge.tsx'
import { inOrder } from '../../kit/in-order.ts'
import { Signed } from '../../kit/signed.tsx'
import { Scroll, Table } from '../../kit/table.tsx'
import type { ComparedInitiative, ComparedPillar, ComparedRow, EditionComparison } from '../../report/edition-comparison.ts'
import { countText } from '../../report/figures.ts'
import type { Difference } from '../../report/initiative-difference.ts'
import { rowKindName, comparisonWords as words } from '../../report/wording-comparison.ts'

/** 変わったことの数と、計画・効果額の全体 */
export function ComparisonSummary({ comparison }: { comparison: EditionComparison }): ReactNode {
  const { before, after, counts, plan, effects } = comparison
  return (
    <>
      <p>{`${before.name}（${before.when}）と、${after.name}（${after.when}）を比べています。`}</p>
      <ul className="statuses">
        {counts.map(({ kind, count }) => (
          <li key={kind}>
            <Chip>{rowKindName[kind]}</Chip>
            <span className="count">{`${countText(count)}件`}</span>
          </li>
        ))}
      </ul>
      {counts.every(({ kind }) => kind === 'same') && plan.length === 0 && <p>{words.noDifferences}</p>}
      {plan.length > 0 && (
        <Table
          caption="計画と柱で変わったこと"
          rows={plan}
          keyOf={(_, i) => String(i)}
          columns={[
            { header: '項目', names: true, cell: (d) => d.what },
            { header: before.name, cell: (d) => d.before },
            { header: after.name, cell: (d) => d.after },
          ]}
        />
      )}
      {effects.length > 0 && (
        <Table
          caption={words.effects}
          rows={effects}
          keyOf={({ what }) => what}
          columns={[
            { header: '見積時点', names: true, cell: (e) => e.what },
            { header: before.name, numeric: true, cell: (e) => <Signed text={e.before} /> },
            { header: after.name, numeric: true, cell: (e) => (e.before === e.after ? words.sameValue : <Signed text={e.after} />) },
          ]}
        />
      )}
    </>
  )
}

type Linked = { comparison: EditionComparison; linkTo: ((initiative: string) => string) | null }

/** 並べた計画 — one pillar: each initiative of the one edition beside itself in the other, and what changed with the reason. */
export function ComparedPillarTable({ comparison, pillar, linkTo }: Linked & { pillar: ComparedPillar }): ReactNode {
  const { before, after } = comparison
  return (
    <Scroll label={`${words.title}：${pillar.title}`}>
      <Table
        caption={`${pillar.title}（${countText(pillar.rows.length)}件）`}
        rows={pillar.rows}
        keyOf={({ key }) => key}
        columns={[
          { header: '変わり方', narrow: true, cell: (row) => <Chip>{rowKindName[row.kind]}</Chip> },
          { header: before.name, cell: (row) => <Sided all={row.before} linkTo={null} /> },
          { header: after.name, names: true, cell: (row) => <After row={row} linkTo={linkTo} /> },
          { header: words.differences, wide: true, cell: (row) => <Differences row={row} /> },
        ]}
      />
    </Scroll>
  )
}

function Sided({ all, linkTo }: { all: readonly ComparedInitiative[]; linkTo: Linked['linkTo'] }): ReactNode {
  if (all.length === 0) return <span className="none">{words.notThere}</span>
  return all.map((it) => (
    <div key={it.id} className="compared">
      {linkTo ? <a href={linkTo(it.id)}>{it.title}</a> : it.title}
      <small>{`所管課：${it.sections || words.none}`}</small>
      {it.targets.length > 0 && <small>{`目標：${it.targets.join('、')}`}</small>}
      <small>
        状態：
        <Badge tone={it.status.status}>{it.status.name}</Badge>
      </small>
    </div>
  ))
}

const plainly = ({ title, sections, targets, status }: ComparedInitiative): string =>
  [title, sections, targets.join(), status.status].join('\n')

/** What reads the same on both sides is said once. */
function After({ row, linkTo }: { row: ComparedRow; linkTo: Linked['linkTo'] }): ReactNode {
  const [was] = row.before
  const [is] = row.after
  if (was && is && row.before.length === 1 && plainly(was) === plainly(is))
    return linkTo ? (
      <a href={linkTo(is.id)}>
        {words.sameValue}
        <span className="unseen">{`：${is.title}`}</span>
      </a>
    ) : (
      words.sameValue
    )
  return <Sided all={row.after} linkTo={linkTo} />
}

function Differences({ row }: { row: ComparedRow }): ReactNode {
  if (row.differences.length === 0 && row.lineage === null) return null
  return (
    <>
      {row.lineage && <p>{row.lineage}</p>}
      {row.differences.length > 0 && (
        <ul className="differences">
          {inOrder(row.differences).map(({ key, it }) => (
            <li key={key}>
              <Told difference={it} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const Told = ({ difference: { what, before, after, decided, added } }: { difference: Difference }): ReactNode => (
  <>
    {`${what}：`}
    {added === undefined && (
      <>
        <Signed text={before} />
        <span aria-hidden="true"> → </span>
        <span className="unseen">から</span>
      </>
    )}
    <Signed text={after} />
    {decided && <small>{[words.decided, decided.when, decided.why].filter(Boolean).join('　')}</small>}
  </>
)
