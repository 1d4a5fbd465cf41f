import { across, block, down, type Said, sheet } from '../../story/sheet.ts'

/** なぎさ市: a form of one page, labels and values in merged areas, a schedule with year columns, indicators with goals and results. */
const form: Said[][] = [
  [across(12, '行政経営プラン　取組調書（令和6年度）')],
  ['整理番号', across(2, '2-2-3'), across(2, '取組名'), across(4, '使用料・手数料の見直し'), '担当課', across(2, '財政課')],
  [across(2, '基本方針'), across(4, '２ 財政の改革'), across(2, '施策区分'), across(4, '(2) 歳出の見直し')],
  [across(2, '取組の概要'), across(10, '算定の基準を定め、施設の使用料と証明等の手数料を4年ごとに見直す。')],
  [across(2, '目指す姿'), across(10, '利用する人としない人の負担が釣り合っている状態')],
  [block(2, 4, '取組内容'), across(8, '実施スケジュール')],
  [across(2, '令和5年度'), across(2, '令和6年度'), across(2, '令和7年度'), across(2, '令和8年度')],
  [across(4, '算定基準の策定'), across(2, '検討'), across(2, '策定'), across(2, null), across(2, null)],
  [across(4, '使用料の改定'), across(2, null), across(2, null), across(2, '条例改正'), across(2, '新料金の適用')],
  [
    down(2, '指標'),
    across(3, '指標名'),
    '単位',
    across(2, '基準値（R4年度）'),
    across(2, '目標値（R6年度）'),
    across(3, '実績値（R6年度）'),
  ],
  [across(3, '受益者負担率（体育施設）'), '％', across(2, 18.5), across(2, '25.0以上'), across(3, 21.3)],
  [across(2, '実施状況'), across(10, '庁内の検討会を4回開き、算定基準を決定した。\n施設ごとの原価を計算した。')],
  [across(2, '今後の課題'), across(10, '減免の対象をそろえる必要がある。')],
  [across(2, '計画の見直し'), across(10, 'なし')],
]

type Sheet = {
  number: string
  title: string
  section: string
  summary: string
  indicator: Said[]
  plan: Said[]
  done: string
  mark: string
  next: string
}

/** しおかぜ市: another city's words for the same things, one sheet for each item, and a sheet of instructions. */
const report = (it: Sheet): Said[][] => [
  [across(8, '第４次行政改革大綱　進行管理シート')],
  ['項目番号', it.number, '取り組み名', across(3, it.title), '所属', it.section],
  ['具体的な内容', across(7, it.summary)],
  ['年度', '令和5年度', '令和6年度', '令和7年度', across(4, null)],
  ['計画', ...it.plan, across(4, null)],
  ['ＫＰＩ', '単位', '現状値（令和4年度）', '令和5年度目標', '令和5年度実績', '令和6年度目標', '令和6年度実績', '最終目標（令和7年度）'],
  it.indicator,
  ['令和6年度の取組実績', across(7, it.done)],
  ['達成度', it.mark, '次年度の取組', across(5, it.next)],
]

const sheets: Sheet[] = [
  {
    number: '1-1-2',
    title: 'パブリックコメントの活用',
    section: '企画課',
    summary: '計画や条例の案を早い段階で公表し、寄せられた意見と市の考え方を公開する。',
    plan: ['実施要領の改正', '実施', '実施'],
    indicator: ['1件あたりの意見数', '件', 4.2, 6, 5.8, '8以上', 9.5, '10以上'],
    done: '5件の計画で意見を募集し、意見は計48人から寄せられた。',
    mark: 'A',
    next: '募集期間を広く知らせる。',
  },
  {
    number: '2-1-3',
    title: '公用車の適正配置',
    section: '管財課',
    summary: '公用車の使われ方を調べ、共用とする車を増やして台数を減らす。',
    plan: ['稼働率調査', '減車', '減車'],
    indicator: ['公用車の台数', '台', 118, 115, 116, '112以下', 112, '108以下'],
    done: '4台を減車し、予約を一つの画面にまとめた。',
    mark: 'A',
    next: '予約の方法を統一する。',
  },
]

const instructions: Said[][] = [
  ['記入要領'],
  ['１　白い欄だけに記入してください。'],
  ['２　実績の数値は年度末の時点とし、見込みの場合は数値の後に「見込」と書いてください。'],
]

/** さくら台市: goals over results inside a form, marks under their names, a report for each of two years. */
const rows: Said[][] = [
  [across(10, 'さくら台市行政改革推進計画　実施計画書兼進捗報告書')],
  ['改革の柱', across(4, '２　職員の時間を生み出す'), '推進項目', across(4, '(1)　事務の集約')],
  ['番号', '2-1', '取組名', across(4, '庶務センターの設置'), '所管課', across(2, '人事課、総務課')],
  ['取組の概要', across(9, '給与、旅費、福利厚生の事務を1か所に集める。')],
  ['目指す姿', across(9, '職員が届出の書類に時間を取られない職場')],
  ['3レス', across(3, 'ペーパー'), across(3, 'タイム'), across(3, 'ムーブ')],
  [null, across(3, '○'), across(3, '○'), across(3, null)],
  [across(5, '取組内容'), '令和5年度', '令和6年度', '令和7年度', '令和8年度', '令和9年度'],
  [across(5, '事務の流れの見直し'), '現状の調査', '流れの設計', null, null, null],
  [across(5, 'センターの開設'), null, '場所の確保', '開設', null, null],
  [across(2, '指標名'), '単位', '基準値（令和4年度）', '区分', '令和5年度', '令和6年度', '令和7年度', '令和8年度', '令和9年度'],
  [block(2, 2, '集約した事務の数（累計）'), down(2, '件'), down(2, 0), '目標', 0, 5, 20, 30, 38],
  ['実績', 0, 4, null, null, null],
  [block(2, 2, '届出1件の処理日数'), down(2, '日'), down(2, 9.4), '目標', '9.0以内', '8.0以内', '5.0以内', '4.0以内', '3.0以内'],
  ['実績', 9.1, 8.3, null, null, null],
  ['進捗状況', '年度', across(5, '実績'), across(3, '計画の見直し')],
  [down(2, null), '令和5年度', across(5, '38の事務の流れを調べた。'), across(3, '－')],
  ['令和6年度', across(5, '4件の事務を試しに集約した。\n場所を第二庁舎に決めた。'), across(3, '開設を令和7年10月とする。')],
  ['今後の課題・方向性', across(9, '出先機関の届出を電子にする。')],
]

export const forms = {
  'form-rows.xlsx': [sheet('様式', rows, [14, 12, 12, 16, 12, 14, 14, 14, 14, 14])],
  'form-merged.xlsx': [sheet('調書', form, Array(12).fill(11))],
  'form-sheets.xlsx': [
    sheet('記入要領', instructions, [60]),
    ...sheets.map((it) => sheet(it.number, report(it), [18, 12, 18, 14, 14, 14, 14, 18])),
  ],
}
