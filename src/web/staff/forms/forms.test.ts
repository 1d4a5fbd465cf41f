import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import type { Hono } from 'hono'
import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { AOBA, act, ask, cookieOf, openTown, staffOptions } from '../../../../tests/staff-town.ts'
import { answerOf, photo, workbookOf } from '../../../../tests/take-back-town.ts'
import type { Round, RoundItem } from '../../../reform/round.ts'
import type { TakeBackId } from '../../../reform/take-back.ts'
import { type Store, storeOn } from '../../../store/database.ts'
import { openMemory } from '../../../store/embedded/open.ts'
import { issuedForms } from '../../../store/form.ts'
import { itemById, itemsOf } from '../../../store/round-item.ts'
import { saveReport } from '../../../workflows/save-report.ts'
import { startTakeBack } from '../../../workflows/start-take-back.ts'
import { paths } from '../../paths.ts'
import { staffApp } from '../app.tsx'
import { readingEnds } from './readings.ts'

let store: Store
let app: Hono
let round: Round
let items: RoundItem[]
let queries = 0
const cookies = new Map<string, string>()
const at = paths.staff

beforeAll(async () => {
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      queries += 1
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const engine = await openMemory(new Blob([readFileSync(inject('migrated'))]))
  store = await storeOn({ ...engine, database: engine.database.withPlugin(counting) })
  round = await openTown(store)
  items = await store.reading(AOBA, (db) => itemsOf(db, round.id))
  app = staffApp(staffOptions(store))
  for (const login of ['jimukyoku', 'zaisei', 'shimin', 'kansa', 'zaisei-kacho']) cookies.set(login, await cookieOf(store, login))
})
afterAll(() => store?.close())

const get = (path: string, by = 'jimukyoku') => ask(app, path, { cookie: cookies.get(by) ?? '' })
const post = (path: string, form: Record<string, string | string[] | File>, by = 'jimukyoku') =>
  ask(app, path, { cookie: cookies.get(by) ?? '', form })
const nameOf = (answer: Response) =>
  decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '')
const item = (nth: number): RoundItem => items[nth] as RoundItem
const now = (nth: number) => store.reading(AOBA, (db) => itemById(db, item(nth).id))

/** Hands files in, waits for the reading, and gives the address of the report. */
async function handIn(files: Record<string, Uint8Array>, by = 'jimukyoku'): Promise<string> {
  const zip = zipSync(files)
  const answer = await post(at.takeBacks(AOBA), { round: round.id, files: new File([zip as BlobPart], '回収.zip') }, by)
  expect(answer.status).toBe(303)
  const path = answer.headers.get('location') ?? ''
  await readingEnds(store, path.split('/').at(-2) as TakeBackId)
  return path
}
const written = (nth: number, progress?: string) => workbookOf({ round, items }, nth, answerOf(nth, progress))
const seenIn = (html: string): string => /name="seen" value="([0-9a-f]+)"/.exec(html)?.[1] ?? ''

describe('様式の配付', () => {
  it('S-15 画面を開くだけでは番号を付けず、ダウンロードで付ける', async () => {
    expect((await get(at.forms(AOBA, round.id))).status).toBe(200)
    expect(await store.reading(AOBA, (db) => issuedForms(db, { round: round.id }))).toEqual([])
    const answer = await post(at.formWorkbook(AOBA, round.id), { whom: 'all', variant: 'sheets', as: 'zip' })
    expect([answer.status, answer.headers.get('content-type'), nameOf(answer)]).toEqual([
      200,
      'application/zip',
      '令和6年度取組状況の照会_全庁_様式.zip',
    ])
    expect(await store.reading(AOBA, (db) => issuedForms(db, { round: round.id }))).toHaveLength(6)
  })

  it('報告者には自分の課だけが見え、自分の課の様式だけを受け取れる', async () => {
    const html = await (await get(at.forms(AOBA, round.id), 'zaisei')).text()
    expect(html).toContain('財政課')
    expect(html).not.toContain('市民課')
    const own = await post(at.formWorkbook(AOBA, round.id), { pick: 'list:s:財政課' }, 'zaisei')
    expect(nameOf(own)).toBe('令和6年度取組状況の照会_財政課_一覧.xlsx')
    const other = await post(at.formWorkbook(AOBA, round.id), { pick: 'sheets:s:市民課' }, 'zaisei')
    expect([other.status, await other.text()]).toEqual([409, expect.stringContaining('自分の課の分だけです')])
  })

  it.each([
    ['kansa', 403],
    ['zaisei-kacho', 403],
    ['jimukyoku', 404],
  ])('%s がない照会を開くと %i', async (by, status) => {
    expect((await get(at.forms(AOBA, 'none'), by)).status).toBe(status)
  })
})

describe('様式の回収', () => {
  it('読み取りが終わるまでは進み具合を示し、自分で開き直す', async () => {
    const started = await startTakeBack(
      store,
      { round: round.id, files: [{ name: '四.xlsx', size: 1, bytes: () => written(3) }] },
      act('jimukyoku'),
    )
    const id = started.ok ? started.value : ('' as TakeBackId)
    const stopped = await get(at.takeBack(AOBA, id))
    expect(stopped.headers.get('refresh')).toBeNull()
    const text = await stopped.text()
    expect(text).toContain('1 ファイルのうち 0 ファイルを読みました')
    expect(text).toContain('続きを読み取る')
    expect((await post(at.takeBackReading(AOBA, id), {})).status).toBe(303)
    const reading = await get(at.takeBack(AOBA, id))
    if ((await reading.text()).includes('ファイルを読みました')) expect(reading.headers.get('refresh')).toBe('2')
    await readingEnds(store, id)
    expect(await (await get(at.takeBack(AOBA, id))).text()).toContain('1 ファイル：1 取り込めます、0 確認が必要')
    expect((await post(at.takeBackDiscard(AOBA, id), {})).status).toBe(303)
    expect(await (await get(at.takeBack(AOBA, id))).text()).toContain('取りやめました')
    expect((await now(3))?.version).toBe(0)
  })

  it('決めずに押せば 422、比べた後に変われば 409、どちらも選んだものは残り、何も書かない', async () => {
    expect((await saveReport(store, { item: item(0).id, version: 0, content: answerOf(0, '画面の取組') }, act('zaisei'))).ok).toBe(true)
    const path = await handIn({
      '一.xlsx': await written(0, '<script>alert(1)</script>'),
      '二.xlsx': await written(1),
      '写真.xlsx': photo(),
    })
    const html = await (await get(path)).text()
    expect(html).toContain('3 ファイル：1 取り込めます、2 確認が必要')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toContain('<script>alert')
    const decision = `${path}decision/`
    const open = await post(decision, { seen: seenIn(html) })
    expect([open.status, await open.text()]).toEqual([422, expect.stringContaining('まだ決めていない項目が1件あります')])

    expect((await saveReport(store, { item: item(1).id, version: 0, content: answerOf(1, '画面で先に') }, act('zaisei'))).ok).toBe(true)
    const choice = { [`choice:${item(0).id}/progress`]: '0' }
    const stale = await post(decision, { seen: seenIn(html), ...choice })
    const again = await stale.text()
    expect([stale.status, again]).toEqual([409, expect.stringContaining('比べた後に')])
    expect(again).toMatch(/checked="" value="0"/)
    expect((await now(0))?.content.progress).toBe('画面の取組')

    const done = await post(decision, { seen: seenIn(again), ...choice, [`choice:${item(1).id}/progress`]: 'now' })
    expect(done.status).toBe(303)
    expect((await now(0))?.content.progress).toBe('<script>alert(1)</script>')
    expect((await now(1))?.content.progress).toBe('画面で先に')
    expect(await (await get(path)).text()).toContain('1件の報告に取り込みました')
    const twice = await post(decision, { seen: seenIn(again) })
    expect(twice.status).toBe(409)
  })

  it('R-03 どの画面も、問い合わせは15回までで足りる', async () => {
    const path = await handIn({ '四.xlsx': await written(3), '五.xlsx': await written(4), '六.xlsx': await written(5) })
    const counts: Record<string, number> = {}
    const count = async (name: string, address: string) => {
      queries = 0
      expect((await get(address)).status).toBe(200)
      counts[name] = queries
    }
    await count('配付', at.forms(AOBA, round.id))
    await count('回収', at.takeBacks(AOBA))
    await count('決定待ち', path)
    await post(`${path}decision/`, { seen: seenIn(await (await get(path)).text()) })
    await count('取込み済み', path)
    expect(Object.entries(counts).filter(([, asked]) => asked > 15)).toEqual([])
  })

  it('S-28 渡されたファイルは、見せずに保存させる', async () => {
    const path = await handIn({ '部/写真.xlsx': photo() })
    const answer = await get(`${path}files/1/`)
    expect([answer.headers.get('content-type'), nameOf(answer)]).toEqual(['application/octet-stream', '写真.xlsx'])
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
  })

  it('報告者は、ほかの人の回収を開けず、決められない', async () => {
    const path = await handIn({ '三.xlsx': await written(2) })
    for (const rest of ['', 'files/1/']) expect((await get(`${path}${rest}`, 'zaisei')).status).toBe(404)
    for (const rest of ['decision/', 'discard/', 'reading/']) expect((await post(`${path}${rest}`, {}, 'zaisei')).status).toBe(404)
    expect(await (await get(at.takeBacks(AOBA), 'zaisei')).text()).toContain('まだ回収していません')
    const own = await handIn({ '三.xlsx': await written(2, '市民課が出した') }, 'shimin')
    const html = await (await get(own, 'shimin')).text()
    expect((await post(`${own}decision/`, { seen: seenIn(html), submit: 'yes' }, 'shimin')).status).toBe(303)
    expect(await now(2)).toMatchObject({ state: 'submitted', submittedBy: 'shimin' })
  })

  it.each([
    { title: 'ファイルがない', form: { round: 'いま' }, says: 'ファイルが選ばれていません' },
    {
      title: '照会がない',
      form: { round: 'none', files: new File([photo() as BlobPart], 'a.xlsx') },
      says: '回収する照会を選んでください',
    },
  ])('$title ときは、することを答える', async ({ form, says }) => {
    const answer = await post(at.takeBacks(AOBA), form as Record<string, string | File>)
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(says)])
  })
})
