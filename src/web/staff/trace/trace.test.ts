import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AOBA, ask, cookieOf, FAMILY, staffOptions } from '../../../../tests/staff-town.ts'
import { openTestStore } from '../../../../tests/test-store.ts'
import { aTownWithHistory } from '../../../../tests/trace-town.ts'
import { anId } from '../../../../town/story/builders.ts'
import { readHeads } from '../../../publish/audit-head.ts'
import type { Store } from '../../../store/database.ts'
import { paths } from '../../paths.ts'
import { staffApp } from '../app.tsx'

describe('変更の履歴と記録', () => {
  let store: Store
  let app: ReturnType<typeof staffApp>
  const cookies: Record<string, string> = {}
  const history = paths.staff.initiativeHistory(AOBA, FAMILY, anId('initiative-1'))
  const get = (path: string, login = 'jimukyoku') => ask(app, path, { cookie: cookies[login] as string })
  const textOf = async (path: string, login?: string) =>
    (await (await get(path, login)).text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

  beforeAll(async () => {
    store = await openTestStore()
    await aTownWithHistory(store)
    app = staffApp(staffOptions(store))
    for (const login of ['jimukyoku', 'zaisei', 'shimin', 'kansa', 'kanri']) cookies[login] = await cookieOf(store, login)
  })
  afterAll(() => store.close())

  it('だれが・いつ・何を・なぜが、新しい順に言葉で読める', async () => {
    const text = await textOf(history)
    for (const said of [
      '改革 花子（jimukyoku）',
      '令和7年4月21日（月）',
      '計画の見直しを決めました',
      '計画の見直しを提案しました',
      '受理をしました',
      '差戻しをしました',
      '数値の根拠を書いてください。',
      '内容に合わせる',
      '基金の計画的な積立て',
      '下書きを3回保存しました',
      '清水 陽菜（zaisei・報告者）',
    ])
      expect(text).toContain(said)
    const places = ['計画の見直しを決めました', '受理をしました', '差戻しをしました', '下書きを3回保存しました'].map((said) =>
      text.indexOf(said),
    )
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('続けて保存した下書きは、初めの前と最後の後を示す', async () => {
    const text = await textOf(history)
    expect(text).toContain('下書きを1回保存しました')
    expect(text).not.toContain('15件分')
  })

  it('変わった言葉に印が付き、書かれたものは記号のまま出る', async () => {
    const html = await (await get(history)).text()
    expect(html).toMatch(/<ins[^>]*>(<span[^>]*>[^<]*<\/span>)?[^<]*根拠/)
    expect(html).not.toContain('<script>alert(1)')
  })

  it('ほかの課の報告者には、報告の下書きも差戻しも出ない', async () => {
    const text = await textOf(history, 'shimin')
    expect(text).toContain('計画の見直しを決めました')
    for (const hidden of ['15件分', '下書きを', '数値の根拠を書いてください。']) expect(text).not.toContain(hidden)
    expect(await textOf(history, 'zaisei')).toContain('下書きを3回保存しました')
    expect(await textOf(history, 'kansa')).toContain('下書きを3回保存しました')
  })

  it('ない取組は 404', async () => {
    expect((await get(paths.staff.initiativeHistory(AOBA, FAMILY, 'nothing'))).status).toBe(404)
  })

  describe('変更の記録', () => {
    const trace = paths.staff.trace(AOBA)
    it('人・日・表で絞り込める', async () => {
      expect(await textOf(trace)).toContain('改革 花子（jimukyoku）')
      const own = (await textOf(`${trace}?by=zaisei-kacho&table=round_step&day=${encodeURIComponent('令和7年4月21日')}`)).split(
        '新しい順',
      )[1]
      expect(own).toContain('手続 1件')
      expect(own).not.toContain('取組 1件')
      expect(await textOf(`${trace}?day=2025-04-20`)).toContain('条件に合う記録はありません')
      expect(await textOf(`${trace}?day=x`)).toContain('日の条件は使っていません')
    })

    it('頁を送ると、重なりも抜けもなく最初の記録に着く', async () => {
      const numbers: number[] = []
      for (let path: string | null = trace; path !== null; ) {
        const html: string = await (await get(path)).text()
        for (const [, from, to] of html.matchAll(/番号(\d+)(?:～(\d+))?</g))
          for (let n = Number(from); n <= Number(to ?? from); n += 1) numbers.push(n)
        path = /href="([^"]+before=\d+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? null
      }
      expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: Math.max(...numbers) }, (_, nth) => nth + 1))
    })

    it('検証はボタンで始め、結果と時刻が残る。控えた末尾と比べられる', async () => {
      expect(await textOf(trace)).toContain('まだ検証していません')
      const verify = (form: Record<string, File | string> = {}) =>
        ask(app, paths.staff.traceVerification(AOBA), { cookie: cookies.kansa as string, form: { nothing: '', ...form } })
      expect((await verify()).status).toBe(303)
      expect(await textOf(trace)).toContain('つながりは切れていません')
      const response = await get(paths.staff.traceHead(AOBA))
      expect(response.headers.get('content-disposition')).toContain("filename*=UTF-8''")
      const text = await response.text()
      expect(readHeads(text)).toMatchObject({ ok: true, value: [{ municipality: AOBA }] })
      expect((await verify({ kept: new File([text], 'head.jsonl') })).status).toBe(303)
      expect(await textOf(trace)).toContain('とも一致しました')
      const other = text.replace(/"hash":"../, '"hash":"00')
      expect((await verify({ kept: new File([other], 'head.jsonl') })).status).toBe(303)
      expect(await textOf(trace)).toContain('控えと食い違う')
      for (const bad of ['あおば市', text.replace(AOBA, '990027')])
        expect((await verify({ kept: new File([bad], 'head.jsonl') })).status).toBe(422)
    })

    it.each(['zaisei', 'shimin'])('%s は開けない', async (login) => {
      for (const path of [trace, paths.staff.traceHead(AOBA)]) expect((await get(path, login)).status).toBe(403)
    })
  })
})
