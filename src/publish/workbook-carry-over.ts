import type { WriteSheet } from 'hucre'
import type { Lineage, ReformRecord } from '../reform/record.ts'
import { planName } from './workbook-record.ts'
import { label, title, value, Worksheet } from './worksheet.ts'

const HEADERS = ['基本方針', '戦略区分', '前計画の取組名', '見直し区分', '新計画の取組名', '主担当課']
const WIDTHS = [24, 24, 36, 20, 36, 20]

/** 取組み整理表 — what became of each initiative of the former plan, A4 landscape. */
export function carryOverSheets(record: ReformRecord): WriteSheet[] {
  if (record.lineage.length === 0) return []
  const saysWhy = record.lineage.some((lineage) => decisionOf(lineage).why !== null)
  const sheet = new Worksheet('取組み整理表', saysWhy ? [...WIDTHS, 36] : WIDTHS)
  sheet.row(title(`${planName(record)} 取組み整理表`, saysWhy ? 7 : 6))
  const headerRow = sheet.length
  sheet.row(...(saysWhy ? [...HEADERS, '理由'] : HEADERS).map((header) => label(header)))

  const starts = { pillar: sheet.length, theme: sheet.length }
  let before: Lineage | null = null
  for (const lineage of record.lineage) {
    const samePillar = before?.pillar === lineage.pillar && lineage.pillar !== null
    const sameTheme = samePillar && before?.theme === lineage.theme && lineage.theme !== null
    if (!samePillar) starts.pillar = mergedUpTo(sheet, 0, starts.pillar, before?.pillar)
    if (!sameTheme) starts.theme = mergedUpTo(sheet, 1, starts.theme, before?.theme)
    rowsOf(sheet, lineage, saysWhy)
    before = lineage
  }
  mergedUpTo(sheet, 0, starts.pillar, before?.pillar)
  mergedUpTo(sheet, 1, starts.theme, before?.theme)
  return [sheet.done({ orientation: 'landscape', headerRow })]
}

/** «廃止（取組を集約）»: an end and its short reason share a cell, as offices print them; a sentence has a column of its own. */
function decisionOf({ kind, reason }: Lineage): { printed: string; why: string | null } {
  if (reason === null || kind.includes(reason)) return { printed: kind, why: null }
  const isShort = /^(廃止|完了|終了|統合|休止|中止|集約)/.test(kind) && reason.length <= 20 && !/[（）()。]/.test(kind + reason)
  return isShort ? { printed: `${kind}（${reason}）`, why: null } : { printed: kind, why: reason }
}

function mergedUpTo(sheet: Worksheet, column: number, from: number, said: string | null | undefined): number {
  if (said) sheet.mergeDown(column, from, sheet.length - 1)
  return sheet.length
}

/** Two that become one are two rows that name the same new one: each row can be read, filtered and sorted by itself. */
function rowsOf(sheet: Worksheet, lineage: Lineage, saysWhy: boolean): void {
  const { from, to, section, pillar, theme } = lineage
  const { printed, why } = decisionOf(lineage)
  const at = (ends: Lineage['from'], n: number): string | null => (ends.length === 1 ? ends[0] : ends[n])?.title ?? null
  for (let n = 0; n < Math.max(1, from.length, to.length); n += 1) {
    const cells = [pillar, theme, at(from, n), printed, at(to, n), section, ...(saysWhy ? [why] : [])]
    sheet.row(...cells.map((cell) => value(cell)))
  }
}
