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

export const forms = {
  'form-merged.xlsx': [sheet('調書', form, Array(12).fill(11))],
  'form-sheets.xlsx': [
    sheet('記入要領', instructions, [60]),
    ...sheets.map((it) => sheet(it.number, report(it), [18, 12, 18, 14, 14, 14, 14, 18])),
  ],
}
