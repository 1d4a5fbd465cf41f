import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { startProcess } from '../../../tests/store-process.ts'
import type { Act } from '../../reform/act.ts'
import type { MunicipalityCode } from '../../vocabulary/municipality-code.ts'
import { openStore, type Store, StoreRefused } from '../database.ts'
import { municipalities, saveMunicipality } from '../municipality.ts'

const AOBA = '990019' as MunicipalityCode
const act: Act = { municipality: AOBA, by: '試験', at: new Date('2025-06-01T00:00:00Z') }

/** starting processes that start a database takes its time on a busy machine */
const PROCESSES = 120_000

/** Opens the store in a process of its own, says what came of it, and holds it until it is killed. */
const HOLDER = `
  import { openStore } from './src/store/database.ts'
  try {
    await openStore({ folder: process.env.FOLDER })
    console.log('opened')
    setInterval(() => {}, 1000)
  } catch (problem) {
    console.log(JSON.stringify(problem.problem) + problem.message)
  }`

describe('埋め込みデータベース', () => {
  let folder: string
  let store: Store
  beforeAll(async () => {
    folder = fs.mkdtempSync(join(tmpdir(), 'kaikaku-store-'))
    store = await openStore({ folder })
    await store.writing(act, (tx) => saveMunicipality(tx, { name: 'あおば市' }))
  })
  afterAll(async () => {
    await store.close()
    fs.rmSync(folder, { recursive: true, force: true })
  })
  afterEach(() => vi.restoreAllMocks())

  const rename = (name: string) => store.writing(act, (tx) => saveMunicipality(tx, { name }))

  it('書き込むたびにディスクまで書き出す（fsync）', async () => {
    const sync = vi.spyOn(fs, 'fsyncSync')
    for (let nth = 1; nth <= 20; nth += 1) {
      const before = sync.mock.calls.length
      await rename(`あおば市${nth}`)
      expect(sync.mock.calls.length).toBeGreaterThan(before)
    }
  })

  it('読むだけなら書き出さない', async () => {
    const sync = vi.spyOn(fs, 'fsyncSync')
    await store.reading(AOBA, municipalities)
    expect(sync).not.toHaveBeenCalled()
  })
})

describe('壊れたディスク', () => {
  let folder: string
  beforeAll(() => {
    folder = fs.mkdtempSync(join(tmpdir(), 'kaikaku-disk-'))
  })
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

  it('書き出しに失敗すれば、書き込んだとは言わずに終わり、次の起動で元の姿に戻る', { timeout: PROCESSES }, async () => {
    const writer = startProcess(
      `
      import fs from 'node:fs'
      import { openStore } from './src/store/database.ts'
      import { saveMunicipality } from './src/store/municipality.ts'
      const store = await openStore({ folder: process.env.FOLDER })
      const act = { municipality: '990019', by: 'x', at: new Date(0) }
      await store.writing(act, (tx) => saveMunicipality(tx, { name: 'あおば市' }))
      fs.fsyncSync = () => { throw Object.assign(new Error('i/o error'), { code: 'EIO' }) }
      await store.writing(act, (tx) => saveMunicipality(tx, { name: '書けない市' }))
      console.log('written')`,
      { FOLDER: folder },
    )
    const { said, complaints, status } = await writer.ended
    expect({ said, status }).toEqual({ said: '', status: 74 })
    expect(complaints).toContain('ディスクに書き出せません')
    const store = await openStore({ folder })
    // the write may or may not have reached the disk; what matters is that it is whole
    expect(['あおば市', '書けない市']).toContain((await store.reading(AOBA, municipalities))[0]?.name)
    await store.close()
  })
})

describe('排他', () => {
  let folder: string
  beforeAll(async () => {
    folder = fs.mkdtempSync(join(tmpdir(), 'kaikaku-lock-'))
    await (await openStore({ folder })).close()
  })
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

  it('二つ目のプロセスは理由とともに断られ、一つ目が落ちれば開ける', { timeout: PROCESSES }, async () => {
    const first = startProcess(HOLDER, { FOLDER: folder })
    await first.hears(/opened/)
    const second = await startProcess(HOLDER, { FOLDER: folder }).ended
    expect(second.said).toContain(JSON.stringify({ kind: 'store-in-use', folder }))
    expect(second.said).toContain('別のプロセスが使用中です')
    await expect(openStore({ folder })).rejects.toThrow(StoreRefused)

    first.kill()
    await first.ended
    await (await openStore({ folder })).close()
  })

  it('別の版の PostgreSQL のファイルは、開かずに断る', async () => {
    fs.writeFileSync(join(folder, 'postgres/PG_VERSION'), '17\n')
    await expect(openStore({ folder })).rejects.toMatchObject({ problem: { kind: 'other-version', folder, found: '17', expected: '18' } })
  })

  it('データベースではないフォルダーは断る', async () => {
    const other = join(folder, 'other')
    fs.mkdirSync(other)
    fs.writeFileSync(join(other, 'PG_VERSION'), '15\n')
    await expect(openStore({ folder: other })).rejects.toMatchObject({ problem: { kind: 'not-a-store' } })
  })
})
