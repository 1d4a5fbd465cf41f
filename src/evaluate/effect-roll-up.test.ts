import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../tests/random.ts'
import { aNode, anEffect, anId, anInitiative, aPlan, aRecord } from '../../town/story/builders.ts'
import type { Effect, ReformRecord } from '../reform/record.ts'
import { sumOf, toDecimal } from '../vocabulary/decimal.ts'
import { compareEstimates } from './effect-comparison.ts'
import { type EffectFilter, EVERY_EFFECT, filteredTerms } from './effect-filter.ts'
import { rolledUp } from './effect-roll-up.ts'
import { brokenDown, cumulated, sumsOver, totalOf, yearsIn } from './effect-sums.ts'
import { type EffectMeasure, HOURS, PERSONS, standingsIn, termsIn, termsOf } from './effect-terms.ts'

const [outer, half, other] = [anId('outer'), anId('half'), anId('other')]
const tree = {
  plans: [
    aPlan({ id: half, title: '後期アクションプラン', parent: outer }),
    aPlan({ id: outer, title: '推進プラン', parent: null }),
    aPlan({ id: other, title: '前期アクションプラン', parent: outer }),
  ],
  nodes: [
    aNode({ id: anId('pillar'), plan: half, parent: null, number: '1', title: '窓口' }),
    aNode({ id: anId('theme'), plan: half, parent: anId('pillar'), title: '証明書' }),
    aNode({ id: anId('pillar-2'), plan: half, parent: null, number: '2', title: '財産' }),
    aNode({ id: anId('pillar-old'), plan: other, parent: null, number: '1', title: '窓口' }),
  ],
  initiatives: [
    anInitiative({ id: anId('kiosk'), plan: half, node: anId('theme'), title: 'コンビニ交付' }),
    anInitiative({ id: anId('land'), plan: half, node: anId('pillar-2'), title: '未利用地の売却' }),
    anInitiative({ id: anId('old'), plan: other, node: anId('pillar-old'), title: '前期の取組' }),
    anInitiative({ id: anId('alone'), plan: half, node: null, title: '柱のない取組' }),
  ],
}
const record = (effects: Effect[], said: Partial<ReformRecord> = {}): ReformRecord => aRecord({ ...tree, ...said, effects })
const of = (id: string): Effect['of'] => (tree.nodes.some((node) => node.id === id) ? { node: anId(id) } : { initiative: anId(id) })
const E = '計画策定時'
const effect = (owner: string, said: Parameters<typeof anEffect>[0] = {}): Effect =>
  anEffect({ of: of(owner), scope: owner, estimate: E, ...said })
const people = (quantity: string, said: Partial<Effect> = {}): Effect =>
  effect('kiosk', { amountYen: null, quantity: toDecimal(quantity), unit: '人', raw: quantity, ...said })

describe('合計に含めるか、含めないならなぜか', () => {
  it.each([
    { title: '柱と、その下の取組', effects: [effect('pillar'), effect('kiosk')], says: [null, 'in-pillar'] },
    { title: '柱と、別の柱の下の取組', effects: [effect('pillar'), effect('land')], says: [null, null] },
    { title: '柱と、前期の同じ柱の下の取組', effects: [effect('pillar'), effect('old')], says: [null, 'in-pillar'] },
    { title: '柱と、柱に属さない取組', effects: [effect('pillar'), effect('alone')], says: [null, null] },
    { title: '柱と、柱の額がない年度の取組', effects: [effect('pillar'), effect('kiosk', { fiscalYear: 2025 })], says: [null, null] },
    {
      title: '歳出の柱と、歳入の取組',
      effects: [effect('pillar', { side: '歳出' }), effect('kiosk', { side: '歳入' })],
      says: [null, null],
    },
    { title: '側の記載のない柱と、歳入の取組', effects: [effect('pillar'), effect('kiosk', { side: '歳入' })], says: [null, 'in-pillar'] },
    { title: '柱と、その下の区分', effects: [effect('pillar'), effect('theme')], says: [null, 'in-pillar'] },
    {
      title: '同じ取組の単年度と継続',
      effects: [effect('kiosk', { basis: '単年度' }), effect('kiosk', { basis: '継続' })],
      says: [null, 'lasting'],
    },
    {
      title: '取組の単年度と、別の取組の継続',
      effects: [effect('kiosk', { basis: '単年度' }), effect('land', { basis: '継続' })],
      says: [null, null],
    },
    {
      title: '見込みと実績',
      effects: [effect('kiosk', { status: '見込み' }), effect('kiosk', { status: '実績' })],
      says: ['settled-since', null],
    },
    {
      title: '単年度の計画と、区分を言わない実績',
      effects: [effect('kiosk', { basis: '単年度', status: '計画' }), effect('kiosk', { basis: null, status: '実績' })],
      says: ['settled-since', null],
    },
    {
      title: '歳入の見込みと歳出の実績は別の額',
      effects: [effect('kiosk', { status: '見込み', side: '歳入' }), effect('kiosk', { status: '実績', side: '歳出' })],
      says: [null, null],
    },
    { title: '合計の行', effects: [effect('kiosk', { scope: '合計' })], says: ['printed-total'] },
    { title: 'うちの行', effects: [effect('kiosk', { scope: 'うち新規分' })], says: ['of-which'] },
    { title: '年度の記載がない', effects: [effect('kiosk', { fiscalYear: null })], says: ['no-year'] },
    { title: '数でない', effects: [effect('kiosk', { amountYen: null, raw: '－' })], says: ['no-number'] },
    { title: '柱の円と、取組の人は別の表', effects: [effect('pillar'), people('3')], says: [null, null] },
  ])('$title', ({ effects, says }) => expect(standingsIn(record(effects), E).map((s) => s.leftOut)).toEqual(says))

  it.each([
    ['人', PERSONS],
    ['名', PERSONS],
    ['人/年', PERSONS],
    ['時間', HOURS],
    ['時間／年間', HOURS],
    ['人工', 'unit:人工'],
    ['件', 'unit:件'],
  ])('「%s」の量', (unit, says) => expect(standingsIn(record([people('3', { unit })]), E)[0]?.measure).toBe(says))

  it('継続だけを見るときは、継続の額に合計がある', () => {
    const both = record([effect('kiosk', { basis: '単年度', thousandYen: 10 }), effect('kiosk', { basis: '継続', thousandYen: 50 })])
    const only = (basis: EffectFilter['basis']) => totalOf(filteredTerms(both, E, 'yen', { ...EVERY_EFFECT, basis }))
    expect([only(null), only('単年度'), only('継続')]).toEqual(['10000', '10000', '50000'])
  })
})

describe('積上げ', () => {
  it('取組、柱、計画、外側の計画の順に足し上がる', () => {
    const up = rolledUp(record([effect('kiosk', { thousandYen: 1 }), effect('land', { thousandYen: 2 }), effect('x', { of: null })]), [
      ...termsIn(record([effect('kiosk', { thousandYen: 1 }), effect('land', { thousandYen: 2 }), effect('x', { of: null })]), E, 'yen'),
    ])
    expect(up.lines.map((line) => [line.kind, line.title, line.depth, line.sums.total])).toEqual([
      ['plan', '推進プラン', 0, '1203000'],
      ['plan', '後期アクションプラン', 1, '3000'],
      ['node', '窓口', 2, '1000'],
      ['node', '証明書', 3, '1000'],
      ['initiative', 'コンビニ交付', 4, '1000'],
      ['node', '財産', 2, '2000'],
      ['initiative', '未利用地の売却', 3, '2000'],
      ['row', 'x', 1, '1200000'],
    ])
  })
})

const ESTIMATES = [E, '後期策定時', '令和7年度見直し', '令和8年度見直し']
const OWNERS = ['pillar', 'theme', 'pillar-2', 'pillar-old', 'kiosk', 'land', 'old', 'alone']
const FILTERS: EffectFilter[] = [
  EVERY_EFFECT,
  ...(['歳入', '歳出', 'unsaid'] as const).map((side) => ({ ...EVERY_EFFECT, side })),
  ...(['単年度', '継続', 'unsaid'] as const).map((basis) => ({ ...EVERY_EFFECT, basis })),
  ...(['計画', '見込み', '実績', 'unsaid'] as const).map((status) => ({ ...EVERY_EFFECT, status })),
  { side: '歳入', basis: '単年度', status: '実績' },
]
const MEASURES: EffectMeasure[] = ['yen', PERSONS, HOURS]

/** A record whose effects are thrown together without any order; what a document could never say is in it too. */
function anyRecord(seed: number): ReformRecord {
  const random = randomFrom(seed)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  const effects = Array.from({ length: 60 }, (): Effect => {
    const owner = pick([...OWNERS, 'none'])
    const money = random() < 0.6
    const said = {
      ...{ estimate: pick(ESTIMATES), fiscalYear: pick([2023, 2024, 2025, 2026, null]) },
      ...{ side: pick(['歳入', '歳出', null] as const), basis: pick(['単年度', '継続', null, null] as const) },
      status: pick(['計画', '見込み', '実績', null] as const),
      scope: pick([owner, owner, `${owner}の内訳`, '小計', 'うち新規']),
    }
    const amount = Math.floor(random() * 200_000) - 60_000
    const counted = { amountYen: null, quantity: toDecimal(`${Math.floor(random() * 90)}.${Math.floor(random() * 10)}`) }
    const place = owner === 'none' ? { of: null } : {}
    return effect(owner === 'none' ? 'alone' : owner, {
      ...said,
      ...(money ? { thousandYen: amount } : { ...counted, unit: pick(['人', '時間', '名']) }),
      ...place,
    })
  })
  return record(effects)
}

describe('どんな記録でも', () => {
  const seeds = Array.from({ length: 40 }, (_, nth) => nth + 1)
  it.each(seeds)('どの絞り込みでも、合計＝行の和＝年度の和＝内訳の和（種 %i）', (seed) => {
    const all = anyRecord(seed)
    for (const estimate of ESTIMATES)
      for (const measure of MEASURES)
        for (const filter of FILTERS) {
          const terms = filteredTerms(all, estimate, measure, filter)
          const up = rolledUp(all, terms)
          const total = totalOf(terms)
          const top = up.lines.filter(({ depth }) => depth === 0)
          expect(sumOf(top.map(({ sums }) => sums.total))).toBe(total)
          expect(sumOf(up.lines.map(({ own }) => totalOf(own)))).toBe(total)
          expect(sumOf(up.sums.years.flatMap((y) => y ?? []))).toBe(total)
          expect(up.cumulative.at(-1) ?? '0').toBe(total)
          for (const by of ['side', 'basis', 'status'] as const)
            expect(sumOf(brokenDown(terms, by, up.years).map(({ sums }) => sums.total))).toBe(total)
        }
  })

  it.each(seeds)('絞り込んだ額を足し戻すと全体になる（種 %i）', (seed) => {
    const all = anyRecord(seed)
    const total = (filter: Partial<EffectFilter>) => totalOf(filteredTerms(all, E, 'yen', { ...EVERY_EFFECT, ...filter }))
    expect(sumOf((['歳入', '歳出', 'unsaid'] as const).map((side) => total({ side })))).toBe(total({}))
    expect(sumOf((['計画', '見込み', '実績', 'unsaid'] as const).map((status) => total({ status })))).toBe(total({}))
  })

  it.each(seeds)('見積りの差は、間の見積りを通っても同じになる（種 %i）', (seed) => {
    const all = anyRecord(seed)
    const [a, b, c] = ESTIMATES as [string, string, string]
    for (const measure of MEASURES)
      for (const filter of FILTERS) {
        const [ab, bc, ac] = [[a, b] as const, [b, c] as const, [a, c] as const].map((pair) => compareEstimates(all, measure, pair, filter))
        expect(sumOf([ab?.total.difference ?? NONE, bc?.total.difference ?? NONE])).toBe(ac?.total.difference)
        for (const row of ac?.rows ?? []) {
          const one = (table: typeof ab) => table?.rows.find(({ label }) => label === row.label)?.total.difference ?? NONE
          expect(sumOf([one(ab), one(bc)])).toBe(row.total.difference)
        }
        expect(sumOf((ac?.rows ?? []).map(({ total }) => total.difference))).toBe(ac?.total.difference)
      }
  })

  it.each(seeds)('どの額も一つの量の一か所だけにあり、円・人・時間は混ざらない（種 %i）', (seed) => {
    const all = anyRecord(seed)
    for (const estimate of ESTIMATES) {
      const standings = standingsIn(all, estimate)
      expect(standings.map((s) => s.effect)).toEqual(all.effects.filter((e) => e.estimate === estimate))
      const counted = MEASURES.flatMap((measure) => termsIn(all, estimate, measure).map((t) => t.effect))
      expect(new Set(counted).size).toBe(counted.length)
      expect(counted.length).toBe(standings.filter((s) => s.leftOut === null).length)
      expect(termsOf(all, estimate).every((e) => Number.isSafeInteger(e.amountYen))).toBe(true)
    }
  })

  it.each(seeds)('取組を統合しても合計は変わらない（種 %i）', (seed) => {
    const all = anyRecord(seed)
    // two initiatives of one pillar become one; its rows keep the names they had
    const merged: ReformRecord = {
      ...all,
      initiatives: all.initiatives.filter(({ id }) => id !== anId('alone')),
      effects: all.effects.map((e) =>
        e.of && 'initiative' in e.of && e.of.initiative === anId('alone') ? { ...e, of: { initiative: anId('land') } } : e,
      ),
    }
    const free = (r: ReformRecord): ReformRecord => ({
      ...r,
      effects: r.effects.filter((e) => e.of !== null && 'initiative' in e.of && e.basis === null),
    })
    for (const estimate of ESTIMATES)
      for (const measure of MEASURES)
        expect(totalOf(termsIn(free(merged), estimate, measure))).toBe(totalOf(termsIn(free(all), estimate, measure)))
  })
})

const NONE = cumulated([null])[0] as NonNullable<ReturnType<typeof cumulated>[0]>

it('記載のない年度は0ではない', () => {
  const terms = termsIn(record([effect('kiosk', { fiscalYear: 2024 })]), E, 'yen')
  expect(sumsOver(terms, [2023, 2024]).years).toEqual([null, '1200000'])
  expect(yearsIn(terms)).toEqual([2024])
})
