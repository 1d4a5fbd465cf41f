import { csvText } from '../../../publish/csv.ts'
import { toTableWorkbook } from '../../../publish/plan-table-workbook.ts'
import { planTable } from '../../../report/plan-table.ts'
import { tableRefusalText } from '../../../report/wording-plan-table.ts'
import { applyPlanTable, previewTable } from '../../../workflows/apply-plan-table.ts'
import { paths } from '../../paths.ts'
import type { Staff } from '../staff.ts'
import { planTitle } from './plan-serving.tsx'
import { familyOf, noPlan, recordOf } from './serve-edit.tsx'
import { TablePage } from './table-page.tsx'

export async function showTable(staff: Staff): Promise<Response> {
  const record = await recordOf(staff)
  if (!record) return noPlan(staff)
  return staff.show(<TablePage staff={staff} record={record} pasted="" preview={null} why={null} reason={null} />)
}

/** 持ち出す — the same columns that are taken back. */
export async function sendTable(staff: Staff): Promise<Response> {
  const record = await recordOf(staff)
  if (!record) return noPlan(staff)
  const { headers, rows } = planTable(record)
  const cells = rows.map((row) => row.cells)
  const name = `${planTitle(record.plans).slice(0, 60)}-一覧表`
  if (staff.query('format') === 'csv')
    return staff.file(`${name}.csv`, 'text/csv; charset=utf-8', new TextEncoder().encode(csvText(headers, cells)))
  return staff.file(
    `${name}.xlsx`,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    await toTableWorkbook(headers, cells),
  )
}

const textIn = (data: FormData, name: string): string => String(data.get(name) ?? '')

/** 確かめる — nothing is written. */
export async function previewPasted(staff: Staff): Promise<Response> {
  return again(staff, textIn(await staff.c.req.formData(), 'text'), { why: null, reason: null }, 200)
}

type Why = { why: string | null; reason: { text: string; required: boolean } | null }

async function again(staff: Staff, text: string, said: Why, status: 200 | 409 | 422): Promise<Response> {
  const record = await recordOf(staff)
  if (!record) return noPlan(staff)
  const preview = previewTable(record, text)
  const why = preview.ok ? said.why : tableRefusalText(preview.problem)
  const page = (
    <TablePage staff={staff} record={record} pasted={text} preview={preview.ok ? preview.value : null} why={why} reason={said.reason} />
  )
  return staff.show(page, preview.ok ? status : 422)
}

/** 反映する */
export async function applyPasted(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  const text = textIn(data, 'text')
  const reason = textIn(data, 'reason').slice(0, 20_000)
  const said = {
    text,
    reason,
    basis: textIn(data, 'basis'),
    withoutUnknown: data.has('withoutUnknown'),
    withoutUnclear: data.has('withoutUnclear'),
  }
  const done = await applyPlanTable(staff.store, familyOf(staff), said, staff.act('plan.edit'))
  if (done.ok) return staff.go(`${paths.staff.planTable(staff.code, familyOf(staff))}?done=1`)
  const { problem } = done
  const required = problem.kind === 'change-reason-missing'
  const status = required || problem.kind === 'consent-missing' ? 422 : 409
  return again(staff, text, { why: tableRefusalText(problem), reason: { text: reason, required } }, status)
}
