import fs from 'node:fs'
import { formNumberOf } from '../src/forms/form-number.ts'
import { writeForms } from '../src/forms/write-forms.ts'
import type { ReportContent } from '../src/reform/report-content.ts'
import type { RoundItem } from '../src/reform/round.ts'
import { choiceKey, needsDecision } from '../src/reform/take-back.ts'
import { openStore, type Store } from '../src/store/database.ts'
import { roundsOf } from '../src/store/round.ts'
import { itemsOf } from '../src/store/round-item.ts'
import { decideOnTakeBack } from '../src/workflows/decide-take-back.ts'
import { takeBackNow } from '../src/workflows/look-at-take-back.ts'
import { readTakeBack } from '../src/workflows/read-take-back.ts'
import { standingIn } from '../src/workflows/standing.ts'
import { startTakeBack } from '../src/workflows/start-take-back.ts'
import { anId } from '../town/story/builders.ts'
import { aContent } from '../town/story/round-builders.ts'
import { AOBA, act } from './staff-town.ts'

/** What every section answers in the nth take-back: each report says of which it is. */
export const answerIn = (nth: number, place: number): ReportContent =>
  aContent({
    progress: `${nth}回目の回収`.repeat(50),
    issues: `課題 ${nth}`,
    actuals: [{ indicator: anId(`indicator-${place + 1}`), raw: String(nth), status: '実績' }],
  })
/** 0: nothing was taken back yet. */
export const roundIn = ({ content }: RoundItem): number => Number(/^\d+/.exec(content.progress)?.[0] ?? 0)

/** Takes back, again and again; from the first decision on, after `writes` writes to the files of the database, it ends as kill -9 would end it. */
async function takeBackUntilKilled(folder: string, writes: number): Promise<void> {
  const store = await openStore({ folder })
  const [items] = await townOf(store)
  const write = fs.writeSync
  let left = Number.POSITIVE_INFINITY
  fs.writeSync = ((...given: Parameters<typeof write>) => {
    left -= 1
    if (left === 0) process.kill(process.pid, 'SIGKILL')
    return write(...given)
  }) as typeof write
  for (let nth = roundIn(items[0] as RoundItem) + 1; ; nth += 1) {
    const decide = await prepared(store, nth)
    if (left === Number.POSITIVE_INFINITY) left = writes
    await decide()
    write(1, `${nth}回目を取り込みました\n`)
  }
}

const townOf = (store: Store) =>
  store.reading(AOBA, async (db) => {
    const [round] = await roundsOf(db)
    if (!round) throw new Error('照会がありません')
    return [await itemsOf(db, round.id), round] as const
  })

/** A batch that has been read and waits for its decision. */
async function prepared(store: Store, nth: number): Promise<() => Promise<void>> {
  const [items, round] = await townOf(store)
  const files = await Promise.all(
    items.map(async (item, place) => {
      const form = { number: formNumberOf(round.fiscalYear, place + 1), round, item: { ...item, content: answerIn(nth, place) } }
      const bytes = await writeForms([{ ...form, municipality: { code: AOBA, name: 'あおば市' } }], 'sheets')
      return { name: `${place + 1}.xlsx`, size: bytes.length, bytes: async () => bytes }
    }),
  )
  const started = await startTakeBack(store, { round: round.id, files }, act('jimukyoku'))
  if (!started.ok) throw new Error(started.problem.kind)
  const id = started.value
  await readTakeBack(store, id, act('jimukyoku'), (error) => {
    throw error
  })
  const now = await store.reading(AOBA, async (db) => takeBackNow(db, id, await standingIn(db, 'jimukyoku', act('').at)))
  if (!now) throw new Error('回収がありません')
  const choices = Object.fromEntries(
    now.comparison.items.flatMap(({ item, fields }) => fields.filter(needsDecision).map(({ field }) => [choiceKey(item, field), 0])),
  )
  return async () => {
    const decided = await decideOnTakeBack(store, { id, seen: now.seen, choices, rest: false, submit: false }, act('jimukyoku'))
    if (!decided.ok) throw new Error(decided.problem.kind)
  }
}

if (process.argv[1] === import.meta.filename) await takeBackUntilKilled(String(process.argv[2]), Number(process.argv[3]))
