import type { ThresholdVerdict } from '../evaluate/outlook-thresholds.ts'
import type { MarkProposal } from '../evaluate/propose-marks.ts'
import type { EffectClass, EffectFund } from '../reform/effect-mark.ts'
import type { FiscalOutlook, OutlookLineKind } from '../reform/fiscal-outlook.ts'
import { MOST_OUTLOOK_YEARS, type OutlookFault } from '../reform/outlook-rules.ts'
import type { OutlookRole } from '../reform/outlook-typed.ts'
import { periodText, yearShort } from './figures.ts'

/** 財政見通しの言葉 */
export const effectClassName: Record<EffectClass, string> = {
  'in-outlook': '織込済',
  'not-in-outlook': '未織込',
  'outside-period': '期間外',
  unmarked: '未判定',
}
export const effectClassMeaning: Record<EffectClass, string> = {
  'in-outlook': '見通しの額に、もう含まれている効果額',
  'not-in-outlook': '見通しの額に、まだ含まれていない効果額',
  'outside-period': '見通しの期間の外の年度の効果額',
  unmarked: 'まだだれも判定していない効果額',
}
export const fundName: Record<EffectFund, string> = { general: '一般財源', total: '総額' }
export const lineKindName: Record<OutlookLineKind, string> = {
  revenue: '歳入',
  expenditure: '歳出',
  balance: '収支',
  fund: '基金',
  debt: '市債',
  ratio: '比率',
  other: 'その他',
}
export const outlookRoleName: Record<OutlookRole, string> = {
  total: '合計',
  item: '項目',
  part: '内訳',
  subpart: '内訳の内訳',
}
export const outlookBasisName: Record<FiscalOutlook['basis'], string> = { 'general-fund': '一般財源', total: '総額' }
export const thresholdVerdictName: Record<ThresholdVerdict['verdict'], string> = {
  keeps: '基準の内',
  misses: '基準を外れる',
  none: '赤字なし',
  'cannot-tell': '比べられない',
}
export const proposalWhyName: Record<MarkProposal['why'], string> = {
  'outside-period': '年度が見通しの期間の外にある',
  'last-outlook': '前の版での判定と同じ',
  'other-estimate': '別の見積時点の、同じ行・年度の判定と同じ',
}

export const outlookWords = {
  title: '財政見通し',
  reconciliation: '効果額と財政見通し',
  why: '改革の効果額（固定した計画期間）と、毎年つくり直す中期財政見通しの関係を、額ごとに示します。見通しにもう含まれている効果額を、もう一度数えることを防ぎます。',
  formula: '残る収支差 ＝ 見通しの収支 ＋ 未織込の効果額（一般財源）',
  whyGeneral:
    '総額の効果額には、国・県の支出金など使い道の決まった財源が減る分が含まれます。市の収支がその額だけよくなるとは限らないため、残る収支差には入れません。',
  undecided:
    '未判定の額は、見通しに含まれているかどうかをまだ決めていません。残る収支差には入れず、どう決まるかによって残る収支差が動く幅を示します。',
  balanceFrom: {
    line: (name: string) => `収支は、見通しの「${name}」の行です。`,
    computed: '見通しに収支の行がないため、収支は歳入合計から歳出合計を引いた額です。',
    none: '見通しに、使う収支の行も、歳入・歳出の合計の行もありません。残る収支差は計算できません。',
  },
  eachOnce: '効果額表のどの額も、四つの区分のちょうど一つに入っています。',
  reducedUnit: '端数処理はしていません。',
} as const

/** 見通しを残せない理由の文 — where the columns fit the period in no line at all, that is said once. */
export function outlookFaultTexts(faults: readonly OutlookFault[]): string[] {
  const [first, ...others] = faults.filter((fault) => fault.kind === 'line-years')
  const alike = first !== undefined && others.length > 1 && others.every((one) => one.years === first.years)
  if (!alike) return faults.map(outlookFaultText)
  const said = `期間の年度は${first.expected}個ですが、どの行の値も${first.years}個です。期間を直すか、表の列を年度に合わせて「－」か空欄で埋めてください。`
  return [said, ...faults.filter((fault) => fault.kind !== 'line-years').map(outlookFaultText)]
}

/** One sentence a fault, with what to do. */
export function outlookFaultText(fault: OutlookFault): string {
  switch (fault.kind) {
    case 'title-missing':
      return '題名がありません。「中期財政見通し（令和6年度策定）」のように入れてください。'
    case 'title-too-long':
      return `題名が長すぎます。${fault.most}字までにして、細かいことは備考に書いてください。`
    case 'day-missing':
      return '策定の日が読めません。「令和6年9月30日」のように入れてください。'
    case 'period-missing':
      return '期間の年度が読めません。始めと終わりの年度を「令和6年度」「R6」「2024」のどれかの形で入れてください。'
    case 'period-backwards':
      return `期間の終わり（${yearShort(fault.to)}）が始め（${yearShort(fault.from)}）より前です。年度を直してください。`
    case 'period-too-long':
      return `期間が${fault.years}年あります。見通しは${MOST_OUTLOOK_YEARS}年までです。年度を直してください。`
    case 'no-lines':
      return '行がありません。少なくとも一つの行に、名称と年度ごとの額を入れてください。'
    case 'years-gap':
      return `年度が続いていません（${fault.years.map(yearShort).join('、')}）。${fault.missing.map(yearShort).join('、')}の列を加えてください。`
    case 'years-twice':
      return `${yearShort(fault.year)}の列が二つあります。どちらか一つだけを残してください。`
    case 'period-not-of-columns':
      return `題名の期間は${periodText(fault.period)}ですが、年度の列は${fault.years.map(yearShort).join('、')}です。どちらかにそろえてください。`
    case 'line-years':
      return `「${fault.line}」の値は${fault.years}個で、年度の${fault.expected}個と合いません${fault.at ? `（${fault.at}）` : ''}。値のない年度は「－」か空欄にして、列をそろえてください。`
    case 'line-twice':
      return `「${fault.line}」の行が二つあります。一つにまとめるか、名称を変えてください。`
    case 'line-nameless':
      return `${fault.place}行目に名称がありません。名称を入れるか、値を消してください。`
    case 'kind-missing':
      return `「${fault.line}」の種類が選ばれていません。歳入・歳出などから選んでください。`
    case 'unit-missing':
      return `「${fault.line}」の金額の単位が分かりません。千円・百万円などを入れてください。単位は推測しません。`
    case 'part-of-nothing':
      return `「${fault.line}」は内訳とされていますが、上に項目の行がありません。位置づけを「項目」にするか、順を直してください。`
    case 'threshold-unclear':
      return `「${fault.line}」の基準「${fault.text}」が読めません。「早期健全化基準 25未満」「標準財政規模の10％以上」の形で、「、」で区切って入れてください。`
    case 'balance-twice':
      return `残る収支差の計算に使う収支が二つ選ばれています（${fault.lines.map((line) => `「${line}」`).join('、')}）。使う行だけを「合計」にしてください。`
    case 'too-many-lines':
      return `行が${fault.lines.toLocaleString('ja-JP')}行あります。見通しは${fault.most}行までです。見通しの表だけを入れてください。`
    case 'not-in-yen':
      return `「${fault.line}」の「${fault.text}」（${fault.unit}）は、円の整数になおせません。円未満の端数があるか、額が大きすぎます。値か単位を直してください。`
  }
}
