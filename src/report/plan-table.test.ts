import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aNode, anId, anIndicator, anInitiative, aPlan, aTarget } from '../../town/story/builders.ts'
import { type TableRow, withTable } from '../reform/edit-table.ts'
import { emptyRecord, type RecordId, type ReformRecord } from '../reform/record.ts'
import { readTabSeparated, toTabSeparated } from '../vocabulary/tab-separated.ts'
import { type PastedTable, planTable, readHeader, readPasted } from './plan-table.ts'

const aRecord = (): ReformRecord => ({
  ...emptyRecord(),
  plans: [aPlan()],
  nodes: [aNode(), aNode({ id: anId('node-2'), number: '2', title: '持続できる財政' })],
  initiatives: [
    anInitiative({ id: anId('a'), number: '1', title: '窓口のオンライン化', sections: ['市民課', '行政改革課'] }),
    anInitiative({ id: anId('b'), number: '1', title: '基金の積立て', node: anId('node-2'), description: '一行目\n二行目' }),
  ],
  indicators: [
    anIndicator({
      id: anId('i'),
      of: { initiative: anId('a') },
      name: '件数',
      unit: '件',
      targets: [aTarget('100', { fiscalYear: 2024 })],
    }),
  ],
})
const pasted = (text: string): PastedTable => {
  const read = readPasted(text)
  if ('kind' in read) throw new Error(read.kind)
  return read
}
let made = 0
const newId = (kind: string): RecordId => {
  made += 1
  return anId(`${kind}-new-${made}`)
}
const given = (text: string, record = aRecord()) => withTable(record, pasted(text).rows, newId)
const verdicts = (text: string) => given(text).told.map(({ said }) => (said.verdict === 'unclear' ? said.why : said.verdict))

describe('表計算からの貼付け', () => {
  it('S-10 書いた表は、そのまま読み戻せる', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('="x"', '=1+1', "'=1", '"', '改行\nあり', 'タブ\tあり', '－', '-5000', '①㈱髙﨑～'))
    const clean = cell.map((text) => text.replaceAll('\r', '').replaceAll('\ufeff', ''))
    fc.assert(
      fc.property(fc.array(fc.array(clean, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const full = rows.map((row) => [...row, 'x'])
        expect(readTabSeparated(toTabSeparated(full))).toEqual(full)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['令和8年度目標', { target: 2026 }],
    ['目標値（R8）', { target: 2026 }],
    ['2026', { target: 2026 }],
    ['最終目標', { target: null }],
    ['令和8年度実績', null],
    ['担当課', { field: 'sections' }],
    ['取組の名称', null],
    ['取組名', { field: 'title' }],
    ['No.', { field: 'number' }],
    ['備考', null],
  ])('見出し「%s」', (header, meant) => expect(readHeader(header).meant).toEqual(meant))

  it('見出しがない・列が二つある・空であるときは、読めない理由を答える', () => {
    expect(readPasted('')).toEqual({ kind: 'no-rows' })
    expect(readPasted('a\tb\n1\t2')).toEqual({ kind: 'no-header' })
    expect(readPasted('取組名\t事業名\nx\ty')).toEqual({ kind: 'column-twice', header: '事業名' })
  })

  it('知らない列は挙げる', () => expect(pasted('取組名\t備考\t\nx\ty\t').unknown).toEqual(['備考']))
})

describe('一覧表', () => {
  it('出した表を貼り戻しても、何も変わらない', () => {
    const { headers, rows } = planTable(aRecord())
    const { record, told } = given(toTabSeparated([headers, ...rows.map(({ cells }) => cells)]))
    expect(told.map(({ said }) => said.verdict)).toEqual(['same', 'same'])
    expect(record).toEqual(aRecord())
  })

  it.each([
    ['番号と取組名の同じ取組を直す', '取組番号\t取組名\t所管課\n1\t基金の積立て\t財政課', ['changed']],
    ['空の欄は、いまのまま残す', '取組番号\t取組名\t所管課\n1\t基金の積立て\t', ['same']],
    ['ない取組は加える', '取組番号\t取組名\t柱・区分\n3\t広告収入\t2 持続できる財政', ['new']],
    ['番号だけ同じ取組は、確かめる', '取組番号\t取組名\n1\t別の取組', ['similar']],
    ['取組名だけ同じ取組も、確かめる', '取組番号\t取組名\n9\t基金の積立て', ['similar']],
    ['取組名のない行は、確かめる', '取組番号\t取組名\n1\t', ['no-title']],
    ['識別番号がないとき', '識別番号\t取組名\nzzz\tx', ['unknown-id']],
    ['柱が見つからないとき', '取組名\t柱・区分\n新しい\t3 ない柱', ['unknown-place']],
    ['指標名がなく、値だけあるとき', '識別番号\t取組名\t令和8年度目標\na\t窓口のオンライン化\t5', ['no-indicator']],
    ['二つの行が食い違うとき', '識別番号\t所管課\na\t甲課\na\t乙課', ['changed', 'contradiction']],
  ])('%s', (_, text, says) => expect(verdicts(text)).toEqual(says))

  it('同じ新しい取組の二行目は、二つ目の指標になる', () => {
    const { record } = given('取組番号\t取組名\t指標名\t単位\tR8目標\n3\t広告収入\t件数\t件\t5\n3\t広告収入\t額\t千円\t1,200以上')
    expect(record.initiatives.map(({ title }) => title)).toEqual(['窓口のオンライン化', '基金の積立て', '広告収入'])
    expect(record.indicators.slice(1).map(({ name, of, targets }) => [name, of, targets[0]?.raw, targets[0]?.comparator])).toEqual([
      ['件数', { initiative: record.initiatives[2]?.id }, '5', '='],
      ['額', { initiative: record.initiatives[2]?.id }, '1,200以上', '>='],
    ])
  })

  it('確かめが必要な新しい取組は、作りかけでも残らない', () => {
    const { record, told } = given('取組名\tR8目標\n広告収入\t5')
    expect(told[0]?.said).toEqual({ verdict: 'unclear', why: 'no-indicator' })
    expect(record).toEqual(aRecord())
  })

  it('どんな行を貼っても、参照は切れず、触れない取組は同じ物のまま', () => {
    const text = fc.constantFrom(
      '',
      'a',
      'b',
      '1',
      '窓口のオンライン化',
      '基金の積立て',
      '件数',
      '5',
      '1 伝わる・届く行政サービスへの転換',
      '財政課',
    )
    const row = fc.record({
      line: fc.nat(),
      cells: fc.record(
        { id: text, number: text, title: text, place: text, sections: text, indicator: text, unit: text },
        { requiredKeys: [] },
      ),
      targets: fc.array(fc.record({ year: fc.constantFrom(2024, 2026, null), raw: text }), { maxLength: 2 }),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const { record } = withTable(aRecord(), rows as TableRow[], newId)
        const owners = new Set(record.initiatives.map(({ id }) => id))
        const nodes = new Set(record.nodes.map(({ id }) => id))
        expect(record.indicators.every(({ of }) => of !== null && 'initiative' in of && owners.has(of.initiative))).toBe(true)
        expect(record.initiatives.every(({ node, title }) => (node === null || nodes.has(node)) && title !== '')).toBe(true)
        expect(owners.size).toBe(record.initiatives.length)
      }),
    )
  })
})
