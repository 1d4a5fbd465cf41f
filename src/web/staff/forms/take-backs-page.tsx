import type { ReactNode } from 'react'
import { Table } from '../../../kit/table.tsx'
import type { Round } from '../../../reform/round.ts'
import type { TakeBack } from '../../../reform/take-back.ts'
import { dateTimeText } from '../../../report/wording-reporting.ts'
import { takeBackStates, takeBackWords } from '../../../report/wording-take-back.ts'
import { eraName, type FiscalYear } from '../../../vocabulary/fiscal-year.ts'
import { paths } from '../../paths.ts'
import { Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'

export type TakeBackLine = TakeBack & { files: number; roundTitle: string; byName: string }
type Said = { staff: Staff; rounds: Round[]; chosen: string | null; earlier: TakeBackLine[]; why: string | null }

/** 様式の回収 — where files are handed in, and what was handed in before. */
export function TakeBacksPage({ staff, rounds, chosen, earlier, why }: Said): ReactNode {
  return (
    <StaffFrame
      staff={staff}
      title={why ? `回収できません：${takeBackWords.title}` : takeBackWords.title}
      crumbs={[{ name: takeBackWords.title, href: paths.staff.takeBacks(staff.code) }]}
    >
      <h1>{takeBackWords.title}</h1>
      {why && (
        <Refusal>
          <p>{why}</p>
        </Refusal>
      )}
      {rounds.length === 0 ? <p className="none">{takeBackWords.noRound}</p> : <HandIn staff={staff} rounds={rounds} chosen={chosen} />}
      <Earlier staff={staff} earlier={earlier} />
    </StaffFrame>
  )
}

function HandIn({ staff, rounds, chosen }: Pick<Said, 'staff' | 'rounds' | 'chosen'>): ReactNode {
  return (
    <>
      <p>
        戻ってきた様式をまとめて選ぶと、帳票番号で取組と対応させ、配付したときの内容・今の報告と比べます。結果を確かめて決めるまで、報告には何も書き込みません。
      </p>
      <form method="post" action={paths.staff.takeBacks(staff.code)} encType="multipart/form-data" className="staff">
        <p className="field">
          <label htmlFor="round">照会</label>
          <select id="round" name="round" defaultValue={chosen ?? rounds[0]?.id}>
            {rounds.map(({ id, title, fiscalYear }) => (
              <option key={id} value={id}>{`${title}（${eraName(fiscalYear as FiscalYear)}分）`}</option>
            ))}
          </select>
        </p>
        <p className="field">
          <label htmlFor="files">ファイル</label>
          <small id="files-help">
            Excel（.xlsx）、ZIP、回答の CSV を、いくつでも選べます。一つ20MB、合わせて200MB、1,000ファイルまでです。
          </small>
          <input id="files" name="files" type="file" multiple accept=".xlsx,.xlsm,.zip,.csv" aria-describedby="files-help" />
        </p>
        <p className="field">
          <label htmlFor="folder">またはフォルダー</label>
          <small id="folder-help">フォルダーを選ぶと、中のファイルをすべて読みます。課ごとのフォルダーが入っていても構いません。</small>
          <input id="folder" name="files" type="file" multiple {...{ webkitdirectory: '' }} aria-describedby="folder-help" />
        </p>
        <button type="submit">読み取って比べる</button>
      </form>
      <p>様式をまだ受け取っていないときは、ここからダウンロードできます。</p>
      <ul className="actions">
        {rounds.map(({ id, title }) => (
          <li key={id}>
            <a href={paths.staff.forms(staff.code, id)}>{`様式のダウンロード：${title}`}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Earlier({ staff, earlier }: Pick<Said, 'staff' | 'earlier'>): ReactNode {
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">これまでの回収</h2>
      <Table<TakeBackLine>
        caption="これまでの回収（新しい順）"
        captionUnseen
        none="まだ回収していません。"
        rows={earlier}
        keyOf={({ id }) => id}
        columns={[
          {
            header: '回収した日時',
            names: true,
            cell: ({ id, takenAt }) => <a href={paths.staff.takeBack(staff.code, id)}>{dateTimeText(takenAt)}</a>,
          },
          { header: '照会', cell: ({ roundTitle }) => roundTitle },
          { header: '回収した人', cell: ({ byName }) => byName },
          { header: 'ファイル', numeric: true, cell: ({ files }) => files },
          { header: '状態', cell: ({ state }) => takeBackStates[state] },
        ]}
      />
    </section>
  )
}
