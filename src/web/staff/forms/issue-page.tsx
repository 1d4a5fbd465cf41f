import type { ReactNode } from 'react'
import { Table } from '../../../kit/table.tsx'
import type { Round } from '../../../reform/round.ts'
import type { FormsBoard, FormsOfSection, OwnDocument } from '../../../report/forms-board.ts'
import { takeBackWords } from '../../../report/wording-take-back.ts'
import { dayInJapan, dayName } from '../../../vocabulary/calendar-day.ts'
import { eraName, type FiscalYear } from '../../../vocabulary/fiscal-year.ts'
import { paths } from '../../paths.ts'
import { Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'

type Said = { staff: Staff; round: Round; board: FormsBoard; own: OwnDocument[]; why: string | null }

/** 様式の配付 — for everybody, a 部 or a section; a workbook to fill in, a list, or the city's own form. */
export function IssuePage({ staff, round, board, own, why }: Said): ReactNode {
  const crumbs = staff.may('round.read') ? [{ name: round.title, href: paths.staff.round(staff.code, round.id) }] : []
  return (
    <StaffFrame
      staff={staff}
      title={why ? `配付できません：${takeBackWords.forms}` : takeBackWords.forms}
      crumbs={[...crumbs, { name: takeBackWords.forms, href: paths.staff.forms(staff.code, round.id) }]}
    >
      <h1>{takeBackWords.forms}</h1>
      {why && (
        <Refusal>
          <p>{why}</p>
        </Refusal>
      )}
      <p>
        {`「${round.title}」（${eraName(round.fiscalYear as FiscalYear)}分、提出期限 ${dayName(round.dueSection)}）の様式です。`}
        {'様式には帳票番号が付き、書いて戻ってきたものは、ファイルの名前を変えられていても番号で取り込めます。'}
      </p>
      {board.asked === 0 ? (
        <p className="none">配付する様式はありません。</p>
      ) : (
        <>
          <Together staff={staff} round={round} board={board} />
          <Sections staff={staff} round={round} board={board} />
        </>
      )}
      {board.asked > 0 && own.length > 0 && <OwnForms staff={staff} round={round} own={own} />}
      <p>
        <a href={paths.staff.takeBacks(staff.code)}>戻ってきた様式を回収する</a>
      </p>
    </StaffFrame>
  )
}

function Together({ staff, round, board }: Pick<Said, 'staff' | 'round' | 'board'>): ReactNode {
  return (
    <section aria-labelledby="together">
      <h2 id="together">まとめて配付する</h2>
      <form method="post" action={paths.staff.formWorkbook(staff.code, round.id)} className="staff">
        <p className="field">
          <label htmlFor="whom">配付先</label>
          <select id="whom" name="whom">
            <option value="all">{`${board.everything ? '全庁' : '自分の課のすべて'}（${board.asked}件）`}</option>
            {board.everything &&
              board.departments.map((name) => (
                <option key={name} value={`d:${name}`}>
                  {name}
                </option>
              ))}
            {board.sections.map(({ section, name, asked }) => (
              <option key={name} value={`s:${section ?? ''}`}>
                {`　${name}（${asked}件）`}
              </option>
            ))}
          </select>
        </p>
        <fieldset>
          <legend>様式の形</legend>
          <Choice name="variant" value="sheets" checked>
            一件一枚（取組ごとにシートを分け、計画と前年度の報告を並べます）
          </Choice>
          <Choice name="variant" value="list">
            一覧（一行に一件。数値だけを急いで集めるとき）
          </Choice>
        </fieldset>
        <fieldset>
          <legend>ファイルの分け方</legend>
          <Choice name="as" value="zip" checked={board.sections.length > 1}>
            課ごとのファイルに分け、ZIP にまとめる
          </Choice>
          <Choice name="as" value="workbook" checked={board.sections.length <= 1}>
            一つのファイルにする
          </Choice>
        </fieldset>
        <button type="submit">様式をダウンロードする</button>
      </form>
    </section>
  )
}

const Choice = ({ name, value, checked, children }: { name: string; value: string; checked?: boolean; children: ReactNode }): ReactNode => (
  <p className="tick">
    <label>
      <input type="radio" name={name} value={value} defaultChecked={checked} />
      <span>{children}</span>
    </label>
  </p>
)

function Sections({ staff, round, board }: Pick<Said, 'staff' | 'round' | 'board'>): ReactNode {
  return (
    <section aria-labelledby="by-section">
      <h2 id="by-section">課ごとに配付する</h2>
      <form method="post" action={paths.staff.formWorkbook(staff.code, round.id)}>
        <Table<FormsOfSection>
          caption="課ごとの様式"
          rows={board.sections}
          keyOf={({ name }) => name}
          columns={[
            { header: '課', names: true, cell: ({ name }) => name },
            { header: '部', cell: ({ department, name }) => (department === name ? '－' : department) },
            { header: '様式', numeric: true, cell: ({ asked }) => `${asked}件` },
            { header: '配付', cell: issuedText },
            {
              header: '報告',
              cell: ({ asked, begun }) => (asked === 0 ? '受理済み' : begun === 0 ? 'まだ' : `${begun}件が記入中か提出済`),
            },
            { header: 'ダウンロード', narrow: true, cell: (row) => row.asked > 0 && <Download {...row} /> },
          ]}
        />
      </form>
    </section>
  )
}

function issuedText({ asked, issued, lastIssuedAt }: FormsOfSection): ReactNode {
  if (lastIssuedAt === null) return 'まだ'
  const day = dayName(dayInJapan(lastIssuedAt))
  return issued < asked ? `${issued}件（${day}）、残り${asked - issued}件` : `${day}`
}

const Download = ({ section, name }: FormsOfSection): ReactNode => (
  <span className="buttons">
    <button type="submit" name="pick" value={`sheets:s:${section ?? ''}`} className="second">
      一件一枚<span className="unseen">{`（${name}の様式）`}</span>
    </button>
    <button type="submit" name="pick" value={`list:s:${section ?? ''}`} className="second">
      一覧<span className="unseen">{`（${name}の様式）`}</span>
    </button>
  </span>
)

function OwnForms({ staff, round, own }: Pick<Said, 'staff' | 'round' | 'own'>): ReactNode {
  return (
    <section aria-labelledby="own-forms">
      <h2 id="own-forms">市の様式に書き込む</h2>
      <p>
        これまでに取り込んだ市の様式（Excel）の同じセルに、この年度の値を入れて返します。ほかのところ（書式、数式、印刷の設定）は元のままです。様式に印刷された年度の文字も元のままなので、配付の前に確かめてください。その様式に報告が載っていて、まだ受理していない取組の分だけが入ります（いくつか入るときは、件数が
        ZIP の名前に付きます）。帳票番号はファイルの名前に付くので、名前を変えずに返してもらってください。
      </p>
      <Table<OwnDocument>
        caption="取り込んだ市の様式"
        rows={own}
        keyOf={({ sha256 }) => sha256}
        columns={[
          { header: 'ファイル', names: true, cell: ({ name }) => name },
          { header: '前回の配付で知っておくこと', wide: true, cell: ({ notes }) => <Notes notes={notes} /> },
          {
            header: 'ダウンロード',
            cell: ({ sha256, name }) => (
              <form method="post" action={paths.staff.ownForm(staff.code, round.id, sha256)} className="buttons">
                <button type="submit" name="fill" value="empty" className="second">
                  記入欄を空けて<span className="unseen">{`（${name}）`}</span>
                </button>
                <button type="submit" name="fill" value="filled" className="second">
                  今の報告を入れて<span className="unseen">{`（${name}）`}</span>
                </button>
              </form>
            ),
          },
        ]}
      />
    </section>
  )
}

const Notes = ({ notes }: { notes: string[] }): ReactNode =>
  notes.length === 0 ? (
    '－'
  ) : (
    <ul>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
