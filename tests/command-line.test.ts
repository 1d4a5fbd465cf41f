import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFolder } from '../src/store/embedded/open.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const REPORT = `あおば市行財政改革推進プラン　令和6年度の取組状況

取組名	担当課	取組状況	課題
窓口の一本化	市民課	届出の窓口を一つにした。	混雑する月がある。
使用料の見直し	財政課	算定の基準を定めた。	減免の扱いを決める。
`
const WRONG = `あおば市行財政改革推進プラン　効果額

（単位：千円）
区分	令和5年度	令和6年度	合計
歳入の確保	1,000	2,000	3,000
歳出の削減	500	700	1,200
合計	1,500	2,700	4,300
`
const UNNAMED = REPORT.replace('あおば市行財政改革推進プラン　', '')

describe('命令', () => {
  let folder: string
  const file = (name: string): string => join(folder, name)
  const kaikaku = (...args: string[]) => {
    const run = spawnSync(process.execPath, [join(root, 'dist', 'kaikaku.mjs'), ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, KAIKAKU_DATA: file('data'), INIT_CWD: folder, DATABASE_URL: '' },
    })
    return { status: run.status, out: run.stdout, told: run.stderr }
  }

  beforeAll(() => {
    const built = spawnSync(process.execPath, [join(root, 'build.mjs'), '--quiet'], { cwd: root, encoding: 'utf8' })
    if (built.status !== 0) throw new Error(built.stderr)
    folder = mkdtempSync(join(tmpdir(), 'kaikaku-cli-'))
    writeFileSync(file('report.txt'), REPORT)
    writeFileSync(file('wrong.txt'), WRONG)
    writeFileSync(file('unnamed.txt'), UNNAMED)
    writeFileSync(file('empty.txt'), '')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('--json は一文書一行の JSON だけを標準出力に書き、データベースを作らない', () => {
    const { status, out, told } = kaikaku('import', 'report.txt', 'unnamed.txt', '--dry-run', '--json')
    const records = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(records.map((r) => [r.format, r.initiatives.length, 'at' in r])).toEqual([
      ['kaikaku/1', 2, false],
      ['kaikaku/1', 2, false],
    ])
    expect(told).toContain('取組 2')
    expect([status, existsSync(file('data'))]).toEqual([0, false])
  })

  it('--places は値ごとの出典を付け、--out はファイルに書く', () => {
    expect(kaikaku('import', 'report.txt', '--dry-run', '--out', 'record.json', '--places').out).toBe('')
    const record = JSON.parse(readFileSync(file('record.json'), 'utf8'))
    expect(record.at['/initiatives/0/title']).toEqual(['line 4'])
  })

  it.each([
    ['合わない検算がある', ['import', 'wrong.txt', '--dry-run'], 1, '合わない'],
    ['空のファイル', ['import', 'empty.txt', '--dry-run'], 2, '文字が一つもありません'],
    ['ないファイル', ['import', 'nothing.txt'], 2, 'ファイルが見つかりません'],
    ['市区町村が分からない', ['import', 'unnamed.txt', '--plan', '改革プラン'], 2, '--municipality'],
    ['計画が分からない', ['import', 'unnamed.txt', '--municipality', '990019'], 2, '--plan'],
    ['団体コードの誤り', ['import', 'unnamed.txt', '--municipality', '990010', '--plan', '改革プラン'], 2, '団体コード'],
    ['検算だけ', ['check', 'wrong.txt'], 1, '合わない'],
    ['知らない命令', ['improt'], 2, '命令はありません'],
    ['知らない指定', ['import', '--drill'], 2, '分かりません'],
    ['書き出し先のない公表', ['publish'], 2, '--out'],
    ['記録の何をするか', ['audit'], 2, 'audit verify'],
    ['書き出し先のない控え', ['audit', 'head'], 2, '--out'],
  ])('%s', (_, args, status, words) => {
    const run = kaikaku(...args)
    expect(run).toMatchObject({ status, out: '' })
    expect(run.told).toContain(words)
  })

  it('取り込み、もう一度取り込んでも変わらず、公表してフォルダーに書き出す', () => {
    const into = ['--municipality', '990019', '--plan', 'あおば市行財政改革推進プラン']
    expect(kaikaku('import', 'report.txt', ...into)).toMatchObject({ status: 0 })
    expect(kaikaku('import', 'report.txt', ...into).told).toContain('変わるところはありません')
    expect(kaikaku('list').told).toContain('あおば市行財政改革推進プラン')
    expect(kaikaku('publish', '--out', 'site')).toMatchObject({ status: 0 })
    expect(readFileSync(file('site/index.html'), 'utf8')).toContain('990019/')
    expect(kaikaku('publish', '--out', 'site').told).toContain('変わっていない')
  })

  it('A-03 A-04 変更の記録を検証し、末尾の控えと比べ、書換えと切り捨てを見つける', { timeout: 60_000 }, async () => {
    const owner = async (sql: string) => {
      const engine = await openFolder(file('data'))
      await engine.inTransaction((script) =>
        script(`alter table audit disable trigger user; ${sql}; alter table audit enable trigger user`),
      )
      await engine.close()
    }
    expect(kaikaku('audit', 'verify')).toMatchObject({ status: 0, told: expect.stringContaining('つながりは切れていません') })
    expect(kaikaku('audit', 'head', '--out', 'head.jsonl').status).toBe(0)
    expect(kaikaku('audit', 'verify', '--head', 'head.jsonl')).toMatchObject({ status: 0, told: expect.stringContaining('そのまま残って') })
    await owner('delete from audit where number > (select max(number) - 3 from audit)')
    expect(kaikaku('audit', 'verify').status).toBe(0)
    expect(kaikaku('audit', 'verify', '--head', 'head.jsonl')).toMatchObject({ status: 1, told: expect.stringContaining('末尾が消されて') })
    await owner(`update audit set by = 'hoka' where number = 3`)
    expect(kaikaku('audit', 'verify')).toMatchObject({ status: 1, told: expect.stringContaining('番号3の行') })
    expect(kaikaku('audit', 'verify', '--head', 'report.txt')).toMatchObject({ status: 2, told: expect.stringContaining('1行目') })
    expect(kaikaku('audit', 'verify', '--head', 'nothing.jsonl').status).toBe(2)
    expect(kaikaku('audit', 'verify', '--municipality', 'みどり市').status).toBe(2)
  })
})
