import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RoundId, RoundItem } from '../src/reform/round.ts'
import { openStore } from '../src/store/database.ts'
import { itemsOf } from '../src/store/round-item.ts'
import { takeBacksOf } from '../src/store/take-back.ts'
import { issueFormWorkbooks } from '../src/workflows/issue-forms.ts'
import { randomFrom } from './random.ts'
import { AOBA, act, openTown } from './staff-town.ts'
import { answerIn, roundIn } from './take-back-crash-writer.ts'

describe('R-05 回収の決定の途中で kill -9', () => {
  let folder: string
  let round: RoundId
  let taken = 0
  const random = randomFrom(990019)
  const writer = fileURLToPath(new URL('take-back-crash-writer.ts', import.meta.url))

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kaikaku-take-back-crash-'))
    const store = await openStore({ folder })
    round = (await openTown(store)).id
    const asked = { round, whom: { everybody: true as const }, variant: 'sheets' as const, as: 'workbook' as const }
    expect((await issueFormWorkbooks(store, asked, act('jimukyoku'))).ok).toBe(true)
    await store.close()
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  // the first points fall into the first decision; the later ones spread over a few of them and what is prepared between
  const points = Array.from({ length: 10 }, (_, nth) => 1 + Math.floor(random() * (nth < 5 ? 6 : 60)))
  it.each(points)('%d回目の書込みで落ちても、すべての報告が前か後の姿である', { timeout: 120_000 }, async (writes) => {
    const { stdout, signal, stderr } = spawnSync(process.execPath, [writer, folder, String(writes)], { encoding: 'utf8' })
    expect({ signal, stderr }).toEqual({ signal: 'SIGKILL', stderr: '' })
    const said = Number(stdout.match(/\d+(?=回目を取り込みました)/g)?.at(-1) ?? taken)

    const store = await openStore({ folder })
    const { items, batches } = await store.reading(AOBA, async (db) => ({
      items: await itemsOf(db, round),
      batches: await takeBacksOf(db),
    }))
    await store.close()

    const nth = roundIn(items[0] as RoundItem)
    expect([said, said + 1]).toContain(nth)
    taken = nth
    if (nth === 0) expect(items.map(({ state }) => state)).toEqual(items.map(() => 'notStarted'))
    else expect(items.map(({ content }) => content)).toEqual(items.map((_, place) => answerIn(nth, place)))
    expect(items.map(({ version }) => version)).toEqual(items.map(() => nth))
    // what was handed in is there as well, decided exactly as often as the reports say
    expect(batches.filter(({ state }) => state === 'decided')).toHaveLength(nth)
  })
})
