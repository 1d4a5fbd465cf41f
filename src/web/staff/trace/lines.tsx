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

type Told = { key: string; line: HistoryLine; name: string; before: ReactNode; after: ReactNode; first: boolean }

/** 変わったところの表 — of a changed row one line a field; what came or went as a whole stands in one line. */
export function HistoryLines({ caption, lines }: { caption: string; lines: readonly HistoryLine[] }): ReactNode {
  return (
    <Table
      caption={caption}
      captionUnseen
      rows={lines.flatMap(toldOf)}
      keyOf={({ key }) => key}
      columns={[
        { header: '何を', wide: true, names: true, cell: ({ line, first }) => <What line={line} first={first} /> },
        { header: '項目', cell: ({ name }) => name },
        { header: '前', wide: true, cell: ({ before }) => before },
        { header: '後', wide: true, cell: ({ after }) => after },
      ]}
    />
  )
}

function toldOf(line: HistoryLine): Told[] {
  if (line.kind === 'changed')
    return line.fields.map((field, place) => ({
      key: `${line.number}-${place}`,
      line,
      name: field.name,
      before: <Value text={field.before} />,
      after: <After field={field} />,
      first: place === 0,
    }))
  const whole = line.fields.map(({ name, before, after }) => `${name}：${before ?? after ?? ''}`).join('\n')
  const nothing = <span className="none">{historyWords.nothingThere}</span>
  const said = <Value text={whole} />
  const [before, after] = line.kind === 'added' ? [nothing, said] : [said, nothing]
  return [{ key: String(line.number), line, name: historyWords.whole, before, after, first: true }]
}

function What({ line, first }: { line: HistoryLine; first: boolean }): ReactNode {
  if (!first) return <span className="again">{line.what}</span>
  return (
    <>
      {line.what} <span className="chip">{KIND[line.kind]}</span>
    </>
  )
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
