import type { Person } from '../src/reform/account.ts'
import type { Round } from '../src/reform/round.ts'
import type { StoredRecord } from '../src/reform/stored-record.ts'
import { savePerson } from '../src/store/account.ts'
import type { Store } from '../src/store/database.ts'
import { saveMunicipality } from '../src/store/municipality.ts'
import type { PlanFamilyId } from '../src/store/plan-family.ts'
import { saveRecord } from '../src/store/record.ts'
import { saveSections } from '../src/store/section.ts'
import { saveSession } from '../src/store/session.ts'
import type { Day } from '../src/vocabulary/calendar-day.ts'
import type { MunicipalityCode } from '../src/vocabulary/municipality-code.ts'
import { cookieName, newToken, tokenHash } from '../src/web/staff/session.ts'
import { openRound } from '../src/workflows/open-round.ts'
import { aNode, anActual, anId, anIndicator, anInitiative, aPlan, aReport, aTarget } from '../town/story/builders.ts'
import { aRound } from '../town/story/round-builders.ts'

/** A large town: 10 plans of 300 initiatives with 5 indicators over 5 years, 100 sections with a reporter each. */
export const TOWN = '990019' as MunicipalityCode
const SECTIONS = 100
const INITIATIVES = 300
const YEARS = [2021, 2022, 2023, 2024, 2025]
export const sectionName = (nth: number): string => `第${(nth % SECTIONS) + 1}課`
const since = '2020-04-01' as Day

const aMember = (login: string, role: Person['assignments'][number]['role'], section: string | null): Person => ({
  login,
  name: login,
  mail: null,
  disabled: false,
  demonstration: false,
  assignments: [{ role, section, from: since, to: null }],
})

function planOf(nth: number): StoredRecord {
  const id = (name: string) => anId(`p${nth}-${name}`)
  const nodes = Array.from({ length: 10 }, (_, n) =>
    aNode({ id: id(`node-${n}`), plan: id('plan'), number: String(n + 1), title: `柱${n + 1}` }),
  )
  const initiatives = Array.from({ length: INITIATIVES }, (_, n) =>
    anInitiative({
      id: id(`i-${n}`),
      plan: id('plan'),
      node: id(`node-${n % 10}`),
      number: String(n + 1),
      title: `取組${n + 1} 手続の見直しと窓口の改善`,
      sections: [sectionName(n)],
      reports: YEARS.slice(0, 4).map((fiscalYear) =>
        aReport({
          fiscalYear,
          section: sectionName(n),
          progress: `${fiscalYear}年度は窓口の手続を${n}件見直した。`,
          issues: '引き続き進める。',
        }),
      ),
    }),
  )
  const indicators = initiatives.flatMap((it, n) =>
    Array.from({ length: 5 }, (_, k) =>
      anIndicator({
        id: id(`k-${n}-${k}`),
        of: { initiative: it.id },
        name: `指標${k + 1}`,
        targets: YEARS.map((fiscalYear) => aTarget('100', { fiscalYear, final: fiscalYear === 2025 })),
        actuals: YEARS.slice(0, 4).map((fiscalYear) => anActual('90', { fiscalYear })),
      }),
    ),
  )
  return {
    ...{ municipality: { code: TOWN, name: 'あおば市' }, fiscalYear: 2024, chapters: [], lineage: [], effects: [], effectTotals: [] },
    ...{ reviews: [], organizationChanges: [], events: [], roadmap: [], series: [], glossary: [], sources: [] },
    plans: [aPlan({ id: id('plan'), title: `計画${nth + 1}`, period: { from: 2021, to: 2025 } })],
    nodes,
    initiatives,
    indicators,
  }
}

/** Writes the town and opens a round of its first plan. */
export async function buildTown(store: Store, at: Date): Promise<Round> {
  const act = { municipality: TOWN, by: 'jimukyoku', at }
  const names = Array.from({ length: SECTIONS }, (_, n) => sectionName(n))
  await store.writing(act, async (tx) => {
    await saveMunicipality(tx, { name: 'あおば市' })
    await saveSections(
      tx,
      names.map((name, n) => ({ name, from: null, to: null, successors: [], parent: `第${Math.floor(n / 10) + 1}部` })),
    )
    await savePerson(tx, aMember('jimukyoku', 'office', null))
    for (const [n, name] of names.entries()) await savePerson(tx, aMember(`kacho${n + 1}`, 'reporter', name))
  })
  for (let nth = 0; nth < 10; nth += 1) await store.writing(act, (tx) => saveRecord(tx, `family-${nth}` as PlanFamilyId, planOf(nth)))
  const {
    id: _,
    closed: __,
    ...asked
  } = aRound({ family: 'family-0' as PlanFamilyId, plan: anId('p0-plan'), fiscalYear: 2025, graceDays: 0, lockOn: '2099-04-01' as Day })
  const round = await openRound(store, asked, act)
  if (!round.ok) throw new Error(round.problem.kind)
  return round.value
}

/** The header of a signed-in browser. */
export async function cookieOf(store: Store, login: string, at: Date): Promise<string> {
  const token = newToken()
  const endsAt = new Date(at.getTime() + 8 * 3_600_000)
  await store.writing({ municipality: TOWN, by: login, at }, (tx) =>
    saveSession(tx, { tokenHash: tokenHash(token), login, startedAt: at, seenAt: at, endsAt }),
  )
  return `${cookieName(true)}=${token}`
}
