import { type EstimateFault, type EstimateSaid, withEstimate } from '../../../reform/edit-estimate.ts'
import { writtenEstimates } from '../../../reform/estimate-grid.ts'
import { copiedEstimate, drawnEstimate } from '../../../reform/estimate-said.ts'
import type { StoredRecord } from '../../../reform/stored-record.ts'
import { estimateDifferences } from '../../../report/estimate-differences.ts'
import { effectRefusalText } from '../../../report/wording-effects-board.ts'
import { parseFiscalYear } from '../../../vocabulary/fiscal-year.ts'
import { type CannotSaveEstimate, estimateBasis, saveEstimate } from '../../../workflows/save-estimate.ts'
import { paths } from '../../paths.ts'
import { familyOf, noPlan, noThing, recordOf } from '../plans/serve-edit.tsx'
import { textOf } from '../plans/typed.ts'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'
import { EstimatePage, type EstimateState } from './estimate-page.tsx'
import { estimateTyped } from './estimate-typed.ts'
import { StartPage } from './start-page.tsx'

const state = (said: EstimateSaid, more: Partial<EstimateState>): EstimateState => ({
  ...{ said, isNew: false, basis: '', reason: '', faults: [], why: null, differences: [], copied: null },
  ...more,
})

/** いまの見積りを直す */
export async function showEstimate(staff: Staff): Promise<Response> {
  const record = await recordOf(staff)
  if (!record) return noPlan(staff)
  const estimate = staff.query('estimate')
  if (!writtenEstimates(record).includes(estimate)) return noThing(staff)
  const basis = estimateBasis(record, estimate)
  return staff.show(<EstimatePage staff={staff} record={record} state={state(drawnEstimate(record, estimate), { basis })} />)
}

/** 新しい見積り — first what it is copied from, then the copy, ready to be edited. */
export async function showNewEstimate(staff: Staff): Promise<Response> {
  const record = await recordOf(staff)
  if (!record) return noPlan(staff)
  const [estimate, from, throughText] = ['estimate', 'from', 'through'].map((name) => staff.query(name).trim()) as [string, string, string]
  const known = writtenEstimates(record)
  const through = parseFiscalYear(throughText)
  const asked = { estimate, from, through: throughText }
  if (estimate === '' && from === '') return staff.show(<StartPage staff={staff} record={record} asked={asked} why={null} />)
  const why = startFault(estimate, known, throughText !== '' && !through.ok)
  if (why) return staff.show(<StartPage staff={staff} record={record} asked={asked} why={why} />, 422)
  const copy = copiedEstimate(record, { from, estimate, through: through.ok ? through.value : null })
  const copied = { from: known.includes(from) ? from : null, through: through.ok ? through.value : null, taken: copy.taken }
  return staff.show(<EstimatePage staff={staff} record={record} state={state(copy.said, { isNew: true, copied })} />)
}

function startFault(estimate: string, known: readonly string[], badYear: boolean): string | null {
  if (estimate === '') return effectRefusalText({ kind: 'no-estimate' })
  if (known.includes(estimate)) return effectRefusalText({ kind: 'estimate-exists', estimate })
  return badYear ? '実績にする最後の年度が読めません。「令和6年度」のように書くか、空けてください。' : null
}

export const takeEstimate = (staff: Staff): Promise<Response> => take(staff, false)
export const takeNewEstimate = (staff: Staff): Promise<Response> => take(staff, true)

async function take(staff: Staff, isNew: boolean): Promise<Response> {
  const data = await staff.c.req.formData()
  const said = estimateTyped(data)
  const [basis, reason] = [textOf(data, 'basis'), textOf(data, 'reason').slice(0, 20_000)]
  const done = await saveEstimate(staff.store, familyOf(staff), { said, isNew, basis, reason }, staff.act('plan.edit'))
  if (done.ok) {
    const chosen = encodeURIComponent(said.estimate.trim())
    return staff.go(`${paths.staff.effects(staff.code, familyOf(staff))}?estimate=${chosen}&done=1`)
  }
  return again(staff, state(said, { isNew, basis, reason }), done.problem)
}

/** Back with everything that was typed. */
async function again(staff: Staff, before: EstimateState, problem: CannotSaveEstimate): Promise<Response> {
  const why = effectRefusalText(problem)
  if (problem.kind === 'not-allowed' || problem.kind === 'not-found') return refused(staff, why, 409)
  const record = problem.kind === 'changed-meanwhile' ? problem.now : await recordOf(staff)
  if (!record) return noPlan(staff)
  const faults: EstimateFault[] = problem.kind === 'estimate-faults' ? problem.faults : []
  const now = problem.kind === 'changed-meanwhile' ? standing(record, before.said) : null
  const status = problem.kind === 'estimate-faults' || problem.kind === 'nothing-to-do' ? 422 : 409
  return staff.show(<EstimatePage staff={staff} record={record} state={{ ...before, ...(now ?? {}), why, faults }} />, status)
}

/** Somebody else saved: what the estimate says now, what differs from what was typed, and the typed cells put into today's table. */
function standing(record: StoredRecord, said: EstimateSaid): Partial<EstimateState> {
  const estimate = said.estimate.trim()
  const now = drawnEstimate(record, estimate)
  const typed = withEstimate(
    { ...record, effects: [] },
    { ...said, columns: said.columns.map((c) => ({ ...c, was: '' })), rows: said.rows.map((r) => ({ ...r, was: '' })) },
  )
  const redrawn = typed.ok ? rebased(now, drawnEstimate(typed.value, estimate)) : now
  return { said: redrawn, basis: estimateBasis(record, estimate), differences: typed.ok ? estimateDifferences(now, redrawn) : [] }
}

/** Typed rows and columns, tied again to those of today by what they are. */
function rebased(now: EstimateSaid, typed: EstimateSaid): EstimateSaid {
  const columns = [...now.columns]
  const at = typed.columns.map((column) => {
    const found = columns.findIndex(({ year, status }) => year === column.year && status === column.status)
    if (found >= 0) return found
    columns.push({ ...column, was: '' })
    return columns.length - 1
  })
  const key = ({ of, scope, side, basis, unit }: EstimateSaid['rows'][number]): string => JSON.stringify([of, scope, side, basis, unit])
  const left = [...typed.rows]
  const laid = (cells: readonly string[]): string[] => columns.map((_, nth) => cells[at.indexOf(nth)] ?? '')
  const rows = now.rows.map((row) => {
    const nth = left.findIndex((one) => key(one) === key(row))
    const [mine] = nth < 0 ? [] : left.splice(nth, 1)
    return { ...row, cells: mine ? laid(mine.cells) : columns.map((_, place) => row.cells[place] ?? '') }
  })
  return { ...now, columns, rows: [...rows, ...left.map((row) => ({ ...row, was: '', cells: laid(row.cells) }))] }
}
