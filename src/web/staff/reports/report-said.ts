import type { ItemSheet, PlanChangeKind, ProposedChange, ReportContent, ReportedActual } from '../../../reform/report-content.ts'
import { fieldsOf } from '../../../reform/report-difference.ts'
import type { RoundItem } from '../../../reform/round.ts'
import type { Taken } from '../../../report/report-merge.ts'

/** The names of the fields of the form: what is not in here is not read (S-02). */
export const names = {
  version: 'version',
  drawn: 'drawn',
  unchanged: 'unchanged',
  text: (field: 'progress' | 'issues' | 'revision') => field,
  actual: (place: number) => `actual-${place}`,
  status: (place: number) => `status-${place}`,
  effect: (place: number) => `effect-${place}`,
  change: (place: number) => `change-${place}`,
  after: (place: number) => `after-${place}`,
  reason: (place: number) => `reason-${place}`,
  take: (place: number) => `take-${place}`,
} as const

const MOST_CHANGES = 50
const STATUSES: readonly ReportedActual['status'][] = ['見込み', '実績', '決算']
const KINDS: readonly PlanChangeKind[] = ['target', 'schedule', 'section', 'title']

/** Browsers send the line breaks of a text as CR LF; a text that nobody touched must stay the same. */
const textOf = (form: FormData, name: string): string | null => {
  const said = form.get(name)
  return typeof said === 'string' ? said.replace(/\r\n?/g, '\n') : null
}

/**
 * 入力の読み取り — the report as the form says it. Rows are known by the item's own sheet, so that a form can name neither
 * another section's indicator nor a field that it does not have; a field that was not sent stays as it is.
 */
export function contentIn(form: FormData, { sheet, content }: Pick<RoundItem, 'sheet' | 'content'>): ReportContent {
  const text = (field: 'progress' | 'issues' | 'revision'): string => textOf(form, names.text(field)) ?? content[field]
  const asked = new Set<string>(sheet.indicators.map(({ id }) => id))
  const rows = new Set(sheet.effects.map(({ row }) => row))
  return {
    unchanged: form.get(names.unchanged) === '1',
    progress: text('progress'),
    issues: text('issues'),
    revision: text('revision'),
    actuals: [
      ...sheet.indicators.flatMap(({ id }, place) => actualIn(form, place, id, content)),
      // what was answered of an indicator that has left the plan since stays with the report
      ...content.actuals.filter(({ indicator }) => !asked.has(indicator)),
    ],
    effects: [
      ...sheet.effects.flatMap(({ row }, place) => {
        const raw = textOf(form, names.effect(place)) ?? content.effects.find((effect) => effect.row === row)?.raw ?? ''
        return raw.trim() === '' ? [] : [{ row, raw }]
      }),
      ...content.effects.filter(({ row }) => !rows.has(row)),
    ],
    changes: form.has(names.change(0)) ? changesIn(form) : content.changes,
  }
}

function actualIn(form: FormData, place: number, indicator: ReportedActual['indicator'], content: ReportContent): ReportedActual[] {
  const known = content.actuals.find((actual) => actual.indicator === indicator)
  const raw = textOf(form, names.actual(place)) ?? known?.raw ?? ''
  if (raw.trim() === '') return []
  const said = textOf(form, names.status(place))
  const status = said === null ? (known?.status ?? null) : (STATUSES.find((one) => one === said) ?? null)
  return [{ indicator, raw, status }]
}

/** Rows in which nothing is written are none; one that only names what it is about waits to be completed. */
function changesIn(form: FormData): ProposedChange[] {
  const found: ProposedChange[] = []
  for (let place = 0; place < MOST_CHANGES && form.has(names.change(place)); place += 1) {
    const after = textOf(form, names.after(place)) ?? ''
    const reason = textOf(form, names.reason(place)) ?? ''
    const meant = changeMeant(textOf(form, names.change(place)) ?? '')
    if (meant || after.trim() !== '' || reason.trim() !== '') found.push({ ...(meant ?? { kind: 'target', of: null }), after, reason })
  }
  return found
}

/** 見直すもの as one value of a list: «target|indicator-1@2026», «title|» */
export const changeValue = ({ kind, of }: Pick<ProposedChange, 'kind' | 'of'>): string => `${kind}|${of ?? ''}`
function changeMeant(value: string): Pick<ProposedChange, 'kind' | 'of'> | null {
  const [said = '', ...rest] = value.split('|')
  const kind = KINDS.find((one) => one === said)
  const of = rest.join('|').slice(0, 500)
  return kind ? { kind, of: of === '' ? null : of } : null
}

/** The version of the report that the form was drawn from; what is no number fits no version. */
export function versionIn(form: FormData): number {
  const said = form.get(names.version)
  return typeof said === 'string' && /^\d{1,9}$/.test(said) ? Number(said) : -1
}

/** What stood on the form when it was opened: only what is offered in a comparison rests on it, never what is written. */
export function drawnIn(form: FormData): ReportContent | null {
  try {
    const said: unknown = JSON.parse(String(form.get(names.drawn) ?? ''))
    return isContent(said) ? said : null
  } catch {
    return null
  }
}
const isContent = (said: unknown): said is ReportContent => {
  const one = said as ReportContent | null
  return (
    typeof one === 'object' &&
    one !== null &&
    [one.progress, one.issues, one.revision].every((text) => typeof text === 'string') &&
    [one.actuals, one.effects, one.changes].every((list) => Array.isArray(list) && list.every((row) => typeof row === 'object' && row))
  )
}

/** 比べる画面で選ばれたもの — by field; the fields are those of the sheet, in its order. */
export function takenIn(form: FormData, content: ReportContent, sheet: ItemSheet): Map<string, Taken> {
  const all = form.get('all')
  const fields = fieldsOf(content, sheet).map(({ field }) => field)
  if (all === 'mine' || all === 'theirs') return new Map(fields.map((field) => [field, all]))
  return new Map(
    fields.flatMap((field, place) => {
      const said = form.get(names.take(place))
      return said === 'mine' || said === 'theirs' || said === 'both' ? [[field, said] as const] : []
    }),
  )
}

/** 前年度の文を写す — below what is written already, so that nothing is lost. */
export function withLastYear(content: ReportContent, sheet: ItemSheet, field: string): ReportContent {
  if (field !== 'progress' && field !== 'issues') return content
  const last = sheet.last?.[field] ?? ''
  const own = content[field].trimEnd()
  return { ...content, [field]: own === '' ? last : own.endsWith(last) ? content[field] : `${own}\n${last}` }
}
