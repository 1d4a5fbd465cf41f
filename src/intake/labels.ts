import { type FiscalYear, parseFiscalYear } from '../vocabulary/fiscal-year.ts'
import { fold } from '../vocabulary/folding.ts'

/**
 * 見出し語 — what a column header or a form's label calls a field. Municipalities use other words for one thing
 * (所管課, 担当部署, 主担当課); a new word is a new alternative in this table and nowhere else.
 */
export type Role =
  | 'pillar'
  | 'theme'
  | 'number'
  | 'title'
  | 'description'
  | 'goal'
  | 'section'
  | 'relatedSection'
  | 'progress'
  | 'issues'
  | 'revision'
  | 'evaluation'
  | 'comment'
  | 'indicator'
  | 'unit'
  | 'baseline'
  | 'target'
  | 'actual'
  | 'rate'
  | 'effect'
  | 'cost'
  | 'note'
  | 'activity'
  | 'schedule'
  | 'fiscalYear'
  | 'marks'
  | 'published'
  | 'period'
  | 'decision'
  | 'before'
  | 'after'
  | 'reason'
  | 'total'
  | 'difference'
  | 'plan'

export type Label = {
  role: Role
  /** the fiscal year printed in the label: «R 4 取組状況» */
  year: FiscalYear | null
  /** 計画 / 見込み / 実績 / 目標 printed with a year */
  phase: '計画' | '見込み' | '実績' | '目標' | '予算' | '決算' | null
  /** «効果額（千円）» */
  unit: string | null
  text: string
}

const WORDS: readonly (readonly [Role, RegExp])[] = [
  ['decision', /^(見直し区分|継続・?廃止区分|(前期|現計画)からの(継続)?区分|取扱い?区分|方向性区分|見直し(の)?方向性?)$/],
  ['before', /^((前期|旧|現行|第\d+次|現計画|前計画)(計画|プラン)?(の)?(取組|取り組み|事業|項目).*|前期.*(取組|項目).*名?)$/],
  ['after', /^((後期|新|改定後|次期|新計画)(計画|プラン)?(の)?(取組|取り組み|事業|項目).*|後期.*(取組|項目).*名?)$/],
  ['revision', /^(計画の見直し(内容)?|見直し(内容|事項)|計画変更(の内容)?|変更(内容|点|事項)|計画の変更)$/],
  [
    'issues',
    /^((今後の)?(課題|方向性|方針|予定|対応|展開|取組方針|見通し)([・及び、と/]*(今後の)?(課題|方向性|方針|予定|対応|対応策|展開|改善策|取組|取り組み|見通し))*|今後の(取組|取り組み)(方針|予定|内容)?|次年度(以降)?の?(取組|取り組み|方針|計画|予定)(内容)?|課題等|(課題(・|と|及び))?(問題点|改善点)|今後の(進め方|展望)|残された課題)$/,
  ],
  [
    'evaluation',
    /^((自己|内部|外部|一次|二次|最終|総合|進捗|達成度?)?評価(区分|結果|判定)?|判定|進捗(度|区分|評価|判定|状況区分)|達成(度|区分|状況区分)|取組の?評価|ランク|評定|.{1,8}(の|による)評価)$/,
  ],
  ['comment', /^(評価(の)?(理由|コメント|内容)|((評価|外部)?(委員会|委員)(の)?)?(意見|コメント|所見))$/],
  ['relatedSection', /^(関係|関連|協力|副担当|連携)(課|部署|部局|所属|課等)(名)?$/],
  [
    'section',
    /^((主)?(担当|所管|主管|推進|実施|取組|責任|事務局)+(部|局|課|室|部署|部局|部課|課等|課名|課室|所属|主体|組織|部・課|課・係|課\(室\))+(名|等)?|所管|担当|所属(名|課)?|主担当|担当課・?室|部局・?課(名)?|課(・係)?名|部署(名)?)$/,
  ],
  [
    'progress',
    /^((取組|取り組み|実施|進捗|実績|達成|進行|活動)(の)?(状況|実績|内容及び成果|経過|成果|結果)(等|及び成果|・成果|・実績|と成果|\(実績\))?|実績|(主な)?(取組|取り組み)(の)?(成果|実績)|成果|実施(内容)?(及び|・)?成果|年度末(の)?(状況|実績)|(実施した|行った)(取組|取り組み|内容)|(取組|取り組み|実施|活動)内容(\(実績\)|(・|及び|と)?(実績|成果)))$/,
  ],
  ['rate', /^(達成率|進捗率|達成度\(%\)|達成割合|目標達成率)$/],
  ['baseline', /^((計画)?(策定)?(基準|現状|現況|当初|策定時|開始時)(年度)?(の)?(値|数値|現状値|実績値?)?)$/],
  ['target', /^((最終|数値|年度(末)?|計画|中間|成果)?(の)?目標(値|数値|指標値)?|目標年度?値|(\d+年度末までの)?目標値)$/],
  ['actual', /^(実績(値|数値)|(最新|直近)(の)?(値|実績値?)|結果(値)?)$/],
  [
    'indicator',
    /^((重要業績|成果|活動|評価|目標|数値|管理|達成|取組|効果)?(評価)?指標(名|項目)?(\(KPI\)|（KPI）)?|KPI(名|指標|・指標)?|指標・KPI|数値目標の?項目|目標項目)$/i,
  ],
  ['unit', /^単位$/],
  ['effect', /^(.*(効果額|削減額|縮減額|増収額|増加額|確保額|財政効果|改善効果|効果見込額?|金額換算).*|効果\(.*円\))$/],
  ['cost', /^((総|当初)?(事業費|予算額|決算額|経費|コスト|費用|予算|決算)(額|合計)?)$/],
  [
    'schedule',
    /^(行動計画|年度別(計画|実施計画|スケジュール|取組内容|計画内容)|実施(スケジュール|年度|工程|計画)|スケジュール|工程(表)?|年次計画|取組(スケジュール|工程|計画)|計画年度|推進スケジュール)$/,
  ],
  ['marks', /^\d\s*(レス|スレ)$/],
  ['published', /^(情報公開|公表(方法|先|状況)?|市ウェブサイト|ウェブサイト|市ウェブページ)$/],
  ['period', /^((計画|取組|推進|実施|事業)(期間|時期)|期間)$/],
  ['fiscalYear', /^(年度|対象年度|報告年度|実施年度)$/],
  ['plan', /^(計画名?|プラン名?|計画の?名称|大綱名?)$/],
  ['number', /^(no\.?|№|番号|項番|整理番号|(取組|事業|項目|管理|計画|個票|シート)(番号|no\.?)|コード|#|通番|連番|記号)$/i],
  [
    'pillar',
    /^((改革の)?(基本)?(方針|柱|目標|視点|方向)(名)?|重点(推進)?(目標|方針|戦略)|改革の(柱|方針|視点|方向)|大(項目|分類|区分)|体系|基本(政策|戦略|施策))$/,
  ],
  [
    'theme',
    /^(戦略区分|重点(項目|分野|事項)|取組(事項|方針|区分|分野|の方向|の柱)|改革(項目|区分|分野)|推進(項目|区分|方針|方策|施策)|中(項目|分類|区分)|施策(区分|の方向)?|分野|個別方針)$/,
  ],
  [
    'title',
    /^(((具体的|主な|個別|改革|重点)?(な|の)?(取組|取り組み|取組み)(項目|事項|事業)?(名|名称)?)|(実施|推進|改革|個別|具体的|アクション|行動|重点|検討)(計画|項目|事項|事業|プログラム|プラン|取組)(名|名称)?|(事業|件|項目|施策|プロジェクト|プログラム|改善|改革)名称?|事務事業名?|小(項目|分類|区分)|アクション|項目|取組事業(名)?|事業|(取組|取り組み|取組み|事業|項目|計画|施策)の(名称|名前)|件名|(取組|計画)項目名)$/,
  ],
  [
    'description',
    /^((取組|取り組み|事業|実施|計画|具体的(な)?|改革|事業の|取組の|計画の)*(内容|概要)(及び目標|・目標|・手法)?|概要(・|及び)?内容|(事業|取組|取り組み)?(の)?目的(・|及び|と)?(概要|内容)?|取組(み)?(の)?(説明|ねらい)|現状(と|・|及び)課題)$/,
  ],
  [
    'goal',
    /^((目指す|めざす|あるべき)(べき)?(姿|状態|方向)(\(目標\)|・目標)?|到達(目標|点|状態)|(取組|改革)?(の)?(ねらい|効果|目標)|期待(される|する)?(効果|成果)|目的)$/,
  ],
  ['activity', /^(取組(内容|項目|事項)|実施(内容|項目|事項)|活動(内容|項目)|具体的(な)?(取組|行動|内容))$/],
  ['reason', /^((見直し|廃止|変更|区分)?(の)?理由|(廃止|見直し)の?(理由|内容|概要))$/],
  ['total', /^(合計(額|金額)?|総額|総計|累計(額)?|計)$/],
  ['difference', /^(.*(との)?(比較|差額|増減額?|差引|差))$/],
  ['note', /^(備考|摘要|特記事項|その他|参考|注記?)$/],
]

const YEAR =
  /(?:19|20)\d\d年度?\((?:令和|平成|[RH])(?:元|\d{1,2})年度?\)|(?:令和|平成)(?:元|\d{1,2})年度?|[RH]\.?(?:元|\d{1,2})年?度?(?![A-Za-z0-9])|(?:19|20)\d\d年度?/
const PHASE = /(計画|見込み?|実績|目標|予算|決算)(?:額|値)?/
const UNIT = /\((?:単位[:：]?)?([^()]*(?:円|人|件|時間|%|回|日|名))\)/

/** What a header cell or a label says; null where it is none that is known. */
export function readLabel(text: string): Label | null {
  const folded = fold(text)
    .replace(/\s+/g, '')
    .replace(/[:：]$/, '')
    .replace(/^[【[<■●○◆◇・▼]+|[】\]>]+$/g, '')
  if (folded === '' || folded.length > 40) return null
  const unit = UNIT.exec(folded)?.[1] ?? null
  const yearText = YEAR.exec(folded)?.[0] ?? null
  const parsed = yearText ? parseFiscalYear(yearText.replace('.', '')) : null
  const year = parsed?.ok ? parsed.value : null
  const bare = (yearText ? folded.replace(yearText, '') : folded)
    .replace(UNIT, '')
    .replace(/^[のに(（]+(?=.)|^における|末(まで)?の?(?=目標|実績)/g, '')
    .replace(/\(\)|^\)|\($/g, '')
  const role =
    WORDS.find(([, words]) => words.test(bare))?.[0] ?? WORDS.find(([, words]) => words.test(bare.replace(/\([^)]*\)/g, '')))?.[0]
  const phase = (PHASE.exec(bare)?.[1]?.replace(/^見込$/, '見込み') as Label['phase']) ?? null
  // «令和6年度の取組» is what was done in it, not the name of something
  if (role) return { role: year !== null && role === 'title' && /取(?:り)?組$/.test(bare) ? 'progress' : role, year, phase, unit, text }
  if (year !== null && /^\(?(計画|見込み?|実績|目標|予算|決算)?(値|額)?\)?$/.test(bare))
    return { role: phase === '実績' ? 'actual' : phase === '目標' ? 'target' : 'fiscalYear', year, phase, unit, text }
  return null
}
