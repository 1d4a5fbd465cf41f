import type { Effect, Initiative } from '../../../reform/record.ts'
import { foldTight } from '../../../vocabulary/folding.ts'
import { readMeasured } from '../../../vocabulary/measured.ts'
import { readTarget } from '../../../vocabulary/target.ts'
import { readYen } from '../../../vocabulary/yen.ts'
import type { Draft } from '../../draft.ts'
import type { Cell } from '../../read/page.ts'
import { printedUnit } from '../figures.ts'
import type { Column } from '../table/header.ts'
import type { Setting } from '../table/titles.ts'

export type Scope = {
  scope: string
  of: Effect['of']
  setting: Pick<Setting, 'unit' | 'estimate' | 'side'>
  basis?: Effect['basis']
  /** what the row says of all its amounts */
  status?: Effect['status']
}

/** The fiscal year of a column; «前年度» and «本年度» are told from the year of the report. */
export function yearOf(column: Column, reportYear: number | null): number | null {
  if (column.year !== null) return column.year
  const words = column.texts.join('')
  if (reportYear !== null && /^(前年度|昨年度)/.test(words)) return reportYear - 1
  return reportYear !== null && /^(本年度|当年度|今年度)/.test(words) ? reportYear : null
}

/**
 * 括弧の前の額 — «1,500(250)» is 1,500, whatever the table puts into brackets (一般財源, 前年度, 計画); the whole cell stays as it is
 * printed. «(250)» alone is a negative amount and stays.
 */
export const mainFigure = (text: string): string =>
  /^\s*([-−▲△]?[\d０-９][\d０-９,，.．]*)\s*[（(][^（）()]*[）)]\s*$/.exec(text)?.[1] ?? text

/** 効果額のセル → one effect; blank says nothing, «－» is an answer without an amount. */
export function addEffect(draft: Draft, column: Column, cell: Cell, { scope, of, setting, basis = null, status = null }: Scope): void {
  const text = mainFigure(cell.text)
  const measured = readMeasured(text)
  if (measured.answer === 'blank') return
  // «1,860時間», «42万円»: a unit in the cell wins over the column's
  const said = measured.answer === 'text' ? readTarget(text) : null
  const figure = said?.name === '' ? said : null
  const unit = (figure ? printedUnit(figure.unit, figure.per, text) : null) ?? column.unit ?? setting.unit
  const amountYen = readYen(text, unit)
  if (measured.answer === 'text' && amountYen === null && !figure?.value) return
  const words = column.texts.join(' ')
  const effect: Effect = {
    estimate: setting.estimate,
    of,
    scope,
    fiscalYear: yearOf(column, draft.record.fiscalYear) ?? (column.role === 'effect' ? draft.record.fiscalYear : null),
    amountYen,
    quantity: measured.answer === 'number' ? measured.value : (figure?.value ?? null),
    unit,
    side: /歳入|収入/.test(words) ? '歳入' : /歳出|支出/.test(words) ? '歳出' : setting.side,
    basis: /単年度/.test(words) ? '単年度' : /継続/.test(words) ? '継続' : basis,
    status: statusOf(column) ?? status,
    raw: cell.text,
  }
  draft.record.effects.push(effect)
  for (const key of ['raw', 'amountYen', 'quantity'] as const) if (effect[key] !== null) draft.from(effect, key, cell)
}

const statusOf = (column: Column): Effect['status'] => {
  switch (column.phase) {
    case '計画':
    case '目標':
    case '予算':
      return '計画'
    case '見込み':
      return '見込み'
    case '実績':
    case '決算':
      return '実績'
    case null:
      return /実績/.test(column.texts.join('')) ? '実績' : null
  }
}

/** 事業費のセル → one cost of the initiative. */
export function addCost(draft: Draft, column: Column, cell: Cell, initiative: Initiative, setting: Pick<Setting, 'unit'>): void {
  const measured = readMeasured(cell.text)
  const unit = column.unit ?? setting.unit ?? (/円$/.test(foldTight(cell.text)) ? '円' : null)
  const amountYen = readYen(cell.text, unit)
  if (measured.answer === 'blank' || (measured.answer === 'text' && amountYen === null)) return
  const words = column.texts.join('')
  const cost: Initiative['costs'][number] = {
    fiscalYear: yearOf(column, draft.record.fiscalYear) ?? draft.record.fiscalYear,
    stage: /決算/.test(words) ? '決算' : /予算/.test(words) ? '予算' : null,
    label: column.texts.at(-1) ?? null,
    fund: /一般財源|国庫|県支出金|地方債|特定財源/.exec(words)?.[0] ?? null,
    amountYen,
    quantity: measured.answer === 'number' ? measured.value : null,
    unit,
    raw: cell.text,
  }
  if (initiative.costs.some((c) => c.fiscalYear === cost.fiscalYear && c.label === cost.label && c.raw === cost.raw)) return
  initiative.costs.push(cost)
  draft.from(cost, 'amountYen', cell)
}
