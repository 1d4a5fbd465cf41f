import { describe, expect, it } from 'vitest'
import { aJudgement, aJudging, aRule, aScale } from '../../town/story/judging-builders.ts'
import type { Judging } from './judging.ts'
import type { Scale, ScaleId } from './scale.ts'
import { type ScaleSaid, withoutScale, withScale } from './scale-edit.ts'
import { SCALE_TEMPLATES } from './scale-templates.ts'

const said = (words: string[], more: Partial<ScaleSaid> = {}): ScaleSaid => ({
  name: '状況',
  kind: 'status',
  grades: words.map((word, nth) => ({ word, meaning: '', core: '', decision: '', was: '', place: String(nth + 1) })),
  ...more,
})
/** the form as it was drawn from the scale, with what `change` makes of a word */
const drawn = (scale: Scale, change: (word: string) => Partial<ScaleSaid['grades'][number]> = () => ({})): ScaleSaid => ({
  name: scale.name,
  kind: scale.kind,
  grades: scale.grades.map(({ word, core }, nth) => ({
    ...{ word, core: core ?? '', meaning: '', decision: '', was: String(nth), place: String(nth + 1) },
    ...change(word),
  })),
})
const scale = aScale('status', ['達成', '順調', '遅れ'])
const known = (more: Partial<Judging> = {}) => aJudging({ scales: [scale], ...more })
const NEW = 'new' as ScaleId

describe('評価尺度を書く', () => {
  it.each([
    ['名前がない', said(['A', 'B'], { name: ' ' }), [{ field: 'name', kind: 'missing' }]],
    ['同じ名の尺度がある（全角半角の違い）', said(['A', 'B'], { name: '状 況' }), [{ field: 'name', kind: 'twice' }]],
    ['種類が選ばれていない', said(['A', 'B'], { name: '総合', kind: '' }), [{ field: 'kind', kind: 'not-a-choice' }]],
    ['同じ評語が二つ', said(['A', 'B', 'A'], { name: '総合' }), [{ field: 'grades.2.word', kind: 'twice' }]],
    ['全角と半角の同じ評語', said(['A', 'Ａ'], { name: '総合' }), [{ field: 'grades.1.word', kind: 'twice' }]],
    ['評語が一つだけ', said(['A'], { name: '総合' }), [{ field: 'grades.0.word', kind: 'missing' }]],
  ])('%s', (_, form, faults) => expect(withScale(known(), NEW, form)).toEqual({ ok: false, problem: { kind: 'edit-faults', faults } }))

  it('評語のない行に意味だけ書かれている', () => {
    const form = said(['A', 'B', ''], { name: '総合' })
    form.grades[2] = { ...form.grades[2], meaning: '最も低い' }
    expect(withScale(known(), NEW, form)).toMatchObject({ problem: { faults: [{ field: 'grades.2.word', kind: 'missing' }] } })
  })
  it('空の行は数えない。順のとおりに並ぶ', () => {
    const form = said(['B', '', 'A'], { name: '総合' })
    form.grades[2] = { ...form.grades[2], place: '0' }
    const made = withScale(known(), NEW, form)
    expect(made.ok && made.value.grades.map(({ word }) => word)).toEqual(['A', 'B'])
  })
})

describe('使われている尺度と評語', () => {
  const judged = {
    judgements: [aJudgement({ scale: scale.id, word: '順調' }), aJudgement({ id: 'j2', scale: scale.id, word: '順調', fiscalYear: 2023 })],
  }
  it('使われている評語は消せない。どこで使われているかを言う', () => {
    const form = drawn(scale, (word) => (word === '順調' ? { off: 'on' } : {}))
    expect(withScale(known(judged), scale.id, form)).toEqual({
      ok: false,
      problem: {
        kind: 'word-in-use',
        word: '順調',
        uses: [
          { by: 'judgements', fiscalYear: 2023, count: 1 },
          { by: 'judgements', fiscalYear: 2024, count: 1 },
        ],
      },
    })
  })
  it('書き換えも、使われていれば消すのと同じ', () =>
    expect(
      withScale(
        known(judged),
        scale.id,
        drawn(scale, (word) => (word === '順調' ? { word: '良好' } : {})),
      ),
    ).toMatchObject({
      problem: { kind: 'word-in-use', word: '順調' },
    }))
  it('使われていない評語は書き換えられる', () =>
    expect(
      withScale(
        known(judged),
        scale.id,
        drawn(scale, (word) => (word === '遅れ' ? { word: '遅延' } : {})),
      ).ok,
    ).toBe(true))
  it('使われている尺度の種類は変えられない', () =>
    expect(withScale(known(judged), scale.id, { ...drawn(scale), kind: 'decision' })).toMatchObject({ problem: { kind: 'kind-in-use' } }))
  it('共通の状態への対応は、使われていても直せる', () =>
    expect(
      withScale(
        known(judged),
        scale.id,
        drawn(scale, () => ({ core: 'cannot-tell' })),
      ).ok,
    ).toBe(true))
  it('判定基準の区分と逆の順にはできない', () => {
    const rules = [aRule({ bands: { 達成: '1', 順調: '0.8', 遅れ: null } })]
    const form = drawn(scale, (word) => (word === '遅れ' ? { place: '0' } : {}))
    expect(withScale(known({ rules }), scale.id, form)).toEqual({ ok: false, problem: { kind: 'order-in-use', rule: '達成率による判定' } })
  })
  it('尺度は、評価・判定基準・廃止の基準のどれかが使っていれば消せない', () => {
    const criteria = [{ id: 'c', name: '遅れが3年', rule: { kind: 'same-word' as const, scale: scale.id, word: '遅れ', years: 3 } }]
    expect(withoutScale(known({ criteria }), scale.id)).toMatchObject({
      problem: { kind: 'scale-in-use', uses: [{ by: 'criterion', name: '遅れが3年' }] },
    })
    expect(withoutScale(known(), scale.id).ok).toBe(true)
    expect(withoutScale(known(), NEW)).toEqual({ ok: false, problem: { kind: 'not-found' } })
  })
})

describe('ひな型', () => {
  it.each(SCALE_TEMPLATES.map((one) => [one.name, one] as const))('%s は、そのまま尺度になる', (_, { key: __, ...one }) => {
    const made = withScale(aJudging(), NEW, {
      name: one.name,
      kind: one.kind,
      grades: one.grades.map(({ word, meaning, core, decision }, nth) => ({
        ...{ word, meaning: meaning ?? '', core: core ?? '', decision: decision ?? '', was: '', place: String(nth + 1) },
      })),
    })
    expect(made).toEqual({ ok: true, value: { ...one, id: NEW } })
  })
})
