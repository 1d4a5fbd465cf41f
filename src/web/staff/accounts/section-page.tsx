import type { ReactNode } from 'react'
import { Table } from '../../../kit/table.tsx'
import type { SectionHistory } from '../../../reform/edition.ts'
import { sectionsOn } from '../../../reform/section-rules.ts'
import { accountWords, dayText } from '../../../report/wording-accounts.ts'
import { paths } from '../../paths.ts'
import { Done, Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import type { SectionForm } from './section-form.ts'

const crumb = (staff: Staff) => ({ name: accountWords.sections, href: paths.staff.sections(staff.code) })

export function SectionsPage({ staff, done }: { staff: Staff; done: string }): ReactNode {
  const { sections, day } = staff.standing
  const now = sectionsOn(sections, day)
  const others = sections.filter((one) => !now.includes(one))
  return (
    <StaffFrame staff={staff} title={accountWords.sections} crumbs={[crumb(staff)]}>
      <h1>{accountWords.sections}</h1>
      {done === 'saved' && <Done>登録しました。</Done>}
      <p>
        <a href={paths.staff.newSection(staff.code)}>{accountWords.newSection}</a>
      </p>
      <SectionTable staff={staff} caption={`今ある所属（${now.length}）`} sections={now} />
      {others.length > 0 && (
        <SectionTable staff={staff} caption={`なくなった所属・これからできる所属（${others.length}）`} sections={others} />
      )}
    </StaffFrame>
  )
}

type TableSaid = { staff: Staff; caption: string; sections: readonly SectionHistory[] }

function SectionTable({ staff, caption, sections }: TableSaid): ReactNode {
  return (
    <Table
      caption={caption}
      rows={sections}
      none="所属はまだ登録されていません。"
      keyOf={({ name, from }) => `${name}/${from}`}
      columns={[
        {
          header: '所属',
          names: true,
          cell: ({ name, from }) => <a href={paths.staff.section(staff.code, name, from ?? '')}>{name}</a>,
        },
        { header: '上位の所属', cell: ({ parent }) => parent ?? 'なし' },
        { header: 'できた日', cell: ({ from }) => dayText(from) },
        { header: 'なくなる日', cell: ({ to }) => dayText(to) },
        { header: '引き継ぐ所属', cell: ({ successors }) => (successors.length > 0 ? successors.join('、') : 'なし') },
      ]}
    />
  )
}

type Said = { staff: Staff; form: SectionForm; why: readonly string[]; title: string; href: string }

export function SectionPage({ staff, form, why, title, href }: Said): ReactNode {
  return (
    <StaffFrame staff={staff} title={why.length > 0 ? `登録できません：${title}` : title} crumbs={[crumb(staff), { name: title, href }]}>
      <h1>{title}</h1>
      {why.length > 0 && (
        <Refusal>
          {why.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Refusal>
      )}
      <SectionFields staff={staff} form={form} isNew={title === accountWords.newSection} href={href} />
    </StaffFrame>
  )
}

function SectionFields({ staff, form, isNew, href }: { staff: Staff; form: SectionForm; isNew: boolean; href: string }): ReactNode {
  const names = [...new Set(staff.standing.sections.map(({ name }) => name))].filter((name) => isNew || name !== form.name)
  return (
    <form method="post" action={href} className="staff">
      {isNew && (
        <p className="field">
          <label htmlFor="name">名称</label>
          <small id="name-help">改称も、新しい所属として登録し、前の所属の「引き継ぐ所属」に書きます。</small>
          <input id="name" name="name" defaultValue={form.name} required maxLength={80} aria-describedby="name-help" />
        </p>
      )}
      <p className="field">
        <label htmlFor="parent">上位の所属（部・局）</label>
        <select id="parent" name="parent" defaultValue={form.parent}>
          <option value="">なし</option>
          {[...new Set([...(form.parent === '' ? [] : [form.parent]), ...names])].map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <p className="field">
        <label htmlFor="from">できた日</label>
        <small id="from-help">分からないときは空のままにします。</small>
        <input id="from" name="from" type="date" defaultValue={form.from} aria-describedby="from-help" />
      </p>
      <p className="field">
        <label htmlFor="to">なくなる日（この日からありません）</label>
        <input id="to" name="to" type="date" defaultValue={form.to} />
      </p>
      <p className="field">
        <label htmlFor="successors">引き継ぐ所属（一行に一つ）</label>
        <small id="successors-help">なくなる日にある所属の名称です。担当者の権限と取組は、ここに書いた所属に移ります。</small>
        <textarea id="successors" name="successors" rows={3} defaultValue={form.successors} aria-describedby="successors-help" />
      </p>
      <button type="submit">登録する</button>
    </form>
  )
}
