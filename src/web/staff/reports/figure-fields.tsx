import type { ReactNode } from 'react'
import { Table } from '../../../kit/table.tsx'
import type { ItemSheet, ReportContent, SheetIndicator } from '../../../reform/report-content.ts'
import { yearShort } from '../../../report/figures.ts'
import type { ReportNotes } from '../../../report/report-notes.ts'
import { fieldAnchor } from '../../../report/wording-reports.ts'
import { describedBy, Notes } from './beside.tsx'
import { names } from './report-said.ts'

type Said = { sheet: ItemSheet; content: ReportContent; notes: ReportNotes; withFaults: boolean; fiscalYear: number }

/** 実績値の欄 — one for each indicator, with its target, its baseline and the earlier years beside it. */
export function ActualFields(said: Said): ReactNode {
  return said.sheet.indicators.map((indicator, place) => <ActualField key={indicator.id} indicator={indicator} place={place} {...said} />)
}

function ActualField({ indicator, place, content, notes, withFaults, fiscalYear }: Said & { indicator: SheetIndicator; place: number }) {
  const field = `actual:${indicator.id}` as const
  const id = fieldAnchor(field)
  const own = notes.of(field)
  const said = content.actuals.find((actual) => actual.indicator === indicator.id)
  return (
    <div className="beside">
      <fieldset className="field">
        <legend>{indicator.name}</legend>
        <Notes field={field} notes={own} withFaults={withFaults} />
        <div className="figure">
          <div>
            <label htmlFor={id}>{`${yearShort(fiscalYear)}の実績値${indicator.unit ? `（${indicator.unit}）` : ''}`}</label>
            <input
              id={id}
              name={names.actual(place)}
              defaultValue={said?.raw ?? ''}
              maxLength={500}
              autoComplete="off"
              aria-describedby={describedBy(field, own, withFaults)}
              aria-invalid={(withFaults && own.faults.length > 0) || undefined}
            />
          </div>
          <div>
            <label htmlFor={`${id}-status`}>値の区分</label>
            <select id={`${id}-status`} name={names.status(place)} defaultValue={said ? (said.status ?? '') : '実績'}>
              <option value="見込み">見込み</option>
              <option value="実績">実績</option>
              <option value="決算">決算</option>
              <option value="">区分なし</option>
            </select>
          </div>
        </div>
      </fieldset>
      <div className="earlier">
        <IndicatorBeside indicator={indicator} fiscalYear={fiscalYear} />
      </div>
    </div>
  )
}

const MOST_YEARS = 4

/** 目標・現況値・過去の実績 as a small table. */
export function IndicatorBeside({ indicator, fiscalYear }: { indicator: SheetIndicator; fiscalYear: number }): ReactNode {
  const rows = [
    { name: `${yearShort(fiscalYear)}の目標`, value: indicator.target },
    ...(indicator.finalTarget !== indicator.target ? [{ name: '最終の目標', value: indicator.finalTarget }] : []),
    { name: '現況値', value: indicator.baseline },
    ...indicator.earlier.slice(0, MOST_YEARS).map((year) => ({ name: `${yearShort(year.fiscalYear)}の実績`, value: year.raw })),
  ]
  return (
    <table className="small-table">
      <caption>{`目標とこれまでの値${indicator.unit ? `（${indicator.unit}）` : ''}`}</caption>
      <tbody>
        {rows.map(({ name, value }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="num">{value ?? <span className="none">記載なし</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 効果額の欄 — one row for each printed row of the effect table. */
export function EffectFields({ sheet, content, notes, withFaults, fiscalYear }: Said): ReactNode {
  return (
    <Table
      caption={`${yearShort(fiscalYear)}の効果額の実績（分からないものは空のままで構いません）`}
      rows={sheet.effects}
      keyOf={({ row }) => row}
      columns={[
        { header: '区分', names: true, cell: ({ scope }) => scope },
        {
          header: '実績',
          cell: (effect) => {
            const field = `effect:${effect.row}` as const
            const id = fieldAnchor(field)
            const place = sheet.effects.indexOf(effect)
            return (
              <div className="field in-table">
                <label htmlFor={id}>
                  <span className="unseen">{`${effect.scope}の実績`}</span>
                  {effect.unit ?? '単位なし'}
                </label>
                <input
                  id={id}
                  name={names.effect(place)}
                  maxLength={500}
                  autoComplete="off"
                  defaultValue={content.effects.find(({ row }) => row === effect.row)?.raw ?? ''}
                  aria-describedby={describedBy(field, notes.of(field), withFaults)}
                />
                <Notes field={field} notes={notes.of(field)} withFaults={withFaults} />
              </div>
            )
          },
        },
        { header: '計画', numeric: true, cell: ({ planned, unit }) => (planned === null ? '－' : `${planned}${unit ?? ''}`) },
        {
          header: 'これまでの実績',
          numeric: true,
          cell: ({ earlier }) =>
            earlier.length === 0
              ? '－'
              : earlier
                  .slice(0, 2)
                  .map((year) => `${yearShort(year.fiscalYear)} ${year.raw}`)
                  .join('、'),
        },
      ]}
    />
  )
}
