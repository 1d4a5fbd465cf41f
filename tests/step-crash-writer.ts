import fs from 'node:fs'
import type { RoundId, RoundItem } from '../src/reform/round.ts'
import type { StoredRecord } from '../src/reform/stored-record.ts'
import { auditOf, verifyAudit } from '../src/store/audit.ts'
import { openStore, type Store } from '../src/store/database.ts'
import { planChangesOf } from '../src/store/plan-change.ts'
import { loadRecord, saveRecord } from '../src/store/record.ts'
import { roundsOf } from '../src/store/round.ts'
import { itemsOf } from '../src/store/round-item.ts'
import { stepsOf, submissionsOf } from '../src/store/round-step.ts'
import { openRound } from '../src/workflows/open-round.ts'
import { saveReport } from '../src/workflows/save-report.ts'
import { type TakenStep, takeStep } from '../src/workflows/take-step.ts'
import { anId } from '../town/story/builders.ts'
import { aContent, aRound } from '../town/story/round-builders.ts'
import { AOBA, act, aStaffPlan, FAMILY, openOffice } from './staff-town.ts'

const ITEMS = 12

/** Twelve initiatives of one section, each with an indicator, and a round that asks for them. */
export async function openCrashTown(store: Store): Promise<void> {
  await openOffice(store)
  const plan = aStaffPlan()
  const [initiative] = plan.initiatives
  const [indicator] = plan.indicators
  const numbers = Array.from({ length: ITEMS }, (_, nth) => nth + 1)
  const record = {
    ...plan,
    initiatives: numbers.map((nth) => ({ ...initiative, id: anId(`initiative-${nth}`), number: `1-${nth}`, title: `取組${nth}` })),
    indicators: numbers.map((nth) => ({ ...indicator, id: anId(`indicator-${nth}`), of: { initiative: anId(`initiative-${nth}`) } })),
  } as StoredRecord
  await store.writing(act('jimukyoku'), (tx) => saveRecord(tx, FAMILY, record))
  const { id: _, closed: __, ...asked } = aRound()
  const opened = await openRound(store, asked, act('jimukyoku'))
  if (!opened.ok) throw new Error(opened.problem.kind)
}

const roundOf = async (store: Store): Promise<RoundId> => ((await store.reading(AOBA, roundsOf))[0] as { id: RoundId }).id
const itemsNow = async (store: Store): Promise<RoundItem[]> => {
  const round = await roundOf(store)
  return store.reading(AOBA, (db) => itemsOf(db, round))
}

/** Everything that must agree after a crash: what the items, their steps, what was submitted, the plan and the log say. */
export async function whatStands(store: Store) {
  const items = await itemsNow(store)
  return store.reading(AOBA, async (db) => {
    const record = await loadRecord(db, FAMILY)
    const log = await auditOf(db, { table: 'round_step', limit: 100_000 })
    const told = []
    for (const item of items) {
      const steps = await stepsOf(db, { item: item.id })
      const submissions = await submissionsOf(db, item.id)
      const report = record?.initiatives.find(({ id }) => id === item.initiative)?.reports.find(({ fiscalYear }) => fiscalYear === 2024)
      const actual = record?.indicators
        .find(({ id }) => id === item.initiative.replace('initiative', 'indicator'))
        ?.actuals.find(({ fiscalYear, status }) => fiscalYear === 2024 && status === '実績')
      told.push({
        id: item.id as string,
        state: item.state,
        version: item.version,
        progress: item.content.progress,
        submissions: item.submissions,
        submitted: submissions.map(({ content }) => content.progress),
        steps: steps.map(({ step, from, to }) => ({ step, from, to })),
        inPlan: report?.progress ?? null,
        actualInPlan: actual?.raw ?? null,
        proposals: (await planChangesOf(db, FAMILY)).filter((change) => change.item === item.id).map(({ after }) => after),
        logged: log.filter(({ key }) => key.item === item.id).length,
      })
    }
    return { items: told, log: (await verifyAudit(db)).kind }
  })
}
export type Standing = Awaited<ReturnType<typeof whatStands>>

const NEXT: Record<string, [TakenStep, by: string]> = {
  drafting: ['submit', 'zaisei'],
  submitted: ['approve', 'zaisei-kacho'],
  approved: ['accept', 'jimukyoku'],
  accepted: ['reopen', 'jimukyoku'],
}

/** The next act on an item; every third time a head returns what was submitted. */
async function actOn(store: Store, item: RoundItem): Promise<boolean> {
  if (item.state === 'notStarted' || item.state === 'returned') {
    const progress = `${item.version + 1}回目の版`
    const indicator = anId(item.initiative.replace('initiative', 'indicator'))
    const changes = [{ kind: 'title' as const, of: null, after: `題${item.version + 1}`, reason: '実態に合わせる' }]
    const content = aContent({ progress, actuals: [{ indicator, raw: String(item.version + 1), status: '実績' }], changes })
    return (await saveReport(store, { item: item.id, version: item.version, content }, act('zaisei'))).ok
  }
  const returns = item.state === 'submitted' && item.submissions % 3 === 1
  const [step, by] = returns ? (['return', 'zaisei-kacho'] as const) : (NEXT[item.state] as [TakenStep, string])
  const said = { version: item.version, reason: '確かめてください。', until: '2025-12-31' }
  return (await takeStep(store, step, item.id, said, act(by))).ok
}

/** Says what stands, then works through the items; after `writes` writes to the files of the database it ends as kill -9 would end it. */
async function workUntilKilled(folder: string, writes: number): Promise<void> {
  const store = await openStore({ folder })
  const write = fs.writeSync
  write(1, `${JSON.stringify(await whatStands(store))}\n`)
  let left = writes
  fs.writeSync = ((...given: Parameters<typeof write>) => {
    left -= 1
    if (left === 0) process.kill(process.pid, 'SIGKILL')
    return write(...given)
  }) as typeof write
  for (let turn = writes; ; turn += 1) {
    const items = await itemsNow(store)
    const item = items[(turn * 5) % items.length] as RoundItem
    if (!(await actOn(store, item))) throw new Error(`${item.state}の票で手続が断られました`)
    write(1, `済 ${item.id} ${item.version + 1}\n`)
  }
}

if (process.argv[1] === import.meta.filename) await workUntilKilled(String(process.argv[2]), Number(process.argv[3]))
