import type { Effect } from '../reform/record.ts'
import { parseFiscalYear } from '../vocabulary/fiscal-year.ts'

/** 貼り付けた表の列 */
export type PastedColumn = {
  header: string
  kind: 'scope' | 'number' | 'side' | 'basis' | 'unit' | 'year' | 'computed' | 'unknown'
  year: number | null
  status: Effect['status']
}

const WORDS: readonly (readonly [PastedColumn['kind'], RegExp])[] = [
  ['number', /^((取組|事業|整理|項目|管理)?番号|no\.?|№|項番)$/i],
  ['side', /^(歳入・?歳出|歳入歳出の?別|側|歳入\/歳出)$/],
  ['basis', /^(単年度・?継続|種別|効果の種別|単年度\/継続)$/],
  ['unit', /^単位$/],
  ['scope', /^(項目|区分|基本方針|柱|柱・?区分|改革項目|戦略区分|推進項目|(取組|取り組み|事業)(名|名称|項目)?|名称)$/],
  ['computed', /合計|総計|累計|小計|計$|差|比較|増減/],
]

/** 見出しを読む — «令和6年度（見込み）», «R6実績», «2026»; totals and differences are computed and not read. */
export function columnOf(header: string): PastedColumn {
  const plain = header.normalize('NFKC').replace(/\s/g, '')
  const none = { header, year: null, status: null }
  const status = (/実績|決算/.test(plain) && '実績') || (/見込/.test(plain) && '見込み') || (/計画|目標/.test(plain) && '計画') || null
  const year = parseFiscalYear(plain.replace(/\(?(?:実績|決算|見込み?|計画|目標)(?:額|値)?\)?$/, ''))
  if (year.ok) return { header, kind: 'year', year: year.value, status }
  return { ...none, kind: WORDS.find(([, words]) => words.test(plain))?.[0] ?? 'unknown' }
}
