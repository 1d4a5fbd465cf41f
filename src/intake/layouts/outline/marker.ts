import { fold } from '../../../vocabulary/folding.ts'

/** 見出しの番号 — its style («(1)», «①», «第1章») is what tells the depth; `level` is the plan's own word («基本方針»). */
export type Marker = { style: string; number: string | null; ordinal: number | null; level: string | null; rest: string }

const LEVELS =
  '基本方針|基本目標|基本戦略|基本施策|重点目標|重点項目|重点施策|重点戦略|重点方針|重点取組項目|重点取組|重点取り組み|重点推進目標|重点推進項目|重点改革項目|改革の柱|改革の視点|改革の方向|推進項目|推進施策|取組項目|取組事項|取組方針|実施項目|個別項目|改革項目|具体的取組|具体的な取組|個別取組|大項目|中項目|小項目|取組|取り組み|取組み|戦略|方針|目標|視点|柱|施策|項目|方策|アクション|プロジェクト|プログラム|改革|挑戦|約束|矢|テーマ|分野|チャレンジ|ミッション'
const DIGITS = '[0-9０-９]{1,2}'
const DASHED = `${DIGITS}(?:[-－‐–ー.．][0-9０-９]{1,2})+`
const SHAPES: readonly (readonly [style: string, pattern: RegExp])[] = [
  ['chapter', /^(第\s?[0-9０-９一二三四五六七八九十]{1,3}\s?(?:部|編|章|節|項))[\s　.．:：]*(.*)$/],
  ['chapter', /^(第\s?[0-9０-９一二三四五六七八九十]{1,3})[\s　.．]+(.+)$/],
  [
    'named',
    new RegExp(
      `^(?:【|〔|［)?(?:${LEVELS})\\s?(${DASHED}|${DIGITS}|[Ⅰ-Ⅻ]|[①-⑳]|[（(]${DIGITS}[）)]|[A-ZＡ-Ｚ]|[一二三四五六七八九十])(?:】|〕|］)?[\\s　.．、:：]*(.*)$`,
    ),
  ],
  ['roman', /^([Ⅰ-Ⅻ]|[IVX]{1,4}(?=[\s　.．、]))[\s　.．、:：]*(.+)$/],
  ['dashed', new RegExp(`^(${DIGITS}(?:[-－‐–ー][0-9０-９]{1,2})+)(?![0-9０-９年月日%％])[\\s　.．)）]*(.+)$`)],
  ['dashed', new RegExp(`^(${DIGITS}(?:[.．][0-9０-９]{1,2})+)[\\s　]+(.+)$`)],
  ['digit', new RegExp(`^(${DIGITS})(?:[.．、:：][\\s　]*(?![0-9０-９])|[\\s　]+)(.+)$`)],
  ['digit)', new RegExp(`^(${DIGITS})[)）][\\s　]*(.+)$`)],
  ['(digit)', new RegExp(`^([（(]${DIGITS}[）)]|[⑴-⒇])[\\s　.．]*(.+)$`)],
  ['circled', /^([①-⑳㉑-㉟❶-❿])[\s　.．]*(.+)$/],
  ['(kana)', /^([（(][ア-コｱ-ｺ][）)])[\s　.．]*(.+)$/],
  ['kana', /^([ア-コｱ-ｺ])[\s　.．、)）]+(.+)$/],
  ['(kanji)', /^([（(][一二三四五六七八九十]{1,3}[）)])[\s　.．]*(.+)$/],
  ['kanji', /^([一二三四五六七八九十]{1,3})[\s　.．、]+(.+)$/],
  ['letter', /^([A-Za-zＡ-Ｚａ-ｚ])[.．)）][\s　]*(.+)$/],
]

/** What numbers a line; null for one that has no number. */
export function readMarker(text: string): Marker | null {
  for (const [style, pattern] of SHAPES) {
    const found = pattern.exec(text)
    if (!found) continue
    const printed = found[1] as string
    const number = /^[①-⑳㉑-㉟❶-❿Ⅰ-Ⅻ⑴-⒇]$/.test(printed) ? printed : fold(printed).replace(/\s/g, '')
    const level = style === 'named' ? (new RegExp(`^(?:【|〔|［)?(${LEVELS})`).exec(text)?.[1] ?? null) : null
    const rest = (found[2] as string).trim().replace(/^「([^」]*)」$/, '$1')
    return { style: styleOf(style, number, level), number, ordinal: ordinalOf(number), level, rest }
  }
  return null
}

const styleOf = (style: string, number: string, level: string | null): string => {
  if (style === 'chapter') return `chapter-${/[部編章節項]$/.exec(number)?.[0] ?? ''}`
  if (style === 'named') return `named-${level}-${number.split('-').length}`
  return style === 'dashed' ? `dashed-${number.split(/[-.]/).length}` : style
}

const KANJI = '一二三四五六七八九十'
function ordinalOf(number: string): number | null {
  const last = /([0-9]+)[^0-9]*$/.exec(number.normalize('NFKC'))?.[1]
  if (last) return Number(last)
  const bare = number.replace(/[()（）第部編章節項]/g, '')
  const kana = 'アイウエオカキクケコサシスセソ'.indexOf(bare)
  if (bare.length === 1 && kana >= 0) return kana + 1
  if (bare.length === 1 && KANJI.includes(bare)) return KANJI.indexOf(bare) + 1
  const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'].indexOf(bare.normalize('NFKC'))
  return roman >= 0 ? roman + 1 : null
}
