import { describe, expect, it } from 'vitest'
import { aNode, anId, anInitiative, aRecord } from '../../town/story/builders.ts'
import { carryOver } from './carry-over.ts'
import { chapters } from './chapters.ts'
import { checksOfInitiative, withEras } from './check-list.ts'
import { indexOf } from './edition-index.ts'
import { effectChart } from './effect-charts.ts'
import { effectAgainstPlanText, effectTables } from './effect-tables.ts'
import { chosenRows, initiativeList, keyOf } from './initiative-list.ts'
import { initiativeSheet } from './initiative-sheet.ts'
import { planOverview } from './plan-overview.ts'
import { planTree } from './plan-tree.ts'
import { progressTable } from './progress-table.ts'
import { sourcePages } from './source-pages.ts'
import { sourcesOfInitiative } from './sources.ts'
import { AOBA_DOCUMENT, anEdition } from './test-edition.ts'
import { checkedText } from './wording-checks.ts'
import { fieldText } from './wording-fields.ts'
import { placeText } from './wording-places.ts'

const index = indexOf(anEdition())
const first = index.edition.record.initiatives[0] as (typeof index.edition.record.initiatives)[number]

describe('計画の概要', () => {
  const told = planOverview(index)
  it('状態ごとの件数を足すと取組の件数になる', () => {
    expect(told.counts.reduce((sum, c) => sum + c.count, 0)).toBe(told.totals.initiatives)
    expect(told.pillars.reduce((sum, p) => sum + p.initiatives, told.withoutPillar)).toBe(told.totals.initiatives)
  })
  it('目標に届いていない指標を挙げる', () =>
    expect(told.belowPlan.map((b) => [b.indicator, b.year.actual.text])).toEqual([
      ['電子化した手続の数', '96手続'],
      ['寄附の増減', '▲2,218千円'],
    ]))
  it('合わない計算と指摘を分けて数える', () => expect(told.totals).toMatchObject({ fails: 1, remarks: 1 }))
})

describe('効果額の表', () => {
  it('見積時点ごとに、年度の合計と総計を出す', () =>
    expect(effectTables(index).map((t) => [t.estimate, t.unit, t.sums, t.total])).toEqual([
      ['計画策定時', '千円', ['11,200', '22,400', '33,600', '44,800'], '112,000'],
      ['令和6年度見直し', '千円', ['9,040', '13,620', '26,000', '40,000'], '88,660'],
    ]))
  it('文書の合計欄と差を並べ、マイナスは▲にする', () => {
    const row = effectTables(index)[1]?.rows[1]
    expect([row?.total, row?.printedTotal, row?.difference]).toEqual(['83,360', '83,360', '▲16,640'])
    expect(effectTables(index)[1]?.rows[0]?.cells[1]?.[0]?.text).toBe('▲1,500')
  })
  it('グラフは表と同じ額を描く', () => expect(effectChart(index)?.series[1]?.values).toEqual([9040, 13620, 26000, 40000]))
  it('実績が出ている年度だけで計画と比べる', () =>
    expect(effectAgainstPlanText(index)).toContain('計画33,600千円に対して、実績22,660千円（計画の67.4%）'))
})

describe('取組の一覧', () => {
  const list = initiativeList(index)
  it.each([
    { title: '条件なし', chosen: {}, says: 5 },
    { title: '課', chosen: { section: keyOf('市民課') }, says: 2 },
    { title: '柱', chosen: { pillar: 'node-2' }, says: 3 },
    { title: '状態', chosen: { status: 'behind' }, says: 2 },
    { title: '印', chosen: { mark: keyOf('5レス/ペーパー') }, says: 2 },
    { title: '課と柱', chosen: { section: keyOf('市民課'), pillar: 'node-2' }, says: 0 },
    { title: '全角の語句', chosen: { q: 'ふるさと　納税' }, says: 1 },
    { title: '知らない値', chosen: { status: 'unknown' }, says: 0 },
  ])('$title で $says 件', ({ chosen, says }) => expect(chosenRows(list, chosen)).toHaveLength(says))

  it('各分類の件数は絞り込んだ件数と一致する', () => {
    for (const facet of list.facets)
      for (const value of facet.values) expect(chosenRows(list, { [facet.kind]: value.key })).toHaveLength(value.count)
  })
})

describe('出典', () => {
  it.each([
    { place: 'line 105', says: '105行目' },
    { place: 'line 105 cell 3', says: '105行目 3列' },
    { place: '様式2!F14', says: '様式2 F14セル' },
    { place: 'p.3 cell 4,2', says: '3頁 4行2列' },
    { place: 'どこか', says: 'どこか' },
  ])('$place は「$says」', ({ place, says }) => expect(placeText(place)).toBe(says))

  it('値から文書の行までたどれる', () => {
    const [progress] = initiativeSheet(first, index).reports
    expect(progress?.progress.sources.map((s) => [s.page, s.anchor])).toEqual([
      [1, 'L6'],
      [1, 'L7'],
    ])
  })
  it('推定した値には印が付く', () => expect(sourcesOfInitiative(first, index).find((g) => g.guessed)?.name).toBe('所管課1・名称'))
  it('指標の値の出典も取組の頁に並ぶ', () =>
    expect(sourcesOfInitiative(first, index).map((g) => g.name)).toContain('指標「電子化した手続の数」の実績2'))
  it('同じ行に立つ検算が取組の頁に出る', () =>
    expect(checksOfInitiative(first, index).map((c) => c.kind)).toEqual(['前年差', '割合', '番号']))
  it('長い文書は頁に分け、行は失われない', () => {
    const lines = Array.from({ length: 1000 }, (_, i) => ({ at: `line ${i + 1}`, text: '文字'.repeat(20) }))
    const document = { ...(index.edition.documents[0] as (typeof index.edition.documents)[number]), sha256: AOBA_DOCUMENT, lines }
    const pages = sourcePages(document)
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.flatMap((p) => p.lines.map((l) => l.anchor))).toEqual(lines.map((_, i) => `L${i + 1}`))
  })
  it('項目の名を日本語で言う', () => expect(fieldText('/parts/0/activities/1/schedule/0/text')).toBe('取組の部分1・取組内容2・行動計画1'))
})

describe('文書に書かれたことは、形が崩れていても失われない', () => {
  it('柱がない取組、親のない節、輪になった節の取組も一覧に出る', () => {
    const circle = [
      aNode({ id: anId('a'), parent: anId('b') }),
      aNode({ id: anId('b'), parent: anId('a') }),
      aNode({ id: anId('c'), parent: anId('no-such-node') }),
    ]
    const initiatives = ['a', 'c', 'no-such-node'].map((node, i) =>
      anInitiative({ id: anId(`i${i}`), node: anId(node), title: `取組${i}` }),
    )
    const broken = indexOf(anEdition({}, aRecord({ nodes: circle, initiatives })))
    expect(initiativeList(broken).rows.map((r) => r.title)).toEqual(['取組0', '取組1', '取組2'])
    expect(planTree(broken).loose.map((l) => l.title)).toEqual(['取組2', '取組0'])
    expect(progressTable(broken).pillars.flatMap((p) => p.rows)).toHaveLength(3)
  })
  it('輪になった章も読める', () => {
    const circle = [
      { id: anId('x'), parent: anId('y'), heading: '甲', text: '' },
      { id: anId('y'), parent: anId('x'), heading: '乙', text: '' },
    ]
    expect(chapters(indexOf(anEdition({}, { chapters: circle }))).map((c) => c.heading)).toEqual(['甲', '乙'])
  })
  it('見直し区分は書かれたとおりに数える', () =>
    expect(carryOver(index).counts.map((c) => c.kind)).toEqual(['継続', '廃止（取組を集約）', '新規', '廃止（取組完了）']))
})

describe('検算の文の年と日', () => {
  it.each([
    { text: '行政経営課ができるのは2025-04-01です。', says: '行政経営課ができるのは令和7年4月1日（2025年）です。' },
    { text: '2024年度にはまだありません。', says: '令和6年度（2024）にはまだありません。' },
    { text: '「2025年度の合計」は98千円です。', says: '「令和7年度（2025）の合計」は98千円です。' },
    { text: '「2025年度目標」と書かれています。', says: '「2025年度目標」と書かれています。' },
  ])('$text', ({ text, says }) => expect(withEras(text)).toBe(says))
})

describe('柱のロードマップ', () => {
  it('取組に結び付かないものは、柱の下に示す', () => {
    const node = aNode()
    const said = { node: node.id, initiative: null, text: 'チャットボットを始める', from: null, to: null, month: 11 }
    const tree = planTree(indexOf(anEdition({}, aRecord({ nodes: [node], roadmap: [said] }))))
    expect(tree.nodes[0]?.roadmap.map((r) => [r.when, r.text])).toEqual([['11月（年の記載なし）', 'チャットボットを始める']])
  })
})

describe('取組状況の一覧表の並び', () => {
  it('後から加わった取組も、同じ区分の取組と並ぶ', () => {
    const pillar = aNode({ id: anId('p') })
    const themes = ['a', 'b'].map((id) => aNode({ id: anId(id), parent: pillar.id, number: id, title: id }))
    const initiatives = ['a', 'b', 'a'].map((node, i) => anInitiative({ id: anId(`i${i}`), node: anId(node), title: `取組${i}` }))
    const table = progressTable(indexOf(anEdition({}, aRecord({ nodes: [pillar, ...themes], initiatives }))))
    expect(table.pillars[0]?.rows.map((r) => r.initiative)).toEqual(['i0', 'i2', 'i1'])
  })
})

describe('検算のまとめ', () => {
  it.each([
    { checked: 0, fails: 0, says: '計算を確かめられる合計や割合は、文書にありませんでした。' },
    { checked: 34, fails: 0, says: '計算を確かめた箇所は34件で、すべて合っています。' },
    { checked: 37, fails: 3, says: '計算を確かめた箇所は37件で、うち3件が合いません。' },
  ])('$checked 件のうち $fails 件', ({ checked, fails, says }) => expect(checkedText(checked, fails)).toBe(says))
})
