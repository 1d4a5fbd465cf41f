import type { CarryOver, CarryOverTarget } from '../reform/carry-over.ts'
import { type CarryOverFault, carryOverFaults } from '../reform/carry-over-faults.ts'
import { DECISION_WORDS, linesOf, NEW_WORD, placeNames } from '../reform/carry-over-table.ts'
import type { SectionHistory } from '../reform/edition.ts'
import { EVALUATION_STAGES, type Judgement } from '../reform/judgement.ts'
import type { Initiative, ReformRecord } from '../reform/record.ts'
import type { Scale } from '../reform/scale.ts'
import { drawnRow, type RowTyped, rowBasis } from './carry-over-form.ts'
import { periodText, yearShort } from './figures.ts'
import { carryOverFaultText } from './wording-carry-over.ts'

export type OldLine = {
  is: 'old'
  id: string
  number: string | null
  title: string
  sections: string
  /** 最近の評価 — «令和6年度 継続» */
  evaluation: string | null
  typed: RowTyped
  basis: string
  faults: string[]
}
export type NewLine = { is: 'new'; key: string; number: string | null; title: string; sections: string; faults: string[] }
export type CarryOverGroup = { id: string; under: string; pillar: string; theme: string | null; lines: (OldLine | NewLine)[]; open: number }

/** 引継ぎの画面 — group by group as the 取組み整理表 is printed, with how far it has come and what is still to be mended. */
export type CarryOverSheet = {
  title: string
  from: string
  period: string
  all: number
  decided: number
  counts: { word: string; count: number }[]
  groups: CarryOverGroup[]
  /** what is said of no single line */
  general: string[]
  faults: CarryOverFault[]
  /** what several new initiatives may be called, for the field of the new title */
  titles: string[]
}

type Known = { sections: readonly SectionHistory[]; judgements: readonly Judgement[]; scales: readonly Scale[] }

export function carryOverSheet(record: ReformRecord, paper: CarryOver, { sections, judgements, scales }: Known): CarryOverSheet {
  const faults = paper.state === 'applied' ? [] : carryOverFaults(record, paper, sections)
  const initiatives = new Map(record.initiatives.map((it) => [it.id, it]))
  const groups = new Map<string, CarryOverGroup>()
  for (const line of linesOf(record, paper)) {
    const id = line.under ?? 'none'
    const place = placeNames(record, line.under)
    const fresh = {
      id: `g-${groups.size + 1}`,
      under: line.under ?? '',
      pillar: place.pillar ?? '柱の記載なし',
      theme: place.theme,
      lines: [],
      open: 0,
    }
    const group = groups.get(id) ?? fresh
    groups.set(id, group)
    if (line.line === 'new') group.lines.push(newLine(line.target, faults))
    else {
      const typed = drawnRow(paper, line.row)
      const it = initiatives.get(line.row.initiative)
      group.lines.push({
        is: 'old',
        id: line.row.initiative,
        number: it?.number ?? null,
        title: it?.title ?? '（削除された取組）',
        sections: it?.sections.map(({ name }) => name).join('、') ?? '',
        evaluation: it ? lastEvaluation(it, judgements, scales) : null,
        typed,
        basis: rowBasis(typed),
        faults: faults
          .filter((fault) => 'initiative' in fault && fault.initiative === line.row.initiative && fault.kind !== 'undecided')
          .map(carryOverFaultText),
      })
      if (line.row.decision === null) group.open += 1
    }
  }
  return {
    title: paper.title,
    from: record.plans.find(({ id }) => id === paper.from)?.title ?? '',
    period: periodText(paper.period),
    all: paper.rows.length,
    decided: paper.rows.filter(({ decision }) => decision !== null).length,
    counts: countsOf(paper),
    groups: [...groups.values()],
    general: faults.filter((fault) => !('initiative' in fault) || fault.kind === 'left-out').map(carryOverFaultText),
    faults,
    titles: paper.targets.map(({ title }) => title),
  }
}

const newLine = (target: CarryOverTarget, faults: readonly CarryOverFault[]): NewLine => ({
  is: 'new',
  key: target.key,
  number: target.number,
  title: target.title,
  sections: target.sections.join('、'),
  faults: faults.filter((fault) => 'key' in fault && fault.key === target.key && fault.initiative === null).map(carryOverFaultText),
})

/** 見直し区分ごとの件数 — as the table prints the words, new ones last but for what is not decided. */
function countsOf({ rows, targets }: CarryOver): { word: string; count: number }[] {
  const origin = new Set(rows.flatMap(({ to }) => to))
  const words = [
    ...rows.map(({ decision, word }) => (decision === null ? null : (word ?? DECISION_WORDS[decision]))),
    ...targets.filter(({ key }) => !origin.has(key)).map(() => NEW_WORD),
  ]
  const order = [...Object.values(DECISION_WORDS), NEW_WORD]
  // 「継続（新規）」 stands right behind 「継続」
  const placeOf = (word: string): number => order.findIndex((one) => word.startsWith(one)) + (order.includes(word) ? 0 : 0.5)
  const counted = [
    ...Map.groupBy(
      words.filter((word) => word !== null),
      (word) => word,
    ),
  ].map(([word, all]) => ({ word, count: all.length }))
  const open = words.filter((word) => word === null).length
  return [...counted.toSorted((a, b) => placeOf(a.word) - placeOf(b.word)), ...(open > 0 ? [{ word: '未定', count: open }] : [])]
}

/** What was decided last of an initiative: of the youngest year what becomes of it, by the highest stage; else what a document printed. */
function lastEvaluation(it: Initiative, judgements: readonly Judgement[], scales: readonly Scale[]): string | null {
  const own = judgements.filter((one) => one.initiative === it.id && one.indicator === null)
  const year = Math.max(...own.map(({ fiscalYear }) => fiscalYear))
  const decisions = new Set(scales.filter(({ kind }) => kind === 'decision').map(({ id }) => id))
  const weight = ({ scale, stage }: Judgement): number => (decisions.has(scale) ? 10 : 0) + EVALUATION_STAGES.indexOf(stage)
  const judged = own.filter((one) => one.fiscalYear === year).toSorted((a, b) => weight(b) - weight(a))[0]
  if (judged) return `${yearShort(judged.fiscalYear)} ${judged.word}`
  const printed = it.evaluations.toSorted((a, b) => (b.fiscalYear ?? 0) - (a.fiscalYear ?? 0))[0]
  return printed ? [printed.fiscalYear === null ? null : yearShort(printed.fiscalYear), printed.raw].filter(Boolean).join(' ') : null
}
