import { termsOf } from '../evaluate/effect-terms.ts'
import { estimateFor, isMarkOf } from '../evaluate/marks-of-estimate.ts'
import { type ReconciledAmount, type Reconciliation, reconcile, rowKeyOf, type YearReconciliation } from '../evaluate/reconcile.ts'
import type { Edition } from '../reform/edition.ts'
import { EFFECT_CLASSES, type EffectClass, keyParts, type Marking } from '../reform/effect-mark.ts'
import type { FiscalOutlook } from '../reform/fiscal-outlook.ts'
import type { ReformRecord } from '../reform/record.ts'
import type { RecordId } from '../reform/record-id.ts'
import { dateText, periodText, yearShort, yearText, yenIn, yenText } from './figures.ts'
import { type OutlookTableTold, outlookTable } from './outlook-table.ts'
import { effectClassName, fundName, outlookBasisName, outlookWords as words } from './wording-outlook.ts'

/** 収支差の表の行 — `strong` is the answer, `aside` is told beside it and enters nothing. */
export type GapRow = { key: string; name: string; cells: string[]; total: string; tone: 'plain' | 'strong' | 'aside' }
export type ClassRow = { fiscalYear: number; year: string; inPeriod: boolean; cells: string[]; total: string }
export type AmountCell = {
  fiscalYear: number
  text: string
  class: EffectClass
  words: string
  fund: string | null
  line: string | null
  note: string | null
  /** the amount when it was marked, where it is another one today */
  was: string | null
}
export type AmountRow = { key: string; scope: string; initiative: RecordId | null; cells: AmountCell[] }
/** 見通しの行ごとの織込み — how much of the effects is contained in a line. */
export type LineShare = { line: string; cells: string[]; total: string }
export type OutlookFigure = {
  unit: string
  desc: string
  years: {
    label: string
    balance: number | null
    inside: number
    added: number
    remaining: number | null
    low: number | null
    high: number | null
  }[]
}

/** 公表版の財政見通し — one report an outlook, the youngest first. */
export const outlookReports = ({ record, outlooks = [] }: Pick<Edition, 'record' | 'outlooks'>): OutlookReport[] =>
  outlooks.map(({ outlook, marks }) => outlookReport({ record, outlook, marks }))

/** 効果額と財政見通し — the one object that staff page, public page, worksheet, CSV and print show. */
export type OutlookReport = {
  id: string
  title: string
  facts: [string, string][]
  /** the sentence for the mayor */
  summary: string[]
  notes: string[]
  /** 前提, as the finance section wrote it */
  note: string | null
  estimate: string
  unit: string
  years: { year: number; name: string; long: string }[]
  gap: GapRow[]
  figure: OutlookFigure | null
  classes: { names: string[]; rows: ClassRow[]; sums: string[]; total: string }
  amounts: { years: { year: number; name: string }[]; rows: AmountRow[] }
  lines: LineShare[]
  table: OutlookTableTold
  counts: Record<EffectClass, number>
  gone: { scope: string; year: string; amount: string; class: string }[]
  changed: number
  /** the same in yen, for open data */
  figures: { years: YearReconciliation[]; amounts: ReconciledAmount[] }
}

export type OutlookAsked = {
  record: ReformRecord
  outlook: FiscalOutlook
  marks: readonly Marking[]
  /** undefined: the one that is worked on */
  estimate?: string | null | undefined
}

export const estimateName = (estimate: string | null): string => estimate ?? '報告された額'

export function outlookReport({ record, outlook, marks, estimate: asked }: OutlookAsked): OutlookReport {
  const estimate = asked === undefined ? estimateFor(record, marks) : asked
  const found = reconcile(termsOf(record, estimate), outlook, marks.filter(isMarkOf(record, estimate)))
  const unit = unitOf(found)
  const years = found.years.filter(({ inPeriod }) => inPeriod)
  return {
    id: outlook.id,
    title: outlook.title,
    facts: factsOf(outlook, estimate),
    summary: summaryOf(years, found, unit),
    notes: notesOf(found, years),
    note: outlook.note,
    estimate: estimateName(estimate),
    unit,
    years: years.map(({ fiscalYear }) => ({ year: fiscalYear, name: yearShort(fiscalYear), long: yearText(fiscalYear) })),
    gap: gapRows(years, unit),
    figure: figureOf(years, unit),
    classes: classRows(found, unit),
    amounts: amountRows(found, unit),
    lines: lineShares(found, years, unit),
    table: outlookTable(outlook),
    counts: Object.fromEntries(EFFECT_CLASSES.map((one) => [one, found.amounts.filter((amount) => amount.class === one).length])) as Record<
      EffectClass,
      number
    >,
    gone: found.gone.map((mark) => goneTold(mark, unit)),
    changed: found.amounts.filter(isChanged).length,
    figures: { years: found.years, amounts: found.amounts },
  }
}

/** The coarsest unit in which nothing is lost: a mayor reads no yen. */
function unitOf({ years, amounts }: Reconciliation): string {
  const all = [...years.flatMap(({ balanceYen }) => balanceYen ?? []), ...amounts.map(({ amountYen }) => amountYen)]
  const whole = (step: number): boolean => all.every((yen) => yen % step === 0)
  return whole(1_000_000) ? '百万円' : whole(1_000) ? '千円' : '円'
}

const factsOf = (outlook: FiscalOutlook, estimate: string | null): [string, string][] => [
  ['見通しの期間', periodText(outlook.period)],
  ['策定の日', dateText(outlook.madeOn)],
  ['金額の別', outlookBasisName[outlook.basis]],
  ['効果額の見積時点', estimateName(estimate)],
  ...(outlook.document ? ([['出典', outlook.document.name]] as [string, string][]) : []),
]

const sum = (all: readonly (number | null)[]): number | null =>
  all.some((one) => one === null) ? null : all.reduce<number>((total, one) => total + (one ?? 0), 0)

function summaryOf(years: readonly YearReconciliation[], found: Reconciliation, unit: string): string[] {
  const told = (yen: number): string => `${yenText(yen, unit)}${unit}`
  const known = years.filter(({ remainingYen }) => remainingYen !== null)
  // the last year to which the plan adds anything; an outlook reaches beyond it
  const last = known.findLast(({ effectYen }) => effectYen !== 0) ?? known.at(-1)
  if (!last || last.balanceYen === null || last.remainingYen === null) return [words.balanceFrom.none]
  const general = last.notInOutlook.generalYen
  const five = sum(years.map(({ remainingYen }) => remainingYen))
  const undecided = found.amounts.filter((one) => one.class === 'unmarked').length
  return [
    `${yearText(last.fiscalYear)}の見通しの収支は${told(last.balanceYen)}です。まだ見通しに含まれていない効果額（一般財源）${told(general)}を加えると、残る収支差は${told(last.remainingYen)}です。`,
    ...(five === null ? [] : [`見通しの${years.length}年間を合わせた残る収支差は${told(five)}です。`]),
    ...(undecided === 0
      ? []
      : [`判定の済んでいない効果額が${undecided}件（${told(found.totals.unmarked)}）あり、残る収支差には入れていません。`]),
  ]
}

function notesOf({ balance }: Reconciliation, years: readonly YearReconciliation[]): string[] {
  const from = balance.source === 'line' ? words.balanceFrom.line(balance.line?.name ?? '') : words.balanceFrom[balance.source]
  const total = years.some(({ notInOutlook }) => notInOutlook.totalYen !== 0 || notInOutlook.unsaidYen !== 0)
  const undecided = years.some(({ classes }) => classes.unmarked !== 0)
  return [from, ...(total ? [words.whyGeneral] : []), ...(undecided ? [words.undecided] : [])]
}

/** The rows a finance officer puts before the mayor, from the outlook to what is left. */
function gapRows(years: readonly YearReconciliation[], unit: string): GapRow[] {
  const row = (key: string, name: string, tone: GapRow['tone'], of: (year: YearReconciliation) => number | null): GapRow => {
    const all = years.map(of)
    const text = (yen: number | null): string => (yen === null ? '計算できない' : yenText(yen, unit))
    return { key, name, tone, cells: all.map(text), total: text(sum(all)) }
  }
  const any = (of: (year: YearReconciliation) => number): boolean => years.some((year) => of(year) !== 0)
  return [
    row('balance', '見通しの収支', 'plain', (y) => y.balanceYen),
    row('added', '未織込の効果額（一般財源）', 'plain', (y) => y.notInOutlook.generalYen),
    row('remaining', '残る収支差', 'strong', (y) => y.remainingYen),
    row('inside', '織込済の効果額（収支に含まれている）', 'aside', (y) => y.classes['in-outlook']),
    ...(any((y) => y.notInOutlook.totalYen)
      ? [row('total', '未織込の効果額（総額。残る収支差に入れない）', 'aside', (y) => y.notInOutlook.totalYen)]
      : []),
    ...(any((y) => y.notInOutlook.unsaidYen)
      ? [row('unsaid', '未織込の効果額（財源の別なし。残る収支差に入れない）', 'aside', (y) => y.notInOutlook.unsaidYen)]
      : []),
    row('unmarked', '未判定の効果額（決まっていない）', 'aside', (y) => y.classes.unmarked),
    ...(any((y) => y.classes.unmarked) || years.some(({ lowYen, highYen }) => lowYen !== highYen)
      ? [
          row('low', '未判定が決まったときの残る収支差（低い場合）', 'aside', (y) => y.lowYen),
          row('high', '未判定が決まったときの残る収支差（高い場合）', 'aside', (y) => y.highYen),
        ]
      : []),
  ]
}

function figureOf(years: readonly YearReconciliation[], unit: string): OutlookFigure | null {
  if (years.every(({ balanceYen }) => balanceYen === null)) return null
  const drawn = (yen: number | null): number | null => (yen === null ? null : Number(yenIn(yen, unit)))
  const spoken = years.map((y) => {
    const said = (yen: number | null): string => (yen === null ? '計算できない' : yenText(yen, unit).replace('▲', 'マイナス'))
    return `${yearShort(y.fiscalYear)}は収支${said(y.balanceYen)}、未織込${said(y.notInOutlook.generalYen)}、残る収支差${said(y.remainingYen)}、織込済${said(y.classes['in-outlook'])}、未判定${said(y.classes.unmarked)}`
  })
  return {
    unit,
    desc: `単位は${unit}。${spoken.join('。')}。`,
    years: years.map((y) => ({
      label: yearShort(y.fiscalYear).replace('年度', ''),
      balance: drawn(y.balanceYen),
      inside: drawn(y.classes['in-outlook']) ?? 0,
      added: drawn(y.notInOutlook.generalYen) ?? 0,
      remaining: drawn(y.remainingYen),
      low: drawn(y.lowYen),
      high: drawn(y.highYen),
    })),
  }
}

function classRows({ years, totals, effectYen }: Reconciliation, unit: string): OutlookReport['classes'] {
  const shown = years.filter(
    ({ effectYen: yen, inPeriod, classes }) => inPeriod || yen !== 0 || EFFECT_CLASSES.some((one) => classes[one] !== 0),
  )
  return {
    names: EFFECT_CLASSES.map((one) => effectClassName[one]),
    rows: shown.map(({ fiscalYear, inPeriod, classes, effectYen: yen }) => ({
      ...{ fiscalYear, year: yearText(fiscalYear), inPeriod },
      cells: EFFECT_CLASSES.map((one) => yenText(classes[one], unit)),
      total: yenText(yen, unit),
    })),
    sums: EFFECT_CLASSES.map((one) => yenText(totals[one], unit)),
    total: yenText(effectYen, unit),
  }
}

const isChanged = ({ mark, amountYen }: ReconciledAmount): boolean => mark !== null && mark.amountYen !== amountYen
/** 行の名 — with side and basis where the row says them. */
export const amountScope = ({ term: { scope, side, basis } }: Pick<ReconciledAmount, 'term'>): string => {
  const said = [side, basis].filter((one) => one !== null)
  return said.length > 0 ? `${scope}（${said.join('・')}）` : scope
}
function amountRows({ amounts }: Reconciliation, unit: string): OutlookReport['amounts'] {
  const years = [...new Set(amounts.map(({ fiscalYear }) => fiscalYear))].toSorted((a, b) => a - b)
  const rows = [...Map.groupBy(amounts, rowKeyOf).values()].map((own): AmountRow => {
    const first = own[0] as ReconciledAmount
    const { of } = first.term
    return {
      key: rowKeyOf(first),
      scope: amountScope(first),
      initiative: of && 'initiative' in of ? of.initiative : null,
      cells: own.toSorted((a, b) => a.fiscalYear - b.fiscalYear).map((amount) => cellOf(amount, unit)),
    }
  })
  return { years: years.map((year) => ({ year, name: yearShort(year) })), rows }
}

const cellOf = (amount: ReconciledAmount, unit: string): AmountCell => ({
  fiscalYear: amount.fiscalYear,
  text: yenText(amount.amountYen, unit),
  class: amount.class,
  words: effectClassName[amount.class],
  fund: amount.fund === null ? null : fundName[amount.fund],
  line: amount.line?.name ?? null,
  note: amount.mark?.note ?? null,
  was: isChanged(amount) ? yenText(amount.mark?.amountYen ?? 0, unit) : null,
})

function lineShares({ amounts }: Reconciliation, years: readonly YearReconciliation[], unit: string): LineShare[] {
  const inside = amounts.filter((one) => one.class === 'in-outlook')
  return [...Map.groupBy(inside, ({ line }) => line?.name ?? '（なくなった行）')].map(([line, own]) => {
    const of = (year: number): number => own.filter((one) => one.fiscalYear === year).reduce((total, one) => total + one.amountYen, 0)
    const cells = years.map(({ fiscalYear }) => of(fiscalYear))
    return { line, cells: cells.map((yen) => yenText(yen, unit)), total: yenText(sum(cells) ?? 0, unit) }
  })
}

function goneTold({ effect, mark, amountYen }: Marking, unit: string): OutlookReport['gone'][number] {
  const [, scope, , fiscalYear] = keyParts(effect)
  return { scope, year: yearShort(fiscalYear), amount: yenText(amountYen, unit), class: effectClassName[mark] }
}
