import type { EditionJudging } from '../reform/edition.ts'
import { STAGE_NAMES, STAGES_IN_ORDER } from '../reform/judgement-evaluations.ts'
import type { ReformRecord } from '../reform/record.ts'
import type { RecordId } from '../reform/record-id.ts'
import { numbered } from './initiative-sheet.ts'

/** 評価の決定の一行 — as open data and the workbook print it: the proposal with its inputs, and what was decided. */
export type JudgementListed = {
  initiative: RecordId
  title: string
  indicatorId: RecordId | null
  indicator: string | null
  fiscalYear: number
  stage: string
  scale: string
  proposed: string | null
  why: string | null
  inputs: string | null
  word: string
  reason: string | null
  on: string
}

export function judgementList(
  record: ReformRecord,
  { judgements, scales }: Pick<EditionJudging, 'judgements' | 'scales'>,
): JudgementListed[] {
  const place = new Map(record.initiatives.map(({ id }, nth) => [id, nth]))
  const indicators = new Map(record.indicators.map(({ id, name }) => [id, name]))
  const initiatives = new Map(record.initiatives.map((it) => [it.id, numbered(it)]))
  const scaleAt = (id: string): number => scales.findIndex((scale) => scale.id === id)
  return judgements
    .toSorted(
      (a, b) =>
        a.fiscalYear - b.fiscalYear ||
        scaleAt(a.scale) - scaleAt(b.scale) ||
        (place.get(a.initiative) ?? 0) - (place.get(b.initiative) ?? 0) ||
        STAGES_IN_ORDER.indexOf(a.stage) - STAGES_IN_ORDER.indexOf(b.stage),
    )
    .map((one) => ({
      initiative: one.initiative,
      title: initiatives.get(one.initiative) ?? one.initiative,
      indicatorId: one.indicator,
      indicator: one.indicator === null ? null : (indicators.get(one.indicator) ?? one.indicator),
      fiscalYear: one.fiscalYear,
      stage: STAGE_NAMES[one.stage],
      scale: scales[scaleAt(one.scale)]?.name ?? '',
      proposed: one.proposal?.word ?? null,
      why: one.proposal?.why ?? null,
      inputs: one.proposal ? one.proposal.inputs.map(({ name, value }) => `${name}=${value}`).join('\n') : null,
      ...{ word: one.word, reason: one.reason, on: one.on },
    }))
}
