import type { Hono } from 'hono'
import type { Act } from '../src/reform/act.ts'
import { emptyRecord } from '../src/reform/record.ts'
import type { Round } from '../src/reform/round.ts'
import { savePerson } from '../src/store/account.ts'
import type { Store } from '../src/store/database.ts'
import { saveMunicipality } from '../src/store/municipality.ts'
import type { PlanFamilyId } from '../src/store/plan-family.ts'
import { saveRecord } from '../src/store/record.ts'
import { saveSections } from '../src/store/section.ts'
import { saveSession } from '../src/store/session.ts'
import type { MunicipalityCode } from '../src/vocabulary/municipality-code.ts'
import { cookieName, newToken, tokenHash } from '../src/web/staff/session.ts'
import type { StaffOptions } from '../src/web/staff/staff.ts'
import { openRound } from '../src/workflows/open-round.ts'
import { aNode, anId, anIndicator, anInitiative, aPlan, aReport } from '../town/story/builders.ts'
import { aRound } from '../town/story/round-builders.ts'
import { people, sections } from '../town/story/staff.ts'

/*
 * あおば市の庁舎 — a small plan, the staff and an open round, for tests of the staff pages and of the acts behind them.
 * It is 2025年4月21日 10時 there, unless a test says otherwise.
 */
export const AOBA = '990019' as MunicipalityCode
export const FAMILY = 'plan' as PlanFamilyId
export const NOW = new Date('2025-04-21T10:00:00+09:00')
export const act = (by: string, said: Partial<Act> = {}): Act => ({ municipality: AOBA, by, at: NOW, ...said })

const OWNERS = ['財政課', '財政課', '市民課', '行政改革課', '納税課', '総務課'] as const

/** 6 initiatives, the nth of `OWNERS[n]`, each with an indicator and last year's report. */
export const aStaffPlan = () => ({
  ...emptyRecord(),
  municipality: { code: AOBA as string, name: 'あおば市' },
  fiscalYear: 2023,
  plans: [aPlan()],
  nodes: [aNode()],
  initiatives: OWNERS.map((section, nth) =>
    anInitiative({
      id: anId(`initiative-${nth + 1}`),
      number: `1-${nth + 1}`,
      title: ['基金の積立て', '使用料の見直し', '窓口申請のオンライン化', '事務事業の総点検', '市税収納率の向上', '文書の電子化'][
        nth
      ] as string,
      sections: [section],
      reports: [aReport({ fiscalYear: 2023, section, progress: `令和5年度の取組 ${nth + 1}`, issues: '引き続き進める。' })],
    }),
  ),
  indicators: OWNERS.map((_, nth) => anIndicator({ id: anId(`indicator-${nth + 1}`), of: { initiative: anId(`initiative-${nth + 1}`) } })),
  sources: [],
})

/** The municipality, its sections and its staff, and nothing else yet. */
export const openOffice = (store: Store): Promise<void> =>
  store.writing(act('jimukyoku'), async (tx) => {
    await saveMunicipality(tx, { name: 'あおば市' })
    await saveSections(tx, sections)
    for (const person of people) await savePerson(tx, person)
  })

/** What every app of the staff pages is built with in a test. */
export const staffOptions = (store: Store): StaffOptions => ({
  store,
  stylesheet: '/x.css',
  script: '/x.js',
  now: () => NOW,
  published: () => {},
  demonstration: true,
  plainHttp: true,
})

/** Saves the town and opens a round of 令和6年度. */
export async function openTown(store: Store, said: Partial<Round> = {}): Promise<Round> {
  await openOffice(store)
  await store.writing(act('jimukyoku'), (tx) => saveRecord(tx, FAMILY, aStaffPlan()))
  const { id: _, closed: __, ...asked } = aRound(said)
  const round = await openRound(store, asked, act('jimukyoku'))
  if (!round.ok) throw new Error(round.problem.kind)
  return round.value
}

/** A session as if the person had signed in; the answer is the header of the requests. */
export async function cookieOf(store: Store, login: string, municipality = AOBA, at = NOW): Promise<string> {
  const token = newToken()
  const endsAt = new Date(at.getTime() + 8 * 3_600_000)
  await store.writing({ municipality, by: login, at }, (tx) =>
    saveSession(tx, { tokenHash: tokenHash(token), login, startedAt: at, seenAt: at, endsAt }),
  )
  return `${cookieName(true)}=${token}`
}

type Asked = { cookie?: string; form?: Record<string, string | string[] | File>; origin?: string }

/** A request of a browser that has no script: a link, or a form. */
export async function ask(app: Hono, path: string, { cookie, form, origin = 'http://localhost' }: Asked = {}): Promise<Response> {
  const headers: Record<string, string> = { host: 'localhost', ...(cookie ? { cookie } : {}) }
  if (!form) return app.request(`http://localhost${path}`, { headers })
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one)
  return app.request(`http://localhost${path}`, { method: 'POST', headers: { ...headers, origin }, body })
}
