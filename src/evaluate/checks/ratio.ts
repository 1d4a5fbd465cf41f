import type { Check, Figure, Indicator } from '../../reform/record.ts'
import { readDated } from '../../vocabulary/dated.ts'
import { compare, type Decimal, isPositive, rounded } from '../../vocabulary/decimal.ts'
import { figureTokens } from '../../vocabulary/figure-token.ts'
import { foldTight } from '../../vocabulary/folding.ts'
import { foldInPlace } from '../../vocabulary/same-length.ts'
import { sameUnit } from '../../vocabulary/units.ts'
import { meets } from '../achievement.ts'
import { directionOf } from '../direction.ts'
import { targetIn } from '../indicator-year.ts'
import { type CheckKind, checked, type FigureSeen, figuresOf, type Looking, shown, wordsOf } from '../looking.ts'
import { passageOf } from '../said-in.ts'
import { agreementOf, percentOf } from '../tolerance.ts'
import { otherReading } from './ratio-readings.ts'

/** 件数からの割合 — a printed percentage against the counts it is made of. */
export const ratios: CheckKind = (looking) => [...printedCounts(looking), ...actualCounts(looking), ...shares(looking)]

/** 「15,006／28,043件 53.5%」 */
function printedCounts(looking: Looking): Check[] {
  return figuresOf(looking.record).flatMap(({ figures }) =>
    figures.flatMap((seen) => {
      const { value, unit, numerator, denominator, label, raw } = seen.figure
      if (!value || unit !== '%' || !numerator || !denominator || !isPositive(denominator)) return []
      return [
        ratioCheck(looking, {
          name: label,
          stated: value,
          raw,
          numerator,
          denominator,
          pointers: [seen.pointer],
          seen,
          sure: isShareOf(label, raw) && !OF_OTHER.test(raw),
        }),
      ]
    }),
  )
}

/** «82% （120／150人）» is the share of the counts only if it is named one: behind a satisfaction they tell who answered. */
const isShareOf = (label: string, raw: string): boolean => /[/／][^%％]*[%％]/.test(raw) || /(?:率|割合|比率|比)$/.test(label)

/** Counts of another year, of a target or of who was asked. */
const OF_OTHER = /前年|昨年|前回|目標|計画|回答(?!率)|平均/
/** 指標の実績 — with numerator and denominator. */
function actualCounts(looking: Looking): Check[] {
  const figures = looking.record.initiatives.flatMap((it) => it.reports.flatMap((r) => r.figures))
  const told = new Set(figures.map((f) => `${f.indicator} ${f.numerator}`))
  return looking.record.indicators.flatMap((indicator, i) =>
    indicator.actuals.flatMap((actual, a) => {
      const { value, numerator, denominator, raw } = actual
      if (!value || indicator.unit !== '%' || !numerator || !denominator || !isPositive(denominator)) return []
      // A figure of a report carries the same counts, and is checked there.
      if (told.has(`${indicator.id} ${numerator}`)) return []
      return [
        ratioCheck(looking, {
          name: indicator.name,
          stated: value,
          raw,
          numerator,
          denominator,
          pointers: [`/indicators/${i}/actuals/${a}`],
          seen: null,
          sure: isShareOf(indicator.name, raw) && !OF_OTHER.test(raw),
        }),
      ]
    }),
  )
}

const SHARE = /^(.{2,}?)(?:に占める|に対する)(.+?)の?(?:割合|比率|構成比|率)$/

/** 「評価事業数に占める『改善』の割合」 against the figures 「評価事業数」 and 「改善」 of the same report. */
function shares(looking: Looking): Check[] {
  return figuresOf(looking.record).flatMap(({ figures }) =>
    figures.flatMap((seen) => {
      const { value, unit, numerator, label, raw } = seen.figure
      const said = SHARE.exec(foldTight(label).replace(/^(?:\d{4}年度|令和\d+年度)の?/, ''))
      if (!said || !value || unit !== '%' || numerator) return []
      const counts = figures.filter(({ figure }) => figure.value !== null && figure.unit !== '%' && ofSameTime(figure, seen.figure))
      const whole = only(counts, (name) => namesWhole(name, said[1] as string))
      const part = only(counts, (name) => namesPart(name, said[2] as string))
      if (!whole || !part || whole === part || !isPositive(whole.figure.value as Decimal)) return []
      if (compare(part.figure.value as Decimal, whole.figure.value as Decimal) > 0) return []
      const alike = part.figure.unit === null || sameUnit(part.figure.unit, whole.figure.unit)
      const counted = { numerator: part.figure.value as Decimal, denominator: whole.figure.value as Decimal }
      const sure = alike && isOfReport(seen) && !OF_OTHER.test(raw) && noOtherCounts(seen, counted)
      return [
        ratioCheck(looking, {
          name: label,
          stated: value,
          raw,
          ...counted,
          pointers: [seen.pointer, part.pointer, whole.pointer],
          seen,
          sure,
        }),
      ]
    }),
  )
}

/** «12.5%（実人数10人）»: counts in a bracket behind the share are its own, and these have to be the ones it is checked against. */
function noOtherCounts(seen: FigureSeen, { numerator, denominator }: { numerator: Decimal; denominator: Decimal }): boolean {
  const passage = passageOf(seen.report, [seen])
  const end = passage?.spans[0]?.end ?? 0
  const bracket = /^\s?[（(]([^（）()]*)[）)]/.exec(passage?.text.slice(end) ?? '')?.[1] ?? ''
  return figureTokens(foldInPlace(bracket)).every(({ value }) => value === numerator || value === denominator)
}

/** 「令和4年度の…に占める割合」 in a report of 令和6年度 speaks of other counts than the undated ones beside it. */
function isOfReport({ figure, report }: FigureSeen): boolean {
  const printed = wordsOf(figure)?.asOf ?? /^(?:\d{4}|令和(?:元|\d+)|[RH]\d+)年度/.exec(foldTight(figure.label))?.[0] ?? ''
  const year = readDated(printed)?.year ?? null
  return year === null || report.fiscalYear === null || year === report.fiscalYear
}

const bare = (name: string): string =>
  foldTight(name)
    .replace(/[「」『』]/g, '')
    .replace(/(?:の)?(?:総数|件数|数|合計)$/, '')
const namesWhole = (name: string, said: string): boolean => bare(name) === bare(said)
/** 「『改善』が必要な事業」 is the figure 「改善」; without quotes the names have to be the same. */
const namesPart = (name: string, said: string): boolean => {
  const quoted = /[「『]([^」』]+)[」』]/.exec(said)?.[1]
  return bare(name) === bare(quoted ?? said)
}

/** The one figure of that name; two of them leave it open which is meant. */
function only(all: readonly FigureSeen[], is: (name: string) => boolean): FigureSeen | null {
  const found = all.filter(({ figure }) => is(figure.label))
  return found.length === 1 ? (found[0] as FigureSeen) : null
}

const ofSameTime = (a: Figure, b: Figure): boolean => {
  const [left, right] = [wordsOf(a)?.asOf ?? null, wordsOf(b)?.asOf ?? null]
  return left === null || right === null || left === right
}

type Ratio = {
  name: string
  stated: Decimal
  raw: string
  numerator: Decimal
  denominator: Decimal
  pointers: string[]
  seen: FigureSeen | null
  sure: boolean
}

function ratioCheck(looking: Looking, { name, stated, raw, numerator, denominator, pointers, seen, sure }: Ratio): Check {
  const exact = percentOf(numerator, denominator)
  const places = stated.split('.')[1]?.length ?? 0
  const agreement = agreementOf(stated, exact)
  const computed = `${shown(rounded(exact, Math.max(places, 1)))}%`
  const sum = `${shown(numerator)}÷${shown(denominator)}＝${computed}`
  const said = { stated: raw, computed, at: looking.placesOf(...pointers) }
  if (agreement !== 'differs')
    return checked('ratio', 'holds', {
      ...said,
      message: `「${name}」は件数からの計算と一致します（${sum}${agreement === 'truncated' ? '。端数切捨て' : ''}）。`,
    })
  const message = `「${name}」は${shown(stated)}%と書かれていますが、件数から計算すると${computed}です（${sum}）。`
  const meant = otherReading(`${name} ${raw}`, stated, numerator, denominator)
  if (meant === 'holds')
    return checked('ratio', 'holds', { ...said, message: `「${name}」は、件数からの増減の率、または残りの割合として計算と一致します。` })
  if (!sure || meant === 'doubt')
    return checked('ratio', 'cannot-tell', { ...said, message: `${message}件数がこの割合のものか分からないため、誤りとは言えません。` })
  const flips = seen ? flip(looking, seen, stated, rounded(exact, 20)) : ''
  return checked('ratio', 'fails', { ...said, message: `${message}割合か件数を確かめてください。${flips}` })
}

/** Whether the right figure changes what was said of the target. */
function flip({ record }: Looking, { figure, report }: FigureSeen, stated: Decimal, exact: Decimal): string {
  const indicator: Indicator | undefined = record.indicators.find((i) => i.id === figure.indicator)
  const target = indicator && report.fiscalYear !== null ? targetIn(indicator, report.fiscalYear) : null
  if (!indicator || !target?.value) return ''
  const found = directionOf(indicator, target)
  const direction = found?.direction === 'maintain' ? indicator.direction : (found?.direction ?? null)
  const [was, is] = [meets(stated, target, direction), meets(exact, target, direction)]
  if (was === null || is === null || was === is) return ''
  const guess = found?.source === 'guessed' ? '（改善の方向は推定）' : ''
  return `目標${shown(target.value)}%に対する判定も${was ? '達成から未達成' : '未達成から達成'}に変わります${guess}。`
}
