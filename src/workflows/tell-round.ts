import type { Act } from '../reform/act.ts'
import type { RecordId } from '../reform/record-id.ts'
import { EMPTY_CONTENT, type ItemSheet, type ReportContent } from '../reform/report-content.ts'
import type { RoundItem } from '../reform/round.ts'
import type { Store } from '../store/database.ts'
import { planFamilies } from '../store/plan-family.ts'
import { itemById, itemsOf } from '../store/round-item.ts'
import { addDays, dayInJapan } from '../vocabulary/calendar-day.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import type { Result } from '../vocabulary/result.ts'
import { workingDaysFrom } from '../vocabulary/working-day.ts'
import { openRound } from './open-round.ts'
import { saveReport } from './save-report.ts'
import { type StepSaid, type TakenStep, takeStep } from './take-step.ts'

type Change = { kind: 'target' | 'section' | 'schedule' | 'title'; of: string | null; after: string; reason: string }
/** 課の答え — «差戻し後» was returned once, mended and submitted again. */
export type RoundAnswer = {
  title: string
  section: string
  reporter: string
  fate: '下書き' | '提出' | '差戻し' | '差戻し後' | '課長承認' | '受理'
  progress: string
  issues: string
  /** by the beginning of the indicator's name */
  actuals?: Record<string, string>
  unchanged?: boolean
  /** what the reviewer wrote, and the text before it was mended */
  returned?: { reason: string; before: string }
  change?: Change
}
/** 照会の物語 — a round that is half-way on the day on which it is told. */
export type RoundStory = {
  municipality: MunicipalityCode
  /** title of the plan */
  plan: string
  office: string
  title: string
  fiscalYear: number
  contact: string
  answers: readonly RoundAnswer[]
}

const DAY = 86_400_000
const QUARTER = 900_000
/** how many days ago the story begins */
const LONGEST = 14

/** Opens the round two weeks before `now` and takes every step by the real acts, as the people of the town would have. */
export async function tellRound(store: Store, story: RoundStory, now: Date): Promise<void> {
  // nobody is at the town hall on a Sunday; what fell on one was done on the last working day before, in the same order
  const days = (before: number): Date => {
    const day = workingDaysFrom(addDays(dayInJapan(new Date(now.getTime() - before * DAY)), 1), -1)
    return new Date(new Date(`${day}T10:00:00+09:00`).getTime() + (LONGEST - before) * QUARTER)
  }
  const act = (by: string, before: number): Act => ({ municipality: story.municipality, by, at: days(before) })
  const plans = await store.reading(story.municipality, planFamilies)
  const root = plans.find(({ title }) => foldTight(title) === foldTight(story.plan))
  if (!root) throw new Error(`${story.plan}：計画がありません`)
  const today = dayInJapan(now)
  const dueSection = workingDaysFrom(today, 8)
  const round = done(
    await openRound(
      store,
      {
        ...{ family: root.id, plan: root.plan as RecordId, title: story.title, fiscalYear: story.fiscalYear, contact: story.contact },
        opensOn: dayInJapan(days(LONGEST)),
        dueSection,
        dueDepartment: null,
        dueOffice: workingDaysFrom(addDays(dueSection, 14), 0),
        graceDays: 3,
        lockOn: null,
        departmentApproval: false,
        separation: true,
        remind: { before: [10, 5, 1], onDay: true, after: [1, 4] },
      },
      act(story.office, LONGEST),
    ),
  )
  const items = await store.reading(story.municipality, (db) => itemsOf(db, round.id))
  for (const answer of story.answers) {
    const item = items.find((one) => isAnswered(one, answer))
    if (!item) throw new Error(`${answer.title}（${answer.section}）：照会の対象にありません`)
    await tellAnswer(store, story, item, answer, act)
  }
}

const isAnswered = ({ sheet, section }: RoundItem, answer: RoundAnswer): boolean =>
  foldTight(sheet.title) === foldTight(answer.title) && foldTight(section ?? '') === foldTight(answer.section)

async function tellAnswer(
  store: Store,
  { municipality, office }: RoundStory,
  item: RoundItem,
  answer: RoundAnswer,
  act: (by: string, before: number) => Act,
): Promise<void> {
  const { reporter, fate, returned } = answer
  const head = `${reporter}-kacho`
  const take = async (step: TakenStep, by: string, before: number, said: Partial<StepSaid> = {}) =>
    done(await takeStep(store, step, item.id, { version: null, ...said }, act(by, before)))
  const save = async (progress: string, before: number) => {
    const now = (await store.reading(municipality, (db) => itemById(db, item.id))) ?? item
    const content = contentOf(answer, progress, item.sheet)
    done(await saveReport(store, { item: item.id, version: now.version, content }, act(reporter, before)))
  }
  await save(returned?.before || answer.progress, 9)
  if (fate === '下書き') return
  await take('submit', reporter, 8)
  if (returned) await take('return', head, 6, { reason: returned.reason, fields: ['progress'] })
  if (fate === '差戻し後') {
    await save(answer.progress, 4)
    await take('submit', reporter, 3)
  }
  if (fate === '課長承認' || fate === '受理') await take('approve', head, 5)
  if (fate === '受理') await take('accept', office, 2)
}

function contentOf(answer: RoundAnswer, progress: string, sheet: ItemSheet): ReportContent {
  const named = (name: string) => sheet.indicators.find((one) => foldTight(one.name).startsWith(foldTight(name)))
  const { issues, unchanged = false, actuals = {}, change } = answer
  return {
    ...EMPTY_CONTENT,
    unchanged,
    progress,
    issues,
    actuals: Object.entries(actuals).flatMap(([name, raw]) => {
      const indicator = named(name)
      return indicator ? [{ indicator: indicator.id, raw, status: '実績' as const }] : []
    }),
    changes: change ? [{ ...change, of: change.of === null ? null : (named(change.of)?.id ?? change.of) }] : [],
  }
}

function done<T>(answer: Result<T, { kind: string }>): T {
  if (!answer.ok) throw new Error(`物語の照会が進みません：${JSON.stringify(answer.problem)}`)
  return answer.value
}
