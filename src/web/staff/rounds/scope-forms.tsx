import type { ReactNode } from 'react'
import type { Round, RoundItem } from '../../../reform/round.ts'
import { countText } from '../../../report/figures.ts'
import type { RoundScope } from '../../../report/round-scope.ts'
import { paths } from '../../paths.ts'
import type { Staff } from '../staff.ts'
import { SelectField, TextField } from './fields.tsx'
import { sectionsOffered } from './owner.tsx'

export type TypedScope = { initiative: string; section: string; why: string; item: string; outWhy: string }

export const nameOf = ({ number, title }: { number: string | null; title: string }): string => [number, title].filter(Boolean).join(' ')

/** 別の課にも照会する */
export function AddForm({
  staff,
  round,
  scope: told,
  typed,
}: {
  staff: Staff
  round: Round
  scope: RoundScope
  typed: TypedScope
}): ReactNode {
  return (
    <form method="post" action={paths.staff.roundScope(staff.code, round.id)} className="staff">
      <h2>別の課にも照会する</h2>
      <SelectField
        name="initiative"
        label="取組"
        value={typed.initiative}
        empty="選んでください"
        options={told.initiatives.map((it) => ({ value: it.id, name: nameOf(it) }))}
      />
      <SelectField
        name="section"
        label="課"
        value={typed.section}
        empty="選んでください"
        options={sectionsOffered(staff).map((name) => ({ value: name, name }))}
      />
      <TextField name="why" label="加える理由" value={typed.why} hint="変更の記録に残ります。" />
      <button type="submit" className="second">
        対象に加える
      </button>
    </form>
  )
}

type OutSaid = { staff: Staff; round: Round; items: readonly RoundItem[]; typed: TypedScope }
export function TakeOutForm({ staff, round, items, typed }: OutSaid): ReactNode {
  return (
    <form method="post" action={paths.staff.roundTakeOut(staff.code, round.id)} className="staff">
      <h2>対象から外す</h2>
      <p>{`外せるのは、まだ誰も書き始めていない報告だけです（${countText(items.length)}件）。`}</p>
      {items.length > 0 && (
        <>
          <SelectField
            name="item"
            label="報告"
            value={typed.item}
            empty="選んでください"
            options={items.map((item) => ({ value: item.id, name: `${nameOf(item.sheet)}（${item.section ?? '所管なし'}）` }))}
          />
          <TextField name="outWhy" label="外す理由" value={typed.outWhy} hint="変更の記録に残ります。" />
          <button type="submit" className="second">
            対象から外す
          </button>
        </>
      )}
    </form>
  )
}
