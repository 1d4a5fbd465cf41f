import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../tests/random.ts'
import { anEffect, anId } from '../../town/story/builders.ts'
import { firstHalfOf, halvesTable } from '../../town/story/phases.ts'
import { sumOf } from '../vocabulary/decimal.ts'
import type { CarryOverDecision, CarryOverId } from './carry-over.ts'
import { applyCarryOver } from './carry-over-apply.ts'
import { carryOverDraft } from './carry-over-draft.ts'
import { editCarryOver } from './carry-over-edit.ts'
import { lineageCircle } from './lineage-rules.ts'
import type { Lineage, ReformRecord } from './record.ts'
import { endedBy, itemsAsked } from './round-items.ts'

/** «A#1>B#2» — a title, and the initiative where it is known */
const line = (text: string): Pick<Lineage, 'from' | 'to'> => {
  const [from = '', to = ''] = text.split('>')
  const ends = (side: string) =>
    side.split('+').flatMap((end) => {
      const [title = '', id] = end.split('#')
      return title === '' ? [] : [{ title, initiative: id === undefined ? null : anId(id) }]
    })
  return { from: ends(from), to: ends(to) }
}

describe('系譜の輪', () => {
  it.each([
    { title: '継続', lines: ['窓口>窓口'], circle: null },
    { title: '三つの期を同じ名で続く', lines: ['窓口#1>窓口#2', '窓口#2>窓口#3'], circle: null },
    { title: '改称と統合', lines: ['窓口#1>受付#2', '電話#3>受付#2', '>新しい#4', '会議#5>'], circle: null },
    { title: '互いに前の取組になる', lines: ['窓口#1>受付#2', '受付#2>窓口#1'], circle: ['窓口', '受付', '窓口'] },
    { title: '名だけの行が輪になる', lines: ['窓口>受付', '受付>電話', '電話>窓口'], circle: ['窓口', '受付', '電話', '窓口'] },
    { title: '名だけの行が、知られた取組を指す', lines: ['窓口#1>受付#2', '受付>窓口'], circle: ['窓口', '受付', '窓口'] },
    {
      title: '同じ名の取組が二つあれば、名だけではどちらともいえない',
      lines: ['窓口#1>受付#2', '受付#2>窓口#3', '窓口>受付'],
      circle: null,
    },
    { title: '統合の一方が輪になる', lines: ['窓口#1+電話#2>受付#3', '受付#3>電話#2'], circle: ['受付', '電話', '受付'] },
  ])('$title', ({ lines, circle }) => expect(lineageCircle(lines.map(line))).toEqual(circle))

  it('長い系譜でも調べられる', () => {
    const long = Array.from({ length: 20_000 }, (_, nth) => line(`取組#${nth}>取組#${nth + 1}`))
    expect(lineageCircle(long)).toBeNull()
    expect(lineageCircle([...long, line('取組#20000>取組#0')])).toHaveLength(20_002)
  })
})

/** Six phases, one out of the other, decided at random. */
function carriedOn(seed: number): { record: ReformRecord; before: ReformRecord }[] {
  const random = randomFrom(seed)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  let made = 0
  const newId = (kind: string) => anId(`${kind}-${seed}-${++made}`)
  const first = firstHalfOf(halvesTable.slice(0, 40), {
    effects: [
      anEffect({ of: { initiative: anId('old-1') }, thousandYen: 120 }),
      anEffect({ of: { initiative: anId('old-9') }, thousandYen: 75 }),
    ],
  })
  const steps = []
  let record: ReformRecord = first
  let from = anId('first')
  for (let phase = 1; phase <= 6; phase += 1) {
    const begun = {
      id: 'paper' as CarryOverId,
      from,
      title: `第${phase}期`,
      kind: null,
      period: { from: 2022 + phase * 3, to: 2024 + phase * 3 },
    }
    let paper = carryOverDraft(record, begun)
    for (const [nth, { initiative }] of paper.rows.entries()) {
      // one goes on at least: a phase of which nothing goes on is not known to have another after it
      const decision = nth === 0 ? 'continue' : pick<CarryOverDecision>(['continue', 'continue', 'continue', 'split', 'complete', 'end'])
      const title = record.initiatives.find(({ id }) => id === initiative)?.title ?? ''
      const titles = decision === 'split' ? [title, `${title}の${phase}`] : [random() < 0.3 ? `${title}改` : title]
      const said = { initiative, decision, word: null, titles, sections: null, reason: '見直し' }
      paper = editCarryOver(record, paper, { edit: 'decision', said, keys: [newId('key'), newId('key')] })
    }
    const some = paper.rows.filter(() => random() < 0.2).map(({ initiative }) => initiative)
    if (some.length > 1)
      paper = editCarryOver(record, paper, {
        edit: 'merging',
        initiatives: some,
        title: `まとめ${phase}`,
        reason: '重なる',
        key: newId('key'),
      })
    paper = editCarryOver(record, paper, {
      edit: 'addition',
      key: newId('key'),
      title: `新規${phase}`,
      under: null,
      after: null,
      sections: [],
    })
    const done = applyCarryOver(record, paper, [], newId)
    if (!done.ok) throw new Error(JSON.stringify(done.problem))
    steps.push({ before: record, record: done.value.record })
    record = done.value.record
    from = done.value.made.plan
  }
  return steps
}

describe.each([1, 2, 3, 5, 8, 13, 21, 34])('引継ぎを重ねても（種 %i）', (seed) => {
  const steps = carriedOn(seed)

  it('系譜は輪にならない', () => {
    for (const { record } of steps) expect(lineageCircle(record.lineage)).toBeNull()
  })

  it('統合しても、効果額と指標の実績の合計は変わらない', () => {
    const yen = ({ effects }: ReformRecord) => effects.reduce((sum, { amountYen }) => sum + (amountYen ?? 0), 0)
    const actuals = ({ indicators }: ReformRecord) => sumOf(indicators.flatMap((one) => one.actuals.flatMap(({ value }) => value ?? [])))
    for (const { before, record } of steps) {
      expect(yen(record)).toBe(yen(before))
      expect(actuals(record)).toBe(actuals(before))
      expect(actuals(record)).not.toBe('0')
    }
  })

  it('どの年度の照会も、一つの取組を一度だけ尋ね、動いている期のものに限る', () => {
    const { record } = steps.at(-1) as { record: ReformRecord }
    const every = new Set(record.plans.map(({ id }) => id as string))
    for (let year = 2022; year <= 2042; year += 1) {
      const asked = itemsAsked(record, every, year).map(({ initiative }) => initiative)
      const plans = new Set(asked.map((id) => record.initiatives.find((it) => it.id === id)?.plan))
      expect(new Set(asked).size).toBe(asked.length)
      expect(plans.size).toBe(1)
    }
    const last = record.plans.at(-1)?.id
    expect(record.initiatives.filter((it) => it.plan !== last).every(endedBy(record))).toBe(true)
  })
})
