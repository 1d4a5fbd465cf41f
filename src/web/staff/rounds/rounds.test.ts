import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FORM, openDesk } from '../../../../tests/round-desk.ts'
import { AOBA, act, ask, cookieOf, FAMILY } from '../../../../tests/staff-town.ts'
import { anId } from '../../../../town/story/builders.ts'
import { aContent } from '../../../../town/story/round-builders.ts'
import type { RoundItem } from '../../../reform/round.ts'
import { auditOf } from '../../../store/audit.ts'
import { loadRecord } from '../../../store/record.ts'
import { saveReport } from '../../../workflows/save-report.ts'
import { takeStep } from '../../../workflows/take-step.ts'
import { paths } from '../../paths.ts'

let desk: Awaited<ReturnType<typeof openDesk>>
let { store, app, cookie } = {} as typeof desk
const at = paths.staff
const get = (path: string) => desk.get(path)
const post: typeof desk.post = (path, form) => desk.post(path, form)
const theRound = () => desk.theRound()
const items = () => desk.items()
const itemOf = (title: string) => desk.itemOf(title)

beforeAll(async () => {
  desk = await openDesk()
  store = desk.store
  app = desk.app
  cookie = desk.cookie
  expect((await post(at.newRound(AOBA), { ...FORM, press: 'open' })).status).toBe(303)
})
afterAll(() => desk?.store.close())

describe('照会の状況', () => {
  beforeAll(async () => {
    const steps = async (title: string, by: string, upTo: ('submit' | 'approve' | 'return' | 'accept')[], content = aContent()) => {
      const item = await itemOf(title)
      await saveReport(store, { item: item.id, version: item.version, content }, act(by))
      for (const step of upTo)
        await takeStep(
          store,
          step,
          item.id,
          { version: null, reason: '根拠を書いてください。' },
          act(step === 'submit' ? by : step === 'accept' ? 'jimukyoku' : `${by}-kacho`),
        )
    }
    const actual = (nth: number, raw: string) => [{ indicator: anId(`indicator-${nth}`), raw, status: '実績' as const }]
    await steps('基金の積立て', 'zaisei', ['submit', 'approve', 'accept'], aContent({ actuals: actual(1, '95') }))
    await steps('使用料の見直し', 'zaisei', ['submit', 'return'], aContent({ progress: '+SUM(A1)', actuals: actual(2, '950000') }))
    await steps('市税収納率の向上', 'nozei', ['submit'], aContent({ actuals: actual(5, '96') }))
    await steps('窓口申請のオンライン化', 'shimin', [])
  })

  it('どの数を押しても、その件数の一覧が開く', async () => {
    const { text } = await get(at.round(AOBA, (await theRound()).id))
    const links = [...text.matchAll(/<a href="([^"]*\/items\/[^"]*)"[^>]*>(?:<span class="unseen">[^<]*<\/span>)?([^<]*)<\/a>/g)]
    expect(links.length).toBeGreaterThan(40)
    for (const [, href = '', said = ''] of links) {
      if (said.endsWith('日')) continue
      const count = /([\d,]+)件?$/.exec(said)?.[1]
      const list = await get(href.replaceAll('&amp;', '&'))
      expect([href, /role="status">([\d,]+)件/.exec(list.text)?.[1]]).toEqual([href, count])
    }
  })

  it('部ごと・課ごとに、率とともに数える', async () => {
    const { text } = await get(at.round(AOBA, (await theRound()).id))
    for (const said of ['財務部', '財政課', '（所管なし）', '所管が決まっていない　1件', '一度も報告のない指標', '57.1%', '承認日数'])
      expect(text).toContain(said)
  })

  it('知らない条件は問わない', async () => {
    const { text } = await get(`${at.roundItems(AOBA, (await theRound()).id)}?list=%3Cscript%3E&state=x`)
    expect(text).toContain('role="status">7件')
    expect(text).not.toContain('<script>')
  })

  it('S-10 一覧は CSV で持ち出せ、数式になる文字は無害にする', async () => {
    const round = await theRound()
    const answer = await ask(app, `${at.roundItemsCsv(AOBA, round.id)}?list=returned`, { cookie })
    const text = await answer.text()
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('差戻しがあったもの'))
    expect(text).toContain('使用料の見直し')
    expect(text.trim().split('\r\n')).toHaveLength(2)
    expect(text).not.toMatch(/(^|,)"?[=+@]/m)
  })

  it('照会文・記入要領・集計ブックを、名の付いたファイルで渡す', async () => {
    const { id } = await theRound()
    const file = async (path: string) => {
      const answer = await ask(app, path, { cookie })
      const name = /filename\*=UTF-8''(.+)$/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? ''
      return [answer.status, decodeURIComponent(name), new Uint8Array(await answer.arrayBuffer()).slice(0, 2).join()]
    }
    const ZIP = '80,75'
    expect(await file(at.roundLetter(AOBA, id, 'inquiry'))).toEqual([200, '令和6年度取組状況の照会_照会文.docx', ZIP])
    expect(await file(`${at.roundLetter(AOBA, id, 'inquiry')}?section=${encodeURIComponent('財政課')}`)).toEqual([
      200,
      '令和6年度取組状況の照会_照会文_財政課.docx',
      ZIP,
    ])
    expect(await file(at.roundLetter(AOBA, id, 'instructions'))).toEqual([200, '令和6年度取組状況の照会_記入要領.docx', ZIP])
    expect(await file(at.roundWorkbook(AOBA, id))).toEqual([200, '令和6年度取組状況の照会_集計.xlsx', ZIP])
    const none = await get(`${at.roundLetter(AOBA, id, 'inquiry')}?section=${encodeURIComponent('会計課')}`)
    expect([none.status, none.text.includes('「会計課」には、この照会で報告を求めているものがありません')]).toEqual([404, true])
    expect((await get(at.roundLetter(AOBA, id, 'other'))).status).toBe(404)
  })

  it('所管を決めると、その課の報告になり、計画にも入る', async () => {
    const round = await theRound()
    const item = await itemOf('公民連携の推進')
    expect((await get(`${at.roundItems(AOBA, round.id)}?list=noOwner`)).text).toContain(at.roundOwner(AOBA, round.id, item.id))
    const wrong = await post(at.roundOwner(AOBA, round.id, item.id), { section: '行政改革課' })
    expect([wrong.status, wrong.text.includes('「行政改革課」は今ある課の名ではありません')]).toEqual([409, true])
    const given = await post(at.roundOwner(AOBA, round.id, item.id), { section: '行政経営課', inPlan: '1' })
    expect(given.status).toBe(303)
    expect((await itemOf('公民連携の推進')).section).toBe('行政経営課')
    const record = await store.reading(AOBA, (db) => loadRecord(db, FAMILY))
    expect(record?.initiatives.find(({ title }) => title === '公民連携の推進')?.sections).toEqual([
      { name: '行政経営課', office: null, role: null },
    ])
  })
})

describe('照会の対象', () => {
  it('始まった報告は外せず、未着手の報告は理由を付けて外せる', async () => {
    const round = await theRound()
    const begun = await post(at.roundTakeOut(AOBA, round.id), { item: (await itemOf('窓口申請のオンライン化')).id, outWhy: '対象外' })
    expect([begun.status, begun.text.includes('「下書き」で、報告が始まっています')]).toEqual([409, true])
    const item = (await itemOf('事務事業の総点検')).id
    const silent = await post(at.roundTakeOut(AOBA, round.id), { item, outWhy: ' ' })
    expect([silent.status, silent.text.includes('理由を入れてください')]).toEqual([409, true])
    expect((await post(at.roundTakeOut(AOBA, round.id), { item, outWhy: '休止中のため' })).status).toBe(303)
    expect(await items()).toHaveLength(6)
    const log = await store.reading(AOBA, (db) => auditOf(db, { table: 'round_item' }))
    expect(log[0]).toMatchObject({ act: 'delete', why: '休止中のため' })
  })

  it('照会にない取組と、別の課を、理由を付けて加えられる', async () => {
    const round = await theRound()
    expect((await get(at.roundScope(AOBA, round.id))).text).toContain('加える<span class="unseen">：事務事業の総点検')
    const said = { initiative: 'initiative-4', section: '行政改革課', ofPlan: '1', why: '再開したため' }
    expect((await post(at.roundScope(AOBA, round.id), { ...said, section: '財政課' })).status).toBe(303)
    const twice = await post(at.roundScope(AOBA, round.id), { ...said, section: '財政課' })
    expect([twice.status, twice.text.includes('既に対象になっています')]).toEqual([409, true])
    const nobody = await post(at.roundScope(AOBA, round.id), { initiative: 'initiative-4', section: '', why: '別の課にも' })
    expect([nobody.status, nobody.text.includes('課を選んでください')]).toEqual([409, true])
    expect(await items()).toHaveLength(7)
  })
})

describe('照会の設定と終わり', () => {
  const SETTINGS = { ...FORM, title: '令和6年度取組状況の照会', dueSection: 'R7.5.23' }

  it('理由がなければ改めず、打った内容を残す', async () => {
    const round = await theRound()
    const { status, text } = await post(at.roundSettings(AOBA, round.id), SETTINGS)
    expect([status, text.includes('理由を入れてください'), text.includes('value="R7.5.23"')]).toEqual([409, true, true])
    expect((await theRound()).dueSection).toBe('2025-05-16')
  })

  it('S-02 期限は改められ、始めた後に変えられない設定は、送られても変わらない', async () => {
    const before = await theRound()
    const forged = {
      ...SETTINGS,
      why: '決算の確定が遅れるため',
      departmentApproval: '1',
      opensOn: 'R7.1.6',
      closed: '1',
      fiscalYear: '2020',
    }
    expect((await post(at.roundSettings(AOBA, before.id), forged)).status).toBe(303)
    expect(await theRound()).toEqual({ ...before, dueSection: '2025-05-23' })
    const log = await store.reading(AOBA, (db) => auditOf(db, { table: 'round' }))
    expect(log[0]).toMatchObject({ by: 'jimukyoku', why: '決算の確定が遅れるため' })
  })

  it('受理していない報告が残る照会は、理由がなければ終えられない', async () => {
    const { id } = await theRound()
    const refused = await post(at.roundEnd(AOBA, id), { press: 'close', endWhy: '' })
    expect([refused.status, refused.text.includes('受理していない報告が5件残っています')]).toEqual([409, true])
    expect((await theRound()).closed).toBe(false)
    expect((await post(at.roundEnd(AOBA, id), { press: 'close', endWhy: '残りは来年度に求める' })).status).toBe(303)
    expect((await theRound()).closed).toBe(true)
    expect((await get(at.round(AOBA, id))).text).toContain('終了')
  })

  it('終えた照会は、設定も対象も改められず、開き直せる', async () => {
    const { id } = await theRound()
    expect((await post(at.roundSettings(AOBA, id), { ...SETTINGS, dueSection: 'R7.5.30', why: '延長' })).status).toBe(409)
    const item = (await items())[0] as RoundItem
    expect((await post(at.roundOwner(AOBA, id, item.id), { section: '財政課' })).status).toBe(409)
    expect((await post(at.roundEnd(AOBA, id), { press: 'again', endWhy: '' })).status).toBe(409)
    expect((await post(at.roundEnd(AOBA, id), { press: 'again', endWhy: '終える照会を間違えたため' })).status).toBe(303)
    expect((await theRound()).closed).toBe(false)
  })

  it('ない照会は、そう伝える', async () => {
    const { status, text } = await get(at.round(AOBA, 'nowhere'))
    expect([status, text.includes('見つかりません')]).toEqual([404, true])
  })
})

describe('S-01 照会を動かせるのは事務局だけ', () => {
  it.each([
    { login: 'zaisei', read: 403, manage: 403 },
    { login: 'zaisei-kacho', read: 403, manage: 403 },
    { login: 'kansa', read: 200, manage: 403 },
    { login: 'kanri', read: 403, manage: 403 },
  ])('$login', async ({ login, read, manage }) => {
    const own = await cookieOf(store, login)
    const { id } = await theRound()
    expect((await ask(app, at.round(AOBA, id), { cookie: own })).status).toBe(read)
    for (const [path, form] of [
      [at.newRound(AOBA), { ...FORM, press: 'open' }],
      [at.roundSettings(AOBA, id), { ...FORM, why: 'x' }],
      [at.roundEnd(AOBA, id), { press: 'close', endWhy: 'x' }],
    ] as const)
      expect((await ask(app, path, { cookie: own, form })).status).toBe(manage)
  })
})
