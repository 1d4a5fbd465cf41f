import type { ItemSheet, ReportContent, ReportField } from '../reform/report-content.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { ReadForm } from './form.ts'
import { labels, TEXT_FIELDS } from './labels.ts'
import { COLUMN, NAMED } from './take.ts'

/**
 * 様式を照会票に合わせる — once it is known whose form it is: rows that lost their ids are found by their names, and fields that
 * are asked for and do not stand on the form become problems. Rows that the item does not ask for are no values. Where a form
 * has no place for 見込み・実績・決算, that of the report `before` stays.
 */
export function settleForm(form: ReadForm, sheet: ItemSheet, before?: ReportContent): ReadForm {
  const keys = new RowKeys(sheet)
  const settled: ReadForm = { ...form, content: { ...form.content }, at: { ...form.at }, problems: [...form.problems] }
  const fields = Object.entries(form.at).filter(([field]) => /^(?:actual|effect):/.test(field)) as [ReportField, string][]
  const known = new Map<string, ReportField>()
  for (const [field, at] of fields) {
    delete settled.at[field]
    const key = keys.fieldOf(field)
    if (key && !(key in settled.at)) {
      settled.at[key] = at
      known.set(field, key)
    } else if (!isSilent(form, field))
      settled.problems.push({ kind: 'unknown-row', at, name: field.replace(/^(?:actual|effect):(?:name:|column:)?/, '') })
  }
  const { content } = settled
  content.actuals = form.content.actuals.flatMap((said) => {
    const key = known.get(`actual:${said.indicator}`)
    if (!key?.startsWith('actual:')) return []
    const indicator = key.slice(7) as typeof said.indicator
    const stood = form.from === 'own' || form.from === 'answers' ? before?.actuals.find((one) => one.indicator === indicator) : undefined
    return [{ ...said, indicator, status: said.status ?? stood?.status ?? null }]
  })
  content.effects = [
    ...form.content.effects.flatMap((said) => {
      const key = known.get(`effect:${said.row}`)
      return key ? [{ ...said, row: key.slice(7) }] : []
    }),
    // a column of answers that turned out to be an effect
    ...form.content.actuals.flatMap((said) => {
      const key = known.get(`actual:${said.indicator}`)
      return key?.startsWith('effect:') ? [{ row: key.slice(7), raw: said.raw }] : []
    }),
  ]
  content.changes = form.content.changes.map((change) => ({ ...change, of: keys.targetOf(change.of) }))
  if (form.from === 'sheets' || form.from === 'list') settled.problems.push(...missing(settled, sheet))
  return settled
}

/** An empty column of a web form's answers, which others fill in. */
const isSilent = (form: ReadForm, field: string): boolean =>
  field.startsWith(`actual:${COLUMN}`) && !form.content.actuals.some(({ indicator }) => `actual:${indicator}` === field)

class RowKeys {
  private readonly sheet: ItemSheet
  constructor(sheet: ItemSheet) {
    this.sheet = sheet
  }

  fieldOf(field: ReportField): ReportField | null {
    const { indicators, effects } = this.sheet
    const [kind = '', key = ''] = splitAt(field)
    if (key.startsWith(COLUMN)) return this.byName(key.slice(COLUMN.length), 'actual') ?? this.byName(key.slice(COLUMN.length), 'effect')
    if (key.startsWith(NAMED)) return this.byName(key.slice(NAMED.length), kind as 'actual' | 'effect')
    const asked = kind === 'actual' ? indicators.some(({ id }) => id === key) : effects.some(({ row }) => row === key)
    return asked ? field : null
  }

  private byName(name: string, kind: 'actual' | 'effect'): ReportField | null {
    const { indicators, effects } = this.sheet
    const rows =
      kind === 'actual'
        ? indicators.map((one) => ({ key: one.id as string, name: one.name, unit: one.unit }))
        : effects.map((one) => ({ key: one.row, name: one.scope, unit: one.unit }))
    const spellings = (row: { name: string; unit: string | null }): string[] =>
      [
        row.name,
        `${row.name}（${row.unit}）`,
        `${row.name}[${row.unit}]`,
        `${labels[kind]}（${row.name}）`,
        `${row.name} ${labels[kind]}`,
      ].map(foldTight)
    const isOnly = rows.length === 1 && foldTight(name) === foldTight(labels[kind])
    const found = isOnly ? rows : rows.filter((row) => spellings(row).includes(foldTight(name)))
    return found.length === 1 ? `${kind}:${(found[0] as (typeof found)[number]).key}` : null
  }

  /** «オンライン申請の件数@2026» → the indicator's id, where one is called so. */
  targetOf(of: string | null): string | null {
    const [, name = '', year = ''] = /^(.*?)(@\d{4})?$/s.exec(of ?? '') ?? []
    const named = this.sheet.indicators.filter((indicator) => indicator.name === name)
    return named.length === 1 ? `${(named[0] as (typeof named)[number]).id}${year}` : of
  }
}

const splitAt = (field: string): [string, string] => [field.slice(0, field.indexOf(':')), field.slice(field.indexOf(':') + 1)]

function missing({ at, problems }: ReadForm, sheet: ItemSheet): ReadForm['problems'] {
  // what is told of a cell already need not be told as missing
  if (problems.length > 0) return []
  const asked: [ReportField, string][] = [
    ['unchanged', labels.unchanged],
    ...TEXT_FIELDS.map((field): [ReportField, string] => [field, labels[field]]),
    ...sheet.indicators.map(({ id, name }): [ReportField, string] => [`actual:${id}`, name]),
    ...sheet.effects.map(({ row, scope }): [ReportField, string] => [`effect:${row}`, scope]),
  ]
  return asked.filter(([field]) => !(field in at)).map(([field, name]) => ({ kind: 'missing-cell', field, name }))
}

/** 戻ってきた内容 — the report as it reads with what the form says; fields that did not stand on the form stay as they are. */
export function withReturned(content: ReportContent, { at, content: said }: ReadForm): ReportContent {
  const own = <T>(all: readonly T[], returned: readonly T[], field: (one: T) => string): T[] => [
    ...all.flatMap((one) => (field(one) in at ? returned.filter((other) => field(other) === field(one)) : [one])),
    ...returned.filter((other) => !all.some((one) => field(one) === field(other))),
  ]
  return {
    unchanged: 'unchanged' in at ? said.unchanged : content.unchanged,
    progress: 'progress' in at ? said.progress : content.progress,
    issues: 'issues' in at ? said.issues : content.issues,
    revision: 'revision' in at ? said.revision : content.revision,
    actuals: own(content.actuals, said.actuals, ({ indicator }) => `actual:${indicator}`),
    effects: own(content.effects, said.effects, ({ row }) => `effect:${row}`),
    changes: 'changes' in at ? said.changes : content.changes,
  }
}
