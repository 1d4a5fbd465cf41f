import type { ReactNode } from 'react'
import { Table } from '../../../kit/table.tsx'
import type { HistoryField, HistoryLine } from '../../../report/history-lines.ts'
import { historyWords } from '../../../report/wording-history.ts'
import { Changed } from '../reports/changed.tsx'

const KIND: Record<HistoryLine['kind'], string> = {
  added: historyWords.added,
  changed: historyWords.changedRow,
  removed: historyWords.removed,
}

type Told = { key: string; line: HistoryLine; field: HistoryField; first: boolean }

/** 変わったところの表 — one line a field; the row that it stands in is named at its first field. */
export function HistoryLines({ caption, lines }: { caption: string; lines: readonly HistoryLine[] }): ReactNode {
  const rows: Told[] = lines.flatMap((line) =>
    line.fields.map((field, place) => ({ key: `${line.number}-${place}`, line, field, first: place === 0 })),
  )
  return (
    <Table
      caption={caption}
      captionUnseen
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        { header: '何を', wide: true, names: true, cell: ({ line, first }) => <What line={line} first={first} /> },
        { header: '項目', cell: ({ field }) => field.name },
        { header: '前', wide: true, cell: ({ field }) => <Value text={field.before} /> },
        { header: '後', wide: true, cell: ({ field }) => <After field={field} /> },
      ]}
    />
  )
}

/** The name stands once; whoever hears the table is told it on every line. */
function What({ line, first }: { line: HistoryLine; first: boolean }): ReactNode {
  const said = (
    <>
      {line.what} <span className="chip">{KIND[line.kind]}</span>
    </>
  )
  return first ? said : <span className="again">{said}</span>
}

const Value = ({ text }: { text: string | null }): ReactNode =>
  text === null ? <span className="none">{historyWords.noValue}</span> : <span className="prewrap">{text}</span>

/** Longer texts show which words changed; short values are read at a glance. */
function After({ field }: { field: HistoryField }): ReactNode {
  if (!field.stretches) return <Value text={field.after} />
  return (
    <span className="prewrap">
      <Changed stretches={field.stretches} />
    </span>
  )
}
