import type { ReactNode } from 'react'
import { Pager } from '../../kit/pager.tsx'
import { Definitions, Table } from '../../kit/table.tsx'
import type { EditionDocument } from '../../reform/edition.ts'
import { checkList } from '../../report/check-list.ts'
import { countText, dateText } from '../../report/figures.ts'
import { type SourcePage, sourcePages } from '../../report/source-pages.ts'
import { checkedText } from '../../report/wording-checks.ts'
import { accountingNames, documentKindName, layoutName, placeText } from '../../report/wording-places.ts'
import { verdictMeaning } from '../../report/wording-status.ts'
import { CheckTable } from './check-table.tsx'
import { PlanFrame } from './frame.tsx'
import type { PageContext, PlanSite } from './plan-site.ts'

type At = { site: PlanSite; context: PageContext }

export function ChecksPage({ site, context }: At): ReactNode {
  const checks = checkList(site.index)
  const groups = [
    ['計算が合わない箇所', 'fails', '計算が合わない箇所はありません。'],
    ['確かめられない箇所', 'cannot-tell', '確かめられない箇所はありません。'],
    ['計算が合った箇所', 'holds', '計算を確かめた箇所はありません。'],
  ] as const
  return (
    <PlanFrame site={site} context={context} title="検算の結果" landscape>
      <h1>検算の結果</h1>
      <p>
        検算は、文書に印字された合計・割合・差などを計算し直し、合っているかを確かめることです。文書の記載は書き換えず、そのまま示しています。
      </p>
      <p>{checkedText(checks.fails.length + checks.holds.length, checks.fails.length)}</p>
      {groups.map(([title, verdict, none]) => (
        <section key={verdict}>
          <h2>{`${title}（${countText(checks[verdict].length)}件）`}</h2>
          <p className="quiet">{verdictMeaning[verdict]}</p>
          <CheckTable site={site} context={context} checks={checks[verdict]} caption={title} captionUnseen none={none} />
        </section>
      ))}
    </PlanFrame>
  )
}

export function RemarksPage({ site, context }: At): ReactNode {
  const { remark } = checkList(site.index)
  return (
    <PlanFrame site={site} context={context} title="指摘">
      <h1>指摘</h1>
      <p>{`指摘は、${verdictMeaning.remark}番号の抜け、前の年度と同じ文、所管課の違いなどがあります。`}</p>
      <CheckTable
        site={site}
        context={context}
        checks={remark}
        caption={`指摘（${countText(remark.length)}件）`}
        none="指摘はありません。"
      />
    </PlanFrame>
  )
}

const layoutsText = (d: EditionDocument): string => d.layouts.map(layoutName).join('、') || '記載なし'

export function SourcesPage({ site, context }: At): ReactNode {
  return (
    <PlanFrame site={site} context={context} title="出典の文書">
      <h1>出典の文書</h1>
      <p>この版の値を読み取った文書です。どの文書も、読み取れなかった文字まで数えて示しています。</p>
      <Table
        caption="文書"
        rows={site.edition.documents}
        keyOf={(d) => d.sha256}
        columns={[
          {
            header: '文書',
            names: true,
            wide: true,
            cell: (d) => <a href={context.link(context.path, site.at('source', d.sha256, 1))}>{d.name}</a>,
          },
          { header: '種類', cell: (d) => documentKindName[d.kind] },
          { header: '読み取った日', cell: (d) => dateText(d.readAt) },
          { header: '文書の様式', cell: layoutsText },
          { header: '文字数', numeric: true, cell: (d) => countText(d.accounting.characters) },
          { header: '読み取れなかった文字', numeric: true, cell: (d) => countText(d.accounting.unread) },
        ]}
      />
    </PlanFrame>
  )
}

function Account({ document }: { document: EditionDocument }): ReactNode {
  const { characters, ...parts } = document.accounting
  const items = Object.entries(accountingNames).map(([key, name]): [string, string] => [
    name,
    `${countText(parts[key as keyof typeof accountingNames])}字`,
  ])
  return (
    <Definitions
      items={[
        ['種類', documentKindName[document.kind]],
        ['読み取った日', dateText(document.readAt)],
        ['文書の様式', layoutsText(document)],
        ['文字数（空白を除く）', `${countText(characters)}字`],
        ...items,
        ['文書の指紋（SHA-256）', <code key="sha">{document.sha256}</code>],
      ]}
    />
  )
}

/** 出典の頁 — the document as text, line by line, each with an anchor; lines that could not be placed are marked. */
export function SourceDocumentPage({ site, context, document, page }: At & { document: EditionDocument; page: SourcePage }): ReactNode {
  const pages = sourcePages(document).map((p) => ({
    number: p.number,
    href: context.link(context.path, site.at('source', document.sha256, p.number)),
  }))
  const title = pages.length > 1 ? `${document.name}（${page.number}／${pages.length}）` : document.name
  return (
    <PlanFrame
      site={site}
      context={context}
      title={title}
      crumbs={[{ name: '出典の文書', href: context.link(context.path, site.at('sources')) }]}
    >
      <h1>{title}</h1>
      {page.number === 1 && <Account document={document} />}
      {page.number === 1 && document.unread.length > 0 && (
        <details className="unread">
          <summary>{`読み取れなかった箇所（${countText(document.unread.length)}か所）`}</summary>
          <Table
            caption="読み取れなかった箇所"
            captionUnseen
            rows={document.unread}
            keyOf={(_, i) => String(i)}
            columns={[
              { header: '場所', names: true, cell: (u) => placeText(u.at) },
              { header: '文字', wide: true, cell: (u) => u.text },
            ]}
          />
        </details>
      )}
      <Pager pages={pages} here={page.number} label="文書の頁" />
      <table className="lines">
        <caption>文書の文字（読み取ったまま）</caption>
        <thead>
          <tr>
            <th scope="col">場所</th>
            <th scope="col">文字</th>
          </tr>
        </thead>
        <tbody>
          {page.lines.map((line) => (
            <tr key={line.anchor} id={line.anchor}>
              <th scope="row">{line.place}</th>
              <td>
                {line.unread && <span className="unread-mark">［未読］</span>}
                {line.text}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager pages={pages} here={page.number} label="文書の頁（下）" />
    </PlanFrame>
  )
}

export function DownloadsPage({ site, context }: At): ReactNode {
  return (
    <PlanFrame site={site} context={context} title="データ">
      <h1>データ</h1>
      <p>この版に含まれるすべての値を、機械で読める形で持ち出せます。画面とデータは同じ記録から作られており、値は一致します。</p>
      {site.downloads.length === 0 ? (
        <p className="none">この版には持ち出せるデータが付いていません。</p>
      ) : (
        <Table
          caption="データのファイル"
          rows={site.downloads}
          keyOf={(d) => d.file}
          columns={[
            {
              header: '内容',
              names: true,
              wide: true,
              cell: (d) => <a href={context.link(context.path, site.at('download', d.file))}>{d.title}</a>,
            },
            { header: 'ファイル', cell: (d) => d.file },
            { header: '大きさ', numeric: true, cell: (d) => `${countText(Math.ceil(d.bytes.length / 1024))}KB` },
          ]}
        />
      )}
    </PlanFrame>
  )
}

export function EditionsPage({ site, context }: At): ReactNode {
  return (
    <PlanFrame site={site} context={context} title="版の履歴と訂正">
      <h1>版の履歴と訂正</h1>
      <p>公表した版は書き換えません。誤りが見つかったときは、訂正した内容を記した新しい版を公表します。</p>
      {site.editions.map((e) => (
        <section key={e.number}>
          <h2>{`第${e.number}版　${dateText(e.publishedAt)}公表`}</h2>
          {e.number !== site.edition.number && (
            <p>
              <a href={context.link(context.path, site.at('earlier', e.number))}>{`第${e.number}版の計画を、今の計画と並べて見る`}</a>
            </p>
          )}
          {e.corrections.length > 0 ? (
            <>
              <p>この版で訂正した内容</p>
              <ul>
                {e.corrections.map((c) => (
                  <li key={c.what}>{c.what}</li>
                ))}
              </ul>
            </>
          ) : (
            <p className="quiet">訂正はありません。</p>
          )}
          <p className="hash">
            内容の指紋（SHA-256）<code>{e.hash}</code>
          </p>
        </section>
      ))}
    </PlanFrame>
  )
}
