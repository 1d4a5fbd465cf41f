import type { Status } from '../evaluate/status.ts'

/** 印の文字 — the mark of the badge and one character of the word, so that a black-and-white print says it twice. */
export const statusMark: Record<Status, string> = {
  achieved: '◎達',
  'on-track': '○順',
  behind: '△遅',
  'not-started': '－未',
  ended: '■終',
  'cannot-tell': '？不',
}

const LONGEST = 4
/** A grade in its mark: the word itself, or its beginning; the legend beside the map gives it whole. */
export const gradeMark = (word: string): string => ([...word].length <= LONGEST ? word : `${[...word].slice(0, LONGEST - 1).join('')}…`)

export const mapWords = {
  title: '状況の地図',
  by: (scale: string) => `状況の地図：${scale}`,
  scales: '評価尺度ごとの地図',
  core: '共通の状態',
  notJudged: 'この尺度による評価なし',
  notJudgedMark: 'なし',
  noPillar: '柱の記載なし',
  section: (name: string, former: readonly string[]) => (former.length > 0 ? `${name}（旧：${former.join('、')}）` : name),
  noSection: '所管課の記載なし',
  lead: 'すべての取組を一つずつの印で、所管課（行）と柱（列）に並べました。印を選ぶと取組の頁が開きます。',
  once: '取組は、主担当の課（書かれていなければ最初に書かれた課）の行に一度だけ置いています。組織改正で替わった課の取組は、公表の日に受け持つ課の行にあります。',
  coreMeaning: '状態は、計画の評語・数値の目標と実績・見直しの決定から、どの計画にも共通の六つに直したものです。',
  own: (scale: string) => `計画の評価尺度「${scale}」による地図です。印の文字は、この年度の最後の評価です。`,
  unpublished: 'いまの計画の状況です。まだ公表していない報告と評価も含みます。',
  empty: '取組がまだありません。計画に取組を加えると、ここに並びます。',
  toMap: '取組を一つずつ、所管課と柱の地図で見る',
  small: (columns: string) => `取組を一つずつの印で、柱ごとに並べた図。${columns}。件数は下の表にあります。`,
  behind: '遅れている取組',
  noneBehind: '遅れと判定された取組はありません。',
}

export function mapText(rows: number, columns: number, grades: readonly { name: string; count: number }[]): string {
  const counts = grades
    .filter((g) => g.count > 0)
    .map((g) => `${g.name}${g.count}件`)
    .join('、')
  return `所管課${rows}行、柱${columns}列の表に、取組を一つずつの印で示した図。内訳は、${counts || 'なし'}。件数は下の表にあります。`
}

/** Which initiatives of another phase the counts of a year leave out; null where there are none. */
export function leftOutText(later: number, earlier: number): string | null {
  const said = [
    ...(later > 0 ? [`あとの年度に始まる期の取組${later}件`] : []),
    ...(earlier > 0 ? [`次の期に引き継がれた前の期の取組${earlier}件`] : []),
  ]
  return said.length === 0 ? null : `このほか、${said.join('と、')}があります。この年度の件数には入れていません。`
}
