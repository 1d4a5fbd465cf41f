import { people, sections } from './staff.ts'

/*
 * あおば市の物語 — what the first start imports, in this order, as if the office had done so on these days.
 * The importer never uses the names of the files.
 */

export const municipality = { code: '990019', name: 'あおば市' } as const

/** The plan of the documents that do not name one themselves. */
export const plan = 'あおば市行財政改革推進プラン2023-2027'

const FORMS = [
  '01-窓口申請のオンライン化',
  '02-申請書記入の省力化',
  '03-キャッシュレス納付の拡大',
  '04-市公式アプリによる情報配信',
  '05-定型業務の自動化',
  '06-文書管理の電子化',
  '07-職員提案制度の活用',
  '08-時間外勤務の縮減',
  '09-ふるさと納税の推進',
  '10-市税収納率の向上',
  '11-事務事業の総点検',
  '12-公共施設の再配置',
]

/** One import each: files that came in together, the plan they belong to, who took them in and when. */
export type StoryImport = { files: readonly string[]; plan: string; act: StoryAct; edition?: StoryAct }
type StoryAct = { by: string; at: Date; why: string }

const by = '行政経営課'
const act = (at: string, why: string) => ({ by, at: new Date(`${at}+09:00`), why })

/** Paths are relative to the package root. The report of slides speaks of its own aims, so it is kept as a plan of its own. */
export const imports: readonly StoryImport[] = [
  {
    files: ['town/story/01-大綱.txt'],
    plan: 'あおば市行財政改革大綱',
    act: act('2025-06-02T09:00:00', '大綱の登録'),
  },
  {
    files: ['town/story/02-令和5年度取組状況.csv'],
    plan,
    act: act('2025-06-02T09:20:00', '昨年度の取組状況の登録'),
    edition: act('2025-06-02T09:30:00', '令和5年度の取組状況の公表'),
  },
  { files: ['town/story/03-令和6年度取組状況.xlsx'], plan, act: act('2025-06-02T09:40:00', '今年度の取組状況の登録') },
  { files: FORMS.map((name) => `town/story/様式/${name}.xlsx`), plan, act: act('2025-06-02T10:30:00', '各課から届いた様式の登録') },
  { files: ['town/story/05-後期見直し.txt'], plan, act: act('2025-06-02T11:00:00', '後期の見直しの登録') },
  {
    files: ['town/story/06-改革レポート.txt'],
    plan: '改革レポート「あおばの今」',
    act: act('2025-06-02T11:30:00', '改革レポートの登録'),
  },
  { files: ['town/story/07-組織改正.txt'], plan, act: act('2025-06-02T11:40:00', '令和7年度の組織改正の登録') },
]

/** All files in order, for those who read them without storing. */
export const files: readonly string[] = imports.flatMap((one) => one.files)

/** The staff was there before the first document. */
export const staff = { sections, people, act: act('2025-06-02T08:30:00', '職員と所属の登録') }

/** The edition that is published at the end of the first start. */
export const edition = { plan, fiscalYear: 2024, act: act('2025-06-02T13:00:00', '令和6年度の取組状況の公表') }
