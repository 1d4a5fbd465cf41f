import type { ReactNode } from 'react'
import { Signed } from '../../../kit/signed.tsx'
import { type RowSaid, rowForm } from '../../../report/reconciliation-board.ts'
import { effectClassName, fundName } from '../../../report/wording-outlook.ts'
import { outlookStaffWords as words } from '../../../report/wording-outlook-staff.ts'
import { togetherOf } from '../../../workflows/mark-effects.ts'
import { markBasis } from '../../../workflows/reconciling.ts'
import { paths } from '../../paths.ts'
import { Hidden } from './decisions.tsx'
import type { At } from './reconciling-at.ts'

const NOTHING: RowSaid = { mark: '', line: '', fund: '', note: '' }

type Fields = { at: At; path: string; about: string; said: RowSaid; inPeriod: boolean | null }

/** 判定の欄 — class, line, fund and a note; `inPeriod` null: of several years. */
function MarkFields({ at, path, about, said, inPeriod }: Fields): ReactNode {
  const classes = Object.entries(effectClassName).filter(
    ([one]) => inPeriod === null || one === 'unmarked' || (one === 'outside-period') !== inPeriod,
  )
  const id = (field: string): string => `${path}.${field}`.replaceAll('.', '-')
  return (
    <div className="mark-fields">
      <p className="field">
        <label htmlFor={id('mark')}>
          区分<span className="unseen">{`：${about}`}</span>
        </label>
        <select id={id('mark')} name={`${path}.mark`} defaultValue={said.mark}>
          {inPeriod === null && <option value="">選ぶ</option>}
          {classes
            .filter(([one]) => inPeriod !== null || one !== 'outside-period')
            .map(([one, name]) => (
              <option key={one} value={one}>
                {name}
              </option>
            ))}
        </select>
      </p>
      {inPeriod !== false && (
        <>
          <p className="field">
            <label htmlFor={id('line')}>
              含まれている行（織込済のとき）<span className="unseen">{`：${about}`}</span>
            </label>
            <select id={id('line')} name={`${path}.line`} defaultValue={said.line}>
              <option value="">選ぶ</option>
              {at.board.lines.map(({ id: line, name }) => (
                <option key={line} value={line}>
                  {name}
                </option>
              ))}
            </select>
          </p>
          <p className="field">
            <label htmlFor={id('fund')}>
              財源の別<span className="unseen">{`：${about}`}</span>
            </label>
            <select id={id('fund')} name={`${path}.fund`} defaultValue={said.fund}>
              <option value="">選ぶ</option>
              {Object.entries(fundName).map(([fund, name]) => (
                <option key={fund} value={fund}>
                  {name}
                </option>
              ))}
            </select>
          </p>
        </>
      )}
      <p className="field">
        <label htmlFor={id('note')}>
          備考<span className="unseen">{`：${about}`}</span>
        </label>
        <input id={id('note')} name={`${path}.note`} defaultValue={said.note} maxLength={500} />
      </p>
    </div>
  )
}

/** 一行の判定 — all years at once, or each for itself. */
export function RowFormView(at: At): ReactNode {
  const { staff, now, family, row, typed, report } = at
  const amounts = row === null ? [] : togetherOf(now, { row })
  const form = rowForm(amounts, now.outlook, report.unit)
  if (!form) return null
  const action = paths.staff.effectMarks(staff.code, family, now.outlook.id)
  const basis = markBasis(now, amounts)
  return (
    <section id="mark">
      <h2>{`判定する：${form.scope}`}</h2>
      <p>{words.markHelp}</p>
      <form method="post" action={action} className="edit">
        <h3>すべての年度をまとめて</h3>
        <p>見通しの期間の外の年度は「期間外」になります。</p>
        <Hidden at={at} basis={basis} />
        <input type="hidden" name="row" value={form.row} />
        <MarkFields at={at} path="row" about="すべての年度" said={typed?.row ?? NOTHING} inPeriod={null} />
        <button type="submit" name="do" value="row">
          すべての年度をまとめて判定する
        </button>
      </form>
      <form method="post" action={action} className="edit">
        <h3>年度ごとに</h3>
        <Hidden at={at} basis={basis} />
        <input type="hidden" name="row" value={form.row} />
        {form.years.map((year, nth) => (
          <fieldset key={year.key} className="rows">
            <legend>
              <Signed text={`${year.year}　${year.amount}${report.unit}`} />
            </legend>
            <p className="quiet">{`いまの判定：${year.now}`}</p>
            <input type="hidden" name={`each.${nth}.effect`} value={year.key} />
            <MarkFields
              at={at}
              path={`each.${nth}`}
              about={year.year}
              said={typed?.[`each.${nth}`] ?? year.said}
              inPeriod={year.inPeriod}
            />
          </fieldset>
        ))}
        <button type="submit" name="do" value="each">
          年度ごとの判定を残す
        </button>
      </form>
    </section>
  )
}

/** 残りの未判定をまとめて */
export function RestForm(at: At): ReactNode {
  const { staff, now, family, board, typed } = at
  const open = typed?.rest !== undefined
  return (
    <details open={open || undefined}>
      <summary>{`残りの未判定${board.undecided}件をまとめて判定する`}</summary>
      <form method="post" action={paths.staff.effectMarks(staff.code, family, now.outlook.id)} className="edit">
        <p>見通しの期間の外の年度は「期間外」になります。まとめて判定した後でも、行ごとに直せます。</p>
        <p>{words.markHelp}</p>
        <Hidden at={at} basis={markBasis(now, togetherOf(now, 'rest'))} />
        <MarkFields at={at} path="rest" about="残りの未判定" said={typed?.rest ?? NOTHING} inPeriod={null} />
        <button type="submit" name="do" value="rest">
          {`${board.undecided}件をまとめて判定する`}
        </button>
      </form>
    </details>
  )
}
