import { describe, expect, it } from 'vitest'
import type { PlanNode } from '../../src/reform/record.ts'
import { expectedOf, isHere, readShared, skipped, Tally } from './compare.ts'

const NAME = 'aizuwakamatsu-2008-reform-plan'

type Item = { mark: string; title: string; text: string }
type Direction = { number: number; title: string; intro: string; items: Item[] }
type Perspective = { number: number; title: string; description: string; directions: Direction[] }

describe.skipIf(!isHere(NAME))(skipped(NAME), () => {
  const record = isHere(NAME) ? readShared(NAME) : null
  const expected = isHere(NAME) ? expectedOf(NAME) : null
  const tally = new Tally()
  const under = (parent: PlanNode | null, title: string) =>
    record?.nodes.find((n) => n.parent === (parent?.id ?? null) && n.title.replace(/\s/g, '') === title.replace(/\s/g, '')) ?? null

  const compareAll = (): void => {
    if (!record) return
    const plan = record.plans[0]
    tally.say('municipality', '', expected.municipality, record.municipality.name)
    tally.say('plan', 'title', expected.planTitle, plan?.title)
    tally.say('plan', 'from', expected.period.from, plan?.period?.from)
    tally.say('plan', 'to', expected.period.to, plan?.period?.to)
    tally.say('plan', 'goal', expected.goal, plan?.goal)
    for (const [i, before] of (expected.predecessors as { title: string; isoMonth: string }[]).entries()) {
      tally.say('predecessor', `${i} title`, before.title, plan?.predecessors[i]?.title)
      tally.say('predecessor', `${i} date`, before.isoMonth, plan?.predecessors[i]?.date)
    }
    for (const note of expected.glossary as { term: string; definition: string }[])
      tally.say('glossary', note.term, note.definition, record.glossary.find((g) => g.term === note.term)?.definition)
    for (const perspective of expected.perspectives as Perspective[]) comparePerspective(perspective)
  }

  const comparePerspective = (perspective: Perspective): void => {
    const top = under(null, perspective.title)
    tally.say('perspective', perspective.title, perspective.description, top?.text)
    tally.say('perspective', `${perspective.title} number`, perspective.number, top?.number)
    for (const direction of perspective.directions) {
      const node = under(top, direction.title)
      tally.say('direction', direction.title, direction.intro, node?.text)
      tally.say('direction', `${direction.title} number`, `(${direction.number})`, node?.number)
      const own = record?.initiatives.filter((i) => i.node === node?.id) ?? []
      tally.say('items', direction.title, direction.items.length, own.length)
      for (const [i, item] of direction.items.entries()) {
        tally.say('item', item.title, item.title, own[i]?.title)
        tally.say('item', `${item.title} mark`, item.mark, own[i]?.number)
        tally.say('item', `${item.title} text`, item.text, own[i]?.description)
      }
    }
  }

  it('読むべきものがすべて正しく読まれ、誤りがない', () => {
    compareAll()
    expect([...tally.wrong, ...tally.missing]).toEqual([])
  })

  it('計画の木は視点3・方向8・取組37で、それ以外の取組を作らない', () => {
    const tops = record?.nodes.filter((n) => n.parent === null) ?? []
    expect([tops.length, (record?.nodes.length ?? 0) - tops.length, record?.initiatives.length]).toEqual([3, 8, 37])
    expect(record?.initiatives.every((i) => i.description?.endsWith('。') && !i.description.includes('※'))).toBe(true)
  })

  it('未読は5%までで、内訳の合計は文字数に等しい', () => {
    const { characters, fields, prose, boilerplate, unread } = record?.accounting ?? {
      characters: 1,
      fields: 0,
      prose: 0,
      boilerplate: 0,
      unread: 0,
    }
    expect(fields + prose + boilerplate + unread).toBe(characters)
    expect(unread / characters).toBeLessThanOrEqual(0.05)
  })
})
