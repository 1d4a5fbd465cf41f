import type { ReactNode } from 'react'
import { inOrder } from '../../../kit/in-order.ts'
import { fieldsOf } from '../../../reform/report-difference.ts'
import type { ReportStep } from '../../../reform/report-steps.ts'
import { stepNames } from '../../../report/wording-staff-pages.ts'
import { paths } from '../../paths.ts'
import type { Staff } from '../staff.ts'
import type { OneReport } from './gathering.ts'
import { names } from './report-said.ts'

/** What was typed beside a button, so that a refused step comes back with it. */
export type StepTyped = { step: string; reason: string; fields: string[]; number: string; on: string; until: string }
export const NOTHING_TYPED: StepTyped = { step: '', reason: '', fields: [], number: '', on: '', until: '' }

type Said = { staff: Staff; told: OneReport; typed: StepTyped }
type Form = Said & { step: ReportStep; children?: ReactNode; second?: boolean; label?: string }

function StepForm({ staff, told, step, children, second, label }: Form): ReactNode {
  return (
    <form method="post" action={paths.staff.step(staff.code, told.item.id, step)} className="step-form">
      <input type="hidden" name={names.version} value={told.item.version} />
      {children}
      <button type="submit" className={second ? 'second' : undefined}>
        {label ?? `${stepNames[step]}する`}
      </button>
    </form>
  )
}

/** 手続のボタン — only those that the table of steps gives to this person now. */
export function StepForms(said: Said): ReactNode {
  const may = (step: ReportStep): boolean => said.told.steps.includes(step)
  const plain = (['approve', 'approveDepartment', 'accept'] as const).filter(may)
  const any = plain.length > 0 || (['return', 'approveElsewhere', 'withdraw', 'reopen'] as const).some(may)
  if (!any) return null
  return (
    <section className="decide" id="decide">
      <h2>この報告の手続</h2>
      {plain.map((step) => (
        <StepForm key={step} {...said} step={step} />
      ))}
      {may('return') && <ReturnForm {...said} />}
      {may('reopen') && <ReopenForm {...said} />}
      {may('approveElsewhere') && <ElsewhereForm {...said} />}
      {may('withdraw') && (
        <>
          <h3>引戻し</h3>
          <p className="quiet">承認される前なら、下書きに戻して直せます。</p>
          <StepForm {...said} step="withdraw" second label="引き戻す" />
        </>
      )}
    </section>
  )
}

function Reason({ id, label, value }: { id: string; label: string; value: string }): ReactNode {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} name="reason" rows={3} maxLength={2000} required defaultValue={value} />
    </div>
  )
}

function ReturnForm(said: Said): ReactNode {
  const { told, typed } = said
  const fields = fieldsOf(told.item.content, told.item.sheet).filter(({ field }) => field !== 'unchanged')
  const mine = typed.step === 'return' ? typed : NOTHING_TYPED
  return (
    <>
      <h3>差戻し</h3>
      <StepForm {...said} step="return" second label="差し戻す">
        <Reason id="return-reason" label="差戻しの理由（必須。担当課に示されます）" value={mine.reason} />
        <fieldset className="field">
          <legend>直してほしい欄（選ばなくても差し戻せます）</legend>
          {inOrder(fields).map(({ key, it }) => (
            <p key={key} className="check">
              <input type="checkbox" id={`return-${key}`} name="fields" value={it.field} defaultChecked={mine.fields.includes(it.field)} />
              <label htmlFor={`return-${key}`}>{it.name}</label>
            </p>
          ))}
        </fieldset>
      </StepForm>
    </>
  )
}

function ReopenForm(said: Said): ReactNode {
  const mine = said.typed.step === 'reopen' ? said.typed : NOTHING_TYPED
  return (
    <>
      <h3>再開</h3>
      <p className="quiet">
        {said.told.item.state === 'accepted' || said.told.item.state === 'published'
          ? '受理した報告を、担当課がもう一度直せるようにします。締切の後でも、期限の日まで書けます。'
          : '締切を過ぎたこの報告だけを、担当課が期限の日まで書けるようにします。'}
      </p>
      <StepForm {...said} step="reopen" second label="再開する">
        <Reason id="reopen-reason" label="再開の理由（必須。担当課に示されます）" value={mine.reason} />
        <div className="field short">
          <label htmlFor="reopen-until">いつまでに直すか（必須）</label>
          <input id="reopen-until" name="until" type="date" required defaultValue={mine.until} />
        </div>
      </StepForm>
    </>
  )
}

function ElsewhereForm(said: Said): ReactNode {
  const mine = said.typed.step === 'approveElsewhere' ? said.typed : NOTHING_TYPED
  return (
    <>
      <h3>決裁済の登録</h3>
      <p className="quiet">文書管理システムや紙で決裁が済んでいるときは、その番号と日付を登録すると、画面での承認が要りません。</p>
      <StepForm {...said} step="approveElsewhere" second label="決裁済として登録する">
        <div className="field short">
          <label htmlFor="elsewhere-number">文書番号（必須）</label>
          <input id="elsewhere-number" name="number" maxLength={100} required defaultValue={mine.number} />
        </div>
        <div className="field short">
          <label htmlFor="elsewhere-on">決裁日（必須）</label>
          <input id="elsewhere-on" name="on" type="date" required defaultValue={mine.on} />
        </div>
      </StepForm>
    </>
  )
}
