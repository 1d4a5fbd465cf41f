import { assignmentsOn, type Role } from './account.ts'
import { EVALUATION_STAGES, type EvaluationStage } from './judgement.ts'
import type { Initiative } from './record.ts'
import type { Standing } from './rights.ts'
import { covers } from './section-scope.ts'

/**
 * 段階ごとの評価者 — who judges at which stage. 一次: the section itself; 二次: its 部長; 推進本部 and 外部評価 meet outside of the
 * system, and the office writes down what they decided. The office may write down every stage, since paper still arrives.
 */
export const JUDGES: Record<EvaluationStage, Partial<Record<Role, 'all' | 'own'>>> = {
  section: { office: 'all', reporter: 'own', sectionHead: 'own' },
  department: { office: 'all', departmentHead: 'own' },
  headquarters: { office: 'all' },
  external: { office: 'all' },
}

/** 取組の所管課 — of the initiative and of its parts. */
export const sectionsOfInitiative = ({ sections, parts }: Pick<Initiative, 'sections' | 'parts'>): string[] => [
  ...new Set([...sections, ...parts.flatMap((part) => part.sections)].map(({ name }) => name)),
]

/** その段階で評価してよいか — of an initiative with these sections; without any it belongs to those who may judge all. */
export function mayJudge({ person, sections, day }: Standing, stage: EvaluationStage, of: readonly string[]): boolean {
  if (person.disabled) return false
  return assignmentsOn(person, day).some(({ role, section }) => {
    const reach = JUDGES[stage][role]
    if (reach === undefined) return false
    return reach === 'all' || (section !== null && of.some((one) => covers(sections, section, one, day)))
  })
}

/** その人が評価に加わる段階 — for any initiative at all. */
export function stagesOf({ person, day }: Standing): EvaluationStage[] {
  if (person.disabled) return []
  const roles = assignmentsOn(person, day).map(({ role }) => role)
  return EVALUATION_STAGES.filter((stage) => roles.some((role) => JUDGES[stage][role] !== undefined))
}
