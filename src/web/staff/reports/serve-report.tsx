import type { ReportContent } from '../../../reform/report-content.ts'
import { reportFaults } from '../../../reform/report-faults.ts'
import type { RoundItem } from '../../../reform/round.ts'
import { mergedReport } from '../../../report/report-merge.ts'
import { faultsLeftText, timeText } from '../../../report/wording-reporting.ts'
import { reportRefusalText } from '../../../report/wording-reports.ts'
import { type CannotSave, saveReport } from '../../../workflows/save-report.ts'
import { paths } from '../../paths.ts'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'
import { ConflictPage } from './conflict-page.tsx'
import { FormPage } from './form-page.tsx'
import { type OneReport, oneItem, oneReport } from './gathering.ts'
import { contentIn, drawnIn, takenIn, versionIn, withLastYear } from './report-said.ts'
import { nextWaiting } from './serve-reviews.tsx'
import { ViewPage } from './view-page.tsx'

/** The report of the address, for somebody who may read it; or the answer that refuses it. */
export async function reportFor(staff: Staff): Promise<OneReport | Response> {
  const told = await oneReport(staff, staff.param('item'))
  return told && staff.may('report.read', told.item.section) ? told : notFor(staff, told?.item ?? null)
}

/** The same before an act, which reads all the rest in its own transaction. */
export async function itemFor(staff: Staff): Promise<RoundItem | Response> {
  const item = await oneItem(staff, staff.param('item'))
  return item && staff.may('report.read', item.section) ? item : notFor(staff, item)
}

function notFor(staff: Staff, item: RoundItem | null): Response {
  if (!item) return refused(staff, reportRefusalText({ kind: 'not-found', id: staff.param('item') }), 404)
  return refused(staff, reportRefusalText({ kind: 'not-yours', step: 'save', section: item.section }), 403)
}

/** A form for whoever may write it now; for everybody else what it says, and the steps they may take. */
export async function showReport(staff: Staff): Promise<Response> {
  const told = await reportFor(staff)
  if (told instanceof Response) return told
  const done = staff.query('done')
  if (told.steps.includes('save'))
    return staff.show(<FormPage staff={staff} told={told} content={told.item.content} done={done} rows={rowsAsked(staff.query('rows'))} />)
  const next = done === '' ? null : await nextWaiting(staff, told.item.id)
  return staff.show(<ViewPage staff={staff} told={told} done={done} next={next} />)
}

const rowsAsked = (text: string): number => (/^\d{1,2}$/.test(text) ? Math.min(Number(text), 50) : 0)

/** 下書き保存 — also: copy last year's words, one more row, and what was chosen on the page that compares. */
export async function saveDraft(staff: Staff): Promise<Response> {
  const item = await itemFor(staff)
  if (item instanceof Response) return item
  const form = await staff.c.req.formData()
  const copied = String(form.get('copy') ?? '')
  const content = form.has('mine') ? chosenIn(form, item) : withLastYear(contentIn(form, item), item.sheet, copied)
  const saved = await saveReport(staff.store, { item: item.id, version: versionIn(form), content }, staff.act('report.write'))
  if (!saved.ok) return cannotSave(staff, content, form, saved.problem)
  const rows = form.get('rows')
  const here = paths.staff.report(staff.code, item.id)
  if (rows !== null) return staff.go(`${here}?rows=${rowsAsked(String(rows))}#f-changes`)
  if (copied !== '') return staff.go(`${here}?done=copy#f-${copied === 'issues' ? 'issues' : 'progress'}`)
  return staff.go(`${here}?done=${form.has('mine') ? 'merge' : 'save'}`)
}

/** What was typed travels in the page that compares; it is read again as a form of this report, never as it is. */
function chosenIn(form: FormData, item: RoundItem): ReportContent {
  const again = new FormData()
  again.set('drawn', String(form.get('mine') ?? ''))
  const mine = drawnIn(again)
  return mine ? mergedReport(item.content, onSheet(mine, item), takenIn(form, mine, item.sheet)) : item.content
}

/** Only what the sheet asks for, each value as text. */
function onSheet(said: ReportContent, { sheet, content }: RoundItem): ReportContent {
  const statuses = ['見込み', '実績', '決算']
  return {
    unchanged: said.unchanged === true,
    progress: said.progress,
    issues: said.issues,
    revision: said.revision,
    actuals: said.actuals.flatMap(({ indicator, raw, status }) =>
      [...sheet.indicators.map(({ id }) => id), ...content.actuals.map((actual) => actual.indicator)].includes(indicator)
        ? [{ indicator, raw: String(raw), status: statuses.includes(status as string) ? status : null }]
        : [],
    ),
    effects: said.effects.flatMap(({ row, raw }) =>
      [...sheet.effects, ...content.effects].some((effect) => effect.row === row) ? [{ row, raw: String(raw) }] : [],
    ),
    changes: said.changes.flatMap(({ kind, of, after, reason }) =>
      ['target', 'schedule', 'section', 'title'].includes(kind)
        ? [{ kind, of: of === null ? null : String(of), after: String(after), reason: String(reason) }]
        : [],
    ),
  }
}

/** Nothing was written; what was typed comes back with the reason. */
export async function cannotSave(staff: Staff, content: ReportContent, form: FormData, problem: CannotSave): Promise<Response> {
  // what the other person saved may be younger than what was read before the act
  const told = await reportFor(staff)
  if (told instanceof Response) return told
  const why = reportRefusalText(problem, told.nameOf)
  if (problem.kind === 'saved-meanwhile')
    return staff.show(<ConflictPage staff={staff} told={told} mine={content} drawn={drawnIn(form)} why={why} />, 409)
  return staff.show(<ViewPage staff={staff} told={told} why={why} unsaved={content} />, problem.kind === 'not-yours' ? 403 : 409)
}

/** 自動保存 — the same act, answered for the script: the new version, when, and what is left. */
export async function autosave(staff: Staff): Promise<Response> {
  const item = await itemFor(staff)
  if (item instanceof Response) return item
  const form = await staff.c.req.formData()
  const content = contentIn(form, item)
  const saved = await saveReport(staff.store, { item: item.id, version: versionIn(form), content }, staff.act('report.write'))
  staff.c.header('cache-control', 'no-store')
  if (!saved.ok) {
    const said = { kind: saved.problem.kind, text: reportRefusalText(saved.problem) }
    return staff.c.json(said, saved.problem.kind === 'not-yours' ? 403 : 409)
  }
  const { version, content: kept, sheet } = saved.value
  return staff.c.json({
    version,
    drawn: JSON.stringify(kept),
    saved: `保存しました ${timeText(staff.at)}`,
    left: faultsLeftText(reportFaults(kept, sheet).length),
  })
}
