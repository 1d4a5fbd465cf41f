import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MessageState } from '../src/reform/message.ts'
import { savePerson } from '../src/store/account.ts'
import { openStore } from '../src/store/database.ts'
import { saveMunicipality } from '../src/store/municipality.ts'
import { addLetters } from '../src/store/outbox.ts'
import type { Day } from '../src/vocabulary/calendar-day.ts'
import { people } from '../town/story/staff.ts'
import { startMailServer } from './mail-process.ts'
import { AOBA, STARTED } from './mail-sender.ts'

export type Trial = { letters: number; senderDeaths: number; serverDeaths: number; trouble: number; seed: number }
export type TrialResult = Record<MessageState, number> & {
  /** taken by the server more than once */
  duplicates: number
  /** neither sent nor failed nor in doubt, or called sent and never taken */
  lost: number
  /** called failed, and taken all the same: another attempt would be a duplicate */
  failedButTaken: number
  senderDeaths: number
  serverDeaths: number
  seconds: number
  /** without making the database and without judging */
  sendingSeconds: number
}

function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** letters through an outbox on disk to a server with troubles, while both processes are killed again and again. */
export async function mailTrial({ letters, senderDeaths, serverDeaths, trouble, seed }: Trial): Promise<TrialResult> {
  const folder = mkdtempSync(join(tmpdir(), 'kaikaku-outbox-'))
  const from = performance.now()
  try {
    await fill(folder, letters)
    const filled = performance.now()
    const random = randomFrom(seed)
    let server = await startMailServer({ seed, trouble })
    const { port, folder: mailFolder } = server
    const deaths = { sender: 0, server: 0 }
    // every letter asks for the time twice or more
    const spread = Math.max(4, Math.floor((letters * 2) / (senderDeaths + serverDeaths + 1)))
    for (let run = 0; ; run += 1) {
      const sender = startSender(folder, port, run)
      const mortal = deaths.sender < senderDeaths
      const points = mortal ? [Math.ceil(random() * spread)] : []
      for (const point of points) await sender.asked(point)
      if (mortal && !sender.finished()) {
        if (deaths.server < serverDeaths && run % 2 === 1) {
          await server.kill()
          deaths.server += 1
          await sender.asked((points[0] as number) + 4)
          server = await startMailServer({ port, folder: mailFolder, seed: seed + run, trouble })
        }
        sender.kill()
      }
      const how = await sender.ended
      if (how.signal === 'SIGKILL') deaths.sender += 1
      else if (how.code === 0) break
      else throw new Error(how.complaints)
    }
    const sendingSeconds = (performance.now() - filled) / 1000
    const taken = server.taken().map(({ letter }) => /^Message-ID: (\S+)/im.exec(letter)?.[1] ?? '')
    await server.kill()
    server.remove()
    return {
      ...(await judge(folder, letters, taken)),
      senderDeaths: deaths.sender,
      serverDeaths: deaths.server,
      sendingSeconds,
      seconds: (performance.now() - from) / 1000,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fill(folder: string, letters: number): Promise<void> {
  const store = await openStore({ folder })
  await store.writing({ municipality: AOBA, by: 'kaikaku', at: STARTED }, async (tx) => {
    await saveMunicipality(tx, { name: 'あおば市' })
    for (const person of people) await savePerson(tx, person)
    const rows = Array.from({ length: letters }, (_, nth) => ({
      id: `notice:submit:item-${nth}:1:zaisei`,
      kind: 'notice' as const,
      day: '2025-05-15' as Day,
      toLogin: 'zaisei',
      toMail: `letter-${nth}@aoba.example`,
      rounds: [],
      about: null,
      subject: `【行財政改革】報告が提出されました：${nth}`,
      body: '次の報告が提出されました。\n'.repeat(20),
    }))
    for (let at = 0; at < rows.length; at += 200) await addLetters(tx, rows.slice(at, at + 200))
  })
  await store.close()
}

function startSender(folder: string, port: number, run: number) {
  const program = fileURLToPath(new URL('mail-sender.ts', import.meta.url))
  const child = spawn(process.execPath, [program, folder, String(port), String(run)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = 0
  let over = false
  let complaints = ''
  const waiting = new Set<() => void>()
  child.stdout.on('data', (text: Buffer) => {
    said += text.length
    for (const look of waiting) look()
  })
  child.stderr.on('data', (text) => {
    complaints += text
  })
  const ended = new Promise<{ code: number | null; signal: string | null; complaints: string }>((done) =>
    child.once('close', (code, signal) => {
      over = true
      for (const look of waiting) look()
      done({ code, signal, complaints })
    }),
  )
  return {
    ended,
    finished: () => over,
    kill: () => child.kill('SIGKILL'),
    /** until it has asked for the time so often, or has ended */
    asked: (times: number) =>
      new Promise<void>((done) => {
        const look = (): void => {
          if (said < times && !over) return
          waiting.delete(look)
          done()
        }
        waiting.add(look)
        look()
      }),
  }
}

async function judge(folder: string, letters: number, taken: readonly string[]) {
  const store = await openStore({ folder })
  const rows = await store.reading(AOBA, (db) =>
    db.selectFrom('outbox').select(['state', 'message_id']).where('municipality', '=', AOBA).execute(),
  )
  await store.close()
  const times = new Map<string, number>()
  for (const id of taken) times.set(id, (times.get(id) ?? 0) + 1)
  const takenTimes = (id: string | null): number => times.get(id ?? '') ?? 0
  const states: Record<MessageState, number> = { failed: 0, unknown: 0, queued: 0, sending: 0, sent: 0, 'reading-only': 0 }
  for (const { state } of rows) states[state as MessageState] += 1
  const settled = states.sent + states.failed + states.unknown
  return {
    ...states,
    duplicates: [...times.values()].filter((count) => count > 1).length,
    lost: letters - settled + rows.filter(({ state, message_id }) => state === 'sent' && takenTimes(message_id) === 0).length,
    failedButTaken: rows.filter(({ state, message_id }) => state === 'failed' && takenTimes(message_id) > 0).length,
  }
}
