import { paths } from '../../paths.ts'
import type { StaffRoute } from '../staff.ts'
import { showHub } from './hub.tsx'
import { showImprovement, takeStepOfImprovement } from './improvement-page.tsx'
import { showImprovements, takeImprovement } from './improvements-page.tsx'
import { showNewOpinion, showOpinion, takeBack, takeNewOpinion, takeOpinion, takeResponse } from './opinion-page.tsx'
import { previewOpinionTable, showOpinionTable, takeOpinionTable } from './opinion-table-page.tsx'
import { showOpinions } from './opinions-page.tsx'
import { showReflection, showReflections, takeReflection } from './reflections-page.tsx'
import { showResults } from './results-page.tsx'
import { showCriterion, showRetirement, takeCriterion, takeCriterionRemoval } from './retirement-page.tsx'
import { showSelection, takeSelection } from './selection-page.tsx'

const [m, f, id] = [':municipality', ':family', ':id']
const { staff } = paths
/** a thousand opinions with their responses */
const TABLE = 8 * 1024 * 1024

/** 意見・改善・予算反映の画面 — whoever may read the plan may read them; what concerns one section is asked again inside. */
export const followingRoutes: readonly StaffRoute[] = [
  { method: 'get', path: staff.following(m, f), needs: 'plan.read', serve: showHub },
  { method: 'get', path: staff.opinions(m, f), needs: 'plan.read', serve: showOpinions },
  { method: 'get', path: staff.newOpinion(m, f), needs: 'evaluation.manage', serve: showNewOpinion },
  { method: 'post', path: staff.newOpinion(m, f), needs: 'evaluation.manage', serve: takeNewOpinion },
  { method: 'get', path: staff.opinionSelection(m, f), needs: 'evaluation.manage', serve: showSelection },
  { method: 'post', path: staff.opinionSelection(m, f), needs: 'evaluation.manage', serve: takeSelection },
  { method: 'get', path: staff.opinionTable(m, f), needs: 'evaluation.manage', serve: showOpinionTable },
  { method: 'post', path: staff.opinionTable(m, f), needs: 'evaluation.manage', largest: TABLE, serve: previewOpinionTable },
  { method: 'post', path: staff.opinionTableApplication(m, f), needs: 'evaluation.manage', largest: TABLE, serve: takeOpinionTable },
  { method: 'get', path: staff.opinion(m, f, id), needs: 'plan.read', serve: showOpinion },
  { method: 'post', path: staff.opinion(m, f, id), needs: 'evaluation.manage', serve: takeOpinion },
  { method: 'post', path: staff.opinionResponse(m, f, id), needs: 'opinion.answer', serve: takeResponse },
  { method: 'post', path: staff.opinionRemoval(m, f, id), needs: 'evaluation.manage', serve: takeBack },
  { method: 'get', path: staff.improvements(m, f), needs: 'plan.read', serve: showImprovements },
  { method: 'post', path: staff.improvements(m, f), needs: 'evaluation.manage', serve: takeImprovement },
  { method: 'get', path: staff.improvement(m, f, id), needs: 'plan.read', serve: showImprovement },
  { method: 'post', path: staff.improvementStep(m, f, id, ':step'), needs: 'improvement.write', serve: takeStepOfImprovement },
  { method: 'get', path: staff.reflections(m, f), needs: 'plan.read', serve: showReflections },
  { method: 'get', path: staff.reflection(m, f, ':year', id), needs: 'reflection.record', serve: showReflection },
  { method: 'post', path: staff.reflection(m, f, ':year', id), needs: 'reflection.record', serve: takeReflection },
  { method: 'get', path: staff.retirement(m, f), needs: 'plan.read', serve: showRetirement },
  { method: 'get', path: staff.newCriterion(m, f), needs: 'evaluation.manage', serve: (one) => showCriterion(one, true) },
  { method: 'post', path: staff.newCriterion(m, f), needs: 'evaluation.manage', serve: (one) => takeCriterion(one, true) },
  { method: 'get', path: staff.criterion(m, f, id), needs: 'evaluation.manage', serve: (one) => showCriterion(one, false) },
  { method: 'post', path: staff.criterion(m, f, id), needs: 'evaluation.manage', serve: (one) => takeCriterion(one, false) },
  { method: 'post', path: staff.criterionRemoval(m, f, id), needs: 'evaluation.manage', serve: takeCriterionRemoval },
  { method: 'get', path: staff.resultsAndCost(m, f), needs: 'plan.read', serve: showResults },
]
