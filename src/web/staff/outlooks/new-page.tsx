import type { ReactNode } from 'react'
import { outlookStaffWords as words } from '../../../report/wording-outlook-staff.ts'
import { paths } from '../../paths.ts'
import { Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'

/** 新しい見通しの頁 — a file, a pasted table, or an empty grid; all three lead to the same table, before anything is kept. */
export function NewOutlookPage({ staff, why, pasted }: { staff: Staff; why: readonly string[]; pasted: string }): ReactNode {
  const action = paths.staff.newOutlook(staff.code)
  return (
    <StaffFrame
      staff={staff}
      title={why.length > 0 ? `読み取れません：${words.newOutlook}` : words.newOutlook}
      crumbs={[
        { name: words.title, href: paths.staff.outlooks(staff.code) },
        { name: words.newOutlook, href: action },
      ]}
    >
      <h1>{words.newOutlook}</h1>
      {why.length > 0 && (
        <Refusal>
          {why.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Refusal>
      )}
      <p>三つの方法のどれかを選びます。どの方法でも、読み取った表を確かめてから残します。</p>
      <section>
        <h2>ファイルから読み取る</h2>
        <form method="post" action={action} encType="multipart/form-data" className="staff">
          <p className="field">
            <label htmlFor="file">中期財政見通しのファイル</label>
            <small id="file-help">{words.fileHelp}</small>
            <input id="file" name="file" type="file" accept=".xlsx,.csv,.txt,.tsv,.md" aria-describedby="file-help" required />
          </p>
          <button type="submit">読み取って確かめる</button>
        </form>
      </section>
      <section>
        <h2>表計算から貼り付ける</h2>
        <form method="post" action={action}>
          <p className="field">
            <label htmlFor="text">表（年度の見出しの行から）</label>
            <small id="text-help">{words.pasteHelp}</small>
            <textarea
              id="text"
              name="text"
              className="paste"
              defaultValue={pasted}
              aria-describedby="text-help"
              spellCheck={false}
              required
            />
          </p>
          <button type="submit">貼り付けた表を確かめる</button>
        </form>
      </section>
      <section>
        <h2>表に入力する</h2>
        <form method="post" action={action}>
          <p>よくある行を並べた空の表を開きます。行は増やせます。</p>
          <button type="submit" name="blank" value="1" className="second">
            空の表から入力する
          </button>
        </form>
      </section>
    </StaffFrame>
  )
}
