import type { Round, RoundItem } from '../reform/round.ts'
import { type Day, dayName } from '../vocabulary/calendar-day.ts'
import { workingDaysFrom } from '../vocabulary/working-day.ts'
import { countText, yearShort } from './figures.ts'
import { noOwnerName } from './wording-rounds.ts'

export type LetterTable = { title: string; headers: string[]; widths: number[]; rows: string[][] }
/** 記書きの一項 — a heading with lines or a table under it. */
export type LetterEntry = { heading: string; lines: string[]; table?: LetterTable }
/** 照会文 — what the letter says; the office puts in the number of its register. */
export type InquiryLetter = {
  number: string
  date: string
  to: string
  from: string
  subject: string
  body: string[]
  entries: LetterEntry[]
  /** 別紙 */
  attached: LetterTable
}
export type Asked = { round: Round; plan: string; sender: string; items: readonly RoundItem[]; section: string | null }

/** 所属長の呼び方 — 財政課 → 財政課長, 議会事務局 → 議会事務局長; where a name ends otherwise, its head is named. */
export const headOf = (section: string): string => (/[課室部局所館園校係署場院]$/.test(section) ? `${section}長` : `${section}の長`)

/** Without the weekday: the date of a letter has none. */
const letterDate = (day: Day): string => dayName(day).replace(/（.）$/, '')

/** 照会文を組み立てる — for everybody, or for one section with the list of its initiatives. What was imported is not asked. */
export function inquiryLetter({ round, plan, sender, items, section }: Asked): InquiryLetter {
  const asked = items.filter(({ imported }) => !imported)
  const own = section === null ? asked : asked.filter((item) => item.section === section)
  return {
    number: '（文書番号）',
    date: letterDate(round.opensOn),
    to: section === null ? '各課長　様' : `${headOf(section)}　様`,
    from: sender,
    subject: `${yearShort(round.fiscalYear)}取組状況の報告について（照会）`,
    body: [
      '行財政改革の推進に、日頃から御協力をいただきありがとうございます。',
      `「${plan}」に掲げる取組の${yearShort(round.fiscalYear)}の状況を取りまとめて公表するため、下記のとおり照会します。所管する取組について、期限までに報告してくださるようお願いします。`,
    ],
    entries: [
      whatIsAsked(round, plan, own.length, section),
      WHAT_TO_REPORT,
      deadlines(round),
      HOW_TO_REPORT,
      careful(round),
      contact(round),
    ],
    attached: section === null ? countsBySection(own) : ownInitiatives(own),
  }
}

function whatIsAsked({ fiscalYear }: Round, plan: string, count: number, section: string | null): LetterEntry {
  const whose = section === null ? '各課が所管するもの' : `${section}が所管するもの`
  return {
    heading: '報告の対象',
    lines: [
      `「${plan}」に掲げる取組のうち、${whose}（別紙のとおり ${countText(count)}件）`,
      `期間は、${letterDate(`${fiscalYear}-04-01` as Day)}から${letterDate(`${fiscalYear + 1}-03-31` as Day)}まで`,
    ],
  }
}

const WHAT_TO_REPORT: LetterEntry = {
  heading: '報告していただくこと',
  lines: [
    '取組状況（その年度に行ったこと）',
    '指標の実績値（該当しないときは「－」、数値で表せないときは文字）',
    '効果額の実績（効果額の欄がある取組だけ）',
    '今後の課題・方向性',
    '計画の見直し（目標、行動計画、所管課、取組名を改めたいときだけ）',
  ],
}

function deadlines({ dueSection, dueDepartment, dueOffice, departmentApproval }: Round): LetterEntry {
  const rows = [
    ['課からの提出（報告者）', dayName(dueSection)],
    ...(departmentApproval && dueDepartment ? [['課長承認と部長承認', dayName(dueDepartment)]] : []),
    ...(dueOffice ? [[departmentApproval ? '事務局の受理' : '課長承認と事務局の受理', dayName(dueOffice)]] : []),
  ]
  return { heading: '期限', lines: [], table: { title: '期限', headers: ['手続', '期限'], widths: [45, 55], rows } }
}

const HOW_TO_REPORT: LetterEntry = {
  heading: '報告の方法',
  lines: [
    '行財政改革のシステムの「報告する」から入力するか、配付する様式（Excel）に記入して返してください。どちらも記入要領によります。',
    '前年度の報告から変わったところがないときは、「変更なし」を選んでください。指標の実績値は、変わりがなくても記入してください。',
  ],
}

function careful({ dueSection, graceDays, lockOn, separation }: Round): LetterEntry {
  const last =
    graceDays > 0
      ? [`期限に間に合わないときも、${dayName(workingDaysFrom(dueSection, graceDays))}までは提出できます（期限後の扱いになります）。`]
      : []
  const lock = lockOn ? [`${dayName(lockOn)}からは入力できません。`] : ['その後は入力できません。']
  return {
    heading: '留意事項',
    lines: [
      ...last,
      `${lock.join('')}やむを得ないときは、問合せ先に相談してください。`,
      ...(separation ? ['提出した人は、その報告を承認できません。'] : []),
      '差し戻した報告は、理由を確かめて直し、もう一度提出してください。',
      '報告の内容は、審査の後、市の記録として公表します。',
    ],
  }
}

const contact = ({ contact: said }: Round): LetterEntry => ({ heading: '問合せ先', lines: [said || '（問合せ先）'] })

const ownInitiatives = (items: readonly RoundItem[]): LetterTable => ({
  title: '別紙　報告していただく取組',
  headers: ['番号', '取組', '指標（単位）', '目標値'],
  widths: [10, 38, 34, 18],
  rows: items.map(({ sheet, parts }) => {
    const own = sheet.parts.filter(({ id, title }) => title && parts.includes(id)).map(({ title }) => `（${title}）`)
    return [
      sheet.number ?? '',
      [sheet.title, ...own].join('\n'),
      sheet.indicators.map(({ name, unit }) => (unit ? `${name}（${unit}）` : name)).join('\n') || '－',
      sheet.indicators.map(({ target }) => target ?? '－').join('\n') || '－',
    ]
  }),
})

const countsBySection = (items: readonly RoundItem[]): LetterTable => ({
  title: '別紙　課ごとの件数',
  headers: ['課', '件数', '取組の番号'],
  widths: [30, 12, 58],
  rows: [...Map.groupBy(items, ({ section }) => section ?? noOwnerName)].map(([section, own]) => [
    section,
    countText(own.length),
    own.map(({ sheet }) => sheet.number ?? sheet.title).join('、'),
  ]),
})
