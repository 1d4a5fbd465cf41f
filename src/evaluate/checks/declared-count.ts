import type { Check, ReformRecord } from '../../reform/record.ts'
import { foldTight } from '../../vocabulary/folding.ts'
import { readKanjiNumber } from '../../vocabulary/number-words.ts'
import { type CheckKind, checked } from '../looking.ts'

/** 「6つの施策」, 「三つの基本方針」, 「25の取組」 */
const DECLARED =
  /(\d{1,3}|[一二三四五六七八九十]{1,3})(?:つの|本の|の|個の)(基本方針|基本方向|重点推進目標|重点目標|重点プロジェクト|戦略区分|取組事項|取組項目|改革項目|推進項目|実施項目|実施計画|具体的取組|重点施策|施策|柱|取組み?|方針|方向性?)(?![一-龠]{0,2}(?:課|室))/g

/** 宣言された数 — how many pillars or initiatives the text says there are, against what was found under that name. */
export const declaredCounts: CheckKind = (looking) =>
  textsOf(looking.record).flatMap(({ text, pointer, node }) =>
    [...foldTight(text).matchAll(DECLARED)].flatMap((said) => {
      const count = /^\d/.test(said[1] as string) ? Number(said[1]) : readKanjiNumber(said[1] as string)
      const found = countsOf(looking.record, said[2] as string, node)
      if (count === null || count < 2 || found.length === 0) return []
      const at = looking.placesOf(pointer)
      const computed = `${found.includes(count) ? count : found[0]}`
      return [verdict(said[0], count, computed, found.includes(count), at)]
    }),
  )

/** The text may speak of another plan or of a part of this one, so a difference is worth a look and no more. */
function verdict(stated: string, count: number, computed: string, agrees: boolean, at: string[]): Check {
  return agrees
    ? checked('declared-count', 'holds', { stated, computed, message: `「${stated}」は見つかった数と一致します。`, at })
    : checked('declared-count', 'remark', {
        stated,
        computed,
        message: `「${stated}」とありますが、見つかったのは${computed}です。数え方か記載漏れを確かめてください（${count}と${computed}）。`,
        at,
      })
}

type Said = { text: string; pointer: string; node: string | null }
function textsOf({ plans, chapters, nodes }: ReformRecord): Said[] {
  return [
    ...plans.map((p, i) => ({ text: p.goal ?? '', pointer: `/plans/${i}/goal`, node: null })),
    ...chapters.map((c, i) => ({ text: c.text, pointer: `/chapters/${i}/text`, node: null })),
    ...nodes.map((n, i) => ({ text: n.text ?? '', pointer: `/nodes/${i}/text`, node: n.id as string })),
  ]
}

/** All of that level in the record, and those directly under the node that speaks; none where no level has that name. */
function countsOf({ nodes, initiatives, plans }: ReformRecord, word: string, under: string | null): number[] {
  const level = nodes.filter((n) => n.level !== null && foldTight(n.level) === word)
  const names = plans.flatMap((p) => p.levels).map(foldTight)
  const own = level.filter((n) => n.parent === under).length
  if (level.length > 0) return [...new Set([level.length, own])].filter((n) => n > 0)
  if (names.at(-1) !== word && !(word.startsWith('取組') && names.at(-1)?.startsWith('取組'))) return []
  const children = initiatives.filter((i) => i.node === under).length
  return [...new Set([initiatives.length, children])].filter((n) => n > 0)
}
