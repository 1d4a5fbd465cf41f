import { paths } from '../../paths.ts'
import type { StaffRoute } from '../staff.ts'
import { showEffects } from './board-page.tsx'
import { showEstimate, showNewEstimate, takeEstimate, takeNewEstimate } from './estimate-serving.tsx'
import { effectsOfOne } from './owner-page.tsx'
import { applyEffectPaste, previewEffectPaste, showEffectPaste } from './paste-serving.tsx'

const [m, f, id] = [':municipality', ':family', ':id']
const { staff } = paths
/** 500 rows of 40 columns in UTF-8, and what a form adds to them */
const TABLE = 4 * 1024 * 1024

/** 効果額の画面 */
export const effectsRoutes: readonly StaffRoute[] = [
  { method: 'get', path: staff.effects(m, f), needs: 'plan.read', serve: showEffects },
  { method: 'get', path: staff.estimate(m, f), needs: 'plan.edit', serve: showEstimate },
  { method: 'post', path: staff.estimate(m, f), needs: 'plan.edit', largest: TABLE, serve: takeEstimate },
  { method: 'get', path: staff.newEstimate(m, f), needs: 'plan.edit', serve: showNewEstimate },
  { method: 'post', path: staff.newEstimate(m, f), needs: 'plan.edit', largest: TABLE, serve: takeNewEstimate },
  { method: 'get', path: staff.effectPaste(m, f), needs: 'plan.edit', serve: showEffectPaste },
  { method: 'post', path: staff.effectPaste(m, f), needs: 'plan.edit', largest: TABLE, serve: previewEffectPaste },
  { method: 'post', path: staff.effectPasteApplication(m, f), needs: 'plan.edit', largest: TABLE, serve: applyEffectPaste },
  { method: 'get', path: staff.effectsOf(m, f, id), needs: 'plan.edit', serve: (one) => effectsOfOne(one, false) },
  { method: 'post', path: staff.effectsOf(m, f, id), needs: 'plan.edit', serve: (one) => effectsOfOne(one, true) },
]
