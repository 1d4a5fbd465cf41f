import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printEdition } from '../src/publish/json.ts'
import { parseEdition } from '../src/publish/json-reading.ts'
import { editionHash } from '../src/reform/edition.ts'
import type { PlanFamilyId } from '../src/reform/record-id.ts'
import { savePerson } from '../src/store/account.ts'
import type { Store } from '../src/store/database.ts'
import { latestEdition } from '../src/store/edition.ts'
import { saveMunicipality } from '../src/store/municipality.ts'
import { itemsOf } from '../src/store/round-item.ts'
import { stepsOf } from '../src/store/round-step.ts'
import { saveSections } from '../src/store/section.ts'
import { paths } from '../src/web/paths.ts'
import { staffApp } from '../src/web/staff/app.tsx'
import { decidePlanChange, proposePlanChange } from '../src/workflows/decide-plan-change.ts'
import { publishEdition } from '../src/workflows/publish-edition.ts'
import { saveReport } from '../src/workflows/save-report.ts'
import { takeStep } from '../src/workflows/take-step.ts'
import { anId } from '../town/story/builders.ts'
import { aContent, aDay } from '../town/story/round-builders.ts'
import { people, sections } from '../town/story/staff.ts'
import { everythingPublished } from './everything-published.ts'
import { formFields } from './form-fields.ts'
import { AOBA, act, ask, cookieOf, FAMILY, openTown, staffOptions } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

const { staff } = paths

describe('何もないところから、公表まで', () => {
  let store: Store
  let app: ReturnType<typeof staffApp>
  let cookie: string
  beforeAll(async () => {
    store = await openTestStore()
    await store.writing(act('jimukyoku'), async (tx) => {
      await saveMunicipality(tx, { name: 'あおば市' })
      await saveSections(tx, sections)
      for (const person of people) await savePerson(tx, person)
    })
    app = staffApp(staffOptions(store))
    cookie = await cookieOf(store, 'jimukyoku')
  })
  afterAll(() => store?.close())

  const page = async (path: string) => (await ask(app, path, { cookie })).text()
  const send = async (path: string, form: Record<string, string>): Promise<string> => {
    const answer = await ask(app, path, { cookie, form })
    if (answer.status !== 303) throw new Error(`${path} ${answer.status} ${await answer.text()}`)
    return answer.headers.get('location') ?? ''
  }

  it('取込みをせずに、計画・柱・取組・指標を書き、公表した版に読み戻せる', async () => {
    expect(await page(staff.plans(AOBA))).toContain('計画はまだありません')
    const plan = await send(staff.newPlan(AOBA), {
      title: 'あおば市行財政改革大綱',
      kind: '大綱',
      from: '令和7年度',
      to: '令和11年度',
      levels: '基本方針\n推進項目\n取組',
      goal: '続けられる市政',
    })
    const family = plan.split('/').at(-2) as PlanFamilyId
    const inner = {
      title: '前期実施計画',
      kind: '実施計画',
      parent: family as string,
      from: 'R7',
      to: 'R8',
      levels: '基本方針/取組',
      goal: '',
    }
    await send(staff.newSubPlan(AOBA, family), inner)
    const tree = await page(staff.plan(AOBA, family))
    const innerId = /id="(plan-[0-9a-f]+)"[^>]*>実施計画：前期実施計画/.exec(tree)?.[1] ?? ''
    const node = await send(staff.newNode(AOBA, family), {
      title: '窓口の改革',
      number: '1',
      under: `plan:${innerId}`,
      level: '',
      text: '',
    })
    const nodeId = node.split('#')[1] ?? ''
    for (const [number, title] of [
      ['1-1', '窓口申請のオンライン化'],
      ['1-2', '書かない窓口'],
    ] as const) {
      const made = await send(staff.newInitiative(AOBA, family), { title, number, under: nodeId, description: '', goal: '' })
      const here = made.split('?')[0] as string
      const id = here.split('/').at(-2) as string
      const edit = async (section: string, said: Record<string, string>) => {
        const action = staff.initiativeEdit(AOBA, family, id, section)
        await send(action, { ...formFields(await page(`${here}?edit=${section}`), action), ...said })
      }
      await edit('sections', { 'sections.0.name': '市民課', 'sections.0.role': 'lead' })
      await edit('indicator', {
        name: `${title}の件数`,
        unit: '件',
        direction: 'increase',
        baseline: '10',
        baselineAt: '令和6年度',
        'targets.0.raw': '20',
        'targets.1.raw': '30以上',
      })
      await edit('part', { 'activities.0.name': '実施', 'activities.0.schedule.0.text': '設計' })
    }
    await send(staff.planPublication(AOBA, family), { year: '' })
    const edition = await store.reading(AOBA, (db) => latestEdition(db, family))
    if (!edition) throw new Error('公表版がありません')
    expect(edition.hash).toBe(editionHash(edition))
    const again = parseEdition(printEdition(edition))
    expect(again.ok && again.value).toEqual(edition)
    expect(edition.record.plans.map(({ title, parent, levels }) => [title, parent, levels])).toEqual([
      ['あおば市行財政改革大綱', null, ['基本方針', '推進項目', '取組']],
      ['前期実施計画', family, ['基本方針', '取組']],
    ])
    expect(edition.record.nodes.map(({ title, level, plan: of }) => [title, level, of])).toEqual([['窓口の改革', '基本方針', innerId]])
    expect(edition.record.initiatives.map(({ number, title, sections: own }) => [number, title, own])).toEqual([
      ['1-1', '窓口申請のオンライン化', [{ name: '市民課', office: null, role: 'lead' }]],
      ['1-2', '書かない窓口', [{ name: '市民課', office: null, role: 'lead' }]],
    ])
    expect(
      edition.record.indicators.map(({ name, targets, directionSource }) => [
        name,
        targets.map(({ fiscalYear, raw }) => [fiscalYear, raw]),
        directionSource,
      ]),
    ).toEqual([
      [
        '窓口申請のオンライン化の件数',
        [
          [2025, '20'],
          [2026, '30以上'],
        ],
        'stated',
      ],
      [
        '書かない窓口の件数',
        [
          [2025, '20'],
          [2026, '30以上'],
        ],
        'stated',
      ],
    ])
    expect(await everythingPublished(store)).toContain('書かない窓口')
  })
})

describe('R-07 公表していないものは、どこにも出ない', () => {
  let store: Store
  afterAll(() => store?.close())

  it('下書き・差戻し・提案・見送りに書いた印は、公表した頁とファイルのどこにもない。受理したものは公表済になる', async () => {
    store = await openTestStore()
    const round = await openTown(store)
    const items = await store.reading(AOBA, (db) => itemsOf(db, round.id))
    const of = (nth: number) => items[nth] as (typeof items)[number]
    const save = (nth: number, by: string, progress: string, version = 0) =>
      saveReport(
        store,
        {
          item: of(nth).id,
          version,
          content: aContent({
            progress,
            issues: progress,
            revision: progress,
            actuals: [{ indicator: anId(`indicator-${nth + 1}`), raw: '95', status: '実績' }],
            changes: [{ kind: 'title', of: null, after: `${progress}な題`, reason: progress }],
          }),
        },
        act(by),
      )
    const step = (name: Parameters<typeof takeStep>[1], nth: number, by: string, reason?: string) =>
      takeStep(store, name, of(nth).id, { version: null, ...(reason ? { reason } : {}) }, act(by))
    await save(0, 'zaisei', 'カナリア下書き')
    await save(2, 'shimin', 'カナリア提出')
    await step('submit', 2, 'shimin')
    await step('return', 2, 'shimin-kacho', 'カナリア差戻しの理由')
    await save(4, 'nozei', 'カナリア提出のまま')
    await step('submit', 4, 'nozei')
    // accepted, with a proposal that nobody has decided
    await saveReport(
      store,
      {
        item: of(5).id,
        version: 0,
        content: aContent({
          progress: '受理した取組の文',
          actuals: [{ indicator: anId('indicator-6'), raw: '97', status: '実績' }],
          changes: [{ kind: 'title', of: null, after: 'カナリア未決定の題', reason: 'カナリア未決定の理由' }],
        }),
      },
      act('somu'),
    )
    await step('submit', 5, 'somu')
    await step('approve', 5, 'somu-kacho')
    await step('accept', 5, 'jimukyoku')
    const declined = await proposePlanChange(
      store,
      FAMILY,
      anId('initiative-2'),
      { kind: 'title', of: null, after: 'カナリア見送りの題', reason: 'カナリア見送り' },
      act('jimukyoku'),
    )
    if (declined.ok)
      await decidePlanChange(
        store,
        declined.value.id,
        { decided: false, on: aDay('2025-05-01'), reason: 'カナリア見送りの判断' },
        act('jimukyoku'),
      )
    const decided = await proposePlanChange(
      store,
      FAMILY,
      anId('initiative-3'),
      { kind: 'title', of: null, after: '決まった題', reason: '決まった理由' },
      act('jimukyoku'),
    )
    if (decided.ok) await decidePlanChange(store, decided.value.id, { decided: true, on: aDay('2025-05-01'), reason: '' }, act('jimukyoku'))

    const edition = await publishEdition(store, FAMILY, act('jimukyoku'), { fiscalYear: 2024 })
    expect(edition.ok).toBe(true)
    const all = await everythingPublished(store)
    expect(all.match(/.{0,20}カナリア.{0,20}/g) ?? []).toEqual([])
    expect(all).toContain('受理した取組の文')
    expect(all).toContain('見直しの経緯')
    expect(all).toContain('決まった理由')
    const after = await store.reading(AOBA, (db) => itemsOf(db, round.id))
    expect(after.map(({ state }) => state)).toEqual(['drafting', 'notStarted', 'returned', 'notStarted', 'submitted', 'published'])
    const steps = await store.reading(AOBA, (db) => stepsOf(db, { item: of(5).id }))
    expect(steps.at(-1)).toMatchObject({ step: 'publish', from: 'accepted', to: 'published', by: 'jimukyoku' })
  })
})
