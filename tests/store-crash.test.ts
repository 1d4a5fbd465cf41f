import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../src/store/database.ts'
import { documentsOf } from '../src/store/document.ts'
import { loadRecord } from '../src/store/record.ts'
import { randomFrom } from './random.ts'
import { AOBA, FAMILY, importOf } from './store-crash-writer.ts'

describe('R-05 取込みの途中で kill -9', () => {
  let folder: string
  const random = randomFrom(990019)
  const writer = fileURLToPath(new URL('store-crash-writer.ts', import.meta.url))
  let saved = 0
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kaikaku-crash-'))
    // what a process leaves that is killed at its very first start
    mkdirSync(join(folder, 'postgres.making/base'), { recursive: true })
    await (await openStore({ folder })).close()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  // the first points fall into the first import, when nothing is there yet; the later ones spread over several imports
  const points = Array.from({ length: 10 }, (_, nth) => 1 + Math.floor(random() * (nth < 3 ? 20 : 300)))
  it.each(points)('%d回目の書込みで落ちても、次の起動では前か後の姿である', { timeout: 120_000 }, async (writes) => {
    const { stdout, signal, stderr } = spawnSync(process.execPath, [writer, folder, String(writes)], { encoding: 'utf8' })
    expect({ signal, stderr }).toEqual({ signal: 'SIGKILL', stderr: '' })
    const said = stdout.match(/\d+(?=回目を保存)/g)?.map(Number) ?? []
    saved = said.at(-1) ?? saved

    const store = await openStore({ folder })
    const found = await store.reading(AOBA, async (db) => ({
      record: await loadRecord(db, FAMILY),
      documents: (await documentsOf(db, FAMILY)).map((document) => document.name),
    }))
    await store.close()

    const nth = found.record?.fiscalYear ?? 0
    expect([saved, saved + 1]).toContain(nth)
    saved = nth
    expect(found.documents.toSorted()).toEqual(Array.from({ length: nth }, (_, place) => `${place + 1}.txt`).toSorted())
    if (nth > 0) expect(found.record).toEqual(importOf(nth).record)
    else expect(found.record).toBeNull()
  })
})
