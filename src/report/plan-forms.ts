import { underOf } from '../reform/edit-initiative.ts'
import type { Initiative, Plan, PlanNode, ReformRecord } from '../reform/record.ts'
import type { RecordId } from '../reform/record-id.ts'
import { drawnRows, type EditField, type EditForm, type EditRows, type Typed } from './edit-form.ts'
import { yearShort } from './figures.ts'
import { numbered } from './initiative-sheet.ts'
import { levelLabel, planFormWords as words } from './wording-plans.ts'

type Choices = NonNullable<EditField['choices']>

/** 置き場所の選択肢 — plans and what stands in them, in the order of the tree, indented by depth. */
export function placeChoices(record: Pick<ReformRecord, 'plans' | 'nodes'>, without: ReadonlySet<RecordId> = new Set()): Choices {
  const below = Map.groupBy(record.nodes, ({ plan, parent }) => parent ?? `plan:${plan}`)
  const under = (key: string, depth: number): [string, string][] =>
    (below.get(key as RecordId) ?? []).flatMap((node) =>
      without.has(node.id) || depth > record.nodes.length
        ? []
        : [[node.id, `${'　'.repeat(depth)}${levelLabel(node.level)}${numbered(node)}`], ...under(node.id, depth + 1)],
    )
  return record.plans.flatMap(({ id, title }): [string, string][] => [[`plan:${id}`, `「${title}」の直下`], ...under(`plan:${id}`, 1)])
}

/** 所管課の行 */
export const sectionRows = (blank = 2): EditRows => ({
  name: 'sections',
  label: '所管課',
  one: '課',
  blank,
  fields: [
    { name: 'name', label: '課名', kind: 'line' },
    { name: 'office', label: '室・係', kind: 'line' },
    { name: 'role', label: '役割', kind: 'choice', choices: words.roles },
  ],
})
export const drawnSections = (sections: Initiative['sections']): Typed[] =>
  drawnRows(sections, ({ name, office, role }) => ({ name, office: office ?? '', role: role ?? '' }))

export const basicsForm = (record: ReformRecord): EditForm => ({
  rows: [],
  fields: [
    { name: 'number', label: '取組番号', kind: 'short', help: words.numberHelp },
    { name: 'title', label: '取組名', kind: 'line', required: true },
    { name: 'under', label: '置き場所', kind: 'choice', choices: placeChoices(record) },
    { name: 'description', label: '概要', kind: 'prose' },
    { name: 'goal', label: '目指す姿', kind: 'prose' },
  ],
})
export const drawnBasics = (it: Initiative): Typed => ({
  number: it.number ?? '',
  title: it.title,
  under: underOf(it),
  description: it.description ?? '',
  goal: it.goal ?? '',
})

export const marksForm: EditForm = {
  fields: [],
  rows: [
    {
      name: 'marks',
      label: '印',
      one: '印',
      blank: 3,
      fields: [
        { name: 'scheme', label: '印の体系', kind: 'line', help: words.schemeHelp },
        { name: 'name', label: '印の名', kind: 'line' },
        { name: 'on', label: '該当', kind: 'choice', choices: words.markAnswers },
      ],
    },
  ],
}
export const drawnMarks = ({ marks }: Initiative): Typed => ({
  marks: drawnRows(marks, ({ scheme, name, on }) => ({ scheme, name, on: on === null ? '' : on ? 'yes' : 'no' })),
})

export const publishedForm: EditForm = {
  fields: [],
  rows: [
    {
      name: 'published',
      label: '情報公開',
      one: '公開先',
      blank: 1,
      fields: [
        { name: 'where', label: '公開先', kind: 'line' },
        { name: 'title', label: '名称', kind: 'line' },
        { name: 'url', label: 'アドレス', kind: 'line', help: words.urlHelp },
      ],
    },
  ],
}
export const drawnPublished = ({ published }: Initiative): Typed => ({
  published: drawnRows(published, ({ where, title, url }) => ({ where, title: title ?? '', url: url ?? '' })),
})

export const planForm = (plans: readonly Plan[], plan: Plan | null): EditForm => ({
  rows: [],
  fields: [
    { name: 'title', label: '計画の名称', kind: 'line', required: true },
    { name: 'kind', label: '種類', kind: 'line', help: words.kindHelp },
    ...(plans.length === 0 || (plan && plan.parent === null)
      ? []
      : [{ name: 'parent', label: '上の計画', kind: 'choice' as const, choices: plansToChoose(plans, plan) }]),
    { name: 'from', label: '計画期間の初めの年度', kind: 'short', help: words.yearHelp },
    { name: 'to', label: '計画期間の終わりの年度', kind: 'short', help: words.yearHelp },
    { name: 'levels', label: '階層の名', kind: 'prose', help: words.levelsHelp },
    { name: 'goal', label: '目標', kind: 'prose' },
  ],
})
const plansToChoose = (plans: readonly Plan[], plan: Plan | null): Choices =>
  plans.filter((one) => one !== plan).map(({ id, title }) => [id, title])

export const drawnPlan = (plan: Plan): Typed => ({
  title: plan.title,
  kind: plan.kind ?? '',
  parent: plan.parent ?? '',
  from: plan.period ? yearShort(plan.period.from) : '',
  to: plan.period ? yearShort(plan.period.to) : '',
  levels: plan.levels.join('\n'),
  goal: plan.goal ?? '',
})

export function nodeForm(record: ReformRecord, without: ReadonlySet<RecordId>, level: string | null): EditForm {
  const names = [...new Set([...record.plans.flatMap(({ levels }) => levels), ...(level ? [level] : [])])]
  return {
    rows: [],
    fields: [
      { name: 'under', label: '置き場所', kind: 'choice', choices: placeChoices(record, without) },
      {
        name: 'level',
        label: '階層',
        kind: 'choice',
        choices: [['', words.levelByDepth], ...names.map((name) => [name, name] as const)],
      },
      { name: 'number', label: '番号', kind: 'short' },
      { name: 'title', label: '名称', kind: 'line', required: true },
      { name: 'text', label: '説明', kind: 'prose' },
    ],
  }
}
export const drawnNode = (node: PlanNode): Typed => ({
  under: underOf({ plan: node.plan, node: node.parent }),
  level: node.level ?? '',
  number: node.number ?? '',
  title: node.title,
  text: node.text ?? '',
})
