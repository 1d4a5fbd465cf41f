import type { ReactNode } from 'react'
import { Gantt } from '../../kit/gantt.tsx'
import { inOrder } from '../../kit/in-order.ts'
import { Scroll } from '../../kit/table.tsx'
import { Prose, ToldProse } from '../../kit/told.tsx'
import type { Initiative } from '../../reform/record.ts'
import { countText } from '../../report/figures.ts'
import { type FormPart, initiativeForm } from '../../report/initiative-form.ts'
import { PROGRESS_COLUMNS, type ProgressRow, type ProgressTable, progressTable, progressTitle } from '../../report/progress-table.ts'
import { PlanFrame } from './frame.tsx'
import type { PageContext, PlanSite } from './plan-site.ts'

type At = { site: PlanSite; context: PageContext }

// 30 KB compressed is the limit of a page: a longer table is cut at its pillars.
const CHARACTERS_ON_ONE_PAGE = 18_000

export const isCut = (table: ProgressTable): boolean =>
  table.pillars.length > 1 && table.pillars.reduce((sum, p) => sum + p.characters, 0) > CHARACTERS_ON_ONE_PAGE

function Said({ all }: { all: ProgressRow['progress'] }): ReactNode {
  if (all.length === 0) return <span className="none">記載なし</span>
  return inOrder(all).map(({ key, it }) => (
    <div key={key}>
      {it.section && <p className="by">{`【${it.section}】`}</p>}
      <Prose text={it.text} />
    </div>
  ))
}

function PillarTable({ site, context, table, pillar }: At & { table: ProgressTable; pillar: ProgressTable['pillars'][number] }): ReactNode {
  // A cell of the first column spans the rows of one theme, as the printed table does.
  const starts = pillar.rows.map((row, i) => (i > 0 && pillar.rows[i - 1]?.theme === row.theme ? 0 : run(pillar.rows, i)))
  return (
    <Scroll label={`${pillar.title}の取組状況`}>
      <table className="progress">
        <caption>{`${pillar.title}（${countText(pillar.rows.length)}件）`}</caption>
        <thead>
          <tr>
            {PROGRESS_COLUMNS(table.year).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pillar.rows.map((row, i) => (
            <tr key={row.initiative}>
              {starts[i] !== 0 && <td rowSpan={starts[i]}>{row.theme || <span className="none">記載なし</span>}</td>}
              <th scope="row">
                <a href={context.link(context.path, site.at('initiative', row.initiative))}>{row.title}</a>
              </th>
              <td>{row.description || <span className="none">記載なし</span>}</td>
              <td>{row.sections || <span className="none">記載なし</span>}</td>
              <td>
                <Said all={row.progress} />
              </td>
              <td>
                <Said all={row.issues} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function run(rows: readonly ProgressRow[], from: number): number {
  let n = 1
  while (rows[from + n] && rows[from + n]?.theme === rows[from]?.theme) n += 1
  return n
}

/** 取組状況の一覧表 — six columns; `only` is one pillar where the whole would be too heavy for one page. */
export function ProgressTablePage({ site, context, only }: At & { only: string | null }): ReactNode {
  const table = progressTable(site.index)
  const cut = isCut(table)
  const title = progressTitle(table.year)
  const shown = only === null ? (cut ? [] : table.pillars) : table.pillars.filter((p) => p.id === only)
  const crumbs = only === null ? [] : [{ name: title, href: context.link(context.path, site.at('progressTable')) }]
  return (
    <PlanFrame site={site} context={context} title={only === null ? title : `${title}：${shown[0]?.title ?? ''}`} crumbs={crumbs} landscape>
      <h1>{title}</h1>
      {cut && (
        <ul className="pillars">
          {table.pillars.map((p) => (
            <li key={p.id}>
              <a href={context.link(context.path, site.at('progressTableOf', p.id))} aria-current={p.id === only ? 'page' : undefined}>
                {p.title}
              </a>
              <span className="count">{`${countText(p.rows.length)}件`}</span>
            </li>
          ))}
        </ul>
      )}
      {shown.map((p) => (
        <PillarTable key={p.id} site={site} context={context} table={table} pillar={p} />
      ))}
    </PlanFrame>
  )
}

const hasTargets = (part: FormPart): boolean => part.targets.length > 0 || part.goal !== null

/** `alone`: no part has a target, and each says so; otherwise a part without one leaves it to those that have. */
function PartRows({ part, alone }: { part: FormPart; alone: boolean }): ReactNode {
  return (
    <section className="form-part">
      {(part.title || part.sections) && <h3>{[part.title, part.sections && `＜${part.sections}＞`].filter(Boolean).join(' ')}</h3>}
      {part.gantt && (
        <Scroll label={`行動計画の表${part.title ?? ''}`}>
          <Gantt gantt={part.gantt} caption="行動計画" />
        </Scroll>
      )}
      {(alone || hasTargets(part)) && (
        <table className="form">
          <caption>目標値</caption>
          <tbody>
            {part.goal && (
              <tr>
                <th scope="row">目指す姿</th>
                <td>
                  <Prose text={part.goal} />
                </td>
              </tr>
            )}
            {inOrder(part.targets).map(({ key, it }) => (
              <tr key={key}>
                <th scope="row">{it.indicator}</th>
                <td>{it.target}</td>
              </tr>
            ))}
            {!hasTargets(part) && (
              <tr>
                <th scope="row">目標値</th>
                <td className="none">記載なし</td>
              </tr>
            )}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** 実施計画の様式 — one initiative on A4, as it is planned and reported on. */
export function FormPage({ site, context, initiative }: At & { initiative: Initiative }): ReactNode {
  const form = initiativeForm(initiative, site.index)
  const to = (path: string) => context.link(context.path, path)
  const crumbs = [
    { name: '取組の一覧', href: to(site.at('list')) },
    { name: form.title, href: to(site.at('initiative', initiative.id)) },
  ]
  return (
    <PlanFrame site={site} context={context} title={`実施計画の様式：${form.title}`} crumbs={crumbs}>
      <h1 className="form-title">{form.heading.path.join('　') || form.heading.plan}</h1>
      <table className="form">
        <caption>実施計画</caption>
        <tbody>
          <tr>
            <th scope="row">実施計画名</th>
            <td className="name">{`${form.number} ${form.title}`.trim()}</td>
            <th scope="row">所管課</th>
            <td>{form.sections || '記載なし'}</td>
          </tr>
          <tr>
            <th scope="row">事業概要</th>
            <td colSpan={3}>
              <Prose text={form.description} />
            </td>
          </tr>
          <tr>
            <th scope="row">目指す姿（目標）</th>
            <td colSpan={3}>
              <Prose text={form.goal} />
            </td>
          </tr>
          {form.marks.map((m) => (
            <tr key={m.scheme}>
              <th scope="row">{m.scheme}</th>
              <td colSpan={3} className="marks">
                {m.names.map((n) => (
                  <span key={n.name}>{`${n.name} ${n.on === true ? '○' : n.on === false ? '－' : '？'}`}</span>
                ))}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">情報公開</th>
            <td colSpan={3}>{form.published}</td>
          </tr>
        </tbody>
      </table>
      <h2>行動計画と目標値</h2>
      {inOrder(form.parts).map(({ key, it }) => (
        <PartRows key={key} part={it} alone={!form.parts.some(hasTargets)} />
      ))}
      <h2>進捗状況</h2>
      <Scroll label="進捗状況">
        <table className="form">
          <caption className="unseen">進捗状況</caption>
          <thead>
            <tr>
              <th scope="col">年度</th>
              <th scope="col">実績</th>
              <th scope="col">今後の課題・方向性</th>
              <th scope="col">計画の見直し</th>
            </tr>
          </thead>
          <tbody>
            {inOrder(form.reports).map(({ key, it }) => (
              <tr key={key}>
                <th scope="row">{[it.when, it.section].filter(Boolean).join(' ')}</th>
                <td>
                  <ToldProse told={it.progress} />
                </td>
                <td>
                  <ToldProse told={it.issues} />
                </td>
                <td>
                  <ToldProse told={it.revision} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </PlanFrame>
  )
}
