import { describe, expect, it } from 'vitest'
import { aDay } from '../../town/story/round-builders.ts'
import { aPerson, sections } from '../../town/story/staff.ts'
import type { Role } from './account.ts'
import { EVALUATION_STAGES, type EvaluationStage } from './judgement.ts'
import { mayJudge, stagesOf } from './judging-rights.ts'

const standing = (roles: [Role, string | null][], day = '2025-05-20') => ({ person: aPerson({ roles }), sections, day: aDay(day) })

describe('段階ごとの評価者', () => {
  it.each<[string, [Role, string | null], string[], EvaluationStage[]]>([
    ['報告者は、自分の課の一次評価', ['reporter', '財政課'], ['財政課'], ['section']],
    ['報告者は、ほかの課の取組を評価できない', ['reporter', '財政課'], ['市民課'], []],
    ['共管の取組は、どの課も一次評価できる', ['reporter', '財政課'], ['市民課', '財政課'], ['section']],
    ['課長は、自分の課の一次評価', ['sectionHead', '財政課'], ['財政課'], ['section']],
    ['部長は、部の中の課の二次評価', ['departmentHead', '財務部'], ['財政課'], ['department']],
    ['部長は、ほかの部の課を評価できない', ['departmentHead', '財務部'], ['市民課'], []],
    ['行革担当課は、どの段階も書ける', ['office', '行政改革課'], ['市民課'], [...EVALUATION_STAGES]],
    ['所管課の書かれていない取組は、行革担当課だけ', ['office', '行政改革課'], [], [...EVALUATION_STAGES]],
    ['所管課の書かれていない取組は、課では評価できない', ['sectionHead', '財政課'], [], []],
    ['監査は見るだけ', ['auditor', null], ['財政課'], []],
    ['財政担当は評価しない', ['finance', '財政課'], ['財政課'], []],
    ['管理者は評価しない', ['administrator', null], ['財政課'], []],
    ['統合された課の人は、後継の課の取組を評価できる', ['reporter', 'デジタル推進課'], ['行政経営課'], ['section']],
    ['前の課の名で書かれた取組も、後継の課が答える', ['sectionHead', '行政改革課'], ['デジタル推進課'], ['section']],
  ])('%s', (_, role, of, stages) => expect(EVALUATION_STAGES.filter((stage) => mayJudge(standing([role]), stage, of))).toEqual(stages))

  it('役割が二つあれば、両方の段階に加わる', () => {
    const both = standing([
      ['sectionHead', '財政課'],
      ['departmentHead', '財務部'],
    ])
    expect(stagesOf(both)).toEqual(['section', 'department'])
  })
  it('使えなくされた人は何も評価できない', () => {
    const gone = { ...standing([]), person: { ...aPerson({ roles: [['office', null]] }), disabled: true } }
    expect(mayJudge(gone, 'section', ['財政課'])).toBe(false)
    expect(stagesOf(gone)).toEqual([])
  })
})
