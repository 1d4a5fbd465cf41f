import type { Indicator, Initiative, ReformRecord } from '../reform/record.ts'
import { achievement } from './achievement.ts'
import { directionOf, isBetter } from './direction.ts'
import { isDueLater } from './indicator-year.ts'
import { coreOfScale, type Status } from './scale.ts'

export type { Status } from './scale.ts'
/** `guessed`: at least one judgement rests on a guessed direction. */
export type StatusJudgement = { status: Status; reason: string; guessed: boolean }

const said = (status: Status, reason: string, guessed = false): StatusJudgement => ({ status, reason, guessed })

export function statusOf(initiative: Initiative, indicators: readonly Indicator[], record: ReformRecord, year: number): StatusJudgement {
  const ended = endOf(initiative, record, year)
  if (ended) return said('ended', ended)
  const judged = indicators.map((indicator) => indicatorStatus(indicator, year))
  const known = judged.filter((j) => j.status !== 'cannot-tell')
  if (known.length > 0) return combined(known, judged)
  const own = ownScale(initiative, year)
  if (own) return own
  if (startsAfter(initiative, year)) return said('not-started', '行動計画の開始がこの年度より後です。')
  return judged[0] ?? said('cannot-tell', '数値の指標がありません。')
}

/** 指標一つの状態 — a target that is due later can be met early; until then only a step back is a judgement. */
export function indicatorStatus(indicator: Indicator, year: number): StatusJudgement {
  const reached = achievement(indicator, year)
  const guessed = reached.directionSource === 'guessed'
  const { target, actual } = reached
  if (reached.met === null) return said('cannot-tell', WHY[reached.noRate])
  const final = target?.final === true || !indicator.targets.some((t) => t !== target && isDueLater(t, year))
  if (reached.met)
    return final ? said('achieved', '目標を満たしています。', guessed) : said('on-track', 'この年度の目標を満たしています。', guessed)
  if (!target || !isDueLater(target, year)) return said('behind', 'この年度の目標を満たしていません。', guessed)
  const found = directionOf(indicator, target)
  const from = indicator.baseline?.value ?? null
  if (found && from !== null && actual?.value && isBetter(from, actual.value, found.direction) === false)
    return said('behind', '現況値より目標から遠ざかっています。', found.source === 'guessed')
  return said('cannot-tell', 'この年度の目標がなく、最終目標の期限前です。')
}

const WHY: Record<'no-target' | 'not-reported' | 'not-a-number' | 'direction-unknown', string> = {
  'no-target': '数値の目標がありません。',
  'not-reported': 'この年度の実績が報告されていません。',
  'not-a-number': '目標または実績が数値ではありません。',
  'direction-unknown': '増減のどちらが改善かが書かれていません。',
}

/** One indicator behind puts the initiative behind; what cannot be told is counted, never taken as good. */
function combined(known: readonly StatusJudgement[], all: readonly StatusJudgement[]): StatusJudgement {
  const guessed = known.some((j) => j.guessed)
  const note = guessed ? '改善の方向が推定の指標を含みます。' : ''
  const counts = (['achieved', 'on-track', 'behind', 'cannot-tell'] as const)
    .map((status) => ({ name: NAMES[status], count: all.filter((j) => j.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name}${count}`)
  const reason = all.length === 1 ? (known[0]?.reason ?? '') : `${all.length}指標のうち${counts.join('、')}です。`
  const status = known.some((j) => j.status === 'behind') ? 'behind' : all.every((j) => j.status === 'achieved') ? 'achieved' : 'on-track'
  return said(status, reason + note, guessed)
}
const NAMES = { achieved: '目標達成', 'on-track': '順調', behind: '遅れ', 'cannot-tell': '判定不能' }

const END = /^(?:廃止|完了|終了|休止|統合|中止)/
/** 終わりの決定 — a decision of this or an earlier year, or the carry-over that ends it. A new name goes on (継続, 新規). */
function endOf(initiative: Initiative, record: ReformRecord, year: number): string | null {
  const decided = initiative.evaluations.findLast((e) => (e.fiscalYear ?? year) <= year && coreOfScale(e.raw) !== null)
  if (decided && END.test(decided.raw)) return `評価が「${decided.raw}」です。`
  const edge = record.lineage.find((l) => l.from.some((f) => f.initiative === initiative.id) && END.test(l.kind))
  return edge ? `見直し区分が「${edge.kind}」です。` : null
}

function ownScale(initiative: Initiative, year: number): StatusJudgement | null {
  const own = initiative.evaluations.findLast((e) => e.fiscalYear === year && coreOfScale(e.raw) !== null)
  const core = own ? coreOfScale(own.raw) : null
  return own && core ? said(core, `評価が「${own.raw}」です。`) : null
}

function startsAfter(initiative: Initiative, year: number): boolean {
  const starts = initiative.parts.flatMap((p) => p.activities.flatMap((a) => a.schedule.map((s) => Number(s.from.slice(0, 4)))))
  return starts.length > 0 && starts.every((start) => start > year)
}
