import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { openStore } from '../src/store/database.ts'
import { randomFrom } from './random.ts'
import { openCrashTown, type Standing, whatStands } from './step-crash-writer.ts'

/** Two town halls beside each other, because most of the time is the start of a process. */
const HALLS = 2
const POINTS = 15
/** a submission writes some ten times, an acceptance some thirty */
const MOST_WRITES = 100

const writer = fileURLToPath(new URL('step-crash-writer.ts', import.meta.url))
/** what one process compiled, the next need not */
const compiled = mkdtempSync(join(tmpdir(), 'kaikaku-compiled-'))
type Ended = { said: string; complaints: string; signal: string | null }
const workIn = (folder: string, writes: number): Promise<Ended> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [writer, folder, String(writes)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    })
    const ended: Ended = { said: '', complaints: '', signal: null }
    child.stdout.on('data', (text) => {
      ended.said += text
    })
    child.stderr.on('data', (text) => {
      ended.complaints += text
    })
    child.on('close', (_, signal) => done({ ...ended, signal }))
  })

/** One hall: what its processes have said to be saved, by item; and which steps were ever taken. */
class Hall {
  readonly folder = mkdtempSync(join(tmpdir(), 'kaikaku-steps-'))
  readonly saved = new Map<string, number>()
  readonly steps = new Set<string>()

  async open(): Promise<void> {
    const store = await openStore({ folder: this.folder })
    await openCrashTown(store)
    for (const { id, version } of (await whatStands(store)).items) this.saved.set(id, version)
    await store.close()
  }

  async killAt(writes: number): Promise<void> {
    const { said, complaints, signal } = await workIn(this.folder, writes)
    expect({ signal, complaints }).toEqual({ signal: 'SIGKILL', complaints: '' })
    const [stands, ...acts] = said.trimEnd().split('\n')
    this.check(JSON.parse(stands as string) as Standing)
    for (const line of acts) {
      const [, id, version] = line.split(' ') as [string, string, string]
      this.saved.set(id, Number(version))
    }
  }

  /** Before or after, never between: items, steps, submissions, plan and log agree, and nothing that was said to be saved is lost. */
  check({ items, log }: Standing): void {
    expect(log).toBe('holds')
    const ahead = items.filter(({ id, version }) => version !== this.saved.get(id))
    // at most the one act that was under way when the process ended, and that one whole
    expect(ahead.length).toBeLessThanOrEqual(1)
    for (const { id, version } of ahead) expect(version).toBe((this.saved.get(id) ?? 0) + 1)
    for (const item of items) {
      this.saved.set(item.id, item.version)
      for (const { step } of item.steps) this.steps.add(step)
      checkItem(item)
    }
  }
}

function checkItem(item: Standing['items'][number]): void {
  expect(item.state).toBe(item.steps.at(-1)?.to ?? 'notStarted')
  item.steps.forEach((step, nth) => {
    expect(step.from).toBe(item.steps[nth - 1]?.to ?? 'notStarted')
  })
  const submits = item.steps.filter(({ step }) => step === 'submit').length
  expect([item.submissions, item.submitted.length, item.logged]).toEqual([submits, submits, item.steps.length])
  if (['submitted', 'approved', 'accepted'].includes(item.state)) expect(item.submitted.at(-1)).toBe(item.progress)
  // the plan says what was submitted before the last acceptance, in words, figure and proposal; nothing where there was none
  const accepted = item.steps.findLastIndex(({ step }) => step === 'accept')
  const before = item.steps.slice(0, accepted + 1).filter(({ step }) => step === 'submit').length
  const said = accepted < 0 ? null : (item.submitted[before - 1] ?? '')
  const figure = said === null ? null : (/^\d+/.exec(said)?.[0] ?? '')
  expect([item.inPlan, item.actualInPlan, item.proposals]).toEqual([said, figure, figure === null ? [] : [`題${figure}`]])
}

describe('R-05 提出・承認・差戻し・受理・再開の途中で kill -9', () => {
  const halls: Hall[] = []
  afterAll(() => {
    for (const { folder } of halls) rmSync(folder, { recursive: true, force: true })
    rmSync(compiled, { recursive: true, force: true })
  })

  it(`${HALLS * POINTS}の箇所のどこで落ちても、次の起動では前か後の姿である`, { timeout: 600_000 }, async () => {
    const random = randomFrom(20250516)
    const walk = async (points: readonly number[]): Promise<void> => {
      const hall = new Hall()
      halls.push(hall)
      await hall.open()
      for (const writes of points) await hall.killAt(writes)
      const store = await openStore({ folder: hall.folder })
      hall.check(await whatStands(store))
      await store.close()
    }
    const points = Array.from({ length: HALLS * POINTS }, () => 1 + Math.floor(random() * MOST_WRITES))
    await Promise.all(Array.from({ length: HALLS }, (_, nth) => walk(points.slice(nth * POINTS, (nth + 1) * POINTS))))
    // the points are worth something only where every step was under way
    const taken = new Set(halls.flatMap(({ steps }) => [...steps]))
    expect([...taken].toSorted()).toEqual(['accept', 'approve', 'reopen', 'return', 'save', 'submit'])
  })
})
