import { paths } from '../../paths.ts'
import type { StaffRoute } from '../staff.ts'
import { showArranging, takeArranged } from './arranging.tsx'
import { showCarryOvers, takeStart } from './list-page.tsx'
import { showMaking, takeMaking, takeMending, takeRemoval, takeSettings, takeUndoing } from './making.tsx'
import { sendTable, showTable } from './table-page.tsx'
import { showDeciding, takeDeciding } from './work-serving.tsx'

const [m, f, id] = [':municipality', ':family', ':id']
const { staff } = paths
/** 300 initiatives with a sentence each, and what multipart adds to them */
const LARGEST = 4 * 1024 * 1024

/** 引継ぎの画面 */
export const carryOverRoutes: readonly StaffRoute[] = [
  { method: 'get', path: staff.carryOvers(m, f), needs: 'plan.renew', serve: showCarryOvers },
  { method: 'post', path: staff.carryOvers(m, f), needs: 'plan.renew', serve: takeStart },
  { method: 'get', path: staff.carryOver(m, f, id), needs: 'plan.renew', serve: showDeciding },
  { method: 'post', path: staff.carryOver(m, f, id), needs: 'plan.renew', largest: LARGEST, serve: takeDeciding },
  { method: 'get', path: staff.carryOverArranging(m, f, id), needs: 'plan.renew', serve: showArranging },
  { method: 'post', path: staff.carryOverArranging(m, f, id), needs: 'plan.renew', largest: LARGEST, serve: takeArranged },
  { method: 'get', path: staff.carryOverTable(m, f, id), needs: 'plan.renew', serve: showTable },
  { method: 'get', path: staff.carryOverTableFile(m, f, id), needs: 'plan.renew', serve: sendTable },
  { method: 'get', path: staff.carryOverMaking(m, f, id), needs: 'plan.renew', serve: showMaking },
  { method: 'post', path: staff.carryOverMaking(m, f, id), needs: 'plan.renew', serve: takeMaking },
  { method: 'post', path: staff.carryOverUndoing(m, f, id), needs: 'plan.renew', serve: takeUndoing },
  { method: 'post', path: staff.carryOverMending(m, f, id), needs: 'plan.renew', serve: takeMending },
  { method: 'post', path: staff.carryOverSettings(m, f, id), needs: 'plan.renew', serve: takeSettings },
  { method: 'post', path: staff.carryOverRemoval(m, f, id), needs: 'plan.renew', serve: takeRemoval },
]
