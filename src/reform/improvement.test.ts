import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../tests/random.ts'
import { aJudgement, anImprovement, aScale } from '../../town/story/judging-builders.ts'
import { aDay } from '../../town/story/round-builders.ts'
import { decidedBy } from './decided.ts'
import {
  IMPROVEMENT_STATES,
  IMPROVEMENT_STEPS,
  type Improvement,
  type ImprovementState,
  type ImprovementStep,
  isOverdue,
  isUntouched,
  stepImprovement,
  stepsOfImprovement,
} from './improvement.ts'
import { improvementsAfter, standsOn } from './opened-improvements.ts'

const by = { on: aDay('2025-06-02'), by: 'zaisei' }
const plan = { cause: '申請が減った', action: '窓口を見直す', due: aDay('2025-12-26'), text: '' }
const written = (state: ImprovementState): Improvement => anImprovement({ ...plan, state })

describe('改善計画の手続の表', () => {
  const allowed: Record<ImprovementState, ImprovementStep[]> = {
    asked: ['write', 'start'],
    running: ['write', 'note', 'close'],
    closed: ['reopen'],
  }
  const every = IMPROVEMENT_STATES.flatMap((state) => IMPROVEMENT_STEPS.map((step) => ({ state, step })))
  it.each(every)('$state の計画に $step', ({ state, step }) => {
    const done = stepImprovement(written(state), step, { ...plan, text: '記した' }, by)
    expect(done.ok).toBe(allowed[state].includes(step))
    expect(stepsOfImprovement({ state }).includes(step)).toBe(done.ok)
    if (!done.ok) expect(done.problem).toEqual({ kind: 'cannot-step', step, state })
  })

  it.each<{ title: string; before: Improvement; step: ImprovementStep; said?: Partial<typeof plan>; missing: string[] }>([
    { title: '何も書かずに着手はできない', before: anImprovement(), step: 'start', missing: ['cause', 'action', 'due'] },
    { title: '期限なしに着手はできない', before: anImprovement({ cause: '原因', action: '策' }), step: 'start', missing: ['due'] },
    { title: '取組中の計画から改善策を消せない', before: written('running'), step: 'write', said: { action: ' ' }, missing: ['action'] },
    { title: '空の経過は書けない', before: written('running'), step: 'note', said: { text: ' 　' }, missing: ['text'] },
    { title: '結果なしに完了にできない', before: written('running'), step: 'close', missing: ['text'] },
    { title: '理由なしに再開できない', before: written('closed'), step: 'reopen', missing: ['text'] },
  ])('$title', ({ before, step, said = {}, missing }) =>
    expect(stepImprovement(before, step, { ...plan, ...said }, by)).toEqual({ ok: false, problem: { kind: 'incomplete', missing } }),
  )

  it('作成待ちの計画は、書きかけでも残せる', () => {
    const done = stepImprovement(anImprovement(), 'write', { cause: '原因だけ', action: '', due: null, text: '' }, by)
    expect(done).toMatchObject({ ok: true, value: { cause: '原因だけ', state: 'asked' } })
  })

  it('経過は加わるだけで、前に書いたものは変わらない', () => {
    const random = randomFrom(7)
    let now = written('running')
    for (let nth = 0; nth < 200; nth += 1) {
      const step = IMPROVEMENT_STEPS[Math.floor(random() * IMPROVEMENT_STEPS.length)] as ImprovementStep
      const done = stepImprovement(now, step, { ...plan, text: random() < 0.2 ? '' : `記録${nth}` }, by)
      if (!done.ok) continue
      expect(done.value.notes.slice(0, now.notes.length)).toEqual(now.notes)
      expect(done.value.state === 'closed').toBe(done.value.outcome !== null && done.value.closedOn !== null)
      now = done.value
    }
    expect(now.notes.length).toBeGreaterThan(10)
  })

  it.each([
    { state: 'running', due: '2025-06-01', says: true },
    { state: 'running', due: '2025-06-02', says: false },
    { state: 'asked', due: '2025-06-01', says: true },
    { state: 'closed', due: '2025-06-01', says: false },
    { state: 'running', due: null, says: false },
  ] as const)('6月2日に、期限 $due で $state の計画は期限を過ぎたか：$says', ({ state, due, says }) =>
    expect(isOverdue({ state, due: due === null ? null : aDay(due) }, aDay('2025-06-02'))).toBe(says),
  )
})

const scale = aScale('decision', ['継続', '改善', '縮小', '廃止'])
const opening = { leadOf: () => '財政課', freshId: () => 'new' }
const it1 = aJudgement({ id: 'j1', scale: scale.id, word: '改善' })
const of = (judgements: (typeof it1)[], improvements: Improvement[] = []) =>
  improvementsAfter(judgements.length > 0 ? judgements : [it1], { scales: [scale], judgements, improvements }, opening)

describe('「改善」は改善計画を開く', () => {
  it('主担当課に、作成待ちの計画を一つ', () =>
    expect(of([it1]).save).toMatchObject([{ id: 'new', initiative: it1.initiative, judgement: 'j1', section: '財政課', state: 'asked' }]))

  it.each<{ title: string; words: [stage: typeof it1.stage, word: string][]; opens: boolean }>([
    { title: '「継続」は開かない', words: [['section', '継続']], opens: false },
    {
      title: '課が「改善」、部が「継続」なら開かない',
      words: [
        ['section', '改善'],
        ['department', '継続'],
      ],
      opens: false,
    },
    {
      title: '課が「継続」、本部が「改善」なら開く',
      words: [
        ['section', '継続'],
        ['headquarters', '改善'],
      ],
      opens: true,
    },
    { title: '外部評価だけの「改善」は開く', words: [['external', '改善']], opens: true },
    {
      title: '外部評価の「改善」は、課の「継続」に勝たない',
      words: [
        ['section', '継続'],
        ['external', '改善'],
      ],
      opens: false,
    },
    { title: '尺度にない言葉は何も決めない', words: [['section', '改革']], opens: false },
  ])('$title', ({ words, opens }) => {
    const judgements = words.map(([stage, word]) => aJudgement({ id: stage, stage, word, scale: scale.id }))
    expect(of(judgements).save.length).toBe(opens ? 1 : 0)
  })

  it('指標一つの評価は開かない', () => expect(of([{ ...it1, indicator: 'indicator' as never }]).save).toEqual([]))
  it('開いた計画があれば、もう一つは開かない', () =>
    expect(of([it1], [anImprovement({ judgement: 'j0' })])).toEqual({ save: [], remove: [] }))

  it.each<{ title: string; plan: Partial<Improvement>; goes: boolean }>([
    { title: '何も書いていない計画は消える', plan: {}, goes: true },
    { title: '原因を書いた計画は残る', plan: { cause: '原因' }, goes: false },
    { title: '期限だけでも書いた計画は残る', plan: { due: aDay('2025-12-26') }, goes: false },
    { title: '着手した計画は残る', plan: { state: 'running' }, goes: false },
    { title: '事務局が開いた計画は残る', plan: { judgement: null }, goes: false },
  ])('決定を「継続」に改めると、$title', ({ plan, goes }) => {
    const present = anImprovement({ judgement: 'j1', ...plan })
    const done = of([{ ...it1, word: '継続' }], [present])
    expect(done).toEqual({ save: [], remove: goes ? [present] : [] })
    if (plan.judgement !== null) expect(isUntouched(present)).toBe(goes)
  })

  it('評価が取り消されたときも、書いていない計画は消える', () =>
    expect(
      improvementsAfter([it1], { scales: [scale], judgements: [], improvements: [anImprovement({ judgement: 'j1' })] }, opening).remove,
    ).toHaveLength(1))

  it('残った計画は、元の評価が改められたと言う', () => {
    const decided = decidedBy('decision', [scale], [{ ...it1, word: '継続' }])
    expect(standsOn(anImprovement({ judgement: 'j1' }), decided)).toEqual({ on: 'changed', word: '継続' })
    expect(standsOn(anImprovement({ judgement: 'j1' }), decidedBy('decision', [scale], [it1]))).toEqual({ on: 'decision', word: '改善' })
    expect(standsOn(anImprovement({ judgement: null }), [])).toEqual({ on: 'office' })
  })
})
