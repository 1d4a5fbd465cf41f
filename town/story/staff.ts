import type { Account, Assignment, Person, Role } from '../../src/reform/account.ts'
import type { SectionHistory } from '../../src/reform/edition.ts'
import type { Day } from '../../src/vocabulary/calendar-day.ts'

/*
 * あおば市の職員 — invented people; each enters the demonstration with the password of town/story/README.md.
 */

/** 部 → 課, from the reorganisation of 令和7年4月1日 on; the former sections stand where they stood. */
const DEPARTMENTS: Record<string, readonly string[]> = {
  総務部: ['行政経営課', '人事課', '総務課', '広報広聴課', '行政改革課', 'デジタル推進課', '職員課'],
  財務部: ['財政課', '資産経営課', '納税課', '会計課', '管財課', '公共施設課'],
  市民部: ['市民課', '市民協働課'],
  産業部: ['商工観光課'],
}
const ENDED: Record<string, string> = {
  行政改革課: '行政経営課',
  デジタル推進課: '行政経営課',
  職員課: '人事課',
  管財課: '資産経営課',
  公共施設課: '資産経営課',
}
const REORGANISED = '2025-04-01'
const BEGUN: readonly string[] = ['行政経営課', '人事課', '資産経営課']

export const sections: readonly SectionHistory[] = Object.entries(DEPARTMENTS).flatMap(([department, names]) => [
  { name: department, from: null, to: null, successors: [], parent: null },
  ...names.map((name) => ({
    name,
    from: BEGUN.includes(name) ? REORGANISED : null,
    to: name in ENDED ? REORGANISED : null,
    successors: ENDED[name] ? [ENDED[name]] : [],
    parent: department,
  })),
])

const since = '2023-04-01' as Day
const aMember = (login: string, name: string, role: Role, section: string | null): Person => ({
  login,
  name,
  mail: `${login}@aoba.example`,
  disabled: false,
  demonstration: true,
  assignments: [{ role, section, from: since, to: null }],
})

const HEADS: readonly [section: string, login: string, head: string, reporter: string][] = [
  ['行政改革課', 'gyokaku', '青木 恵', '石川 健'],
  ['デジタル推進課', 'digital', '上野 翔', '江口 美咲'],
  ['職員課', 'jinji', '大野 誠', '加藤 結衣'],
  ['総務課', 'somu', '木下 豊', '工藤 愛'],
  ['広報広聴課', 'koho', '小林 学', '斎藤 直子'],
  ['財政課', 'zaisei', '佐々木 進', '清水 陽菜'],
  ['管財課', 'kanzai', '鈴木 勝', '関 真由美'],
  ['公共施設課', 'shisetsu', '高田 剛', '千葉 彩'],
  ['納税課', 'nozei', '土屋 明', '寺田 優'],
  ['会計課', 'kaikei', '中村 清', '西田 葵'],
  ['市民課', 'shimin', '野口 弘', '橋本 さくら'],
  ['市民協働課', 'kyodo', '平野 徹', '藤井 凛'],
  ['商工観光課', 'shoko', '前田 実', '三浦 涼'],
]

/** The office, a head and a reporter for every section, the heads of the departments, a finance officer, an auditor and the administrator. */
export const people: readonly Person[] = [
  aMember('kanri', '情報 太郎', 'administrator', null),
  aMember('jimukyoku', '改革 花子', 'office', '行政改革課'),
  aMember('kansa', '監査 次郎', 'auditor', null),
  aMember('zaisei-tanto', '財政 六郎', 'finance', '財政課'),
  aMember('somu-bucho', '総務 一郎', 'departmentHead', '総務部'),
  aMember('zaimu-bucho', '財務 三郎', 'departmentHead', '財務部'),
  aMember('shimin-bucho', '市民 四郎', 'departmentHead', '市民部'),
  aMember('sangyo-bucho', '産業 五郎', 'departmentHead', '産業部'),
  ...HEADS.flatMap(([section, login, head, reporter]) => [
    aMember(`${login}-kacho`, head, 'sectionHead', section),
    aMember(login, reporter, 'reporter', section),
  ]),
]

/** 職員の例, for tests: a reporter of 財政課 unless something else is said. */
export const aPerson = (said: Partial<Account> & { roles?: [Role, string | null][]; assignments?: Assignment[] } = {}): Person => {
  const { roles = [['reporter', '財政課']], assignments, ...account } = said
  return {
    login: 'rei',
    name: '例 太郎',
    mail: null,
    disabled: false,
    demonstration: false,
    ...account,
    assignments: assignments ?? roles.map(([role, section]) => ({ role, section, from: since, to: null })),
  }
}
