import type { ReactNode } from 'react'
import { Table } from '../../../kit/table.tsx'
import { numbered } from '../../../report/initiative-sheet.ts'
import { reorganisationWords as words } from '../../../report/wording-reorganisations.ts'
import { paths } from '../../paths.ts'
import type { At } from './touched.tsx'

/** 所管が決まっていない取組 — once the day has come: what still names a section that several follow, and where somebody decides. */
export function Undecided(at: At): ReactNode {
  const { reorganisation: it, preview } = at.seen
  const count = preview.unchosen.length + preview.undecidedItems.length
  if (!it.carriedOut || count === 0) return null
  return (
    <section className="notice" aria-labelledby="undecided">
      <h2 id="undecided">{`${words.undecided}（${count}件）`}</h2>
      <p>{words.undecidedHelp}</p>
      <Unchosen {...at} />
      <UndecidedItems {...at} />
    </section>
  )
}

function Unchosen({ staff, seen: { preview } }: At): ReactNode {
  const { unchosen } = preview
  if (unchosen.length === 0) return null
  return (
    <Table
      caption={`計画の所管が決まっていない取組（${unchosen.length}件）`}
      rows={unchosen}
      keyOf={({ family, initiative, from }) => JSON.stringify([family, initiative, from])}
      columns={[
        {
          header: '取組',
          names: true,
          cell: (one) => <a href={paths.staff.initiative(staff.code, one.family, one.initiative)}>{numbered(one)}</a>,
        },
        { header: '前の課', cell: ({ from }) => from },
        { header: '今報告できる課', cell: ({ possible }) => possible.join('、') },
        {
          header: '決め方',
          cell: (one) => (
            <a href={paths.staff.initiativeEdit(staff.code, one.family, one.initiative, 'sections')}>
              計画の所管課を決める<span className="unseen">{`：${numbered(one)}`}</span>
            </a>
          ),
        },
      ]}
    />
  )
}

function UndecidedItems({ staff, seen: { preview } }: At): ReactNode {
  const { undecidedItems } = preview
  if (undecidedItems.length === 0) return null
  const decides = staff.may('round.manage')
  return (
    <Table
      caption={`報告する課が決まっていない照会の票（${undecidedItems.length}件）`}
      rows={undecidedItems}
      keyOf={({ id }) => id}
      columns={[
        { header: '取組', names: true, cell: (one) => <a href={paths.staff.report(staff.code, one.id)}>{numbered(one)}</a> },
        { header: '前の課', cell: ({ section }) => section },
        { header: '今報告できる課', cell: ({ after }) => after.join('、') },
        {
          header: '決め方',
          cell: (one) =>
            decides ? (
              <a href={paths.staff.roundOwner(staff.code, one.round, one.id)}>
                報告する課を決める<span className="unseen">{`：${numbered(one)}`}</span>
              </a>
            ) : (
              '事務局が照会の画面で決めます'
            ),
        },
      ]}
    />
  )
}
