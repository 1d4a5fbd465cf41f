import type { OpinionCells, OpinionField, OpinionRowTold, OpinionUnclear } from '../reform/opinion-rows.ts'
import { fold } from '../vocabulary/folding.ts'
import { readTabSeparated } from '../vocabulary/tab-separated.ts'

/** 意見の表の見出し — in the order in which the page names them. */
export const OPINION_HEADERS: readonly (readonly [OpinionField, string])[] = [
  ['number', '取組番号'],
  ['title', '取組名'],
  ['year', '年度'],
  ['from', '機関'],
  ['text', '意見'],
  ['saidOn', '意見の日'],
  ['response', '対応'],
  ['section', '対応課'],
  ['respondedOn', '対応の日'],
]

const WORDS: readonly (readonly [OpinionField, RegExp])[] = [
  ['id', /^(識別番号|識別子|id)$/i],
  ['number', /^((取組|事業|整理|項目)?番号|no\.?|№|項番)$/i],
  ['title', /^((取組|取り組み|事業|対象)(名|名称|項目)?|件名)$/],
  ['year', /^((対象|評価)?年度)$/],
  ['from', /^(機関|機関名|委員会(名)?|審議会(名)?|意見者|意見を述べた機関|意見の主体)$/],
  ['stage', /^(段階|評価の段階)$/],
  ['saidOn', /^(意見の?日|意見日|開催日|述べた日)$/],
  ['respondedOn', /^(対応の?日|対応日|回答日)$/],
  ['section', /^(対応課|所管課|担当課|回答課)$/],
  ['response', /^(対応|対応方針|市の対応|回答|対応状況|対応内容)$/],
  ['text', /^(意見|意見等|意見の内容|指摘|指摘事項|提言|意見・提言)$/],
]

export type PastedOpinions = { rows: OpinionCells[]; unknown: string[] }
export type NoOpinionTable =
  | { kind: 'no-rows' }
  | { kind: 'no-header' }
  | { kind: 'column-twice'; header: string }
  | { kind: 'too-many-rows' }
const MOST_ROWS = 1_000

/** 貼り付けられた意見を読む — the first row that names a column of opinions is the header. */
export function readPastedOpinions(text: string): PastedOpinions | NoOpinionTable {
  const lines = readTabSeparated(text)
  if (lines.length === 0) return { kind: 'no-rows' }
  if (lines.length > MOST_ROWS) return { kind: 'too-many-rows' }
  const at = lines.slice(0, 10).findIndex((cells) => cells.map(fieldOf).includes('text'))
  if (at < 0) return { kind: 'no-header' }
  const headers = lines[at] as string[]
  const fields = headers.map(fieldOf)
  const twice = fields.findIndex((field, nth) => field !== null && fields.indexOf(field) < nth)
  if (twice >= 0) return { kind: 'column-twice', header: headers[twice] as string }
  const rows = lines.slice(at + 1).flatMap((cells, nth): OpinionCells[] => {
    if (cells.every((cell) => cell.trim() === '')) return []
    const said = fields.flatMap((field, column) => (field === null ? [] : [[field, (cells[column] ?? '').trim()] as const]))
    return [{ line: at + nth + 2, cells: Object.fromEntries(said) }]
  })
  const unknown = headers.filter((header, nth) => fields[nth] === null && header.trim() !== '')
  return rows.length === 0 ? { kind: 'no-rows' } : { rows, unknown }
}

const fieldOf = (header: string): OpinionField | null => {
  const plain = fold(header).replace(/\s+/g, '')
  return WORDS.find(([, words]) => words.test(plain))?.[0] ?? null
}

export const opinionVerdictNames: Record<OpinionRowTold['verdict'], string> = {
  new: '新しい意見',
  response: '対応を加える',
  same: '変更なし',
  unclear: '確かめが必要',
}

export const opinionUnclearTexts: Record<OpinionUnclear, string> = {
  'no-initiative': 'この名・番号の取組が計画に見つかりません。取組名を計画のとおりに直すか、計画全体への意見なら取組名を空けてください。',
  'several-initiatives': '同じ名の取組が二つ以上あります。取組番号を加えてください。',
  'no-year': '年度が読めません。「令和6年度」「2024」のように書いてください。',
  'no-body': '意見を述べた機関が書かれていません。',
  'no-text': '意見が書かれていません。',
  'no-stage': '段階が読めません。「外部評価」「推進本部」のように書くか、空けてください。',
  'not-a-day': '日付が読めません。「令和7年5月12日」のように書いてください。',
  'answered-already': '別の対応が記録されています。意見の画面で確かめて、必要なら直してください。',
}

export function opinionTableRefusalText(
  problem: NoOpinionTable | { kind: 'not-allowed' | 'not-found' | 'changed-meanwhile' | 'consent-missing' | 'nothing-to-do' },
): string {
  switch (problem.kind) {
    case 'no-rows':
      return '見出しの下に行がありません。見出しの行ごと写して貼り付けてください。'
    case 'no-header':
      return '見出しに「意見」の列がありません。見出しの行から写して貼り付けてください。'
    case 'column-twice':
      return `「${problem.header}」と同じ意味の列が二つあります。一つにしてください。`
    case 'too-many-rows':
      return '1,000行を超えています。分けて貼り付けてください。'
    case 'not-allowed':
      return '意見を記録できるのは行革担当課です。'
    case 'not-found':
      return 'この計画は見つかりません。'
    case 'changed-meanwhile':
      return '確かめた後に、意見か計画が変わりました。今の結果を下に示します。確かめて、もう一度反映してください。'
    case 'consent-missing':
      return '反映しない列や行があります。それでよければ、印を付けてから反映してください。'
    case 'nothing-to-do':
      return '反映する行がありません。'
  }
}
