import type { Band, JudgementProposal, JudgementRule } from '../reform/judgement.ts'
import type { Indicator } from '../reform/record.ts'
import type { Scale } from '../reform/scale.ts'
import { compare, type Decimal, rounded } from '../vocabulary/decimal.ts'
import { type JudgedValue, judgedValue, WHOLE } from './judged-value.ts'
import { percent } from './judgement-inputs.ts'

/** 区分 — the first band, the highest first, that the value reaches; the last one takes everything below. */
export const bandOf = (bands: readonly Band[], value: Decimal): Band | null =>
  bands.find(({ from }) => from === null || compare(value, from) >= 0) ?? null

/** 「達成」の区分（100％以上）*/
const bandText = ({ word, from }: Band): string => `「${word}」の区分（${from === null ? 'それ未満' : `${percent(from)}以上`}）`

const GUESSED = '改善の方向は推定です。決定の前に確かめてください。'

/** 指標一つの判定案 — the word that the rule gives to the figures of one year, or why it gives none. */
export function proposeJudgement(rule: JudgementRule, indicator: Indicator, year: number): JudgementProposal {
  const exempt = rule.exempt.find((one) => one.indicator === indicator.id)
  if (exempt) return { rule: rule.id, word: null, why: `判定の対象外です：${exempt.reason}`, inputs: [] }
  const judged = judgedValue(rule, indicator, year)
  const { word, why } = wordOf(rule, judged)
  const guessed = word !== null && judged.source === 'guessed'
  return { rule: rule.id, word, why: guessed ? why + GUESSED : why, inputs: judged.inputs }
}

type Worded = { word: string | null; why: string }

function wordOf({ bands }: JudgementRule, judged: JudgedValue): Worded {
  if ('unsaid' in judged) return { word: null, why: judged.unsaid }
  if (!('value' in judged)) {
    if (judged.met) return { ...worded(bandOf(bands, WHOLE), `${judged.why}目標を満たしているので、100％とみなします。`) }
    return below(bands, `${judged.why}目標を満たしていません。`)
  }
  // the comparator of the target comes first: 「20未満」 at exactly 20 is 100 % of the way and missed
  if (judged.met === false && compare(judged.value, WHOLE) >= 0)
    return below(bands, `${judged.name}は${percent(judged.value)}ですが、目標の条件を満たしていません。`)
  if (judged.met === true && compare(judged.value, WHOLE) < 0)
    return worded(bandOf(bands, WHOLE), `${judged.name}は${percent(judged.value)}ですが、目標を満たしているので、100％とみなします。`)
  return worded(bandOf(bands, judged.value), `${judged.name}は${percentInBand(bands, judged.value)}です。`)
}

/** 119.96％ stands in the band below 120％: a figure is never rounded into a band that it does not reach. */
function percentInBand(bands: readonly Band[], value: Decimal): string {
  const own = bandOf(bands, value)
  const isInside = (places: number): boolean => bandOf(bands, rounded(value, places + 2)) === own
  return percent(value, [1, 2, 3, 4].find(isInside) ?? 5)
}

const worded = (band: Band | null, why: string): Worded =>
  band ? { word: band.word, why: `${why}${bandText(band)}に当たります。` } : { word: null, why: `${why}当たる区分がありません。` }

/** A target was missed by nobody knows how much: a word only where everything below 100 % has the same one. */
function below(bands: readonly Band[], why: string): Worded {
  const reaching = bands.filter(({ from }) => from === null || compare(from, WHOLE) < 0)
  const words = [...new Set(reaching.map(({ word }) => word))]
  if (words.length === 1 && reaching[0]) return worded(reaching[0], why)
  return { word: null, why: `${why}どれだけ届かないかを割合で言えないため、区分は決められません。` }
}

/**
 * 取組の判定案 — the lowest word of its indicators, because one that lags makes the initiative lag; indicators of which nothing can
 * be said are counted and never taken for good.
 */
export function proposeForInitiative(
  rule: JudgementRule,
  scale: Pick<Scale, 'grades'>,
  indicators: readonly Indicator[],
  year: number,
): JudgementProposal {
  const [only] = indicators
  if (!only) return { rule: rule.id, word: null, why: '数値の指標がないため、判定基準では判定できません。', inputs: [] }
  if (indicators.length === 1) return proposeJudgement(rule, only, year)
  const each = indicators.map((indicator) => ({ indicator, proposal: proposeJudgement(rule, indicator, year) }))
  const known = each.filter(({ proposal }) => proposal.word !== null)
  const inputs = each.flatMap(({ indicator, proposal }) => [
    { name: `${indicator.name}：判定`, value: proposal.word ?? '判定できない' },
    ...proposal.inputs.map(({ name, value }) => ({ name: `${indicator.name}：${name}`, value })),
  ])
  const order = scale.grades.map(({ word }) => word)
  const [worst] = known.toSorted((a, b) => order.indexOf(b.proposal.word ?? '') - order.indexOf(a.proposal.word ?? ''))
  if (!worst) return { rule: rule.id, word: null, why: reasons(each), inputs }
  const unknown = each.length - known.length
  const rest = unknown > 0 ? `ほかに判定できない指標が${unknown}件あります。` : ''
  const { word, why } = worst.proposal
  // were the guess of another one wrong, that one might be the lowest
  const guessed = known.some(({ proposal }) => proposal !== worst.proposal && proposal.why.endsWith(GUESSED))
  const beside = guessed && !why.endsWith(GUESSED) ? 'ほかの指標に、改善の方向が推定のものがあります。決定の前に確かめてください。' : ''
  return { rule: rule.id, word, why: `${each.length}指標のうち最も低いのは「${worst.indicator.name}」です。${why}${rest}${beside}`, inputs }
}

const reasons = (each: readonly { indicator: Indicator; proposal: JudgementProposal }[]): string =>
  `${each.length}指標のどれも判定できません。${each.map(({ indicator, proposal }) => `${indicator.name}：${proposal.why}`).join('')}`
