import type { ReactNode } from 'react'
import type { TakeBack } from '../../../reform/take-back.ts'
import { readingText, type TakeBackSheet } from '../../../report/take-back-sheet.ts'
import { dateTimeText } from '../../../report/wording-reporting.ts'
import { summaryText, takeBackStates, takeBackWords } from '../../../report/wording-take-back.ts'
import { paths } from '../../paths.ts'
import { Done, Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import { Conflicts, NothingNew, Taken, Troubles } from './take-back-parts.tsx'

type Said = { staff: Staff; takeBack: TakeBack; roundTitle: string; children: ReactNode; why?: string | null }

function TakeBackFrame({ staff, takeBack, roundTitle, why, children }: Said): ReactNode {
  const title = `${takeBackWords.title}（${dateTimeText(takeBack.takenAt)}）`
  return (
    <StaffFrame
      staff={staff}
      title={why ? `決定できません：${title}` : `${takeBackStates[takeBack.state]}：${title}`}
      crumbs={[
        { name: takeBackWords.title, href: paths.staff.takeBacks(staff.code) },
        { name: dateTimeText(takeBack.takenAt), href: paths.staff.takeBack(staff.code, takeBack.id) },
      ]}
    >
      <h1>{takeBackWords.title}</h1>
      <p>{`${roundTitle}　${dateTimeText(takeBack.takenAt)}　${takeBackStates[takeBack.state]}`}</p>
      {children}
    </StaffFrame>
  )
}

type Reading = Omit<Said, 'children'> & { reading: { files: number; read: number }; here: boolean }

/** 読み取り中 — the page comes again by itself; where the reading has stopped, it can be gone on with. */
export function ReadingPage({ reading, here, ...said }: Reading): ReactNode {
  const { staff, takeBack } = said
  return (
    <TakeBackFrame {...said}>
      <div className="notice" role="status">
        <p>{readingText(reading)}</p>
        <progress max={reading.files} value={reading.read} aria-label="読み取りの進み具合" />
      </div>
      {here ? (
        <p>
          読み終わると、比べた結果がここに出ます。この画面を閉じても読み取りは続きます。
          <a href={paths.staff.takeBack(staff.code, takeBack.id)}>今の様子を見る</a>
        </p>
      ) : (
        <form method="post" action={paths.staff.takeBackReading(staff.code, takeBack.id)}>
          <p>読み取りが途中で止まっています（システムが再起動したときなど）。ファイルは残っているので、続きから読めます。</p>
          <button type="submit">続きを読み取る</button>
        </form>
      )}
    </TakeBackFrame>
  )
}

type Pending = Omit<Said, 'children' | 'why'> & { sheet: TakeBackSheet; seen: string; why: string[]; rest: boolean }

/** 決定待ち — what was found, what has to be decided, and one button for everything. */
export function PendingPage({ sheet, seen, why, rest, ...said }: Pending): ReactNode {
  const { staff, takeBack } = said
  const writes = sheet.taken.some(({ fields }) => fields.some(({ verdict }) => verdict === 'new')) || sheet.conflicts.length > 0
  return (
    <TakeBackFrame {...said} why={why[0] ?? null}>
      {why.length > 0 && (
        <Refusal>
          {why.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Refusal>
      )}
      <Summary sheet={sheet} />
      <Troubles staff={staff} takeBack={takeBack} troubles={sheet.troubles} isDecided={false} />
      <form method="post" action={paths.staff.takeBackDecision(staff.code, takeBack.id)}>
        <input type="hidden" name="seen" value={seen} />
        <Conflicts conflicts={sheet.conflicts} isOpen={why.length > 0} rest={rest} />
        <section className="decide" aria-labelledby="decide">
          <h2 id="decide">決定する</h2>
          <p>{decisionText(sheet)}</p>
          {writes && staff.may('report.write') && (
            <p className="tick">
              <label>
                <input type="checkbox" name="submit" value="yes" />
                取り込んだ報告を、そのまま提出する（書かれていないところがあるものは下書きに残します）
              </label>
            </p>
          )}
          <button type="submit">{writes ? '決定して取り込む' : '確かめて終わる'}</button>
        </section>
      </form>
      <form method="post" action={paths.staff.takeBackDiscard(staff.code, takeBack.id)}>
        <button type="submit" className="second">
          取りやめる（何も取り込まない）
        </button>
      </form>
      <Taken taken={sheet.taken} title="取り込む値" />
      <NothingNew items={sheet.nothingNew} beside={sheet.beside} />
    </TakeBackFrame>
  )
}

const decisionText = ({ summary, taken, troubles }: TakeBackSheet): string => {
  const reports = taken.filter(({ fields }) => fields.some(({ verdict }) => verdict === 'new')).length
  const written = [
    ...(summary.newValues > 0 ? [`${reports}件の報告の新しい値${summary.newValues}個`] : []),
    ...(summary.decisions > 0 ? [`上で選んだ${summary.decisions}個`] : []),
  ]
  const first =
    summary.newValues === 0 && summary.decisions === 0
      ? '新しく取り込む値はありません。'
      : `${written.join('と、')}を書き込みます。すべて書き込むか、何も書き込まないかのどちらかです。`
  return troubles.length === 0
    ? first
    : `${first}「取り込めないファイル」の様式は書き込みません。直したものを、後からもう一度回収できます。`
}

function Summary({ sheet: { summary } }: { sheet: TakeBackSheet }): ReactNode {
  return (
    <section aria-labelledby="summary">
      <h2 id="summary">{summaryText(summary)}</h2>
      <p>
        {`取り込めない様式のあるファイル ${summary.refused}、決めるもの ${summary.decisions}個、新しい値 ${summary.newValues}個`}
        {summary.beside > 0 && `（ほかに、作業用のファイル ${summary.beside}個は読んでいません）`}
      </p>
    </section>
  )
}

type Decided = Omit<Said, 'children'> & { sheet: TakeBackSheet; byName: string }

/** 取込み済み — what was written stays told as it was decided. */
export function DecidedPage({ sheet, byName, ...said }: Decided): ReactNode {
  const { takeBack } = said
  const { outcome } = takeBack
  const drafted = (outcome?.written ?? 0) - (outcome?.submitted ?? 0)
  return (
    <TakeBackFrame {...said}>
      <Done>
        <p>
          {`${outcome?.written ?? 0}件の報告に取り込みました`}
          {(outcome?.submitted ?? 0) > 0 && `（うち${outcome?.submitted}件を提出しました）`}
          {`。${byName}、${takeBack.decidedAt ? dateTimeText(takeBack.decidedAt) : ''}`}
        </p>
        {drafted > 0 && <p>{`${drafted}件は下書きです。担当課が「報告する」で確かめて、提出します。`}</p>}
      </Done>
      <Summary sheet={sheet} />
      <Troubles staff={said.staff} takeBack={takeBack} troubles={sheet.troubles} isDecided />
      <Conflicts conflicts={sheet.conflicts} isOpen={false} rest={false} isDecided />
      <Taken taken={sheet.taken} title="取り込んだ値" />
      <NothingNew items={sheet.nothingNew} beside={sheet.beside} />
      <Again staff={said.staff} />
    </TakeBackFrame>
  )
}

/** 取りやめ */
export function DiscardedPage({ files, ...said }: Omit<Said, 'children'> & { files: string[] }): ReactNode {
  return (
    <TakeBackFrame {...said}>
      <Done>
        <p>{takeBackWords.discarded}</p>
      </Done>
      <details>
        <summary>{`渡されたファイル（${files.length}）`}</summary>
        <ul>
          {files.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </details>
      <Again staff={said.staff} />
    </TakeBackFrame>
  )
}

const Again = ({ staff }: { staff: Staff }): ReactNode => (
  <p>
    <a href={paths.staff.takeBacks(staff.code)}>続けて回収する</a>
  </p>
)
