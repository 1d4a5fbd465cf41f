import type { Edition } from '../src/reform/edition.ts'
import { IMPROVEMENT_STATES } from '../src/reform/improvement.ts'
import type { Indicator } from '../src/reform/record.ts'
import type { ScaleId } from '../src/reform/scale.ts'
import { anEdition } from '../src/report/test-edition.ts'
import {
  aLineage,
  aNode,
  anActual,
  anEffect,
  anEvaluation,
  anId,
  anIndicator,
  anInitiative,
  aPart,
  aPlan,
  aRecord,
  aReport,
  aTarget,
} from '../town/story/builders.ts'
import { aJudgement, aJudging, anImprovement, anOpinion, aReflection, aScale } from '../town/story/judging-builders.ts'
import { anOutlook } from '../town/story/outlook-builders.ts'
import { randomFrom } from './random.ts'

let random = randomFrom(20)
const oneOf = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
// Each name and sentence is another one: what repeats would be compressed away, and a page would seem light.
const NOUNS =
  '窓口 申請 公金納付 庁舎 公共施設 道路照明 公用車 図書館 小中学校 学校給食 健康診査 市民相談 防災訓練 上下水道 橋りょう 公園 広報紙 統計調査 市税徴収 補助金 負担金 使用料 手数料 職員研修 職員採用 人事評価 会議 文書管理 契約 入札 指定管理 基金 地方債 遊休地 広告 命名権 ふるさと納税'
const VERBS = '見直し 電子化 自動化 集約 統合 再編 委託 共同利用 拡大 推進 縮減 適正化 点検 公開 改善 活用 効率化 平準化 一元化 広域連携'
const [nouns, verbs] = [NOUNS.split(' '), VERBS.split(' ')]
const name = (): string => `${oneOf(nouns)}と${oneOf(nouns)}の${oneOf(verbs)}`
const sentence = (): string =>
  `${oneOf(nouns)}の${oneOf(verbs)}により、${oneOf(nouns)}を${oneOf(['前年より', '計画どおり', '一部で', '全課で'])}${oneOf(verbs)}した。`

const YEARS = [2023, 2024, 2025, 2026, 2027]
const [STATUS, DECISION] = [
  aScale('status', ['達成', '順調', '遅れ', '未着手']),
  aScale('decision', ['拡充', '継続', '改善', '縮小', '廃止']),
]

function indicatorOf(id: string, of: Indicator['of']): Indicator {
  const from = Math.floor(random() * 500)
  return anIndicator({
    id: anId(id),
    of,
    name: `${name()}の件数`,
    baseline: String(from),
    targets: YEARS.map((fiscalYear, n) => aTarget(`${from + 10 * (n + 1)}以上`, { fiscalYear, final: n === 4 })),
    actuals: YEARS.slice(0, 2).map((fiscalYear, n) => anActual(String(from + Math.floor(20 * (n + 1) * random())), { fiscalYear })),
  })
}

const initiativeOf = (n: number) =>
  anInitiative({
    id: anId(`initiative-${n}`),
    node: anId(`node-${n % 10}`),
    number: String(n + 1),
    title: name(),
    description: sentence(),
    goal: sentence(),
    sections: [`${nouns[n % 37]}課`],
    parts: [
      aPart({
        id: anId(`part-${n}`),
        activities: [{ name: name(), schedule: [{ from: '2023', to: '2027', text: name(), milestone: false }] }],
      }),
    ],
    reports: YEARS.slice(0, 2).map((fiscalYear) => aReport({ fiscalYear, progress: sentence() + sentence(), issues: sentence() })),
    evaluations: [
      anEvaluation({ stage: '一次評価', scale: STATUS.name, raw: oneOf(['達成', '順調', '遅れ']), comment: sentence() }),
      anEvaluation({ stage: '推進本部', scale: DECISION.name, raw: oneOf(['継続', '改善', '拡充']), comment: sentence() }),
    ],
  })

/** 大きな公表版 — 取組300件、指標1,500件, all of them judged, carried on and with effects: what a page may weigh is asked of it. */
export function aLargeEdition(said: Partial<Edition> = {}): Edition {
  random = randomFrom(20)
  const initiatives = Array.from({ length: 300 }, (_, n) => initiativeOf(n))
  const nodes = Array.from({ length: 10 }, (_, n) => aNode({ id: anId(`node-${n}`), number: String(n + 1), title: name() }))
  const record = aRecord({
    plans: [aPlan()],
    nodes,
    initiatives,
    indicators: [
      ...nodes.map(({ id }, n) => indicatorOf(`pillar-indicator-${n}`, { node: id })),
      ...initiatives.flatMap(({ id }, n) => Array.from({ length: 5 }, (_, k) => indicatorOf(`indicator-${n}-${k}`, { initiative: id }))),
    ],
    effects: initiatives
      .slice(0, 150)
      .flatMap(({ id, title }) =>
        ['計画策定時', '後期策定時'].flatMap((estimate) =>
          YEARS.map((fiscalYear) =>
            anEffect({ estimate, fiscalYear, of: { initiative: id }, scope: title, thousandYen: Math.floor(random() * 90000) }),
          ),
        ),
      ),
    lineage: initiatives.map((it) =>
      aLineage({ from: [{ title: name(), initiative: null }], to: [{ title: it.title, initiative: it.id }], reason: sentence() }),
    ),
  })
  return anEdition({ plan: anId('plan'), judging: judgingOf(initiatives.map(({ id }) => id)), outlooks: [outlookOf()], ...said }, record)
}

const outlookOf = () => ({ outlook: anOutlook(), marks: [] })

function judgingOf(ids: Edition['record']['initiatives'][number]['id'][]) {
  const said = (stage: 'section' | 'headquarters', scale: string, all: readonly string[]) =>
    ids.map((initiative, n) =>
      aJudgement({ id: `${stage}-${n}`, initiative, stage, scale: scale as ScaleId, word: oneOf(all), reason: sentence() }),
    )
  return aJudging({
    scales: [STATUS, DECISION],
    judgements: [
      ...said('section', 'status', ['達成', '順調', '遅れ']),
      ...said('headquarters', 'decision', ['継続', '改善', '拡充', '縮小']),
    ],
    opinions: ids.slice(0, 60).map((initiative, n) => anOpinion({ id: `opinion-${n}`, initiative, text: sentence() })),
    improvements: ids.slice(0, 60).map((initiative, n) =>
      anImprovement({
        id: `improvement-${n}`,
        initiative,
        cause: sentence(),
        action: sentence(),
        state: IMPROVEMENT_STATES[n % 2] ?? 'asked',
      }),
    ),
    reflections: ids.slice(0, 60).map((initiative) => aReflection({ initiative })),
  })
}
