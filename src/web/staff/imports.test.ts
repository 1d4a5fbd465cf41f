import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStore } from '../../../tests/test-store.ts'
import type { Store } from '../../store/database.ts'
import { publishedEditions } from '../../workflows/published.ts'
import { appOf } from '../server.tsx'
import { staffImports } from './imports.tsx'

const CSV = [
  'あおば市行財政改革推進プラン　令和6年度取組状況',
  '基本方針,取組名,内容,所管課,令和6年度取組状況,今後の課題・方向性',
  '1 窓口の改革,窓口申請のオンライン化,申請できる手続を広げる。,行政改革課,18手続を公開した。,講習会と組み合わせて案内する。',
  '1 窓口の改革,総合窓口の開設,転入と転出をまとめる。,市民課,設計を終えた。,<b>太字</b>の案内を作る。',
].join('\r\n')
const LOCAL = { host: 'localhost:3000', origin: 'http://localhost:3000' }

let store: Store
let app: ReturnType<typeof appOf>['app']
let published = 0

beforeAll(async () => {
  store = await openTestStore()
  const read = async () => ({ editions: await publishedEditions(store), downloads: [] })
  const now = () => new Date('2025-09-01T00:00:00Z')
  const staff = (refresh: () => void, stylesheet: string) =>
    staffImports({
      store,
      stylesheet,
      by: '行政改革課',
      now,
      published: () => {
        published += 1
        refresh()
      },
    })
  app = appOf({ read, stylesheet: '', port: 0, host: '127.0.0.1', staff }).app
})
afterAll(() => store?.close())

const post = (path: string, fields: [string, string | File][], headers: Record<string, string> = LOCAL) => {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  return app.request(path, { method: 'POST', body, headers })
}
const get = (path: string) => app.request(path, { headers: { host: 'localhost:3000' } })
const file = (text: string | Uint8Array, name = '取組状況.csv') => new File([text as BlobPart], name)
const uploaded = async (fields: [string, string | File][]) => (await post('/staff/imports/', fields)).headers.get('location') ?? '案内なし'
const AOBA: [string, string][] = [
  ['municipality', '990019'],
  ['plan', 'あおば市行財政改革推進プラン'],
]

describe('文書を取り込む画面', () => {
  it('読み取った値を文書の行と並べて見せ、まだ何も取り込まない', async () => {
    const page = await get(await uploaded([['files', file(CSV)], ...AOBA]))
    const text = await page.text()
    expect(page.status).toBe(200)
    for (const words of ['取り込む前の確認', '窓口申請のオンライン化', '行政改革課', '18手続を公開した。', '取組（2件）', '外す'])
      expect(text).toContain(words)
    expect(text).toContain('&lt;b&gt;太字')
    expect(text).not.toContain('<b>太字')
    expect(await store.reading('990019' as never, async (db) => (await import('../../store/plan-family.ts')).planFamilies(db))).toEqual([])
  })

  it('外した記録を除いて一度に取り込み、公表すると公開の画面に出る', async () => {
    const where = await uploaded([['files', file(CSV)], ...AOBA])
    const review = await (await get(where)).text()
    const leave = /value="([0-9a-f]{64}#\/initiatives\/1)"/.exec(review)?.[1] ?? '見つからない'
    const accepted = await post(`${where}acceptance/`, [['leave', leave]])
    expect(accepted.status).toBe(303)
    const done = await (await get(accepted.headers.get('location') ?? '')).text()
    expect(done).toContain('あおば市行財政改革推進プラン')
    expect((await post(`${where}acceptance/`, [])).status).toBe(404)

    const told = await (
      await post('/staff/publications/', [
        ['municipality', '990019'],
        ['plan', 'あおば市行財政改革推進プラン'],
      ])
    ).text()
    expect(told).toContain('第1版を公表しました')
    expect(published).toBe(1)
    const [edition] = await publishedEditions(store)
    expect(edition?.record.initiatives.map((i) => i.title)).toEqual(['窓口申請のオンライン化'])
    expect(await (await get('/')).text()).toContain('あおば市行財政改革推進プラン')
  })

  it('取込み先が分からないときは、画面で決めてから取り込める', async () => {
    const where = await uploaded([
      ['files', file('取組名,所管課,令和6年度取組状況\r\n甲の取組,財政課,実施した。\r\n乙の取組,税務課,検討した。')],
    ])
    expect(await (await get(where)).text()).toContain('取込み先が分かりません')
    await post(`${where}target/`, AOBA)
    const text = await (await get(where)).text()
    expect(text).toContain('「あおば市行財政改革推進プラン」')
    expect(text).not.toContain('取込み先が分かりません')
  })

  it('確認している間に別の取込みがあれば、先に見せ直す', async () => {
    const other = CSV.replaceAll('窓口申請のオンライン化', '入札の電子化')
    const first = await uploaded([['files', file(other)], ...AOBA])
    const second = await uploaded([['files', file(other.replace('18手続', '20手続'))], ...AOBA])
    expect((await post(`${second}acceptance/`, [])).status).toBe(303)
    const stale = await post(`${first}acceptance/`, [])
    expect([stale.status, (await stale.text()).includes('記録が変わりました')]).toEqual([409, true])
  })

  it('取りやめると、確認の画面は消える', async () => {
    const where = await uploaded([['files', file(CSV)], ...AOBA])
    expect((await post(`${where}discard/`, [])).status).toBe(303)
    expect((await get(where)).status).toBe(404)
  })
})

describe('断り方', () => {
  it.each([
    { title: 'ファイルなし', fields: [] as [string, string | File][], says: 'ファイルを選んでください' },
    { title: '空のファイル', fields: [['files', file(' ')]] as [string, File][], says: '文字が一つもありません' },
    {
      title: '文字でないファイル',
      fields: [['files', file(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'a.png')]] as [string, File][],
      says: '文字のファイルではありません',
    },
    {
      title: '計画でない文書',
      fields: [['files', file('こんにちは。今日は良い天気です。', 'a.txt')]] as [string, File][],
      says: '見つかりませんでした',
    },
  ])('$title は、理由と次の手を日本語で伝える', async ({ fields, says }) => {
    const page = await post('/staff/imports/', fields)
    expect([page.status, (await page.text()).includes(says)]).toEqual([422, true])
  })

  it.each([
    { title: '別のサイトから', headers: { host: 'localhost:3000', origin: 'https://evil.example' } },
    { title: '別の名を名乗る相手', headers: { host: 'evil.example', origin: 'http://evil.example' } },
    { title: '出どころのない送信', headers: { host: 'localhost:3000' } as Record<string, string> },
  ] as { title: string; headers: Record<string, string> }[])('$title は受け付けない', async ({ headers }) =>
    expect((await post('/staff/imports/', [['files', file(CSV)]], headers)).status).toBe(403),
  )

  it('ほかの機械に開いたサーバーには、この画面がない', async () => {
    const staff = () => staffImports({ store, stylesheet: '', by: '', now: () => new Date(0), published: () => {} })
    const open = appOf({ read: async () => ({ editions: [], downloads: [] }), stylesheet: '', port: 0, host: '0.0.0.0', staff }).app
    expect((await open.request('/staff/imports/', { headers: { host: 'localhost' } })).status).toBe(404)
  })

  it('終わった取込みの頁は、そう伝える', async () => {
    const page = await get('/staff/imports/000000000000000000000000/')
    expect([page.status, (await page.text()).includes('もう一度ファイルを選んでください')]).toEqual([404, true])
  })
})
