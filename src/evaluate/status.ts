import type { Evaluation, Indicator, Initiative, Lineage, Plan, RecordId, ReformRecord } from '../reform/record.ts'
import type { Scale } from '../reform/scale.ts'
import { achievement } from './achievement.ts'
import { directionOf, isBetter } from './direction.ts'
import { isDueLater } from './indicator-year.ts'
import { coreOf, type Status, scaleNamed } from './scale.ts'

export type { Status } from './scale.ts'
/** `guessed`: at least one judgement rests on a guessed direction. */
export type StatusJudgement = { status: Status; reason: string; guessed: boolean }

const said = (status: Status, reason: string, guessed = false): StatusJudgement => ({ status, reason, guessed })

/**
 * 取組の状態 — an end that was decided comes first, then what the plan decided by a scale of its own (a person may decide otherwise
 * than the figures say), then the figures, at last a word that a document printed. `scales` are the plan's own.
 */
export function statusOf(
  initiative: Initiative,
  indicators: readonly Indicator[],
  record: ReformRecord,
  year: number,
  scales: readonly Scale[] = [],
): StatusJudgement {
  const ended = endOf(initiative, record, year, scales)
  if (ended) return said('ended', ended)
  const judged = indicators.map((indicator) => indicatorStatus(indicator, year))
  const known = judged.filter((j) => j.status !== 'cannot-tell')
  const figures = known.length > 0 ? combined(known, judged) : null
  const own = evaluated(initiative, year, scales)
  if (own?.decided) return said(own.core, `${own.reason}${besideFigures(own.core, figures)}`)
  if (figures) return figures
  if (own) return said(own.core, own.reason)
  if (startsAfter(initiative, year)) return said('not-started', '行動計画の開始がこの年度より後です。')
  const period = record.plans.find(({ id }) => id === initiative.plan)?.period
  if (period && year < period.from) return said('not-started', '計画期間の開始がこの年度より後です。')
  return judged[0] ?? said('cannot-tell', '数値の指標がありません。')
}

const besideFigures = (core: Status, figures: StatusJudgement | null): string =>
  figures && figures.status !== core ? `数値からは「${NAMES[figures.status]}」です。` : ''

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
const NAMES: Record<Status, string> = {
  achieved: '目標達成',
  'on-track': '順調',
  behind: '遅れ',
  'not-started': '未着手',
  ended: '終了',
  'cannot-tell': '判定不能',
}

const END = /^(?:廃止|完了|終了|休止|統合|中止)/
/** 終わりの決定 — a decision of this or an earlier year, or the carry-over that ends it. A new name goes on (継続, 新規). */
function endOf(initiative: Initiative, record: ReformRecord, year: number, scales: readonly Scale[]): string | null {
  const upTo = initiative.evaluations.filter((e) => (e.fiscalYear ?? year) <= year)
  // 「継続」 of the headquarters takes back 「廃止」 of the section, although it says nothing of the progress
  const decisions = upTo.filter((e) => scaleNamed(scales, e)?.kind === 'decision')
  const [decided] = latest(decisions.length > 0 ? decisions : upTo.filter((e) => coreOf(e, scales) !== null), year)
  if (decided && coreOf(decided, scales) === 'ended') return `${saidBy(decided)}「${decided.raw}」です。`
  const edges = record.lineage.filter((l) => l.from.some((f) => f.initiative === initiative.id))
  const phase = edges.length > 0 ? nextPhase(initiative, record, edges) : null
  // until the new phase begins, what goes on in it or ends with the old one is judged by its own figures
  if (phase?.period && year < phase.period.from) return null
  const edge = edges.find((l) => END.test(l.kind)) ?? (phase ? edges[0] : undefined)
  if (!edge) return null
  return phase && edge.to.length > 0
    ? `「${phase.title}」に引き継がれました（見直し区分「${edge.kind}」）。`
    : `見直し区分が「${edge.kind}」です。`
}

/** 次の期 — the other plan in which an initiative goes on, or, where it ends, in which those of its plan do. */
function nextPhase(initiative: Initiative, record: ReformRecord, edges: readonly Lineage[]): Plan | null {
  const planOf = (id: RecordId | null) => record.initiatives.find((it) => it.id === id)?.plan ?? null
  const beyond = (l: Lineage): RecordId | null => {
    const other = l.to.find(({ initiative: id }) => id !== null && planOf(id) !== initiative.plan)
    return other ? planOf(other.initiative) : null
  }
  const own = edges.map(beyond).find((id) => id !== null)
  const goesNowhere = edges.every(({ to }) => to.length === 0)
  const beside = () =>
    record.lineage.find((l) => l.from.some((f) => f.initiative !== null && planOf(f.initiative) === initiative.plan) && beyond(l) !== null)
  const found = own ?? (goesNowhere ? ((l) => l && beyond(l))(beside()) : null)
  return record.plans.find(({ id }) => id === found) ?? null
}

/** The latest first; of one year the one that stands last, because that stage weighs most. */
const latest = (all: readonly Evaluation[], year: number): Evaluation[] =>
  all.toReversed().toSorted((a, b) => (b.fiscalYear ?? year) - (a.fiscalYear ?? year))

const saidBy = ({ stage }: Evaluation): string => (stage === null ? '評価が' : /評価/.test(stage) ? `${stage}が` : `${stage}の評価が`)

/** `decided`: by a scale of the plan's own, and no word that a document happens to print. */
function evaluated(
  initiative: Initiative,
  year: number,
  scales: readonly Scale[],
): { core: Status; reason: string; decided: boolean } | null {
  const own = initiative.evaluations.filter(
    // what becomes of it was asked by `endOf` already
    (e) => e.fiscalYear === year && coreOf(e, scales) !== null && scaleNamed(scales, e)?.kind !== 'decision',
  )
  const said = own.findLast((e) => scaleNamed(scales, e) !== null) ?? own.at(-1)
  const core = said ? coreOf(said, scales) : null
  return said && core ? { core, reason: `${saidBy(said)}「${said.raw}」です。`, decided: scaleNamed(scales, said) !== null } : null
}

function startsAfter(initiative: Initiative, year: number): boolean {
  const starts = initiative.parts.flatMap((p) => p.activities.flatMap((a) => a.schedule.map((s) => Number(s.from.slice(0, 4)))))
  return starts.length > 0 && starts.every((start) => start > year)
}
