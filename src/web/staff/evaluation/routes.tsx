import { paths } from '../../paths.ts'
import type { StaffRoute } from '../staff.ts'
import { showEvaluation, showEvaluations } from './evaluation-page.tsx'
import { showInitiativeJudging, takeInitiativeJudging } from './initiative-serving.tsx'
import { showJudging, takeJudging } from './judging-serving.tsx'
import { showNewRule, showRule, takeNewRule, takeRule, takeRuleRemoval } from './rule-serving.tsx'
import { showJudgingRules } from './rules-page.tsx'
import { showNewScale, showScale, takeNewScale, takeScale, takeScaleRemoval } from './scale-serving.tsx'

const [m, f, id] = [':municipality', ':family', ':id']
const { staff } = paths

/** 評価の画面 — «new» stands before the address with an id, which would take it for one. */
export const evaluationRoutes: readonly StaffRoute[] = [
  { method: 'get', path: staff.evaluations(m), needs: 'plan.read', serve: showEvaluations },
  { method: 'get', path: staff.evaluation(m, f), needs: 'plan.read', serve: showEvaluation },
  { method: 'get', path: staff.judging(m, f), needs: 'evaluation.judge', serve: showJudging },
  { method: 'post', path: staff.judging(m, f), needs: 'evaluation.judge', serve: takeJudging },
  { method: 'get', path: staff.initiativeJudging(m, f, id), needs: 'plan.read', serve: showInitiativeJudging },
  { method: 'post', path: staff.initiativeJudging(m, f, id), needs: 'evaluation.judge', serve: takeInitiativeJudging },
  { method: 'get', path: staff.judgingRules(m, f), needs: 'plan.read', serve: showJudgingRules },
  { method: 'get', path: staff.newScale(m, f), needs: 'evaluation.manage', serve: showNewScale },
  { method: 'post', path: staff.newScale(m, f), needs: 'evaluation.manage', serve: takeNewScale },
  { method: 'get', path: staff.scale(m, f, id), needs: 'evaluation.manage', serve: showScale },
  { method: 'post', path: staff.scale(m, f, id), needs: 'evaluation.manage', serve: takeScale },
  { method: 'post', path: staff.scaleRemoval(m, f, id), needs: 'evaluation.manage', serve: takeScaleRemoval },
  { method: 'get', path: staff.newJudgementRule(m, f), needs: 'evaluation.manage', serve: showNewRule },
  { method: 'post', path: staff.newJudgementRule(m, f), needs: 'evaluation.manage', serve: takeNewRule },
  { method: 'get', path: staff.judgementRule(m, f, id), needs: 'evaluation.manage', serve: showRule },
  { method: 'post', path: staff.judgementRule(m, f, id), needs: 'evaluation.manage', serve: takeRule },
  { method: 'post', path: staff.judgementRuleRemoval(m, f, id), needs: 'evaluation.manage', serve: takeRuleRemoval },
]
