import type { ReactNode } from 'react'
import { Prose } from '../../../kit/told.tsx'
import type { ItemSheet } from '../../../reform/report-content.ts'
import type { FieldNotes } from '../../../report/report-notes.ts'
import { lastYearText } from '../../../report/wording-reporting.ts'
import { fieldAnchor } from '../../../report/wording-reports.ts'
import { describedBy, Notes } from './beside.tsx'
import { names } from './report-said.ts'

type Said = {
  field: 'progress' | 'issues' | 'revision'
  label: string
  help: string
  rows: number
  value: string
  notes: FieldNotes
  withFaults: boolean
  last: ItemSheet['last']
  /** where the button that copies last year's words sends the form */
  copies: boolean
}

/** 文章の欄 — what is written this year, beside it what last year said, and a button that copies it. */
export function TextField(said: Said): ReactNode {
  const { field, label, notes, withFaults } = said
  const id = fieldAnchor(field)
  const text = said.last?.[field] ?? null
  return (
    <div className="beside">
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <small id={`${id}-help`}>{said.help}</small>
        <Notes field={field} notes={notes} withFaults={withFaults} />
        <textarea
          id={id}
          name={names.text(field)}
          rows={said.rows}
          maxLength={20_000}
          defaultValue={said.value}
          aria-describedby={[`${id}-help`, describedBy(field, notes, withFaults)].filter(Boolean).join(' ')}
          aria-invalid={(withFaults && notes.faults.length > 0) || undefined}
        />
      </div>
      <div className="earlier">
        <p className="group">{said.last ? lastYearText(said.last.fiscalYear) : '前回の報告'}</p>
        {text ? <Prose text={text} /> : <p className="none">記載がありません。</p>}
        {text && said.copies && (
          <button type="submit" className="second small-button" name="copy" value={field}>
            前年度の文を写す<span className="unseen">{`：${label}`}</span>
          </button>
        )}
      </div>
    </div>
  )
}
