import type { ReactNode } from 'react'
import type { SectionRef } from '../../../reform/record.ts'
import { isRegistered } from '../../../reform/section-scope.ts'
import { answersToday, sectionNow } from '../../../report/sections-then-now.ts'
import { unregisteredText } from '../../../report/wording-plans.ts'
import type { Staff } from '../staff.ts'

/** A name that no section bears can be asked by no round; a town that keeps no register of sections is not told so everywhere. */
export function Unregistered({ staff, sections }: { staff: Staff; sections: readonly SectionRef[] }): ReactNode {
  const register = staff.standing.sections
  const unknown = register.length === 0 ? [] : sections.map(({ name }) => name).filter((name) => !isRegistered(register, name))
  return unknown.length === 0 ? null : <p className="notice">{unregisteredText(unknown)}</p>
}

/** 今の所管課 — where the plan names a section that a reorganisation ended. */
export function AnswersToday({ staff, sections }: { staff: Staff; sections: readonly SectionRef[] }): ReactNode {
  const ended = sections.map(({ name }) => name).filter((name) => answersToday(staff.standing, name, null) !== null)
  if (ended.length === 0) return null
  return <p className="small">{`組織改正の後：${ended.map((name) => sectionNow(staff.standing, name)).join('、')}`}</p>
}
