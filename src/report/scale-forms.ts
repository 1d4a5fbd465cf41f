import type { Scale } from '../reform/scale.ts'
import { CORE_STATUSES, DECISION_KINDS, type Grade } from '../reform/scale.ts'
import { SCALE_KINDS, type ScaleSaid } from '../reform/scale-edit.ts'
import { SCALE_TEMPLATES } from '../reform/scale-templates.ts'
import { drawnRows, type EditForm, rowsIn, type Typed, textIn } from './edit-form.ts'
import type { FoundWords } from './found-words.ts'
import { coreText, decisionName, kindMeaning, kindName } from './wording-judging.ts'
import { statusName } from './wording-status.ts'

/** 尺度の様式 — blank core: the word says nothing of the progress. */
export const SCALE_FORM: EditForm = {
  fields: [
    { name: 'name', label: '尺度の名', kind: 'line', required: true, help: '公表する頁と様式に出ます。例：達成状況、今後の方向性' },
    {
      name: 'kind',
      label: '何を表すか',
      kind: 'choice',
      choices: SCALE_KINDS.map((kind) => [kind, `${kindName[kind]}（${kindMeaning[kind]}）`] as const),
    },
  ],
  rows: [
    {
      name: 'grades',
      label: '評語（良いものから順）',
      one: '評語',
      blank: 2,
      fields: [
        { name: 'word', label: '評語', kind: 'short' },
        { name: 'meaning', label: '意味', kind: 'line' },
        {
          name: 'core',
          label: '共通の状態',
          kind: 'choice',
          choices: [['', coreText(null)], ...CORE_STATUSES.map((core) => [core, statusName[core]] as const)],
        },
        {
          name: 'decision',
          label: '方向性',
          kind: 'choice',
          choices: [['', '表さない'], ...DECISION_KINDS.map((kind) => [kind, decisionName[kind]] as const)],
        },
      ],
    },
  ],
}

const drawnGrades = (grades: readonly Grade[]): Typed[] =>
  drawnRows(grades, ({ word, meaning, core, decision }) => ({ word, meaning: meaning ?? '', core: core ?? '', decision: decision ?? '' }))
export const drawnScale = ({ name, kind, grades }: Pick<Scale, 'name' | 'kind' | 'grades'>): Typed => ({
  name,
  kind,
  grades: drawnGrades(grades),
})

/** 新しい尺度の最初の姿 — empty, a template («letters»), or words that a document brought («words:…»). */
export function firstScale(from: string, found: readonly FoundWords[]): Typed {
  const asNew = (typed: Typed): Typed => ({ ...typed, grades: rowsIn(typed, 'grades').map((row) => ({ ...row, was: '' })) })
  const template = SCALE_TEMPLATES.find(({ key }) => key === from)
  if (template) return asNew(drawnScale(template))
  const words = found.find(({ key }) => key === from)
  if (words) return asNew(drawnScale({ name: words.scale ?? '', kind: words.kind, grades: words.grades }))
  return { name: '', kind: 'status', grades: [] }
}

export const scaleSaid = (typed: Typed): ScaleSaid => ({
  name: textIn(typed, 'name'),
  kind: textIn(typed, 'kind'),
  grades: rowsIn(typed, 'grades') as ScaleSaid['grades'],
})
