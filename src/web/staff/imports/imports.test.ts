import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AOBA, cookieOf, openOffice, staffOptions } from '../../../../tests/staff-town.ts'
import { openTestStore } from '../../../../tests/test-store.ts'
import type { Store } from '../../../store/database.ts'
import { planFamilies } from '../../../store/plan-family.ts'
import { publishedEditions } from '../../../workflows/published.ts'
import { appOf } from '../../server.tsx'
import { staffApp } from '../app.tsx'

const CSV = [
  'あおば市行財政改革推進プラン　令和6年度取組状況',
  '基本方針,取組名,内容,所管課,令和6年度取組状況,今後の課題・方向性',
  '1 窓口の改革,窓口申請のオンライン化,申請できる手続を広げる。,行政改革課,18手続を公開した。,講習会と組み合わせて案内する。',
  '1 窓口の改革,総合窓口の開設,転入と転出をまとめる。,市民課,設計を終えた。,<b>太字</b>の案内を作る。',
].join('\r\n')
const LOCAL = { host: 'localhost:3000', origin: 'http://localhost:3000' }
const IMPORTS = `/${AOBA}/staff/imports/`
const NOW = new Date('2025-09-01T00:00:00Z')

let store: Store
let app: ReturnType<typeof appOf>['app']
let published = 0
let cookie = ''

beforeAll(async () => {
  store = await openTestStore()
  await openOffice(store)
  cookie = await cookieOf(store, 'jimukyoku', AOBA, NOW)
  const read = async () => ({ editions: await publishedEditions(store), downloads: [] })
  const staff = ({ published: refresh }: { published: () => void }) =>
    staffApp({
      ...staffOptions(store),
      now: () => NOW,
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
  return app.request(path, { method: 'POST', body, headers: { cookie, ...headers } })
}
const get = (path: string) => app.request(path, { headers: { host: 'localhost:3000', cookie } })
const file = (text: string | Uint8Array, name = '取組状況.csv') => new File([text as BlobPart], name)
const uploaded = async (fields: [string, string | File][]) => (await post(IMPORTS, fields)).headers.get('location') ?? '案内なし'
const AOBA_PLAN: [string, string][] = [['plan', 'あおば市行財政改革推進プラン']]

describe('文書を取り込む画面', () => {
  it('読み取った値を文書の行と並べて見せ、まだ何も取り込まない', async () => {
    const page = await get(await uploaded([['files', file(CSV)], ...AOBA_PLAN]))
    const text = await page.text()
    expect(page.status).toBe(200)
    for (const words of ['取り込む前の確認', '窓口申請のオンライン化', '行政改革課', '18手続を公開した。', '取組（2件）', '外す'])
      expect(text).toContain(words)
    expect(text).toContain('&lt;b&gt;太字')
    expect(text).not.toContain('<b>太字')
    expect(await store.reading(AOBA, planFamilies)).toEqual([])
  })

  it('外した記録を除いて一度に取り込み、公表すると公開の画面に出る', async () => {
    const where = await uploaded([['files', file(CSV)], ...AOBA_PLAN])
    const review = await (await get(where)).text()
    const leave = /value="([0-9a-f]{64}#\/initiatives\/1)"/.exec(review)?.[1] ?? '見つからない'
    const accepted = await post(`${where}acceptance/`, [['leave', leave]])
    expect(accepted.status).toBe(303)
    const done = await (await get(accepted.headers.get('location') ?? '')).text()
    expect(done).toContain('あおば市行財政改革推進プラン')
    expect((await post(`${where}acceptance/`, [])).status).toBe(404)

    const told = await (await post(`/${AOBA}/staff/publications/`, AOBA_PLAN)).text()
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
    await post(`${where}target/`, AOBA_PLAN)
    const text = await (await get(where)).text()
    expect(text).toContain('「あおば市行財政改革推進プラン」')
    expect(text).not.toContain('取込み先が分かりません')
  })

  it('確認している間に別の取込みがあれば、先に見せ直す', async () => {
    const other = CSV.replaceAll('窓口申請のオンライン化', '入札の電子化')
    const first = await uploaded([['files', file(other)], ...AOBA_PLAN])
    const second = await uploaded([['files', file(other.replace('18手続', '20手続'))], ...AOBA_PLAN])
    expect((await post(`${second}acceptance/`, [])).status).toBe(303)
    const stale = await post(`${first}acceptance/`, [])
    expect([stale.status, (await stale.text()).includes('記録が変わりました')]).toEqual([409, true])
  })

  it('取りやめると、確認の画面は消える', async () => {
    const where = await uploaded([['files', file(CSV)], ...AOBA_PLAN])
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
    const page = await post(IMPORTS, fields)
    expect([page.status, (await page.text()).includes(says)]).toEqual([422, true])
  })

  it.each([
    { title: '別のサイトから', headers: { host: 'localhost:3000', origin: 'https://evil.example' } },
    { title: '出どころのない送信', headers: { host: 'localhost:3000' } as Record<string, string> },
  ] as { title: string; headers: Record<string, string> }[])('$title は受け付けない', async ({ headers }) =>
    expect((await post(IMPORTS, [['files', file(CSV)]], headers)).status).toBe(403),
  )

  it('ほかの団体の文書は、何の文書と読んだかを言って断る（S-04）', async () => {
    const foreign = CSV.replaceAll('あおば市', 'みなと市')
    const page = await post(IMPORTS, [['files', file(foreign)]])
    const text = await page.text()
    expect([page.status, text.includes('みなと市の文書のようです'), text.includes('あおば市の文書だけ')]).toEqual([422, true, true])
  })

  it('サインインしていなければ、読まれも書かれもしない', async () => {
    const nobody = await app.request(IMPORTS, { headers: { host: 'localhost:3000' } })
    expect([nobody.status, nobody.headers.get('location')]).toEqual([303, `/${AOBA}/staff/sign-in/?to=${encodeURIComponent(IMPORTS)}`])
    expect((await post(IMPORTS, [['files', file(CSV)]], { ...LOCAL, cookie: '' })).status).toBe(403)
  })

  it('報告者は取り込めない', async () => {
    const own = await cookieOf(store, 'zaisei', AOBA, NOW)
    expect((await post(IMPORTS, [['files', file(CSV)]], { ...LOCAL, cookie: own })).status).toBe(403)
  })

  it('終わった取込みの頁は、そう伝える', async () => {
    const page = await get(`${IMPORTS}000000000000000000000000/`)
    expect([page.status, (await page.text()).includes('もう一度ファイルを選んでください')]).toEqual([404, true])
  })
})
