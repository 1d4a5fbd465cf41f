import type { ReactNode } from 'react'
import { Badge } from '../../../kit/badge.tsx'
import { inOrder } from '../../../kit/in-order.ts'
import { Table } from '../../../kit/table.tsx'
import { writtenEstimates } from '../../../reform/estimate-grid.ts'
import type { StoredRecord } from '../../../reform/stored-record.ts'
import type { PasteAsked, PastedRow } from '../../../report/effect-paste.ts'
import { pastedVerdicts, effectsBoardWords as words } from '../../../report/wording-effects-board.ts'
import { planFormWords } from '../../../report/wording-plans.ts'
import { type EffectTablePreview, isUnclear } from '../../../workflows/apply-effect-table.ts'
import { paths } from '../../paths.ts'
import { Refusal, StaffFrame } from '../frame.tsx'
import { familyOf } from '../plans/serve-edit.tsx'
import type { Staff } from '../staff.ts'
import { effectCrumbs } from './crumbs.ts'

type Said = {
  staff: Staff
  record: StoredRecord
  asked: PasteAsked
  preview: EffectTablePreview | null
  why: string | null
  reason: string
}

/** 効果額の表の貼付け — every row is shown before anything is written. */
export function PastePage(said: Said): ReactNode {
  const { staff, record, preview, why } = said
  const href = paths.staff.effectPaste(staff.code, familyOf(staff))
  return (
    <StaffFrame
      staff={staff}
      title={why ? `反映できません：${words.paste}` : words.paste}
      crumbs={[...effectCrumbs(staff, record), { name: words.paste, href }]}
    >
      <h1>{`効果額の表を${words.paste.replace('表計算から', '')}`}</h1>
      {why && (
        <Refusal>
          <p>{why}</p>
        </Refusal>
      )}
      <p>{words.pasteLead}</p>
      {preview && <Preview {...said} preview={preview} />}
      <Paste {...said} />
    </StaffFrame>
  )
}

function Paste({ staff, record, asked }: Said): ReactNode {
  return (
    <section>
      <h2>{asked.text === '' ? '貼り付ける' : '貼り付けた内容を直して、もう一度確かめる'}</h2>
      <form method="post" action={paths.staff.effectPaste(staff.code, familyOf(staff))} className="edit">
        <p className="field">
          <label htmlFor="estimate">見積時点（必須）</label>
          <small id="estimate-help">いまある見積時点の名を書くとその額を直し、新しい名を書くと新しい見積りになります。</small>
          <input
            id="estimate"
            name="estimate"
            list="estimates"
            defaultValue={asked.estimate}
            aria-describedby="estimate-help"
            required
            maxLength={100}
          />
          <datalist id="estimates">
            {writtenEstimates(record).map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        </p>
        <p className="field">
          <label htmlFor="unit">単位（表に単位の列がないとき）</label>
          <input id="unit" name="unit" className="short" defaultValue={asked.unit} />
        </p>
        <p className="field">
          <label htmlFor="status">年度の見出しに書かれていないときの区分</label>
          <select id="status" name="status" defaultValue={asked.status}>
            {planFormWords.effectStatuses.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </p>
        <p className="field">
          <label htmlFor="text">表（見出しの行から）</label>
          <small id="text-help">例：柱・取組の名、歳入・歳出、単年度・継続、令和7年度（見込み）、令和8年度（見込み）…</small>
          <textarea
            id="text"
            name="text"
            className="paste"
            defaultValue={asked.text}
            aria-describedby="text-help"
            spellCheck={false}
            required
          />
        </p>
        <button type="submit">反映する前に確かめる</button>
      </form>
    </section>
  )
}

const count = (rows: readonly PastedRow[], ...verdicts: PastedRow['verdict'][]): number =>
  rows.filter(({ verdict }) => verdicts.includes(verdict)).length

function Preview({ staff, asked, preview, reason }: Said & { preview: EffectTablePreview }): ReactNode {
  const { rows, ignored, basis } = preview
  const unclear = rows.filter(isUnclear).length
  const amounts = rows.flatMap((row) => row.amounts).length
  const counts = `${rows.length}行のうち、新しい行${count(rows, 'new')}、変更${count(rows, 'changed')}、変更なし${count(rows, 'same')}、合計・内数（読みません）${count(rows, 'total')}、確かめが必要${unclear + count(rows, 'empty')}。`
  return (
    <section>
      <h2>確かめた結果</h2>
      <p role="status">{`${counts}まだ何も反映していません。`}</p>
      {amounts > 0 && (
        <form method="post" action={paths.staff.effectPasteApplication(staff.code, familyOf(staff))} className="edit">
          <input type="hidden" name="basis" value={basis} />
          {(['estimate', 'unit', 'status'] as const).map((name) => (
            <input key={name} type="hidden" name={name} value={asked[name]} />
          ))}
          <textarea name="text" hidden readOnly defaultValue={asked.text} aria-label="貼り付けた内容" />
          {ignored.length > 0 && <Consent name="withoutIgnored" text={`読めない列（${ignored.join('、')}）は反映しません。`} />}
          {unclear > 0 && <Consent name="withoutUnclear" text={`行き先の分からない${unclear}行は反映しません。`} />}
          <p className="field">
            <label htmlFor="reason">見直しの理由（任意）</label>
            <textarea id="reason" name="reason" rows={2} defaultValue={reason} />
          </p>
          <button type="submit">{`${amounts}か所の額を「${asked.estimate.trim()}」に反映する`}</button>
        </form>
      )}
      <Rows rows={rows} />
    </section>
  )
}

const Consent = ({ name, text }: { name: string; text: string }): ReactNode => (
  <p className="consent">
    <input type="checkbox" id={name} name={name} /> <label htmlFor={name}>{text}</label>
  </p>
)

const TONES = {
  new: 'achieved',
  changed: 'remark',
  same: 'holds',
  total: 'holds',
  empty: 'fails',
  'of-nothing': 'fails',
  'of-several': 'fails',
} as const

function Rows({ rows }: { rows: readonly PastedRow[] }): ReactNode {
  return (
    <Table
      caption="行ごとの結果"
      rows={rows}
      keyOf={({ line }) => String(line)}
      columns={[
        { header: '行', narrow: true, numeric: true, cell: ({ line }) => line },
        { header: '項目', names: true, cell: ({ scope }) => scope || '（名なし）' },
        { header: '柱・取組', cell: ({ owner }) => owner ?? <span className="none">なし</span> },
        { header: '扱い', narrow: true, cell: ({ verdict }) => <Badge tone={TONES[verdict]}>{pastedVerdicts[verdict]}</Badge> },
        {
          header: '額',
          wide: true,
          cell: ({ amounts }) => (
            <ul className="plain">
              {inOrder(amounts).map(({ key, it }) => (
                <li key={key}>
                  {`${it.column}：${it.before === '' ? '（記載なし）' : it.before} → ${it.after}`}
                  {it.isText && '（数として読めないので、文字のまま残します）'}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  )
}
