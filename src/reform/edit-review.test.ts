import { describe, expect, it } from 'vitest'
import { anId, anInitiative, aPlan, aRecord } from '../../town/story/builders.ts'
import { carrySources } from './carry-sources.ts'
import type { ReviewItemSaid, ReviewLinkSaid } from './edit-review.ts'
import { basisOf, editedThing, editRecord, type PlanEdit } from './plan-edit.ts'
import type { ReformRecord, ReviewItem } from './record.ts'

const item = (said: Partial<ReviewItem>): ReviewItem => ({
  kind: 'try',
  number: null,
  text: '本文',
  new: [],
  existing: [],
  other: [],
  ...said,
})
const LINKED = item({
  number: '①',
  text: '窓口を変える',
  new: [{ title: '新しい取組', sections: ['市民課'], aggregates: ['甲', '乙'], note: '一つにする', initiative: null }],
  existing: [{ title: '窓口申請のオンライン化', sections: [], aggregates: [], note: null, initiative: anId('initiative') }],
})
const record = (): ReformRecord =>
  aRecord({
    plans: [aPlan()],
    initiatives: [anInitiative(), anInitiative({ id: anId('other'), title: '文書の電子化', sections: ['総務課', '市民課'] })],
    reviews: [{ method: 'KPT', items: [item({ kind: 'keep', text: '続ける' }), LINKED, item({ number: '②', text: '次の一手' })] }],
  })

const link = (said: Partial<ReviewLinkSaid>): ReviewLinkSaid => ({
  side: '',
  initiative: '',
  title: '',
  sections: '',
  aggregates: [],
  note: '',
  ...said,
})
const typedOf = (said: Partial<ReviewItemSaid> = {}): ReviewItemSaid => ({
  kind: 'try',
  number: '①',
  text: '窓口を変える',
  other: '',
  links: [
    link({
      was: '0',
      side: 'new',
      title: '新しい取組',
      sections: '市民課',
      aggregates: [
        { was: '0', title: '甲' },
        { was: '1', title: '乙' },
      ],
      note: '一つにする',
    }),
    link({ was: '1', side: 'existing', title: '窓口申請のオンライン化', initiative: 'initiative' }),
  ],
  ...said,
})
const done = (before: ReformRecord, edit: PlanEdit): ReformRecord => {
  const edited = editRecord(before, edit)
  if (!edited.ok) throw new Error(JSON.stringify(edited.problem))
  return edited.value
}
const faultsOf = (edit: PlanEdit): string[] => {
  const edited = editRecord(record(), edit)
  return !edited.ok && edited.problem.kind === 'edit-faults' ? edited.problem.faults.map(({ field, kind }) => `${field} ${kind}`) : []
}
const itemEdit = (said: Partial<ReviewItemSaid>, at: number | null = 1): PlanEdit => ({
  edit: 'review-item',
  review: 0,
  item: at,
  said: typedOf(said),
})

describe('総括の編集', () => {
  it('何も変えずに保存すると、同じものが残る', () => {
    const before = record()
    const after = done(before, itemEdit({}))
    expect(after.reviews).toEqual(before.reviews)
    expect(after.reviews[0]?.items[1]?.new[0]).toBe(before.reviews[0]?.items[1]?.new[0])
  })

  it('計画の取組を選ぶと、取組名と所管課が入り、既存の取組になる', () => {
    const after = done(record(), itemEdit({ links: [...typedOf().links, link({ initiative: 'other' })] }))
    expect(after.reviews[0]?.items[1]?.existing[1]).toEqual({
      title: '文書の電子化',
      sections: ['総務課', '市民課'],
      aggregates: [],
      note: null,
      initiative: 'other',
    })
  })

  it('名だけを書くと、新しい取組になる', () => {
    const after = done(record(), itemEdit({ links: [...typedOf().links, link({ title: '研修の見直し', sections: '人事課、総務課' })] }))
    expect(after.reviews[0]?.items[1]?.new[1]).toEqual({
      title: '研修の見直し',
      sections: ['人事課', '総務課'],
      aggregates: [],
      note: null,
      initiative: null,
    })
  })

  it('新規から既存に移した結び付きは、同じ結び付きのまま', () => {
    const [first, second] = typedOf().links as [ReviewLinkSaid, ReviewLinkSaid]
    const after = done(record(), itemEdit({ links: [{ ...first, side: 'existing' }, second] }))
    expect(after.reviews[0]?.items[1]?.new).toEqual([])
    expect(after.reviews[0]?.items[1]?.existing.map(({ title }) => title)).toEqual(['新しい取組', '窓口申請のオンライン化'])
  })

  it('変わらない値の出典は残り、直した値の出典は消える', () => {
    const before = record()
    const at = (pointer: string) => ({ pointer, document: 'x', place: 'line 1', guessed: false })
    const sources = [at('/reviews/0/items/1/text'), at('/reviews/0/items/1/new/0/title'), at('/reviews/0/items/2/text')]
    const after = done(before, itemEdit({ text: '窓口を大きく変える' }))
    expect(carrySources({ ...before, sources }, after).map(({ pointer }) => pointer)).toEqual([
      '/reviews/0/items/1/new/0/title',
      '/reviews/0/items/2/text',
    ])
    const moved = done(before, { edit: 'review-order', review: 0, item: 1, by: 'down' })
    expect(carrySources({ ...before, sources }, moved).map(({ pointer }) => pointer)).toEqual([
      '/reviews/0/items/2/text',
      '/reviews/0/items/2/new/0/title',
      '/reviews/0/items/1/text',
    ])
  })

  it.each([
    { name: '本文がない', said: { text: ' ' }, faults: ['text missing'] },
    { name: '種類が選ばれていない', said: { kind: 'その他' }, faults: ['kind not-a-choice'] },
    { name: '取組名がなく、注記だけ', said: { links: [link({ note: 'x' })] }, faults: ['links.0.title missing'] },
    { name: 'ない取組を選ぶ', said: { links: [link({ initiative: 'nowhere', title: 'x' })] }, faults: ['links.0.initiative not-a-choice'] },
  ])('断る：$name', ({ said, faults }) => expect(faultsOf(itemEdit(said))).toEqual(faults))

  it('新しい項目は、同じ種類の最後に入る', () => {
    const after = done(record(), itemEdit({ kind: 'keep', text: '続ける二', number: '', links: [] }, null))
    expect(after.reviews[0]?.items.map(({ text }) => text)).toEqual(['続ける', '続ける二', '窓口を変える', '次の一手'])
  })

  it('並べ替えは同じ種類の中だけで動く', () => {
    expect(done(record(), { edit: 'review-order', review: 0, item: 1, by: 'up' }).reviews).toEqual(record().reviews)
    const after = done(record(), { edit: 'review-order', review: 0, item: 2, by: 'up' })
    expect(after.reviews[0]?.items.map(({ number }) => number)).toEqual([null, '②', '①'])
  })

  it('総括の方法と対象の計画を言える。ない計画は断る', () => {
    const said = (plan: string): PlanEdit => ({ edit: 'review', review: 0, said: { method: 'KPT', plan } })
    expect(done(record(), said('plan')).reviews[0]?.plan).toBe('plan')
    // said again to be of no plan: the field is left out, as a document leaves it out
    expect('plan' in (done(done(record(), said('plan')), said('')).reviews[0] as object)).toBe(false)
    expect(faultsOf(said('nowhere'))).toEqual(['plan not-a-choice'])
    const two = done(record(), { edit: 'review', review: null, said: { method: '中間総括', plan: '' } })
    expect(two.reviews.map(({ method }) => method)).toEqual(['KPT', '中間総括'])
  })

  it('項目のある総括は消せない。空になれば消せる', () => {
    const removal = (item: number | null): PlanEdit => ({ edit: 'review-removal', review: 0, item })
    const refused = editRecord(record(), removal(null))
    expect(!refused.ok && refused.problem).toEqual({ kind: 'has-items', title: 'KPT', count: 3 })
    const empty = [0, 0, 0].reduce((now) => done(now, removal(0)), record())
    expect(done(empty, removal(null)).reviews).toEqual([])
  })

  it('対象の計画は、総括がある間は消せない', () => {
    const sub = { ...record(), plans: [aPlan(), aPlan({ id: anId('half'), parent: anId('plan'), title: '前期' })] }
    const said = done(sub, { edit: 'review', review: 0, said: { method: 'KPT', plan: 'half' } })
    const refused = editRecord(said, { edit: 'removal', id: anId('half') })
    expect(!refused.ok && refused.problem.kind).toBe('has-reviews')
  })

  it('ほかの人が項目を消した後は、場所の番号が同じでも元の内容が違う', () => {
    const edit = itemEdit({})
    const basis = basisOf(editedThing(record(), edit))
    const after = done(record(), { edit: 'review-removal', review: 0, item: 1 })
    expect(basisOf(editedThing(after, edit))).not.toBe(basis)
  })

  it('なくなった総括への編集は、見つからないと言う', () => {
    const refused = editRecord(record(), { edit: 'review-item', review: 4, item: null, said: typedOf() })
    expect(!refused.ok && refused.problem.kind).toBe('not-found')
  })
})
