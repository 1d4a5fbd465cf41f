import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AOBA, act, ask, cookieOf, FAMILY, openTown, staffOptions } from '../../../../tests/staff-town.ts'
import { openTestStore } from '../../../../tests/test-store.ts'
import type { Store } from '../../../store/database.ts'
import { loadRecord } from '../../../store/record.ts'
import { publishEdition } from '../../../workflows/publish-edition.ts'
import { paths } from '../../paths.ts'
import { staffApp } from '../app.tsx'

const at = paths.staff
const basisIn = (html: string): string => /name="basis" value="([0-9a-f]+)"/.exec(html)?.[1] ?? ''

describe('総括・工程・版の比較の画面', () => {
  let store: Store
  let app: ReturnType<typeof staffApp>
  let cookie: string
  const get = async (path: string) => (await ask(app, path, { cookie })).text()
  const post = (path: string, form: Record<string, string>) => ask(app, path, { cookie, form })
  const reviews = async () => (await store.reading(AOBA, (db) => loadRecord(db, FAMILY)))?.reviews ?? []

  beforeAll(async () => {
    store = await openTestStore()
    await openTown(store)
    app = staffApp({ ...staffOptions(store), script: '/x.js', stylesheet: '/x.css' })
    cookie = await cookieOf(store, 'jimukyoku')
  })
  afterAll(() => store?.close())

  it('総括を始め、項目を加え、計画の取組に結び付ける。振り返る計画も残る', async () => {
    expect((await post(at.newReview(AOBA, FAMILY), { method: 'KPT', plan: 'plan' })).status).toBe(303)
    const item = {
      kind: 'try',
      number: '①',
      text: '窓口を一つにする',
      other: '',
      'links.0.initiative': 'initiative-3',
      'links.0.title': '',
    }
    expect((await post(at.newReviewItem(AOBA, FAMILY, '0'), item)).status).toBe(303)
    expect(await reviews()).toMatchObject([
      {
        method: 'KPT',
        plan: 'plan',
        items: [{ number: '①', existing: [{ title: '窓口申請のオンライン化', initiative: 'initiative-3', sections: ['市民課'] }] }],
      },
    ])
  })

  it('二人が同じ項目を直すと、後の人は断られ、書いたものと今の内容が並ぶ', async () => {
    const path = at.reviewItem(AOBA, FAMILY, '0', '0')
    const basis = basisIn(await get(path))
    const said = (text: string) => ({ basis, kind: 'try', number: '①', text, other: '' })
    expect((await post(path, said('先の人の文'))).status).toBe(303)
    const second = await post(path, said('後の人の文'))
    expect(second.status).toBe(409)
    const html = await second.text()
    expect([html.includes('先の人の文'), html.includes('後の人の文')]).toEqual([true, true])
    expect((await reviews())[0]?.items[0]?.text).toBe('先の人の文')
  })

  it('見ていた項目と違うものは、消さない・動かさない', async () => {
    for (const [path, form] of [
      [at.reviewRemoval(AOBA, FAMILY, '0'), { basis: 'f'.repeat(64), item: '0' }],
      [at.reviewRemoval(AOBA, FAMILY, '0'), { item: '0' }],
      [at.reviewOrder(AOBA, FAMILY, '0'), { move: `up:0:${'f'.repeat(64)}` }],
    ] as const)
      expect((await post(path, form)).status).toBe(409)
    expect((await reviews())[0]?.items).toHaveLength(1)
  })

  it.each([
    { path: at.planReview(AOBA, FAMILY, '9'), status: 404 },
    { path: at.reviewItem(AOBA, FAMILY, '0', '9'), status: 404 },
    { path: at.reviewItem(AOBA, FAMILY, '0', 'x'), status: 404 },
    { path: at.roadmapPillar(AOBA, FAMILY, 'nowhere'), status: 404 },
    { path: `${at.editionComparison(AOBA, FAMILY)}?before=9`, status: 200 },
  ])('ないものは見つからないと言う：$path', async ({ path, status }) => expect((await ask(app, path, { cookie })).status).toBe(status))

  it('公表した版がなければ、比べられないと言う。公表すれば、どの二つも選べ、ない版は見つからない', async () => {
    const path = at.editionComparison(AOBA, FAMILY)
    expect(await get(path)).toContain('まだ公表した版がありません')
    await publishEdition(store, FAMILY, act('jimukyoku'))
    expect(await get(path)).toContain('変更なし')
    expect(await get(`${path}?before=1&after=1`)).toContain('変わったことはありません')
    expect((await ask(app, `${path}?before=9`, { cookie })).status).toBe(404)
  })

  it('二人が同じ柱の工程を直すと、後の人は断られる', async () => {
    const path = at.roadmapPillar(AOBA, FAMILY, 'node')
    const basis = basisIn(await get(path))
    const said = (text: string) => ({ basis, 'items.0.text': text, 'items.0.from': '令和7年度' })
    expect((await post(path, said('先'))).status).toBe(303)
    expect((await post(path, said('後'))).status).toBe(409)
    expect((await store.reading(AOBA, (db) => loadRecord(db, FAMILY)))?.roadmap.map(({ text, from }) => [text, from])).toEqual([
      ['先', '2025'],
    ])
  })
})
