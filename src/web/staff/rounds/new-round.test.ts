import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FORM, openDesk } from '../../../../tests/round-desk.ts'
import { AOBA } from '../../../../tests/staff-town.ts'
import { paths } from '../../paths.ts'

let desk: Awaited<ReturnType<typeof openDesk>>
const at = paths.staff
const get = (path: string) => desk.get(path)
const post: typeof desk.post = (path, form) => desk.post(path, form)
const rounds = () => desk.rounds()
const theRound = () => desk.theRound()

beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk?.store.close())

describe('照会を始める', () => {
  it('照会がなければ、そう伝えて始め方を示す', async () => {
    const { text } = await get(at.rounds(AOBA))
    expect(text).toContain('照会はまだありません')
    expect(text).toContain(at.newRound(AOBA))
  })

  it('開始日から数えた開庁日の期限を、曜日とともに提案する（連休を数えない）', async () => {
    const { text } = await get(at.newRound(AOBA))
    for (const said of ['令和6年度取組状況の照会', 'value="令和7年4月21日"', 'value="令和7年5月22日"', '令和7年5月22日（木）', '実施計画'])
      expect(text).toContain(said)
  })

  it('確かめるだけでは何も始まらず、件数・課・所管なし・取込み済・報告者のいない課を見せる', async () => {
    const { status, text } = await post(at.newRound(AOBA), { ...FORM, press: 'preview' })
    expect(status).toBe(200)
    for (const said of [
      '7件を5課に照会します',
      'うち1件は、取り込んだ報告',
      '報告を求めるのは6件',
      '2-1 公民連携の推進',
      '行政経営課（計画では行政改革課）',
      '清水 陽菜',
      '令和7年5月22日（木）から書けません',
    ])
      expect(text).toContain(said)
    expect(await rounds()).toEqual([])
  })

  it('中の計画だけを選べば、その取組だけになる', async () => {
    const { text } = await post(at.newRound(AOBA), { ...FORM, plan: 'plan|nested', press: 'preview' })
    expect(text).toContain('1件を0課に照会します')
  })

  it('閉庁日を選ぶと、理由と前後の開庁日を示す', async () => {
    const { text } = await post(at.newRound(AOBA), { ...FORM, dueSection: 'R7.5.5', press: 'preview' })
    expect(text).toContain('開庁日ではありません（祝日）。直前の開庁日は令和7年5月2日（金）、直後は令和7年5月7日（水）です。')
  })

  it('期限は、開始日から計算し直せる', async () => {
    const { text } = await post(at.newRound(AOBA), { ...FORM, opensOn: 'R7.6.2', press: 'propose' })
    expect(text).toContain('value="令和7年6月30日"')
  })

  it.each([
    { title: '読めない日付', said: { opensOn: '連休明け' }, says: '「連休明け」は日付として読めません' },
    { title: 'ない日', said: { dueSection: 'R7.2.30' }, says: '「R7.2.30」は日付として読めません' },
    { title: '開始より前の期限', said: { dueSection: 'R7.4.1' }, says: '課の提出期限が、照会を始める日より前です' },
    { title: '読めない猶予', said: { graceDays: '一週間' }, says: '「一週間」は日数として読めません' },
    { title: 'ない計画', said: { plan: 'plan|other' }, says: '計画を選んでください' },
    { title: '選べない年度', said: { year: '1999' }, says: '年度を選んでください' },
    { title: '読めない督促の日', said: { remindBefore: '毎日' }, says: '「毎日」は日数の並びとして読めません' },
  ])('$title は 422 で、打った内容を残して直し方を伝える', async ({ said, says }) => {
    const { status, text } = await post(at.newRound(AOBA), { ...FORM, ...said, press: 'open' })
    expect([status, text.includes(says)]).toEqual([422, true])
    const [typed] = Object.values(said)
    if (!('plan' in said) && !('year' in said)) expect(text).toContain(`value="${typed}"`)
    expect(text).toContain('行政経営課 改革係（内線 2345）')
    expect(await rounds()).toEqual([])
  })

  it('始めると照会の状況に移り、もう一度は始められない', async () => {
    const opened = await post(at.newRound(AOBA), { ...FORM, press: 'open' })
    const round = await theRound()
    expect([opened.status, opened.to]).toEqual([303, `${at.round(AOBA, round.id)}?done=opened`])
    expect(round).toMatchObject({
      title: '令和6年度取組状況の照会',
      fiscalYear: 2024,
      dueSection: '2025-05-16',
      dueOffice: '2025-06-13',
      dueDepartment: null,
      graceDays: 3,
      remind: { before: [14, 5, 1], onDay: true, after: [1, 4] },
    })
    const twice = await post(at.newRound(AOBA), { ...FORM, press: 'open' })
    expect([twice.status, twice.text.includes('まだ続いています')]).toEqual([409, true])
    expect(await rounds()).toHaveLength(1)
  })
})
