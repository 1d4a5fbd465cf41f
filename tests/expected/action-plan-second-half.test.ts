import { describe, expect, it } from 'vitest'
import type { DocumentRecord, ReviewLink } from '../../src/reform/record.ts'
import { expectedOf, isHere, plain, readShared, skipped, Tally } from './compare.ts'

const NAME = 'action-plan-second-half'
type Link = { title: string; section: string; note?: string; aggregates?: { title: string }[] }

describe.skipIf(!isHere(NAME))(skipped(NAME), () => {
  const record = (isHere(NAME) ? readShared(NAME) : null) as DocumentRecord
  const expected = isHere(NAME) ? expectedOf(NAME) : null
  const done = (tally: Tally): void => {
    expect(tally.wrong).toEqual([])
    expect(tally.missing).toEqual([])
  }

  it('計画と表題が読める', () => {
    const plan = record.plans.find((p) => p.title === expected.planTitle)
    expect(plan?.period).toEqual({ from: 2022, to: 2027 })
    expect(record.plans.filter((p) => p.parent === plan?.id).map((p) => p.title)).toEqual(['後期アクションプラン', '前期アクションプラン'])
    expect(record.chapters.map((c) => c.heading)).toContain(expected.documentTitle)
  })

  it('KPTの項目と、Tryから取組への結び付きが読める', () => {
    const tally = new Tally()
    const items = record.reviews[0]?.items ?? []
    for (const kind of ['keep', 'problem', 'try'] as const)
      expected.kpt[kind].forEach((text: string, i: number) => {
        tally.say(kind, String(i), text, items.filter((item) => item.kind === kind)[i]?.text)
      })
    for (const e of expected.tryLinks) {
      const item = items.filter((i) => i.kind === 'try')[e.try - 1]
      for (const list of ['new', 'existing'] as const) {
        e[list].forEach((link: Link, i: number) => {
          sayLink(tally, `try ${e.try} ${list} ${i}`, link, item?.[list][i])
        })
        expect(item?.[list]).toHaveLength(e[list].length)
      }
      if (e.other) tally.say('other', `try ${e.try}`, e.other, item?.other[0])
    }
    done(tally)
    expect(['keep', 'problem', 'try'].map((kind) => items.filter((i) => i.kind === kind).length)).toEqual([3, 9, 8])
    expect(items.filter((i) => i.kind === 'try').map((i) => [i.new.length, i.existing.length])).toEqual([
      [4, 4],
      [5, 3],
      [2, 6],
      [3, 11],
      [3, 11],
      [1, 1],
      [5, 11],
      [0, 0],
    ])
  })

  it('取組み整理表のすべての行が読める', () => {
    const tally = new Tally()
    expected.lineage.forEach((e: Record<string, string | null>, i: number) => {
      const row = record.lineage[i]
      tally.say('pillar', String(i), e.policy, row?.pillar)
      tally.say('theme', String(i), e.strategy, row?.theme)
      tally.say('before', String(i), e.before, row?.from[0]?.title)
      tally.say('after', String(i), e.after, row?.to[0]?.title)
      tally.say('kind', String(i), e.kind, row?.kind)
      tally.say('reason', String(i), e.reason, row?.reason)
      tally.say('section', String(i), e.section, row?.section)
    })
    done(tally)
    expect(record.lineage).toHaveLength(65)
    expect(record.lineage.filter((l) => l.kind === '廃止' && l.reason)).toHaveLength(12)
    expect(record.lineage.filter((l) => l.kind === '新規' && l.from.length === 0)).toHaveLength(12)
    expect(record.initiatives).toHaveLength(53)
    expect(record.initiatives.every((i) => i.node !== null && i.sections.length === 1)).toBe(true)
  })

  it('効果額のすべての金額・合計・差が読める', () => {
    const tally = new Tally()
    for (const e of expected.effects) {
      const own = record.effects.filter((f) => f.estimate === e.edition && plain(f.scope) === plain(e.policy))
      for (const [year, thousands] of Object.entries(e.amounts as Record<string, number>)) {
        const effect = own.find((f) => f.fiscalYear === Number(year))
        tally.say('amount', `${e.policy} ${year}`, thousands * 1000, effect?.amountYen)
        tally.say('status', `${e.policy} ${year}`, e.status[year], effect?.status)
        tally.say('unit', `${e.policy} ${year}`, e.unit, effect?.unit)
      }
      const total = record.effectTotals.find((t) => t.estimate === e.edition && plain(t.scope) === plain(e.policy))
      tally.say('total', e.policy, e.total * 1000, total?.amountYen)
      tally.say('difference', e.policy, e.differenceFromOriginal === null ? null : e.differenceFromOriginal * 1000, total?.differenceYen)
    }
    done(tally)
    expect(record.effects).toHaveLength(48)
    expect(record.effectTotals).toHaveLength(8)
    expect(record.effects.filter((f) => f.scope !== '合計').every((f) => f.of !== null)).toBe(true)
  })

  it('読み残しがない', () => expect(record.unread).toEqual([]))
})

function sayLink(tally: Tally, where: string, e: Link, link: ReviewLink | undefined): void {
  tally.say('link', where, e.title, link?.title)
  tally.say('section', where, e.section, link?.sections.join('・'))
  tally.say('note', where, e.note, link?.note)
  tally.say('aggregates', where, (e.aggregates ?? []).map((a) => a.title).join('|'), link?.aggregates.join('|'))
}
