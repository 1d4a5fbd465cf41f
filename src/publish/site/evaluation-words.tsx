import type { ReactNode } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { Scroll, Table } from '../../kit/table.tsx'
import type { JudgingTold, ScaleTold } from '../../report/judging-told.ts'
import type { RuleTold } from '../../report/rule-forms.ts'

/** 評語の意味と基準 — for whoever reads a word for the first time: what it means, and when the rule proposes it. */
export function EvaluationWords({ told }: { told: JudgingTold }): ReactNode {
  if (told.scales.length === 0) return null
  return (
    <section id="words">
      <h2>評語の意味と基準</h2>
      <p>
        評語はこの計画が決めたものです。「共通の状態」は、言葉の違うほかの計画やほかの自治体と比べられるように、六つの状態に読み替えたものです。
      </p>
      {told.scales.map((scale) => (
        <Words key={scale.id} scale={scale} rule={told.rules.find((rule) => rule.scale === scale.name) ?? null} />
      ))}
    </section>
  )
}

function Words({ scale, rule }: { scale: ScaleTold; rule: RuleTold | null }): ReactNode {
  return (
    <>
      <h3>{`${scale.name}（${scale.meaning}）`}</h3>
      <Scroll label={`${scale.name}の評語`}>
        <Table
          caption={`${scale.name}の評語（良いものから順）`}
          captionUnseen
          rows={scale.words}
          keyOf={({ word }) => word}
          columns={[
            { header: '評語', names: true, cell: ({ word }) => word },
            { header: '意味', wide: true, cell: ({ meaning }) => meaning },
            {
              header: '共通の状態',
              cell: ({ core, coreText }) => (core ? <Badge tone={core}>{coreText}</Badge> : <span className="none">{coreText}</span>),
            },
            ...(rule
              ? [
                  {
                    header: '判定案とする値',
                    cell: ({ word }: ScaleTold['words'][number]) =>
                      rule.bands.find((band) => band.word === word)?.when ?? <span className="none">人が決める</span>,
                  },
                ]
              : []),
          ]}
        />
      </Scroll>
      {rule ? <Rule rule={rule} /> : <p className="quiet">この評語は、数値からは提案しません。人が決めます。</p>}
    </>
  )
}

function Rule({ rule }: { rule: RuleTold }): ReactNode {
  return (
    <>
      <p>{`判定案は「${rule.method}」で決めます。${rule.meaning}です。取組に指標が二つ以上あるときは、最も低い評語を判定案とします。`}</p>
      <ul>
        <li>
          目標が「以下」「維持」のもの、目標が0以下のもの、現況値と目標が同じものは、割合を出せません。目標を満たしていれば100％とみなします。
        </li>
        <li>実績の報告がないもの、数値でないもの、期限がまだ先の目標は、判定案を出しません。</li>
        <li>増減のどちらが改善かを推定したときは、判定案にそう書きます。</li>
        {rule.shares && <li>{`年度ごとの期待割合：${rule.shares}`}</li>}
        {rule.exempt.map(({ name, reason }) => (
          <li key={name}>{`対象としない指標：${name}（${reason}）`}</li>
        ))}
      </ul>
    </>
  )
}
