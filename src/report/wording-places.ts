import type { DocumentKind } from '../reform/record.ts'

/** 出典の場所 — «line 105» → 105行目, «様式2!F14» → 様式2 F14セル, «p.3 cell 4,2» → 3頁 4行2列. */
export function placeText(place: string): string {
  const line = /^(?:line )(\d+)(?: cell (\d+))?$/.exec(place)
  if (line) return line[2] ? `${line[1]}行目 ${line[2]}列` : `${line[1]}行目`
  const page = /^p\.(\d+)(?: (?:cell (\d+),(\d+)|line (\d+)))?$/.exec(place)
  if (page?.[2]) return `${page[1]}頁 ${page[2]}行${page[3]}列`
  if (page?.[4]) return `${page[1]}頁 ${page[4]}行目`
  if (page) return `${page[1]}頁`
  const cell = /^(.*)!([A-Z]+\d+)$/.exec(place)
  if (cell) return `${cell[1]} ${cell[2]}セル`
  return place
}

const MOST_PLACES = 4

/** 「3行目、5行目、ほか12か所」 */
export function placesText(places: readonly string[]): string {
  const said = places.slice(0, MOST_PLACES).map(placeText)
  return [...said, ...(places.length > MOST_PLACES ? [`ほか${places.length - MOST_PLACES}か所`] : [])].join('、')
}

export const documentKindName: Record<DocumentKind, string> = {
  xlsx: 'Excelブック',
  csv: 'CSV',
  pdf: 'PDF',
  txt: 'テキスト',
  docx: 'Word文書',
  html: 'HTML',
}

/** レイアウトの名 — what a layout is called before a reader; an unknown one is shown by its code. */
const layoutNames: Record<string, string> = {
  'progress-list': '取組状況の一覧表',
  'plan-form': '実施計画の様式',
  'carry-over': '取組み整理表',
  'effect-table': '効果額の表',
  'kpt-slides': '総括（KPT）',
  outline: '大綱・計画の本文',
  chapters: '章立ての文章',
  slides: '報告スライド',
  'label-value': '項目と値の組',
  'one-per-line': '一行一項目',
  'organization-changes': '組織改正の記載',
  report: '年次照会の報告',
  prose: '本文',
}
export const layoutName = (layout: string): string => layoutNames[layout] ?? layout

export const accountingNames = {
  fields: '項目として読み取った文字',
  prose: '本文として読み取った文字',
  boilerplate: '頁番号・繰り返しの見出し',
  unread: '読み取れなかった文字',
} as const
