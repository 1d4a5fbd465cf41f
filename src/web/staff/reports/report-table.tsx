import type { ReactNode } from 'react'
import { Table } from '../../../kit/table.tsx'
import { Prose } from '../../../kit/told.tsx'
import type { ItemSheet, ReportContent, ReportField } from '../../../reform/report-content.ts'
import { yearShort } from '../../../report/figures.ts'
import { reportNotes } from '../../../report/report-notes.ts'
import { lastYearText } from '../../../report/wording-reporting.ts'
import { Notes } from './beside.tsx'
import { changeMeantText } from './change-fields.tsx'
import type { OneReport } from './gathering.ts'

/** 報告の全体 — this year's words and figures with last year's beside them, and what is worth a second look. */
export function ReportTable({ told, content }: { told: OneReport; content: ReportContent }): ReactNode {
  const { item, round } = told
  const { sheet } = item
  const notes = reportNotes(content, sheet, item.returned)
  const of = { notes: notes.of, sheet, content, fiscalYear: round.fiscalYear }
  return (
    <>
      {content.unchanged && <p className="unchanged">前年度から変更なし</p>}
      <TextRows {...of} />
      {sheet.indicators.length > 0 && <ActualRows {...of} />}
      {sheet.effects.length > 0 && <EffectRows {...of} />}
      {content.changes.length > 0 && <ChangeRows {...of} />}
    </>
  )
}

type Of = { notes: ReturnType<typeof reportNotes>['of']; sheet: ItemSheet; content: ReportContent; fiscalYear: number }
const noted = (notes: Of['notes'], field: ReportField): ReactNode => <Notes field={field} notes={notes(field)} withFaults />
const orNone = (text: string | null | undefined): ReactNode =>
  text?.trim() ? <Prose text={text} /> : <span className="none">記載なし</span>

const TEXTS = [
  { field: 'progress', name: '取組状況' },
  { field: 'issues', name: '今後の課題・方向性' },
  { field: 'revision', name: '計画の見直し' },
] as const

function TextRows({ notes, sheet, content, fiscalYear }: Of): ReactNode {
  return (
    <div className="compare">
      <Table
        caption="文章"
        rows={TEXTS}
        keyOf={({ field }) => field}
        columns={[
          { header: '項目', names: true, cell: ({ name }) => name },
          {
            header: `今回（${yearShort(fiscalYear)}）の報告`,
            wide: true,
            cell: ({ field }) => (
              <div>
                {noted(notes, field)}
                {orNone(content[field])}
              </div>
            ),
          },
          {
            header: sheet.last ? lastYearText(sheet.last.fiscalYear) : '前回の報告',
            wide: true,
            cell: ({ field }) => <div className="earlier-text">{orNone(sheet.last?.[field])}</div>,
          },
        ]}
      />
    </div>
  )
}

function ActualRows({ notes, sheet, content, fiscalYear }: Of): ReactNode {
  const said = (id: string) => content.actuals.find(({ indicator }) => indicator === id)
  return (
    <Table
      caption="実績値"
      rows={sheet.indicators}
      keyOf={({ id }) => id}
      columns={[
        {
          header: '指標',
          names: true,
          cell: ({ name, unit }) => (
            <>
              {name}
              {unit && <small>{`単位 ${unit}`}</small>}
            </>
          ),
        },
        {
          header: `${yearShort(fiscalYear)}の実績`,
          wide: true,
          cell: ({ id }) => (
            <div>
              <strong>{said(id)?.raw || <span className="none">記載なし</span>}</strong>
              {said(id)?.status && `（${said(id)?.status}）`}
              {noted(notes, `actual:${id}`)}
            </div>
          ),
        },
        { header: `${yearShort(fiscalYear)}の目標`, numeric: true, cell: ({ target }) => target ?? '－' },
        {
          header: '前年度の実績',
          numeric: true,
          cell: ({ earlier: [last] }) => (last ? `${last.raw}（${yearShort(last.fiscalYear)}）` : '－'),
        },
        { header: '現況値', numeric: true, cell: ({ baseline }) => baseline ?? '－' },
      ]}
    />
  )
}

function EffectRows({ notes, sheet, content }: Of): ReactNode {
  return (
    <Table
      caption="効果額"
      rows={sheet.effects}
      keyOf={({ row }) => row}
      columns={[
        { header: '区分', names: true, cell: ({ scope }) => scope },
        {
          header: '実績',
          cell: ({ row, unit }) => {
            const raw = content.effects.find((effect) => effect.row === row)?.raw ?? ''
            return (
              <div>
                {raw === '' ? <span className="none">記載なし</span> : `${raw}（${unit ?? '単位なし'}）`}
                {noted(notes, `effect:${row}`)}
              </div>
            )
          },
        },
        { header: '計画', numeric: true, cell: ({ planned }) => planned ?? '－' },
        { header: '前年度の実績', numeric: true, cell: ({ earlier: [last] }) => last?.raw ?? '－' },
      ]}
    />
  )
}

function ChangeRows({ notes, sheet, content, fiscalYear }: Of): ReactNode {
  return (
    <>
      {noted(notes, 'changes')}
      <Table
        caption="計画の見直しの提案（受理の後に、行革担当課が決定します）"
        rows={content.changes}
        keyOf={(_, place) => String(place)}
        columns={[
          { header: '見直すもの', names: true, cell: (change) => changeMeantText(change, sheet, fiscalYear) },
          { header: '見直し後', cell: ({ after }) => after },
          { header: '理由', wide: true, cell: ({ reason }) => reason },
        ]}
      />
    </>
  )
}
