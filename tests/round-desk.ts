import type { Round, RoundItem } from '../src/reform/round.ts'
import type { Store } from '../src/store/database.ts'
import { saveRecord } from '../src/store/record.ts'
import { roundsOf } from '../src/store/round.ts'
import { itemsOf } from '../src/store/round-item.ts'
import { staffApp } from '../src/web/staff/app.tsx'
import { anId, anInitiative, aPlan, aReport } from '../town/story/builders.ts'
import { AOBA, act, aStaffPlan, ask, cookieOf, FAMILY, openOffice, staffOptions } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

/** Six sections' initiatives, the last of them imported already; one without a section, in a plan that stands in the plan. */
const plan = () => {
  const { initiatives, ...rest } = aStaffPlan()
  const nested = anInitiative({ id: anId('initiative-7'), number: '2-1', title: '公民連携の推進', plan: anId('nested'), sections: [] })
  const reported = initiatives.map((it, nth) =>
    nth === 5 ? { ...it, reports: [...it.reports, aReport({ fiscalYear: 2024, section: '総務課', progress: '=1+1 済' })] } : it,
  )
  return {
    ...rest,
    plans: [...rest.plans, aPlan({ id: anId('nested'), title: '実施計画', parent: anId('plan') })],
    initiatives: [...reported, nested],
  }
}

/** 事務局の机 — the plan above, no round yet, and somebody of the office who asks. */
export async function openDesk() {
  const store: Store = await openTestStore()
  await openOffice(store)
  await store.writing(act('jimukyoku'), (tx) => saveRecord(tx, FAMILY, plan()))
  const app = staffApp(staffOptions(store))
  const cookie = await cookieOf(store, 'jimukyoku')
  const rounds = () => store.reading(AOBA, roundsOf)
  const items = async () => store.reading(AOBA, async (db) => itemsOf(db, (await roundsOf(db))[0]?.id as Round['id']))
  return {
    store,
    app,
    cookie,
    rounds,
    items,
    theRound: async () => (await rounds())[0] as Round,
    itemOf: async (title: string) => (await items()).find(({ sheet }) => sheet.title === title) as RoundItem,
    get: async (path: string) => {
      const answer = await ask(app, path, { cookie })
      return { status: answer.status, text: await answer.text() }
    },
    post: async (path: string, form: Record<string, string | string[]>) => {
      const answer = await ask(app, path, { cookie, form })
      return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() }
    },
  }
}

/** The form of a new round as somebody types it. */
export const FORM = {
  plan: 'plan|plan',
  year: '2024',
  title: '',
  opensOn: 'R7.4.21',
  dueSection: '2025-05-16',
  dueDepartment: '',
  dueOffice: '令和7年6月13日（金）',
  graceDays: '３',
  lockOn: '',
  separation: '1',
  remindBefore: '1,14、5',
  remindOnDay: '1',
  remindAfter: ['1', '4'],
  contact: '行政経営課 改革係（内線 2345）',
}
