import type { Round } from './round.ts'

/** 照会の設定の誤り */
export type RoundFault =
  | { kind: 'due-before-opening' }
  | { kind: 'department-before-section' }
  | { kind: 'office-before-approval' }
  | { kind: 'lock-before-due' }
  | { kind: 'no-title' }
  | { kind: 'grace-days'; days: number }

/** 照会の設定の確かめ — the dates follow one another: opening, sections, departments, office; the lock is not before the date due. */
export function roundFaults(round: Omit<Round, 'id' | 'closed' | 'family' | 'plan' | 'fiscalYear'>): RoundFault[] {
  const { opensOn, dueSection, dueDepartment, dueOffice, lockOn, graceDays } = round
  const faults: RoundFault[] = []
  if (round.title.trim() === '') faults.push({ kind: 'no-title' })
  if (dueSection < opensOn) faults.push({ kind: 'due-before-opening' })
  if (dueDepartment !== null && dueDepartment < dueSection) faults.push({ kind: 'department-before-section' })
  if (dueOffice !== null && dueOffice < (dueDepartment ?? dueSection)) faults.push({ kind: 'office-before-approval' })
  if (lockOn !== null && lockOn <= dueSection) faults.push({ kind: 'lock-before-due' })
  if (!Number.isInteger(graceDays) || graceDays < 0 || graceDays > 60) faults.push({ kind: 'grace-days', days: graceDays })
  return faults
}
