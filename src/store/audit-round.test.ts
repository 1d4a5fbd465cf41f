import { beforeAll, expect, it } from 'vitest'
import { randomFrom } from '../../tests/random.ts'
import { AOBA, act, FAMILY, openTown } from '../../tests/staff-town.ts'
import { onBothDatabases } from '../../tests/test-store.ts'
import { anId } from '../../town/story/builders.ts'
import { aContent } from '../../town/story/round-builders.ts'
import { people } from '../../town/story/staff.ts'
import type { Person } from '../reform/account.ts'
import type { RoundItem } from '../reform/round.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import { decidePlanChange, proposePlanChange } from '../workflows/decide-plan-change.ts'
import { saveReport } from '../workflows/save-report.ts'
import { type TakenStep, takeStep } from '../workflows/take-step.ts'
import { savePerson } from './account.ts'
import { auditOf, verifyAudit } from './audit.ts'
import { planChangesOf } from './plan-change.ts'
import { itemsOf } from './round-item.ts'

const TABLES = ['account', 'assignment', 'round', 'round_item', 'round_step', 'submission', 'plan_change', 'initiative', 'report']
const STEPS: TakenStep[] = ['submit', 'withdraw', 'approve', 'return', 'accept', 'reopen']
const OPERATIONS = 1000

onBothDatabases('A-01 照会の記録', (database) => {
  const store = () => database().store
  const random = randomFrom(20250421)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  let items: RoundItem[]

  beforeAll(async () => {
    const round = await openTown(store())
    items = await store().reading(AOBA, (db) => itemsOf(db, round.id))
  })

  async function report(nth: number): Promise<boolean> {
    const { id, section, initiative, round } = pick(items)
    const now = (await store().reading(AOBA, (db) => itemsOf(db, round))).find((item) => item.id === id) as RoundItem
    const reporter = people.find(({ assignments }) => assignments.some((one) => one.role === 'reporter' && one.section === section))
    const changes = random() < 0.3 ? [{ kind: 'title' as const, of: null, after: `題${nth}`, reason: '実態に合わせる' }] : []
    const indicator = anId(initiative.replace('initiative', 'indicator'))
    const content = aContent({ progress: `${nth}回目`, actuals: [{ indicator, raw: String(nth), status: '実績' }], changes })
    return (await saveReport(store(), { item: id, version: now.version, content }, act(reporter?.login ?? '', { role: 'reporter' }))).ok
  }
  async function step(nth: number): Promise<boolean> {
    const item = pick(items)
    const step = pick(STEPS)
    const said = { version: null, reason: `理由${nth}`, until: '2025-12-31' }
    const own = people.filter(({ assignments }) => assignments.some(({ section }) => section === item.section))
    for (const login of [...own.map((one) => one.login), 'jimukyoku'])
      if ((await takeStep(store(), step, item.id, said, act(login, { why: `操作${nth}` }))).ok) return true
    return false
  }
  async function change(nth: number): Promise<boolean> {
    const open = (await store().reading(AOBA, (db) => planChangesOf(db, FAMILY))).filter(({ state }) => state === 'proposed')
    if (open.length > 0 && random() < 0.7) {
      const decision = { decided: random() < 0.5, on: '2025-04-21' as Day, reason: `決定${nth}` }
      return (await decidePlanChange(store(), pick(open).id, decision, act('jimukyoku'))).ok
    }
    const said = { kind: 'section' as const, of: null, after: pick(['財政課', '市民課、財政課']), reason: '組織の見直し' }
    return (await proposePlanChange(store(), FAMILY, pick(items).initiative, said, act('jimukyoku'))).ok
  }
  async function account(nth: number): Promise<boolean> {
    const moved: Person = {
      ...pick(people),
      login: `extra-${Math.floor(random() * 9)}`,
      mail: `${nth}@aoba.example`,
      disabled: random() < 0.3,
    }
    const assignments = moved.assignments.slice(0, Math.floor(random() * 3))
    await store().writing(act('kanri', { role: 'administrator' }), (tx) => savePerson(tx, { ...moved, assignments }))
    return true
  }

  it(`でたらめな ${OPERATIONS} の操作の後、記録をたどると表の今の姿になる`, { timeout: 300_000 }, async () => {
    const kinds = [report, report, step, step, change, account]
    const done = new Map<string, number>()
    for (let nth = 1; nth <= OPERATIONS; nth += 1) {
      const kind = pick(kinds)
      if (await kind(nth)) done.set(kind.name, (done.get(kind.name) ?? 0) + 1)
    }
    for (const kind of kinds) expect(done.get(kind.name), kind.name).toBeGreaterThan(20)

    const replayed = new Map<string, Map<string, Record<string, unknown>>>(TABLES.map((name) => [name, new Map()]))
    for (const { table, key, act, before, after } of (await store().reading(AOBA, (db) => auditOf(db, { limit: 1_000_000 }))).reverse()) {
      const name = JSON.stringify(Object.entries(key).sort())
      const rows = replayed.get(table)
      const was = rows?.get(name)
      if (!rows) continue
      if (act === 'update') expect(was).toMatchObject(before ?? {})
      if (act === 'delete') expect(was).toEqual(before)
      if (act === 'delete') rows.delete(name)
      else rows.set(name, { ...was, ...after })
    }
    for (const table of TABLES) {
      const found = await database().owner.inTransaction((run) => run(`select to_jsonb(t) - 'municipality' as said from ${table} t`))
      const byText = (all: unknown[]) => all.map((row) => JSON.stringify(Object.entries(row as object).sort())).sort()
      expect(byText([...(replayed.get(table)?.values() ?? [])]), table).toEqual(byText((found.at(-1)?.rows ?? []).map(({ said }) => said)))
    }
    expect(await store().reading(AOBA, (db) => verifyAudit(db))).toMatchObject({ kind: 'holds' })
  })
})
