import { describe, expect, it } from 'vitest'
import { carryOver, readDecision } from './carry-over.ts'
import { readAs } from './example.ts'

const TITLE = '取組整理表（前期アクションプラン⇒後期アクションプラン）'
const HEADER = '基本方針|戦略区分|前期 取組項目名|見直し区分|後期 取組項目名|主担当課|'

describe('見直し区分', () => {
  it.each([
    ['継続（新規）', '継続（新規）', null],
    ['廃止（取組完了）', '廃止', '取組完了'],
    ['廃止（制度を整え、新規に統合）', '廃止', '制度を整え、新規に統合'],
    ['新規', '新規', null],
  ])('%s', (printed, kind, reason) => {
    expect(readDecision(printed)).toEqual({ kind, reason })
  })
})

describe('取組整理表', () => {
  const first = '窓口の改革 基本方針1|(1)受付|総合窓口の設置|継続|総合窓口の充実|市民課|'
  it.each([
    ['そのままの行', '||窓口予約|継続|窓口予約|D X 推進課|', '(1)受付', ['窓口予約', '継続', '窓口予約', 'D X 推進課']],
    ['左にずれた行', '|窓口予約|継続|窓口予約|D X 推進課||', '(1)受付', ['窓口予約', '継続', '窓口予約', 'D X 推進課']],
    ['右にずれた行', '|||窓口予約|継続|窓口予約|総務課', '(1)受付', ['窓口予約', '継続', '窓口予約', '総務課']],
    ['区分が変わり右にずれた行', '|(2)手続||押印|廃止（取組完了）||総務課', '(2)手続', ['押印', '廃止', null, '総務課']],
    ['左にずれた新規の行', '||新規|遠隔相談|福祉課||', '(1)受付', [null, '新規', '遠隔相談', '福祉課']],
  ])('%s', (_, line, theme, said) => {
    const [, row] = readAs(carryOver, [TITLE, HEADER, first, line]).record.lineage
    expect([row?.from[0]?.title ?? null, row?.kind, row?.to[0]?.title ?? null, row?.section]).toEqual(said)
    expect([row?.pillar, row?.theme]).toEqual(['窓口の改革 基本方針1', theme])
  })

  it('新しい計画の取組が区分の下に立ち、系譜がそれを指す', () => {
    const { record, unread } = readAs(carryOver, [TITLE, HEADER, first, '||窓口の配信|廃止（取組完了）||市民課|'])
    expect(unread).toEqual([])
    expect(record.plans.map((p) => p.title)).toEqual(['前期アクションプラン', '後期アクションプラン'])
    expect(record.nodes.map((n) => [n.level, n.number, n.title])).toEqual([
      ['基本方針', '1', '窓口の改革'],
      ['戦略区分', '(1)', '受付'],
    ])
    expect(record.initiatives.map((i) => [i.title, i.node, i.plan])).toEqual([['総合窓口の充実', record.nodes[1]?.id, record.plans[1]?.id]])
    expect(record.lineage.map((l) => [l.from[0]?.initiative, l.to[0]?.initiative])).toEqual([
      [null, record.initiatives[0]?.id],
      [null, undefined],
    ])
  })

  it('区分の列に名がなくても、継続・廃止の語で分かる。理由の列と「同上」も読む', () => {
    const { record } = readAs(carryOver, [
      '現計画の取組|次期計画での扱い|次期計画の取組|担当課|理由',
      '広告|統合|資産の活用|管財課|まとめて進める。',
      '貸付|統合|資産の活用|管財課|同上',
    ])
    expect(record.lineage.map((l) => [l.from[0]?.title, l.kind, l.reason])).toEqual([
      ['広告', '統合', 'まとめて進める。'],
      ['貸付', '統合', 'まとめて進める。'],
    ])
    expect(record.initiatives).toHaveLength(1)
  })
})
