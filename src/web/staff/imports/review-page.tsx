import type { ReactNode } from 'react'
import { Badge } from '../../../kit/badge.tsx'
import { inOrder } from '../../../kit/in-order.ts'
import { Definitions, Table } from '../../../kit/table.tsx'
import type { Check } from '../../../reform/record.ts'
import { withEras } from '../../../report/check-list.ts'
import { type DraftEntry, type DraftReview, type DraftValue, draftReview } from '../../../report/draft-review.ts'
import { countText } from '../../../report/figures.ts'
import { checkKindName } from '../../../report/wording-checks.ts'
import { importWords } from '../../../report/wording-draft.ts'
import { importRefusalText } from '../../../report/wording-import.ts'
import { placesText } from '../../../report/wording-places.ts'
import { verdictName } from '../../../report/wording-status.ts'
import type { Proposal } from '../../../workflows/import-document.ts'
import { paths } from '../../paths.ts'
import { Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import { TargetFields } from './pages.tsx'
import type { WaitingImport } from './waiting-imports.ts'

function Values({ values }: { values: readonly DraftValue[] }): ReactNode {
  return (
    <dl className="values">
      {inOrder(values).map(({ key, it }) => (
        <div key={key}>
          <dt>{it.name}</dt>
          <dd>
            {it.text}
            {it.guessed && <span className="guess">（推定）</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Entry({ entry, sha256 }: { entry: DraftEntry; sha256: string }): ReactNode {
  const id = `leave-${sha256.slice(0, 8)}${entry.pointer.replaceAll('/', '-')}`
  return (
    <tr>
      <td className="narrow">
        <input type="checkbox" id={id} name="leave" value={`${sha256}#${entry.pointer}`} />
        <label htmlFor={id}>
          外す
          <span className="unseen">{`：${entry.title}`}</span>
        </label>
      </td>
      <th scope="row">
        {entry.title}
        <small>{entry.kind}</small>
      </th>
      <td data-label="読み取った値">
        {entry.changes.length > 0 && (
          <ul className="plain">
            {inOrder(entry.changes).map(({ key, it }) => (
              <li key={key}>
                {it.name}
                {it.after !== null && (
                  <>
                    {'：'}
                    {it.before === null ? <span className="none">（なし）</span> : <del>{it.before}</del>}
                    <span aria-hidden="true"> → </span>
                    <ins>{it.after}</ins>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
        {entry.kind === '追加' && <Values values={entry.values} />}
        {entry.kind === '追加' && entry.moreValues.length > 0 && (
          <details>
            <summary>{`ほかの値（${countText(entry.moreValues.length)}件）`}</summary>
            <Values values={entry.moreValues} />
          </details>
        )}
      </td>
      <td data-label="文書の行">
        {inOrder(entry.lines).map(({ key, it }) => (
          <p key={key} className="line">
            <span className="place">{it.place}</span>
            {it.text}
          </p>
        ))}
        {entry.more > 0 && <small>{`ほか${countText(entry.more)}か所`}</small>}
      </td>
    </tr>
  )
}

function Checks({ checks }: { checks: readonly Check[] }): ReactNode {
  return (
    <Table
      caption="検算と指摘"
      captionUnseen
      rows={checks}
      keyOf={(_, i) => String(i)}
      none="検算できる箇所はありませんでした。"
      columns={[
        { header: '結果', cell: (c) => <Badge tone={c.verdict}>{verdictName[c.verdict]}</Badge> },
        { header: '種類', names: true, cell: (c) => checkKindName(c.kind) },
        { header: '説明', wide: true, cell: (c) => withEras(c.message) },
        { header: '文書の場所', cell: (c) => placesText(c.at) },
      ]}
    />
  )
}

function Document({ review, proposal }: { review: DraftReview; proposal: Proposal }): ReactNode {
  const { fails, remark, holds } = review.checks
  const shown = [...fails, ...review.checks['cannot-tell'], ...remark]
  return (
    <section>
      <h2>{review.name}</h2>
      {proposal.known && <p className="quiet">同じ内容のファイルを、以前に取り込んでいます。</p>}
      <Definitions
        items={[
          ['取込み先', `${proposal.target.municipality.name}「${proposal.target.planTitle}」`],
          ...review.facts,
          ['検算', `合わない ${countText(fails.length)}件、合う ${countText(holds.length)}件、指摘 ${countText(remark.length)}件`],
        ]}
      />
      {shown.length > 0 && (
        <details open={fails.length > 0 || undefined}>
          <summary>{`検算と指摘（${countText(shown.length)}件）`}</summary>
          <Checks checks={shown} />
        </details>
      )}
      {review.unread.length > 0 && (
        <details>
          <summary>{`読み取れなかった箇所（${countText(review.unread.length)}か所）`}</summary>
          <ul>
            {inOrder(review.unread).map(({ key, it }) => (
              <li key={key}>{`${it.place}：${it.text}`}</li>
            ))}
          </ul>
        </details>
      )}
      {review.groups.length === 0 && <p>取り込んでも、記録に変わるところはありません。</p>}
      {review.groups.map((group) => (
        <section key={group.list}>
          <h3>{`${group.name}（${countText(group.entries.length)}件）`}</h3>
          <table className="cards draft">
            <caption className="unseen">{`${group.name}：読み取った値と文書の行`}</caption>
            <thead>
              <tr>
                <th scope="col">外す</th>
                <th scope="col">{group.name}</th>
                <th scope="col">読み取った値</th>
                <th scope="col">文書の行</th>
              </tr>
            </thead>
            <tbody>
              {group.entries.map((entry) => (
                <Entry key={entry.pointer} entry={entry} sha256={review.sha256} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </section>
  )
}

type Said = { staff: Staff; id: string; waiting: WaitingImport; why: string[] }

export function ReviewPage({ staff, id, waiting, why }: Said): ReactNode {
  const at = paths.staff
  const crumbs = [
    { name: importWords.title, href: at.imports(staff.code) },
    { name: '取り込む前の確認', href: at.import(staff.code, id) },
  ]
  const { proposed } = waiting
  const refusals = [
    ...why,
    ...waiting.refused.map((r) => `${r.name}：${r.why}`),
    ...(proposed.ok ? [] : [importWords.targetUnknown, importRefusalText(proposed.problem).replace(/--\S+ に/g, '')]),
  ]
  return (
    <StaffFrame staff={staff} title="取り込む前の確認" crumbs={crumbs}>
      <h1>取り込む前の確認</h1>
      {refusals.length > 0 && (
        <Refusal>
          {refusals.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Refusal>
      )}
      <details open={!proposed.ok || undefined}>
        <summary>取込み先を変える</summary>
        <form method="post" action={at.target(staff.code, id)} className="staff">
          <TargetFields plan={waiting.said.plan} />
          <button type="submit" className="second">
            取込み先を決める
          </button>
        </form>
      </details>
      {proposed.ok && (
        <form method="post" action={at.acceptance(staff.code, id)}>
          {proposed.value.map((proposal) => (
            <Document
              key={proposal.read.document.document.sha256}
              proposal={proposal}
              review={draftReview(proposal.read.document, proposal.changes, proposal.read.lines)}
            />
          ))}
          <div className="decide">
            <p>「外す」を選んだ記録を除き、すべてを一度に取り込みます。途中で失敗したときは、何も取り込みません。</p>
            <button type="submit">取り込む</button>
          </div>
        </form>
      )}
      <form method="post" action={at.discard(staff.code, id)}>
        <button type="submit" className="second">
          取りやめる
        </button>
      </form>
    </StaffFrame>
  )
}
