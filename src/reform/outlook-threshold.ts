import { toDecimal } from '../vocabulary/decimal.ts'
import { fold, foldTight } from '../vocabulary/folding.ts'
import type { OutlookLine, OutlookLineKind, OutlookThreshold } from './fiscal-outlook.ts'
import type { Comparator } from './record.ts'

const WORDS: Record<string, Comparator> = { 以上: '>=', 以下: '<=', 以内: '<=', 未満: '<', 超: '>' }
const SAID = /^(.*?)[\s:]*(?:([^\s:]+?)の)?(-?[\d,]+(?:\.\d+)?)\s*(?:%|[千百万億]*円)?\s*(以上|以下|以内|未満|超)?$/

/**
 * 基準の読み取り — «早期健全化基準 25未満、財政再生基準 35未満»; «標準財政規模の10％以上» is a percentage of the line of that name. A
 * ratio without a word has a ceiling, a fund a floor. null where a piece is not understood, with the piece.
 */
export function readThresholds(
  text: string,
  kind: OutlookLineKind,
  lines: readonly Pick<OutlookLine, 'id' | 'name'>[],
): { thresholds: OutlookThreshold[]; unclear: string | null } {
  const thresholds: OutlookThreshold[] = []
  for (const piece of text.split(/[、;；\n]/).filter((one) => one.trim() !== '')) {
    const threshold = readOne(piece, kind, lines)
    if (!threshold) return { thresholds, unclear: piece.trim() }
    thresholds.push(threshold)
  }
  return { thresholds, unclear: null }
}

function readOne(piece: string, kind: OutlookLineKind, lines: readonly Pick<OutlookLine, 'id' | 'name'>[]): OutlookThreshold | null {
  const [, label = '', base, digits = '', word] = SAID.exec(fold(piece).trim()) ?? []
  const value = toDecimal(digits.replaceAll(',', ''))
  if (value === null) return null
  const comparator = (word ? WORDS[word] : undefined) ?? (kind === 'fund' ? '>=' : '<')
  if (base === undefined) return { label: label.trim() || '基準', comparator, value, of: null }
  const of = lines.find((line) => foldTight(line.name) === foldTight(base))
  return of ? { label: label.trim() || '目安', comparator, value, of: of.id } : null
}

const WORD_OF: Record<Comparator, string> = { '>=': '以上', '<=': '以下', '<': '未満', '>': '超', '=': '' }
/** 基準の書き方 — as readThresholds takes it back. */
export const thresholdsText = (thresholds: readonly OutlookThreshold[], lines: readonly Pick<OutlookLine, 'id' | 'name'>[]): string =>
  thresholds
    .map(({ label, comparator, value, of }) => {
      const base = of === null ? '' : `${lines.find(({ id }) => id === of)?.name ?? '（なくなった行）'}の`
      return `${label} ${base}${value}${of === null ? '' : '％'}${WORD_OF[comparator]}`
    })
    .join('、')
