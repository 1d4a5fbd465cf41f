import type { Check, DocumentRecord } from '../reform/record.ts'
import { documentKindName, layoutName } from './wording-places.ts'

const COUNTED: [keyof DocumentRecord, string][] = [
  ['nodes', '柱・区分'],
  ['initiatives', '取組'],
  ['indicators', '指標'],
  ['lineage', '見直し区分'],
  ['effects', '効果額'],
  ['reviews', '総括'],
  ['organizationChanges', '組織改正'],
  ['chapters', '章'],
  ['series', '数値の系列'],
  ['roadmap', 'ロードマップ'],
  ['glossary', '用語'],
]

/** 読み取りの要約 — what was found in a document, in the words of a terminal. */
export function readSummary(document: DocumentRecord): string[] {
  const { accounting, checks } = document
  const found = COUNTED.map(([list, name]) => [name, (document[list] as unknown[]).length] as const).filter(([, count]) => count > 0)
  const count = (verdict: Check['verdict']): number => checks.filter((c) => c.verdict === verdict).length
  const share = accounting.characters === 0 ? 0 : Math.round((accounting.unread / accounting.characters) * 1000) / 10
  return [
    `${document.document.name}（${documentKindName[document.document.kind]}、書式：${document.document.layouts.map(layoutName).join('・') || '不明'}）`,
    `  ${document.municipality.name ?? '市区町村の記載なし'}　${document.plans.map((p) => p.title).join('、') || '計画名の記載なし'}　${document.fiscalYear ? `${document.fiscalYear}年度` : '年度の記載なし'}`,
    `  ${found.map(([name, number]) => `${name} ${number}`).join('　')}`,
    `  検算：合う ${count('holds')}　合わない ${count('fails')}　判断できない ${count('cannot-tell')}　指摘 ${count('remark')}`,
    `  ${accounting.characters.toLocaleString('ja-JP')}字のうち読み取れなかった文字 ${accounting.unread.toLocaleString('ja-JP')}字（${share}%）`,
    ...checks.filter((c) => c.verdict === 'fails').map((c) => `  合わない：${c.message}（${c.at.join('、')}）`),
  ]
}
