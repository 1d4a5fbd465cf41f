import type { OutlookLineKind } from '../../reform/fiscal-outlook.ts'
import { foldTight } from '../../vocabulary/folding.ts'

/*
 * 見通しの言葉 — which kind of line a name stands for. A new word is one more alternative here and nowhere else. The order counts:
 * 「基金繰入金」 is 歳入 and no fund, 「市債残高」 is debt and no revenue.
 */
const WORDS: readonly (readonly [OutlookLineKind, RegExp])[] = [
  ['other', /^標準財政規模|改革(?:の)?効果|効果額|^人口|職員数/],
  ['ratio', /比率|割合|指数|倍率|率$|率[(]/],
  ['balance', /収支|差引|過不足|財源不足|歳入歳出差|不足額/],
  ['debt', /(?:市|町|村|地方|起|県|区)?債(?:現在高|残高|の残高|年度末)|借入残高/],
  ['fund', /基金(?:年度末)?(?:の)?残高|基金現在高/],
  ['revenue', /繰入|繰越金|取り?崩/],
  ['expenditure', /積立(?!基金)|繰出|繰上充用|所要額|経費$/],
  ['fund', /基金/],
  [
    'expenditure',
    /人件費|扶助費|公債費|物件費|維持補修|補助費|投資的|普通建設|災害復旧|義務的|経常的?経費|貸付金|出資|予備費|委託料|歳出|支出$/,
  ],
  [
    'revenue',
    /税|譲与|交付金|使用料|手数料|支出金|(?:市|町|村|地方|県|区)債|諸収入|寄附|寄付|財産収入|分担金|負担金|自主財源|依存財源|歳入|収入$|臨財債|臨時財政/,
  ],
]

/** 行の種類の推定 — null where no word says it. */
export const kindIn = (name: string): OutlookLineKind | null => {
  const plain = foldTight(name)
  return WORDS.find(([, word]) => word.test(plain))?.[0] ?? null
}

const HEADS: readonly (readonly [OutlookLineKind, RegExp])[] = [
  ['revenue', /^歳入(?:の(?:部|状況|見通し?))?$/],
  ['expenditure', /^歳出(?:[(]?性質別[)]?)?(?:の(?:部|状況|見通し?))?$/],
  ['balance', /^(?:財政)?収支(?:の状況)?$/],
  ['fund', /^(?:主な)?基金(?:の?(?:年度末)?残高)?(?:の(?:状況|見通し?|推移))?$/],
  ['debt', /^(?:市|町|村|地方|県)債(?:の?(?:年度末)?(?:現在高|残高))?(?:の(?:状況|見通し?|推移))?$/],
  ['ratio', /^(?:主な)?(?:財政)?(?:健全化)?(?:指標|比率|判断比率|財政指標|財政健全化指標)(?:等)?(?:の(?:状況|見通し?|推移))?$/],
]

/** 見出しの言う種類 — «【歳入】», «歳 出», «2 基金残高の見通し»; null for anything else. */
export const headOf = (text: string): OutlookLineKind | null => {
  const plain = foldTight(text).replace(/^[(]?(?:[\dア-ンIVX]+)[).:、]?(?=[^\dア-ン])|[【】〔〕[\]<>■●◆○]/g, '')
  return HEADS.find(([, head]) => head.test(plain))?.[0] ?? null
}

/** «1 歳入», «(2)歳出», «Ⅰ歳入» */
const NUMBERED = /^[(]?(?:\d{1,2}|[ア-ン]|[IVX]{1,4})[).:、]?(?=歳|収|合|総|計|小)/

/** 合計の行か — 歳入合計, 歳出総額, 計(A); «歳入» alone, with figures, is the total of what stands below it. */
export const isTotalName = (name: string): boolean =>
  /^(?:歳入|歳出|収入|支出)?(?:合計|総計|総額|計)(?:額)?(?:[(]?[A-Za-zア-ン①-⑳][)]?)?$|^(?:歳入|歳出)(?:[(]?[A-Za-zア-ン][)]?)?$/.test(
    foldTight(name).replace(NUMBERED, ''),
  )

/** 内数の行か — 「うち」, 「（うち臨時財政対策債）」 */
export const isOfWhichName = (name: string): boolean => /^[(]?うち|^内訳/.test(foldTight(name))

/** What the law says of these ratios; 早期健全化基準 of a deficit depends on the size of the city, and is not guessed (FIELD 2.6). */
const BY_LAW: readonly (readonly [RegExp, string])[] = [
  [/実質公債費比率/, '起債許可の基準 18未満、早期健全化基準 25未満、財政再生基準 35未満'],
  [/将来負担比率/, '早期健全化基準 350未満'],
  [/連結実質赤字比率/, '財政再生基準 30未満'],
  [/実質赤字比率/, '財政再生基準 20未満'],
]
export const thresholdsByLaw = (name: string): string => BY_LAW.find(([word]) => word.test(foldTight(name)))?.[1] ?? ''

const UNIT = /(?:単位\s*[:：]?\s*|[(（[])\s*((?:円|千円|万円|百万円|億円)|[%％])/
/** 単位 — «（単位：百万円）», «市税（千円）» */
export const unitIn = (text: string): string | null => UNIT.exec(text.normalize('NFKC'))?.[1]?.replace('%', '％') ?? null
