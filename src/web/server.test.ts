import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { keyOf } from '../report/initiative-list.ts'
import { anEdition } from '../report/test-edition.ts'
import { PageCache } from './page-cache.ts'
import { isSameOrigin } from './security.ts'
import { appOf, startServer } from './server.tsx'

const CSS = 'body{color:#333}'
const download = { plan: '990019/plan-1', file: 'edition.json', title: '公表版', bytes: new TextEncoder().encode('{}') }
const read = async () => ({ editions: [anEdition()], downloads: [download] })
const options = { read, stylesheet: CSS, port: 0, host: '127.0.0.1', log: () => {} }
const { app } = appOf(options)
const LIST = '/990019/plans/plan-1/list/'
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await app.request(path, { headers })
  return {
    status: response.status,
    headers: response.headers,
    text: await response.clone().text(),
    bytes: Buffer.from(await response.arrayBuffer()),
  }
}

describe('頁を返す', () => {
  it.each([
    { path: '/', says: '自治体の一覧' },
    { path: '/990019/', says: 'あおば市行財政改革大綱' },
    { path: '/990019/plans/plan-1/', says: '柱ごとの状況' },
    { path: '/990019/plans/plan-1/initiatives/initiative-1/', says: '終期の記載なし' },
  ])('$path', async ({ path, says }) => {
    const page = await get(path)
    expect([page.status, page.text.includes(says)]).toEqual([200, true])
  })

  it.each([
    { query: '', says: '全5件' },
    { query: '?status=behind', says: '状態：遅れ：2件（全5件）' },
    { query: `?section=${keyOf('市民課')}&pillar=node-1`, says: '2件（全5件）' },
    { query: '?q=%E3%81%B5%E3%82%8B%E3%81%95%E3%81%A8', says: '語句：ふるさと：1件（全5件）' },
    { query: '?q=%3Cscript%3E', says: '語句：&lt;script&gt;：0件' },
    { query: '?nobody=knows', says: '全5件' },
  ])('一覧 $query', async ({ query, says }) => expect((await get(LIST + query)).text).toContain(says))

  it('スクリプトがなくても送れる絞り込みの様式がある', async () => {
    const { text } = await get(LIST)
    expect(text).toMatch(new RegExp(`<form class="filter"[^>]* action="${LIST}" method="get"`))
    expect(text).not.toContain('<script')
  })

  it('末尾の / がなければ、条件を持ったまま案内する', async () => {
    const page = await get('/990019/plans/plan-1/list?status=behind')
    expect([page.status, page.headers.get('location')]).toEqual([301, '/990019/plans/plan-1/list/?status=behind'])
  })

  it('データのファイルは保存するものとして返す', async () => {
    const file = await get('/990019/plans/plan-1/downloads/edition.json')
    expect([file.status, file.text, file.headers.get('content-disposition')]).toEqual([200, '{}', 'attachment; filename="edition.json"'])
  })
})

describe('守り', () => {
  it.each(['/', '/nothing/', LIST, '/health/'])('%s にも守りの見出しが付く', async (path) => {
    const { headers } = await get(path)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('ない頁は404で、日本語で案内する', async () => {
    for (const path of ['/nothing', '/990019/plans/plan-9/', '/%2e%2e/%2e%2e/etc/passwd', '/990019/plans/plan-1/initiatives/%00/']) {
      const page = await get(path)
      expect([path, page.status, page.text.includes('頁が見つかりません')]).toEqual([path, 404, true])
    }
  })

  it('内部の誤りは番号だけを見せ、中身は記録に残す', async () => {
    const lines: string[] = []
    const broken = appOf({ ...options, read: () => Promise.reject(new Error('秘密の詳細')), log: (line) => lines.push(line) }).app
    const response = await broken.request('/')
    const text = await response.text()
    const incident = /[0-9A-F]{8}/.exec(text)?.[0] ?? '番号なし'
    expect([response.status, text.includes('秘密'), lines[0]?.includes(incident), lines[0]?.includes('秘密の詳細')]).toEqual([
      500,
      false,
      true,
      true,
    ])
  })

  it('読み込みに失敗しても、次に読めれば見える', async () => {
    let tries = 0
    const app2 = appOf({ ...options, read: () => (tries++ === 0 ? Promise.reject(new Error('')) : read()) }).app
    expect([(await app2.request('/')).status, (await app2.request('/')).status]).toEqual([500, 200])
  })

  it.each([
    { title: '同じサーバの画面から', headers: { host: 'a.jp', origin: 'https://a.jp' }, says: true },
    { title: '別のサーバの画面から', headers: { host: 'a.jp', origin: 'https://evil.example' }, says: false },
    { title: '出どころが隠されている', headers: { host: 'a.jp', origin: 'null' }, says: false },
    { title: '出どころがない', headers: { host: 'a.jp' }, says: false },
    { title: '出どころの代わりに同じサーバだと言う', headers: { host: 'a.jp', 'sec-fetch-site': 'same-origin' }, says: true },
    { title: '読めない出どころ', headers: { host: 'a.jp', origin: '%%' }, says: false },
  ])('$title の送信は $says', ({ headers, says }) =>
    expect(isSameOrigin({ header: (name) => new Map<string, string>(Object.entries(headers)).get(name) })).toBe(says),
  )
})

describe('控え', () => {
  it('同じ頁は一度だけ描き、知らない条件では描き直さない', async () => {
    const first = await get(`${LIST}?x=1`)
    const second = await get(`${LIST}?x=2`)
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'))
    expect((await get(LIST, { 'if-none-match': first.headers.get('etag') ?? '' })).status).toBe(304)
  })

  it('圧縮を受けられる相手には圧縮して返す', async () => {
    const page = await get('/', { 'accept-encoding': 'gzip, br' })
    expect(page.headers.get('content-encoding')).toBe('gzip')
    expect(gunzipSync(page.bytes).toString()).toContain('自治体の一覧')
  })

  it('いっぱいになると古い頁から捨てる', () => {
    const cache = new PageCache(2)
    const drawn: string[] = []
    for (const key of ['a', 'b', 'a', 'c', 'a'])
      cache.get(key, () => {
        drawn.push(key)
        return key
      })
    expect(drawn).toEqual(['a', 'b', 'c', 'a'])
  })

  it('スタイルは中身の指紋を名に持ち、ずっと控えてよい', async () => {
    const href = /href="(\/assets\/site\.[0-9a-f]{10}\.css)"/.exec((await get('/')).text)?.[1] ?? ''
    const css = await get(href)
    expect([css.status, css.text, css.headers.get('cache-control')]).toEqual([200, CSS, 'public, max-age=31536000, immutable'])
  })
})

describe('起動', () => {
  it('空いている番号で開き、公表し直すと新しい版を見せ、閉じる', async () => {
    let number = 1
    const server = await startServer({ ...options, read: async () => ({ editions: [anEdition({ number })], downloads: [] }) })
    const shown = async () => /第\d版/.exec(await (await fetch(`${server.url}/990019/plans/plan-1/`)).text())?.[0]
    const before = await shown()
    number = 2
    server.refresh()
    expect([before, await shown()]).toEqual(['第1版', '第2版'])
    await server.close()
    await expect(fetch(server.url)).rejects.toThrow()
  })
})
