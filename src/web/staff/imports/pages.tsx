import type { ReactNode } from 'react'
import { importWords } from '../../../report/wording-draft.ts'
import { paths } from '../../paths.ts'
import { Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'

const crumbs = (staff: Staff) => [{ name: importWords.title, href: paths.staff.imports(staff.code) }]

export function TargetFields({ plan }: { plan: string | null }): ReactNode {
  return (
    <p className="field">
      <label htmlFor="plan">計画の名称</label>
      <small id="plan-help">文書に書かれているとき、またはその計画に続けて取り込むときは、空のままで構いません。</small>
      <input id="plan" name="plan" defaultValue={plan ?? ''} aria-describedby="plan-help" maxLength={200} />
    </p>
  )
}

export function UploadPage({ staff, why, plan }: { staff: Staff; why: string[]; plan: string | null }): ReactNode {
  const title = why.length > 0 ? `取り込めません：${importWords.title}` : importWords.title
  return (
    <StaffFrame staff={staff} title={title} crumbs={crumbs(staff)}>
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
      <p>
        取込み先は{staff.municipality.name}
        です。ほかの市区町村の文書は受け付けません。取り込んだ内容は、公表するまで公開の画面には出ません。
      </p>
      <form method="post" action={paths.staff.imports(staff.code)} encType="multipart/form-data" className="staff">
        <p className="field">
          <label htmlFor="files">文書のファイル（必須）</label>
          <small id="files-help">一度に100ファイルまで選べます。一つ20MB、合わせて200MBまでです。</small>
          <input id="files" name="files" type="file" multiple required accept=".xlsx,.csv,.txt,.tsv,.md" aria-describedby="files-help" />
        </p>
        <TargetFields plan={plan} />
        <button type="submit">読み取って確かめる</button>
      </form>
    </StaffFrame>
  )
}

type DoneSaid = { staff: Staff; title: string; lines: string[]; publish: string[] }

export function DonePage({ staff, title, lines, publish }: DoneSaid): ReactNode {
  return (
    <StaffFrame staff={staff} title={title} crumbs={crumbs(staff)}>
      <h1>{title}</h1>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {publish.map((plan) => (
        <form key={plan} method="post" action={paths.staff.publication(staff.code)}>
          <input type="hidden" name="plan" value={plan} />
          <button type="submit">{`「${plan}」の新しい版を公表する`}</button>
        </form>
      ))}
      <p>
        <a href={paths.staff.imports(staff.code)}>続けて取り込む</a>
        {' ・ '}
        <a href={paths.home()}>公開の画面を見る</a>
      </p>
    </StaffFrame>
  )
}
