import type { ReactNode } from 'react'
import { Table } from '../../../kit/table.tsx'
import { countText, yearShort } from '../../../report/figures.ts'
import { besideDay, type FieldFault, lockText, type SaidRound, type TypedRound } from '../../../report/round-form.ts'
import type { RoundPreview } from '../../../report/round-preview.ts'
import { roundWords } from '../../../report/wording-rounds.ts'
import { paths } from '../../paths.ts'
import { Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import { FaultList, SelectField, TextField, TickBox } from './fields.tsx'
import { ContactField, DateFields, faultOf, ReminderFields } from './round-fields.tsx'
import { NoPlan } from './rounds-page.tsx'
import { hiddenOf } from './typed-round.ts'

type Said = {
  staff: Staff
  plans: { value: string; name: string }[]
  years: number[]
  typed: TypedRound
  faults?: readonly FieldFault[]
  refusal?: string | null
  preview?: { said: SaidRound; told: RoundPreview } | null
}

export function NewRoundPage({ staff, plans, years, typed, faults = [], refusal = null, preview = null }: Said): ReactNode {
  const here = paths.staff.newRound(staff.code)
  const crumbs = [
    { name: roundWords.rounds, href: paths.staff.rounds(staff.code) },
    { name: roundWords.newRound, href: here },
  ]
  return (
    <StaffFrame staff={staff} title={roundWords.newRound} crumbs={crumbs}>
      <h1>{roundWords.newRound}</h1>
      {(faults.length > 0 || refusal) && (
        <Refusal>
          {refusal && <p>{refusal}</p>}
          <FaultList faults={faults} />
        </Refusal>
      )}
      {plans.length === 0 ? (
        <NoPlan staff={staff} />
      ) : (
        <>
          {preview && <Preview staff={staff} typed={typed} {...preview} />}
          {preview && <h2>設定を直す</h2>}
          <form method="post" action={here} className="staff">
            <fieldset>
              <legend>計画と年度</legend>
              <SelectField
                name="plan"
                label="計画"
                value={typed.plan}
                options={plans}
                empty={plans.length > 1 ? '選んでください' : undefined}
                fault={faultOf(faults, 'plan')}
                hint="上の計画を選ぶと、その中の計画の取組もすべて対象になります。"
              />
              <SelectField
                name="year"
                label="報告を求める年度"
                value={typed.year}
                options={years.map((year) => ({ value: String(year), name: yearShort(year) }))}
                fault={faultOf(faults, 'year')}
              />
              <TextField
                name="title"
                label="件名"
                value={typed.title}
                fault={faultOf(faults, 'title')}
                hint="空欄なら、年度から提案します。"
              />
            </fieldset>
            <DateFields typed={typed} faults={faults} opening />
            <fieldset>
              <legend>承認</legend>
              <TickBox
                name="separation"
                value="1"
                on={typed.separation}
                label="提出した人は承認できない（職務分離）"
                hint="職員の少ない課があるときだけ外してください。外したことは変更の記録に残ります。"
              />
            </fieldset>
            <ReminderFields typed={typed} faults={faults} />
            <ContactField typed={typed} faults={faults} />
            <div className="buttons">
              <button type="submit" name="press" value="preview" className={preview ? 'second' : undefined}>
                内容を確かめる
              </button>
              <button type="submit" name="press" value="propose" className="second">
                期限を開始日から計算し直す
              </button>
            </div>
            <p className="quiet">確かめるまでは、照会は始まりません。</p>
          </form>
        </>
      )}
    </StaffFrame>
  )
}

/** The values that were looked at are the values that are opened: they are carried unseen, apart from the fields below. */
function Preview({ staff, typed, said, told }: { staff: Staff; typed: TypedRound; said: SaidRound; told: RoundPreview }): ReactNode {
  return (
    <section className="preview" aria-labelledby="preview">
      <h2 id="preview">始める前の確認</h2>
      <p role="status">
        {`「${said.title}」：${countText(told.count)}件を${countText(told.sections.length)}課に照会します。`}
        {told.imported > 0 && `うち${countText(told.imported)}件は、取り込んだ報告があるため受理済みになります。`}
        {`報告を求めるのは${countText(told.toReport)}件です。`}
      </p>
      <Dates typed={typed} said={said} />
      {told.withoutOwner.length > 0 && (
        <>
          <h3>{`所管が決まっていない取組（${countText(told.withoutOwner.length)}件）`}</h3>
          <p>照会には入りますが、届く課がありません。始めた後に「所管を決める」で課を選べます。</p>
          <ul>
            {told.withoutOwner.map(({ number, title }) => (
              <li key={`${number}${title}`}>{[number, title].filter(Boolean).join(' ')}</li>
            ))}
          </ul>
        </>
      )}
      {told.unregistered.length > 0 && (
        <p className="notice">
          {`「所属」に登録のない課名が${countText(told.unregistered.length)}件あります：${told.unregistered.join('、')}。`}
          {'誤りなら取組の所管課を直し、正しければ'}
          <a href={paths.staff.sections(staff.code)}>所属</a>
          {'に登録してください。このままでは報告できる人がいません。'}
        </p>
      )}
      {told.withoutReporter > 0 && (
        <p className="notice">{`報告者のいない課が${countText(told.withoutReporter)}課あります。「職員」の画面で、報告者の役割を付けてください。`}</p>
      )}
      <Table
        caption="照会する課と件数"
        rows={told.sections}
        keyOf={({ section }) => section}
        columns={[
          {
            header: '課',
            names: true,
            cell: ({ section, today, formerly }) =>
              [
                section,
                today.length > 1 && `（今は${today.join('・')}。どちらの課も報告できます）`,
                formerly.length > 0 && `（計画では${formerly.join('・')}）`,
              ].filter(Boolean),
          },
          { header: '件数', numeric: true, cell: ({ count }) => countText(count) },
          { header: '取込み済', numeric: true, cell: ({ imported }) => countText(imported) },
          { header: '報告者', cell: ({ reporters }) => (reporters.length > 0 ? reporters.join('、') : <strong>いません</strong>) },
        ]}
      />
      <form method="post" action={paths.staff.newRound(staff.code)} className="decide">
        {hiddenOf(typed).map(([name, value]) => (
          <input key={name + value} type="hidden" name={name} value={value} />
        ))}
        <p>この確認のとおりに始めます。下で設定を直したときは、もう一度「内容を確かめる」を押してください。</p>
        <button type="submit" name="press" value="open">
          この内容で照会を始める
        </button>
      </form>
    </section>
  )
}

function Dates({ typed, said }: { typed: TypedRound; said: SaidRound }): ReactNode {
  const fields = (['opensOn', 'dueSection', 'dueDepartment', 'dueOffice'] as const).flatMap((field) => {
    const read = field === 'dueDepartment' && !said.departmentApproval ? null : besideDay(typed[field])
    return read ? [{ name: roundWords.dates[field], ...read }] : []
  })
  return (
    <ul className="plain dates">
      {fields.map(({ name, day, warning }) => (
        <li key={name}>
          {`${name}：${day}`}
          {warning && <strong className="closed-day">{warning}</strong>}
        </li>
      ))}
      <li>{`${roundWords.dates.lockOn}：${lockText(said)}`}</li>
    </ul>
  )
}
