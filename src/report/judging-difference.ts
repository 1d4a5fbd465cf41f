import type { EditionJudging } from '../reform/edition.ts'
import { opinionState } from '../reform/opinion.ts'
import type { RecordId } from '../reform/record-id.ts'
import type { ComparedSide } from './comparison-side.ts'
import { yearShort, yenText } from './figures.ts'
import { comparisonWords as words } from './wording-comparison.ts'
import { improvementStateNames, opinionStateNames } from './wording-following.ts'

/** What a reader compares: a thing and how it stands. The words of the evaluation are in the record already, those of judgements too. */
type Texts = Map<string, string>

/** 評価のあとの対応 — of each initiative (null: of the plan as a whole): opinions, improvement plans and what the budget does. */
export function followingTexts({ index }: ComparedSide): Map<RecordId | null, Texts> {
  const { judging } = index.edition
  const found = new Map<RecordId | null, Texts>()
  const put = (id: RecordId | null, what: string, text: string) => {
    const own = found.get(id) ?? new Map<string, string>()
    found.set(id, own.set(what, [own.get(what), text].filter(Boolean).join('、')))
  }
  for (const [id, what, text] of judging ? [...opinions(judging), ...improvements(judging), ...reflections(judging)] : [])
    put(id, what, text)
  return found
}

type Said = [RecordId | null, string, string]
const { fields } = words

const opinions = (judging: EditionJudging): Said[] =>
  judging.opinions.map((it) => [
    it.initiative,
    `${fields.opinion}：${it.from}（${yearShort(it.fiscalYear)}）`,
    opinionStateNames[opinionState(it)],
  ])

const improvements = (judging: EditionJudging): Said[] =>
  judging.improvements.map((it) => [it.initiative, `${fields.improvement}：${yearShort(it.fiscalYear)}`, improvementStateNames[it.state]])

const reflections = (judging: EditionJudging): Said[] =>
  judging.reflections.map(({ initiative, fiscalYear, word, reflected, none }) => [
    initiative,
    `${fields.reflection}：${word}（${yearShort(fiscalYear)}）`,
    reflected ? `${yearShort(reflected.budgetYear)} ${yenText(reflected.amountYen, '円')}円` : `なし（${none ?? ''}）`,
  ])
