import type { OutlookCheck } from '../evaluate/outlook-checks.ts'
import { checkOutlook } from '../evaluate/outlook-checks.ts'
import { type ThresholdLine, thresholdLines } from '../evaluate/outlook-thresholds.ts'
import type { FiscalOutlook, OutlookLine, OutlookThreshold, OutlookValue } from '../reform/fiscal-outlook.ts'
import { yearsOfOutlook } from '../reform/outlook-rules.ts'
import { type Decimal, rounded } from '../vocabulary/decimal.ts'
import { moneyUnit, numberText, yearShort, yenText } from './figures.ts'
import { lineKindName, thresholdVerdictName } from './wording-outlook.ts'

export type OutlookCellTold = { text: string; answer: OutlookValue['answer']; at: string | null }
/** 見通しの表の行 — `depth` of its indentation. */
export type OutlookRowTold = { id: string; name: string; unit: string; depth: number; total: boolean; cells: OutlookCellTold[] }
export type OutlookGroupTold = { kind: OutlookLine['kind']; name: string; rows: OutlookRowTold[] }
export type ThresholdTold = {
  line: string
  unit: string
  label: string
  limit: string
  years: { year: string; value: string; limit: string; verdict: ThresholdLine['years'][number]['verdict']; words: string }[]
  /** what the chart draws; null where a value is none */
  chart: { values: (number | null)[]; limits: (number | null)[] }
}
export type OutlookCheckTold = { line: string; year: string; verdict: OutlookCheck['verdict']; message: string }

/** 見通しの表 — the lines as they were handed over, group by group, with ratios against their thresholds and the sums checked. */
export type OutlookTableTold = {
  years: { year: number; name: string }[]
  groups: OutlookGroupTold[]
  thresholds: ThresholdTold[]
  checks: { told: OutlookCheckTold[]; holds: number; fails: number; cannotTell: number }
}

export function outlookTable(outlook: Pick<FiscalOutlook, 'lines' | 'period'>): OutlookTableTold {
  const checks = checkOutlook(outlook)
  const count = (verdict: OutlookCheck['verdict']): number => checks.filter((one) => one.verdict === verdict).length
  return {
    years: yearsOfOutlook(outlook).map((year) => ({ year, name: yearShort(year) })),
    groups: [...Map.groupBy(outlook.lines, ({ kind }) => kind)].map(([kind, lines]) => ({
      kind,
      name: lineKindName[kind],
      rows: lines.map((line) => rowOf(line, outlook.lines)),
    })),
    thresholds: thresholdLines(outlook).map(thresholdTold),
    checks: { told: checks.map(checkTold), holds: count('holds'), fails: count('fails'), cannotTell: count('cannot-tell') },
  }
}

function rowOf(line: OutlookLine, lines: readonly OutlookLine[]): OutlookRowTold {
  const { id, name, unit, total, values } = line
  const depth = (one: OutlookLine | undefined): number => {
    const parent = one?.under ? lines.find((other) => other.id === one.under) : undefined
    return parent ? 1 + depth(parent) : 0
  }
  return { id, name, unit, total, depth: depth(line), cells: values.map((value) => cellOf(value, unit)) }
}

const cellOf = (value: OutlookValue, unit: string): OutlookCellTold => ({
  text: valueText(value, unit),
  answer: value.answer,
  at: value.at,
})

/** The figure as it was printed; an amount in the unit of its line. */
const valueText = ({ amountYen, value, answer, raw }: OutlookValue, unit: string): string => {
  if (answer === 'not-applicable') return '－'
  if (answer === 'blank') return ''
  if (amountYen !== null) return yenText(amountYen, unit)
  return value === null ? raw : numberText(value)
}

const WORDS: Record<OutlookThreshold['comparator'], string> = { '>=': '以上', '<=': '以下', '<': '未満', '>': '超', '=': '' }

function thresholdTold({ line, threshold, of, years }: ThresholdLine): ThresholdTold {
  const { label, comparator, value } = threshold
  const unit = line.kind === 'ratio' ? line.unit : moneyUnit(line.unit)
  const said = threshold.of === null ? `${numberText(value)}${line.unit}` : `${of?.name ?? '（なくなった行）'}の${numberText(value)}％`
  const inUnit = (limit: Decimal | null): string | null =>
    limit === null ? null : line.kind === 'ratio' ? numberText(limit) : yenText(Number(rounded(limit, 0)), unit)
  return {
    ...{ line: line.name, unit, label, limit: `${said}${WORDS[comparator]}` },
    years: years.map(({ fiscalYear, verdict, limit }, nth) => ({
      year: yearShort(fiscalYear),
      value: cellOf(line.values[nth] as OutlookValue, line.unit).text,
      limit: inUnit(limit) ?? '',
      verdict,
      words: thresholdVerdictName[verdict],
    })),
    chart: {
      values: line.values.map((one) => drawn(one.amountYen === null ? one.value : null, one.amountYen, unit)),
      limits: years.map(({ limit }) => (limit === null ? null : line.kind === 'ratio' ? Number(limit) : drawn(null, Number(limit), unit))),
    },
  }
}

const drawn = (value: Decimal | null, yen: number | null, unit: string): number | null =>
  yen !== null ? Number(yenText(yen, unit).replaceAll(',', '').replace('▲', '-')) : value === null ? null : Number(value)

function checkTold({ kind, line, fiscalYear, verdict, statedYen, computedYen, how, at }: OutlookCheck): OutlookCheckTold {
  const of = { total: '項目の和', parts: '内訳の和', balance: '歳入合計－歳出合計' }[kind]
  const [stated, computed] = [`${yenText(statedYen, '千円')}千円`, `${yenText(computedYen, '千円')}千円`]
  const place = at ? `（${at}）` : ''
  const message = {
    equal: `「${line}」は${stated}で、${of}と一致します${place}。`,
    rounded: `「${line}」は${stated}、${of}は${computed}で、端数の丸めの範囲で一致します${place}。`,
    'cut-off': `「${line}」は${stated}、${of}は${computed}で、端数切捨ての範囲で一致します${place}。`,
    differs: `「${line}」は${stated}ですが、${of}は${computed}です${place}。`,
    incomplete: `「${line}」は${stated}ですが、書かれている${of}は${computed}です。すべての項目は書かれていないようです${place}。`,
    sign: `「${line}」は${stated}ですが、${of}は${computed}です。不足する額を正の数で書いているようです${place}。`,
  }[how]
  return { line, year: yearShort(fiscalYear), verdict, message }
}
