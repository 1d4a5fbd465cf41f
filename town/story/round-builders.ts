import type { PlanFamilyId } from '../../src/reform/record-id.ts'
import { EMPTY_CONTENT, type ItemSheet, type ReportContent } from '../../src/reform/report-content.ts'
import type { Round, RoundId, RoundItem, RoundItemId } from '../../src/reform/round.ts'
import type { Day } from '../../src/vocabulary/calendar-day.ts'
import { anId } from './builders.ts'

export const aDay = (text: string): Day => text as Day

/** 令和6年度の照会, opened in April 2025: due on 5月16日, no grace, no lock of its own, no approval by the department. */
export const aRound = (said: Partial<Round> = {}): Round => ({
  id: 'round' as RoundId,
  family: 'plan' as PlanFamilyId,
  plan: anId('plan'),
  title: '令和6年度取組状況の照会',
  fiscalYear: 2024,
  opensOn: aDay('2025-04-14'),
  dueSection: aDay('2025-05-16'),
  dueDepartment: null,
  dueOffice: aDay('2025-06-13'),
  graceDays: 0,
  lockOn: null,
  departmentApproval: false,
  separation: true,
  remind: { before: [14, 5, 1], onDay: true, after: [1, 4] },
  contact: '行政経営課 改革係（内線 2345）',
  closed: false,
  ...said,
})

export const aSheet = (said: Partial<ItemSheet> = {}): ItemSheet => ({
  number: '1-1-1',
  title: '窓口申請のオンライン化',
  description: '市民が窓口に来なくても申請できるようにする。',
  goal: '来なくてよい窓口',
  under: ['1 伝わる・届く行政サービスへの転換'],
  parts: [],
  activities: [{ name: '対象手続の拡大', planned: '実施' }],
  indicators: [
    {
      id: anId('indicator'),
      name: 'オンライン申請の件数',
      unit: '件',
      direction: 'increase',
      baseline: '1,200',
      target: '2,000',
      finalTarget: '3,000',
      earlier: [{ fiscalYear: 2023, raw: '1,540' }],
    },
  ],
  effects: [],
  last: { fiscalYear: 2023, progress: '対象手続を12件に広げた。', issues: '利用の案内が足りない。', revision: null },
  ...said,
})

export const aContent = (said: Partial<ReportContent> = {}): ReportContent => ({
  ...EMPTY_CONTENT,
  progress: '対象手続を20件に広げた。',
  issues: '高齢者への案内を続ける。',
  actuals: [{ indicator: anId('indicator'), raw: '2,150', status: '実績' }],
  ...said,
})

export const anItem = (said: Partial<RoundItem> = {}): RoundItem => ({
  id: 'item' as RoundItemId,
  round: 'round' as RoundId,
  initiative: anId('initiative'),
  parts: [],
  section: '財政課',
  position: 10,
  sheet: aSheet(),
  state: 'notStarted',
  imported: false,
  content: EMPTY_CONTENT,
  version: 0,
  savedBy: null,
  savedAt: null,
  submittedBy: null,
  submittedAt: null,
  submissions: 0,
  returned: null,
  reopened: null,
  elsewhere: null,
  ...said,
})
