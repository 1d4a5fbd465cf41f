import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AOBA, ask, cookieOf, NOW, openTown } from '../../../../tests/staff-town.ts'
import { openTestStore } from '../../../../tests/test-store.ts'
import type { Person } from '../../../reform/account.ts'
import type { RoundItem } from '../../../reform/round.ts'
import { personOf, savePerson } from '../../../store/account.ts'
import type { Store } from '../../../store/database.ts'
import { itemById, itemsOf } from '../../../store/round-item.ts'
import { paths } from '../../paths.ts'
import { staffApp } from '../app.tsx'

const LOGINS = ['zaisei', 'zaisei-kacho', 'zaimu-bucho', 'shimin', 'nozei', 'nozei-kacho', 'jimukyoku', 'kansa', 'kanri'] as const
type Login = (typeof LOGINS)[number]

describe('報告と審査の画面', () => {
  let store: Store
  let app: Hono
  let items: RoundItem[]
  let today = NOW
  const cookies = new Map<Login, string>()

  beforeAll(async () => {
    store = await openTestStore()
    const round = await openTown(store)
    items = await store.reading(AOBA, (db) => itemsOf(db, round.id))
    for (const login of LOGINS) cookies.set(login, await cookieOf(store, login))
    app = staffApp({
      store,
      stylesheet: '/x.css',
      script: '/x.js',
      now: () => today,
      published: () => {},
      demonstration: true,
      plainHttp: true,
    })
  })
  afterAll(() => store.close())

  const idOf = (nth: number): string => (items[nth] as RoundItem).id
  const now = async (nth: number): Promise<RoundItem> =>
    (await store.reading(AOBA, (db) => itemById(db, (items[nth] as RoundItem).id))) as RoundItem
  const get = async (login: Login, path: string) => {
    const response = await ask(app, path, { cookie: cookies.get(login) as string })
    return { status: response.status, text: await response.text(), to: response.headers.get('location') }
  }
  const post = async (login: Login, path: string, form: Record<string, string | string[]>) => {
    const response = await ask(app, path, { cookie: cookies.get(login) as string, form })
    return { status: response.status, text: await response.text(), to: response.headers.get('location') }
  }
  const report = (nth: number) => paths.staff.report(AOBA, idOf(nth))
  const step = (nth: number, name: string) => paths.staff.step(AOBA, idOf(nth), name)
  const filled = async (nth: number, said: Record<string, string> = {}) => {
    const { version, content } = await now(nth)
    return {
      version: String(version),
      drawn: JSON.stringify(content),
      progress: '令和6年度の取組',
      'actual-0': '95',
      'status-0': '実績',
      ...said,
    }
  }

  describe('わたしの仕事', () => {
    it.each([
      { login: 'zaisei', says: ['これから書く報告（2件）', '基金の積立て', 'あと16開庁日', '令和7年5月16日（金）'] },
      { login: 'zaisei-kacho', says: ['今、することはありません。', '審査する'] },
      { login: 'zaimu-bucho', says: ['今、することはありません。'] },
      { login: 'jimukyoku', says: ['今、することはありません。', '照会の状況'] },
      { login: 'kansa', says: ['今、することはありません。', '変更の記録'] },
      { login: 'kanri', says: ['今、することはありません。', '異動の引継ぎ'] },
    ] as { login: Login; says: string[] }[])('$login', async ({ login, says }) => {
      const { status, text } = await get(login, paths.staff.home(AOBA))
      expect(status).toBe(200)
      for (const one of says) expect(text).toContain(one)
    })
  })

  it('報告する一覧は、自分の課の報告だけを、状態・期限・残りとともに示す', async () => {
    const { text } = await get('zaisei', paths.staff.reports(AOBA))
    for (const said of ['1-1 基金の積立て', '1-2 使用料の見直し', '未着手', '提出済 0／2', 'あと2か所']) expect(text).toContain(said)
    expect(text).not.toContain('窓口申請のオンライン化')
  })

  it('入力の画面は、前年度の文・目標・現況値を欄の脇に示し、できる手続だけを置く', async () => {
    const { text } = await get('zaisei', report(0))
    for (const said of ['令和5年度の取組 1', '前年度の文を写す', '目標とこれまでの値', '提出する', '下書き保存', '前年度から変更なし'])
      expect(text).toContain(said)
    for (const not of ['差し戻す', '引き戻す', '受理する']) expect(text).not.toContain(not)
  })

  it('書きかけは提出されず、足りない欄へのリンクが出て、書いた文は下書きに残る', async () => {
    const { status, text } = await post('zaisei', step(0, 'submit'), await filled(0, { 'actual-0': '' }))
    expect(status).toBe(422)
    expect(text).toContain('まだ提出していません（1か所）')
    expect(text).toContain('href="#f-actual_3aindicator-1"')
    expect(text).toContain('id="f-actual_3aindicator-1"')
    expect(await now(0)).toMatchObject({ state: 'drafting', content: { progress: '令和6年度の取組' } })
  })

  it('前年度の文は、書いた文の後に写される', async () => {
    const done = await post('zaisei', report(0), await filled(0, { progress: '今年の文', copy: 'progress' }))
    expect(done).toMatchObject({ status: 303, to: `${report(0)}?done=copy#f-progress` })
    expect((await now(0)).content.progress).toBe('今年の文\n令和5年度の取組 1')
  })

  it('計画の見直しの提案は、行を増やして書ける', async () => {
    const change = { 'change-0': 'target|indicator-1@2026', 'after-0': '120', 'reason-0': '早く達したため', rows: '3' }
    expect(await post('zaisei', report(0), await filled(0, change))).toMatchObject({ status: 303, to: `${report(0)}?rows=3#f-changes` })
    const { text } = await get('zaisei', `${report(0)}?rows=3`)
    expect(text).toContain('id="change-2"')
    expect((await now(0)).content.changes).toEqual([{ kind: 'target', of: 'indicator-1@2026', after: '120', reason: '早く達したため' }])
  })

  it('提出・差戻し・直して再提出・承認・受理と、画面だけで進む', async () => {
    expect((await post('zaisei', step(0, 'submit'), await filled(0, { progress: '対象を12件に広げた。' }))).to).toContain('done=submit')
    const review = await get('zaisei-kacho', report(0))
    for (const said of ['課長承認する', '差し戻す', '対象を12件に広げた。', '令和5年度の取組 1', '計画の見直しの提案'])
      expect(review.text).toContain(said)
    const version = () => now(0).then((item) => String(item.version))

    const bare = await post('zaisei-kacho', step(0, 'return'), { version: await version(), reason: '', fields: ['progress'] })
    expect(bare.status).toBe(422)
    expect(bare.text).toContain('差戻しの理由が書かれていません')
    const back = await post('zaisei-kacho', step(0, 'return'), {
      version: await version(),
      reason: '数値の根拠を書いてください。',
      fields: ['progress'],
    })
    expect(back.to).toContain('done=return')
    expect((await get('zaisei', paths.staff.home(AOBA))).text).toContain('差し戻された報告（1件）')
    const again = await get('zaisei', report(0))
    for (const said of ['差し戻されました', '数値の根拠を書いてください。', '差戻しで直すように言われた欄です。'])
      expect(again.text).toContain(said)

    expect((await post('zaisei', step(0, 'submit'), await filled(0, { progress: '対象を20件に広げた。' }))).status).toBe(303)
    const changed = await get('zaisei-kacho', report(0))
    expect(changed.text).toMatch(/前回の提出（.+）から直したところ/)
    expect(changed.text.replaceAll(/<span class="unseen">.*?<\/span>/g, '')).toContain('<del>12</del><ins>20</ins>')
    expect((await post('zaisei-kacho', step(0, 'approve'), { version: await version() })).status).toBe(303)
    expect((await get('jimukyoku', paths.staff.home(AOBA))).text).toContain('受理を待つ報告（1件）')
    expect((await post('jimukyoku', step(0, 'accept'), { version: await version() })).status).toBe(303)
    const home = await get('jimukyoku', paths.staff.home(AOBA))
    expect(home.text).toContain('決定を待つ計画の見直し')
    const last = await get('jimukyoku', report(0))
    for (const said of ['手続の経過', '清水 陽菜', '佐々木 進', '改革 花子', '再開する']) expect(last.text).toContain(said)
  })

  describe('二人が同じ報告を直したとき（R-04）', () => {
    it('後の人に二つの内容を比べる画面を出し、何も書き込まず、選んだとおりに保存する', async () => {
      const drawn = await filled(1, { progress: '', 'actual-0': '' })
      await post('zaisei', report(1), { ...drawn, progress: '先の人の文', 'actual-0': '90' })
      const late = await post('zaisei', report(1), { ...drawn, progress: '後の人の文', issues: '後の人の課題' })
      expect(late.status).toBe(409)
      for (const said of ['二人の入力を比べる', '先の人の文', '後の人の文', '両方を続けて残す']) expect(late.text).toContain(said)
      expect((await now(1)).content).toMatchObject({ progress: '先の人の文', issues: '' })
      // only the other person touched the figure: theirs is offered
      expect(late.text).toMatch(/name="take-2" checked="" value="theirs"/)

      const mine = /name="mine" value="([^"]*)"/.exec(late.text)?.[1]?.replaceAll('&quot;', '"') as string
      const version = /name="version" value="(\d+)"/.exec(late.text)?.[1] as string
      const chosen = { version, mine, act: 'merge', 'take-1': 'both', 'take-2': 'theirs', 'take-3': 'mine' }
      expect(await post('zaisei', report(1), chosen)).toMatchObject({ status: 303, to: `${report(1)}?done=merge` })
      expect((await now(1)).content).toMatchObject({
        progress: '先の人の文\n後の人の文',
        issues: '後の人の課題',
        actuals: [{ raw: '90' }],
      })
    })

    it('比べている間に三人目が保存したときも、もう一度比べる', async () => {
      const mine = JSON.stringify((await now(1)).content)
      const again = await post('zaisei', report(1), { version: '1', mine: mine.replace('後の人の文', '別の文'), all: 'mine' })
      expect(again.status).toBe(409)
      expect(again.text).toContain('別の文')
    })

    it('提出の途中で食い違っても、比べる画面になる', async () => {
      const late = await post('zaisei', step(1, 'submit'), await filled(1, { version: '0', progress: '食い違う文' }))
      expect(late.status).toBe(409)
      expect(late.text).toContain('二人の入力を比べる')
      expect((await now(1)).state).toBe('drafting')
    })
  })

  describe('自動保存', () => {
    const draft = (nth: number) => paths.staff.draft(AOBA, idOf(nth))
    it('新しい版・時刻・残りを答える', async () => {
      const { status, text } = await post('zaisei', draft(1), await filled(1, { progress: '自動で保存した文', 'actual-0': '' }))
      const { version } = await now(1)
      expect([status, JSON.parse(text)]).toMatchObject([200, { version, saved: '保存しました 10:00', left: 'あと1か所' }])
    })
    it('ほかの人が先に保存していれば、書き込まずにそう言う', async () => {
      const { status, text } = await post('zaisei', draft(1), await filled(1, { version: '0', progress: '古い画面の文' }))
      expect([status, JSON.parse(text)]).toMatchObject([409, { kind: 'saved-meanwhile' }])
      expect((await now(1)).content.progress).toBe('自動で保存した文')
    })
    it('サインインしていなければ 403', async () => {
      expect((await ask(app, draft(1), { form: await filled(1) })).status).toBe(403)
    })
  })

  describe('断るとき', () => {
    it.each([
      { title: 'ほかの課の報告は読めない', login: 'shimin', path: () => report(0), status: 403 },
      { title: '事務局はどの課の報告も読める', login: 'jimukyoku', path: () => report(1), status: 200 },
      { title: '監査はどの課の報告も読める', login: 'kansa', path: () => report(1), status: 200 },
      { title: '管理者は報告を読まない', login: 'kanri', path: () => report(1), status: 403 },
      { title: 'ない報告', login: 'zaisei', path: () => paths.staff.report(AOBA, 'no-such'), status: 404 },
    ] as { title: string; login: Login; path: () => string; status: number }[])('$title', async ({ login, path, status }) => {
      expect((await get(login, path())).status).toBe(status)
    })

    it('保存できなくなった報告に書いたものは、失われずに示される', async () => {
      const { status, text } = await post('zaisei', report(0), await filled(0, { progress: '受理の後に書いた文' }))
      expect(status).toBe(409)
      for (const said of ['「受理」の報告は、下書き保存できません。', '保存できなかった、あなたの入力', '受理の後に書いた文'])
        expect(text).toContain(said)
    })

    it('S-16 提出した本人には、承認できない理由を言う', async () => {
      const both = await post('zaisei', step(1, 'submit'), await filled(1))
      expect(both.status).toBe(303)
      await store.writing({ municipality: AOBA, by: 'kanri', at: NOW }, async (tx) => {
        const person = (await personOf(tx, 'zaisei')) as Person
        const head = { role: 'sectionHead', section: '財政課', from: '2023-04-01', to: null } as Person['assignments'][number]
        await savePerson(tx, { ...person, assignments: [...person.assignments, head] })
      })
      const { text } = await get('zaisei', report(1))
      expect(text).toContain('あなたが提出した報告なので、あなたは承認できません')
      expect(text).not.toContain('課長承認する')
      const forced = await post('zaisei', step(1, 'approve'), { version: String((await now(1)).version) })
      expect(forced.status).toBe(409)
      expect((await now(1)).state).toBe('submitted')
    })
  })

  describe('まとめて承認する', () => {
    it('できたものと、できなかったものを理由とともに示す', async () => {
      const submitted = await now(1)
      const old = await now(0)
      const items = [`${submitted.id}@${submitted.version}`, `${old.id}@${old.version}`]
      const { status, text } = await post('zaisei-kacho', paths.staff.bulkStep(AOBA, 'approve'), { items })
      expect(status).toBe(409)
      for (const said of ['1件の課長承認をしました。1件はできませんでした。', '基金の積立て', '「受理」の報告は、課長承認できません。'])
        expect(text).toContain(said)
      expect((await now(1)).state).toBe('approved')
    })
    it('一覧に出た後で変わった報告は、まとめて進めない', async () => {
      const { id, version } = await now(1)
      const { text } = await post('jimukyoku', paths.staff.bulkStep(AOBA, 'accept'), { items: `${id}@${version - 1}` })
      expect(text).toContain('この画面を開いた後に')
      expect(await post('jimukyoku', paths.staff.bulkStep(AOBA, 'accept'), { items: `${id}@${version}` })).toMatchObject({
        status: 303,
        to: `${paths.staff.reviews(AOBA)}?done=accept-1`,
      })
    })
    it('何も選ばれていないとき', async () => {
      expect((await post('jimukyoku', paths.staff.bulkStep(AOBA, 'accept'), {})).status).toBe(409)
    })
  })

  it('締め切られた未提出の報告を、理由と期限を付けて一件だけ再開すると、担当課が書ける', async () => {
    today = new Date('2025-05-20T10:00:00+09:00')
    for (const login of ['nozei', 'jimukyoku'] as const) cookies.set(login, await cookieOf(store, login, AOBA, today))
    const locked = await get('nozei', report(4))
    expect(locked.text).toContain('締め切られています')
    expect(locked.text).not.toContain('提出する</button>')
    const reason = { version: String((await now(4)).version), reason: '担当者の休職のため', until: '2025-05-30' }
    expect((await post('jimukyoku', step(4, 'reopen'), { ...reason, until: '2025-05-19' })).status).toBe(422)
    expect((await post('jimukyoku', step(4, 'reopen'), reason)).status).toBe(303)
    const open = await get('nozei', report(4))
    for (const said of ['再開の期限', '令和7年5月30日（金）', '担当者の休職のため', '提出する</button>']) expect(open.text).toContain(said)
    expect((await post('nozei', step(4, 'submit'), await filled(4))).status).toBe(303)
    expect((await now(4)).state).toBe('submitted')
  })
})
