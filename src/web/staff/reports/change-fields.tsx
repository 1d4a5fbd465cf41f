import type { ReactNode } from 'react'
import { inOrder } from '../../../kit/in-order.ts'
import type { ItemSheet, ProposedChange } from '../../../reform/report-content.ts'
import { CHANGE_NAMES } from '../../../reform/report-difference.ts'
import { yearShort } from '../../../report/figures.ts'
import type { FieldNotes } from '../../../report/report-notes.ts'
import { fieldAnchor } from '../../../report/wording-reports.ts'
import { Notes } from './beside.tsx'
import { changeValue, names } from './report-said.ts'

type Option = { value: string; name: string }
const YEARS_AHEAD = [1, 2, 3]

/** 見直しできるもの — the title and the section, a target of each indicator, the coming years of each activity. */
function optionsOf(sheet: ItemSheet, fiscalYear: number): { name: string; options: Option[] }[] {
  const years = YEARS_AHEAD.map((ahead) => fiscalYear + ahead)
  return [
    {
      name: CHANGE_NAMES.target,
      options: sheet.indicators.flatMap(({ id, name }) => [
        { value: changeValue({ kind: 'target', of: id }), name: `${name}：最終の目標` },
        ...years.map((year) => ({
          value: changeValue({ kind: 'target', of: `${id}@${year}` }),
          name: `${name}：${yearShort(year)}の目標`,
        })),
      ]),
    },
    {
      name: CHANGE_NAMES.schedule,
      options: sheet.activities.flatMap(({ name }) =>
        years.map((year) => ({ value: changeValue({ kind: 'schedule', of: `${name}@${year}` }), name: `${name}：${yearShort(year)}` })),
      ),
    },
    {
      name: '取組',
      options: [
        { value: changeValue({ kind: 'section', of: null }), name: '所管課' },
        { value: changeValue({ kind: 'title', of: null }), name: '取組名' },
      ],
    },
  ].filter(({ options }) => options.length > 0)
}

/** What a proposed change is about, in words. */
export function changeMeantText(change: ProposedChange, sheet: ItemSheet, fiscalYear: number): string {
  const value = changeValue(change)
  for (const { name, options } of optionsOf(sheet, fiscalYear)) {
    const found = options.find((option) => option.value === value)
    if (found) return name === '取組' ? found.name : `${name} ${found.name}`
  }
  const [, id = change.of ?? '', year] = /^(.*?)(?:@(\d{4}))?$/s.exec(change.of ?? '') ?? []
  const named = sheet.indicators.find((indicator) => indicator.id === id)?.name ?? id
  return `${CHANGE_NAMES[change.kind]} ${named}${year ? `：${yearShort(Number(year))}` : ''}`.trim()
}

type Said = {
  sheet: ItemSheet
  changes: readonly ProposedChange[]
  rows: number
  notes: FieldNotes
  withFaults: boolean
  fiscalYear: number
}

/** 計画の見直しの提案 — rows without anything in them are not counted; more rows come with a button that saves. */
export function ChangeFields({ sheet, changes, rows, notes, withFaults, fiscalYear }: Said): ReactNode {
  const groups = optionsOf(sheet, fiscalYear)
  const shown = Math.max(rows, changes.length + 1)
  return (
    <fieldset className="field" id={fieldAnchor('changes')} tabIndex={-1}>
      <legend>計画の見直しの提案</legend>
      <small>
        目標・行動計画・所管課・取組名を改めたいときだけ書きます。決定するまで、計画は変わりません。決定すると、理由も公表されます。
      </small>
      <Notes field="changes" notes={notes} withFaults={withFaults} />
      {inOrder(Array.from({ length: shown })).map(({ key }) => (
        <ChangeRow
          key={key}
          place={Number(key)}
          change={changes[Number(key)] ?? null}
          groups={groups}
          meant={(one) => changeMeantText(one, sheet, fiscalYear)}
        />
      ))}
      <button type="submit" className="second small-button" name="rows" value={shown + 1}>
        提案の行を増やす（下書きも保存します）
      </button>
    </fieldset>
  )
}

type RowSaid = {
  place: number
  change: ProposedChange | null
  groups: ReturnType<typeof optionsOf>
  meant: (one: ProposedChange) => string
}

function ChangeRow({ place, change, groups, meant }: RowSaid): ReactNode {
  const value = change ? changeValue(change) : ''
  const known = groups.some(({ options }) => options.some((option) => option.value === value))
  const nth = `${place + 1}件目の`
  return (
    <div className="change-row">
      <div>
        <label htmlFor={names.change(place)}>
          <span className="unseen">{nth}</span>見直すもの
        </label>
        <select id={names.change(place)} name={names.change(place)} defaultValue={value}>
          <option value="">選ばない</option>
          {change && !known && <option value={value}>{meant(change)}</option>}
          {groups.map((group) => (
            <optgroup key={group.name} label={group.name}>
              {group.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={names.after(place)}>
          <span className="unseen">{nth}</span>見直し後
        </label>
        <input id={names.after(place)} name={names.after(place)} maxLength={2000} defaultValue={change?.after ?? ''} />
      </div>
      <div>
        <label htmlFor={names.reason(place)}>
          <span className="unseen">{nth}</span>理由
        </label>
        <input id={names.reason(place)} name={names.reason(place)} maxLength={2000} defaultValue={change?.reason ?? ''} />
      </div>
    </div>
  )
}
