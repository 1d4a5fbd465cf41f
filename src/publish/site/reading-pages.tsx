import { createElement, type ReactNode } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { inOrder } from '../../kit/in-order.ts'
import { Definitions } from '../../kit/table.tsx'
import { Prose, Sources } from '../../kit/told.tsx'
import { chapters } from '../../report/chapters.ts'
import { glossaryTold, type TermTold } from '../../report/glossary.ts'
import { planTree, type TreeLeaf, type TreeNode } from '../../report/plan-tree.ts'
import { STATUSES, statusMeaning, statusName, verdictMeaning, verdictName } from '../../report/wording-status.ts'
import { PlanFrame } from './frame.tsx'
import { type PageContext, type PlanSite, sourceLinks } from './plan-site.ts'

type At = { site: PlanSite; context: PageContext }

export function ChaptersPage({ site, context }: At): ReactNode {
  const all = chapters(site.index)
  return (
    <PlanFrame site={site} context={context} title="計画の本文">
      <h1>計画の本文</h1>
      {all.length > 3 && (
        <nav aria-label="本文の目次">
          <ul className="contents">
            {all.map((c) => (
              <li key={c.anchor} className={`depth-${c.depth}`}>
                <a href={`#${c.anchor}`}>{c.heading || '（見出しなし）'}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {all.map((c) => (
        <section key={c.anchor} id={c.anchor} className="chapter">
          {createElement(`h${Math.min(c.depth + 2, 5)}`, null, c.heading || '（見出しなし）')}
          <Prose text={c.text} />
          <Sources sources={sourceLinks(site, context, c.sources)} />
        </section>
      ))}
    </PlanFrame>
  )
}

function Leaves({ site, context, leaves }: At & { leaves: TreeLeaf[] }): ReactNode {
  return leaves.map((leaf) => (
    <li key={leaf.id} className="leaf">
      <a href={context.link(context.path, site.at('initiative', leaf.id))}>{leaf.title}</a>
      <Badge tone={leaf.status.status}>{leaf.status.name}</Badge>
    </li>
  ))
}

function Dated({ site, context, name, items }: At & { name: string; items: TreeNode['events'] }): ReactNode {
  if (items.length === 0) return null
  return (
    <>
      <p className="who">{name}</p>
      <ul className="events">
        {inOrder(items).map(({ key, it }) => (
          <li key={key}>
            {`${it.when}：${it.text}`}
            <Sources sources={sourceLinks(site, context, it.sources)} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Node({ site, context, node, depth }: At & { node: TreeNode; depth: number }): ReactNode {
  return (
    <section className={`node depth-${Math.min(depth, 3)}`}>
      {createElement(
        `h${Math.min(depth + 2, 6)}`,
        null,
        node.level && !node.title.startsWith(node.level) ? <span className="kind">{node.level}</span> : null,
        node.title,
      )}
      {node.text && <Prose text={node.text} />}
      <Dated site={site} context={context} name="これまでの取組み" items={node.events} />
      <Dated site={site} context={context} name="ロードマップ" items={node.roadmap} />
      {node.initiatives.length > 0 && (
        <ul className="leaves">
          <Leaves site={site} context={context} leaves={node.initiatives} />
        </ul>
      )}
      {node.children.map((child) => (
        <Node key={child.id} site={site} context={context} node={child} depth={depth + 1} />
      ))}
    </section>
  )
}

export function TreePage({ site, context }: At): ReactNode {
  const tree = planTree(site.index)
  return (
    <PlanFrame site={site} context={context} title="計画の体系">
      <h1>計画の体系</h1>
      <p>計画の柱から取組までのつながりです。印は、取組の状態です。</p>
      {tree.nodes.map((node) => (
        <Node key={node.id} site={site} context={context} node={node} depth={0} />
      ))}
      {tree.loose.length > 0 && (
        <section className="node">
          <h2>柱の記載がない取組</h2>
          <ul className="leaves">
            <Leaves site={site} context={context} leaves={tree.loose} />
          </ul>
        </section>
      )}
    </PlanFrame>
  )
}

const terms = (all: readonly TermTold[]) => <Definitions items={all.map((t): [string, string] => [t.term, t.definition])} />

export function GlossaryPage({ site, context }: At): ReactNode {
  const { own, field } = glossaryTold(site.index)
  return (
    <PlanFrame site={site} context={context} title="用語">
      <h1>用語</h1>
      {own.length > 0 && (
        <section>
          <h2>この計画の用語</h2>
          {terms(own)}
        </section>
      )}
      <section>
        <h2>この画面で使う用語</h2>
        {terms(field)}
      </section>
    </PlanFrame>
  )
}

export function GuidePage({ site, context }: At): ReactNode {
  return (
    <PlanFrame site={site} context={context} title="この画面の見方">
      <h1>この画面の見方</h1>
      <section>
        <h2>状態の判定</h2>
        <p>
          取組の状態は、文書に書かれた数値の目標と実績、年度ごとの目標から決めています。数値で判定できない取組は、文書に書かれた評価（「順調」「遅れ」などの評語）によります。廃止・完了などの見直しの決定があれば「終了」とします。文章の内容からは決めていません。
        </p>
        <Definitions
          items={STATUSES.map((s): [ReactNode, ReactNode] => [
            <Badge key={s} tone={s}>
              {statusName[s]}
            </Badge>,
            statusMeaning[s],
          ])}
        />
      </section>
      <section>
        <h2>達成率と目標までの進捗</h2>
        <Definitions
          items={[
            ['達成率', '実績÷目標です。増やすことを目指す指標にだけ出します。'],
            ['目標までの進捗', '現況値を0%、目標を100%としたとき、実績がどこにあるかです。現況値より悪くなるとマイナスになります。'],
            [
              '維持・抑制の目標',
              '「85%以上を維持」「10日以内」のような目標です。実績÷目標では良し悪しが分からないため、達成率を出さず、達成したかどうかだけを示します。',
            ],
            ['期限前', '目標の年度がまだ来ていないため、達成・未達成を判定していません。'],
            ['現況値が目標を満たしている', '計画を作った時点ですでに目標の範囲にあり、目標までの道のりがないため、進捗を出していません。'],
          ]}
        />
      </section>
      <section>
        <h2>図の見方</h2>
        <p>どの図も、色だけでなく形・線・模様と文字で区別しています。図と同じ数値を、図のそばの表に載せています。</p>
        <Definitions
          items={[
            [
              '指標の図',
              '三角は現況値、四角は目標、丸は実績です。報告のない年度をまたいで線を結びません。細い点線は、現況値から最終目標まで等しい歩みで進むとしたときの道筋で、計画の約束ではありません。斜線は、その年度の目標を達成したとみなす側です。',
            ],
            ['状況の地図', '取組を一つずつの印で、所管課と柱の表に並べた図です。印を選ぶと、その取組の頁が開きます。'],
            [
              '引継ぎの図',
              '左が前の取組、右が見直し後の取組です。線の上の文字が見直しの区分です。整理表に書かれていない行き先を総括から補った線は、点線にしてそう書いています。',
            ],
            ['縦棒の図', '年度ごとの額です。棒の塗り方は、図の下の凡例のとおりです。0より下へ伸びる棒はマイナスです。'],
          ]}
        />
      </section>
      <section>
        <h2>値のない欄</h2>
        <Definitions
          items={[
            ['記載なし', '文書にその項目がありません。'],
            ['空欄', '文書に欄はありますが、何も書かれていません。'],
            ['－', '文書に「－」と書かれています。該当しない、または対象外であることを表します。'],
            ['0', '文書に0と書かれています。値がないこととは異なります。'],
            [
              '（推定）',
              '文書にはっきり書かれておらず、読み取りのときに推し量った値です。これにもとづく判定には、（方向は推定）のように、そのことを添えて示します。',
            ],
            ['▲', 'マイナスを表します。'],
          ]}
        />
      </section>
      <section>
        <h2>検算の結果</h2>
        <Definitions
          items={(['fails', 'cannot-tell', 'holds', 'remark'] as const).map((v): [ReactNode, ReactNode] => [
            <Badge key={v} tone={v}>
              {verdictName[v]}
            </Badge>,
            verdictMeaning[v],
          ])}
        />
      </section>
      <section>
        <h2>出典</h2>
        <p>
          値の横の小さな文字（例：105行目）は、その値を読み取った文書の場所です。文書が二つ以上あるときは、指すか読み上げると文書の名も分かります。選ぶと
          <a href={context.link(context.path, site.at('sources'))}>出典の文書</a>
          のその行が開きます。
        </p>
      </section>
    </PlanFrame>
  )
}
