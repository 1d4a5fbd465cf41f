import type { ReactNode } from 'react'
import { Shell } from '../../kit/shell.tsx'
import { importWords } from '../../report/wording-draft.ts'
import { paths } from '../paths.ts'
import type { WaitingImport } from './waiting-imports.ts'

type FrameSaid = { title: string; stylesheet: string; crumbs?: { name: string; href: string }[]; children: ReactNode }

export function StaffFrame({ title, stylesheet, crumbs = [], children }: FrameSaid): ReactNode {
  return (
    <Shell
      title={`${title}｜職員用`}
      siteName="行財政改革ポータル 職員用"
      home={paths.staff.imports()}
      stylesheet={stylesheet}
      crumbs={[{ name: '公開の画面', href: paths.home() }, { name: importWords.title, href: paths.staff.imports() }, ...crumbs]}
      navigation={null}
      tag="このコンピューターの中だけの画面"
      landscape
      foot={<p>取り込んだ内容は、公表するまで公開の画面には出ません。</p>}
    >
      {children}
    </Shell>
  )
}

/** A refusal stands first and is announced; the title of the page says it too. */
export const Refusal = ({ children }: { children: ReactNode }): ReactNode => (
  <div className="notice error" role="alert">
    {children}
  </div>
)

export function TargetFields({ said }: { said: { municipality: string | null; plan: string | null } }): ReactNode {
  return (
    <>
      <p className="field">
        <label htmlFor="municipality">市区町村（団体コード6桁または名称）</label>
        <small id="municipality-help">文書に書かれているときは、空のままで構いません。</small>
        <input
          id="municipality"
          name="municipality"
          defaultValue={said.municipality ?? ''}
          aria-describedby="municipality-help"
          maxLength={40}
        />
      </p>
      <p className="field">
        <label htmlFor="plan">計画の名称</label>
        <small id="plan-help">文書に書かれているとき、またはその計画に続けて取り込むときは、空のままで構いません。</small>
        <input id="plan" name="plan" defaultValue={said.plan ?? ''} aria-describedby="plan-help" maxLength={200} />
      </p>
    </>
  )
}

export function UploadPage({ stylesheet, why, said }: { stylesheet: string; why: string[]; said: WaitingImport['said'] }): ReactNode {
  return (
    <StaffFrame title={why.length > 0 ? `取り込めません：${importWords.title}` : importWords.title} stylesheet={stylesheet}>
      <h1>{importWords.title}</h1>
      {why.length > 0 && (
        <Refusal>
          {why.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Refusal>
      )}
      <p>
        計画・取組状況の文書（Excel、CSV、テキスト）を選ぶと、読み取った内容を文書の行と並べて確かめられます。確かめるまでは何も取り込みません。
      </p>
      <form method="post" action={paths.staff.imports()} encType="multipart/form-data" className="staff">
        <p className="field">
          <label htmlFor="files">文書のファイル（必須）</label>
          <small id="files-help">一度に100ファイルまで選べます。一つ20MB、合わせて200MBまでです。</small>
          <input id="files" name="files" type="file" multiple required accept=".xlsx,.csv,.txt,.tsv,.md" aria-describedby="files-help" />
        </p>
        <TargetFields said={said} />
        <button type="submit">読み取って確かめる</button>
      </form>
    </StaffFrame>
  )
}

export function DonePage({
  title,
  lines,
  stylesheet,
  publish,
}: {
  title: string
  lines: string[]
  stylesheet: string
  publish: { municipality: string; plan: string }[]
}): ReactNode {
  return (
    <StaffFrame title={title} stylesheet={stylesheet}>
      <h1>{title}</h1>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {publish.map((p) => (
        <form key={`${p.municipality}${p.plan}`} method="post" action={paths.staff.publication()}>
          <input type="hidden" name="municipality" value={p.municipality} />
          <input type="hidden" name="plan" value={p.plan} />
          <button type="submit">{`「${p.plan}」の新しい版を公表する`}</button>
        </form>
      ))}
      <p>
        <a href={paths.staff.imports()}>続けて取り込む</a>
        {' ・ '}
        <a href={paths.home()}>公開の画面を見る</a>
      </p>
    </StaffFrame>
  )
}
