import { effectRefusalText } from '../../../report/wording-effects-board.ts'
import { type ApplyPaste, applyEffectTable, previewEffectTable } from '../../../workflows/apply-effect-table.ts'
import { paths } from '../../paths.ts'
import { familyOf, noPlan, recordOf } from '../plans/serve-edit.tsx'
import type { Staff } from '../staff.ts'
import { PastePage } from './paste-page.tsx'

const NOTHING = { estimate: '', unit: '千円', status: '見込み', text: '' }

export async function showEffectPaste(staff: Staff): Promise<Response> {
  const record = await recordOf(staff)
  if (!record) return noPlan(staff)
  const asked = { ...NOTHING, estimate: staff.query('estimate') }
  return staff.show(<PastePage staff={staff} record={record} asked={asked} preview={null} why={null} reason="" />)
}

const textIn = (data: FormData, name: string, most: number): string => String(data.get(name) ?? '').slice(0, most)

const askedIn = (data: FormData) => ({
  estimate: textIn(data, 'estimate', 200),
  unit: textIn(data, 'unit', 40),
  status: textIn(data, 'status', 10),
  text: String(data.get('text') ?? ''),
})

/** 確かめる — nothing is written. */
export async function previewEffectPaste(staff: Staff): Promise<Response> {
  return again(staff, askedIn(await staff.c.req.formData()), { why: null, reason: '' }, 200)
}

async function again(
  staff: Staff,
  asked: ReturnType<typeof askedIn>,
  { why, reason }: { why: string | null; reason: string },
  status: 200 | 409 | 422,
): Promise<Response> {
  const record = await recordOf(staff)
  if (!record) return noPlan(staff)
  const preview = previewEffectTable(record, asked)
  const page = (
    <PastePage
      staff={staff}
      record={record}
      asked={asked}
      preview={preview.ok ? preview.value : null}
      why={preview.ok ? why : effectRefusalText(preview.problem)}
      reason={reason}
    />
  )
  return staff.show(page, preview.ok ? status : 422)
}

/** 反映する */
export async function applyEffectPaste(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  const asked = askedIn(data)
  const said: ApplyPaste = {
    ...asked,
    basis: textIn(data, 'basis', 200),
    reason: textIn(data, 'reason', 20_000),
    withoutUnclear: data.has('withoutUnclear'),
    withoutIgnored: data.has('withoutIgnored'),
  }
  const done = await applyEffectTable(staff.store, familyOf(staff), said, staff.act('plan.edit'))
  if (done.ok)
    return staff.go(`${paths.staff.effects(staff.code, familyOf(staff))}?estimate=${encodeURIComponent(asked.estimate.trim())}&done=1`)
  const { problem } = done
  const status = problem.kind === 'consent-missing' || problem.kind === 'nothing-to-do' || problem.kind === 'estimate-faults' ? 422 : 409
  return again(staff, asked, { why: effectRefusalText(problem), reason: said.reason }, status)
}
