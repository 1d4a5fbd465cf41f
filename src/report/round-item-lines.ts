import type { RoundItem } from '../reform/round.ts'
import { dayInJapan, dayName } from '../vocabulary/calendar-day.ts'
import type { ListedItem } from './round-lists.ts'
import { remarkNames, remarkText } from './wording-reports.ts'
import { noOwnerName } from './wording-rounds.ts'
import { stateNames } from './wording-staff-pages.ts'

/** 一覧の一行 — what page and CSV tell of one item. */
export type ItemLine = {
  item: RoundItem
  number: string
  title: string
  parts: string
  section: string
  department: string
  /** the sections among which somebody has to choose; empty where one answers */
  heirs: readonly string[]
  state: string
  submitted: string
  arrival: string
  returns: number
  saved: string
  notes: string[]
}

const ARRIVALS: Record<ListedItem['passage']['arrival'], string> = {
  imported: '取込み済',
  onTime: '期限内',
  withinGrace: '猶予内',
  late: '期限後',
  outstanding: '未提出',
}

export function itemLine({ item, passage, remarks, neverReported }: ListedItem): ItemLine {
  const { sheet, savedAt, returned, reopened, parts } = item
  return {
    item,
    number: sheet.number ?? '',
    title: sheet.title,
    parts: parts.length === 0 ? '' : sheet.parts.flatMap(({ title }) => title ?? []).join('、'),
    section: item.section ?? noOwnerName,
    department: passage.department ?? '',
    heirs: passage.heirs,
    state: stateNames[item.state],
    submitted: passage.submittedOn ? dayName(passage.submittedOn) : '',
    arrival: ARRIVALS[passage.arrival],
    returns: passage.returns,
    saved: savedAt ? dayName(dayInJapan(savedAt)) : '',
    notes: [
      ...(item.state === 'returned' && returned ? [`差戻しの理由：${returned.reason}`] : []),
      ...(passage.reopenings > 0 && reopened ? [`再開（${dayName(reopened.until)}まで）：${reopened.reason}`] : []),
      ...remarks.map((remark) => `${'name' in remark ? `${remark.name}　` : ''}${remarkNames[remark.kind]}：${remarkText(remark)}`),
      ...neverReported.map((name) => `一度も報告のない指標：${name}`),
      ...(passage.draftDays !== null && passage.draftDays > 0 ? [`最後の保存から${passage.draftDays}日`] : []),
    ],
  }
}

/** 一覧の列 — of the file; the page shows the same values. */
export const ITEM_COLUMNS: readonly (readonly [header: string, cell: (line: ItemLine) => string | number])[] = [
  ['取組番号', (line) => line.number],
  ['取組名', (line) => line.title],
  ['取組の部分', (line) => line.parts],
  ['部', (line) => line.department],
  ['所管課', (line) => line.section],
  ['状態', (line) => line.state],
  ['提出の時期', (line) => line.arrival],
  ['最初の提出', (line) => line.submitted],
  ['差戻しの回数', (line) => line.returns],
  ['最後の保存', (line) => line.saved],
  ['確かめること', (line) => line.notes.join('\n')],
]
