import { paths } from '../../paths.ts'
import type { StaffRoute } from '../staff.ts'
import { round } from './board.tsx'
import { roundItems, roundItemsCsv } from './items.tsx'
import { letter, workbook } from './letters.ts'
import { newRound, newRoundSaid } from './new-round.tsx'
import { owner, ownerSaid } from './owner.tsx'
import { rounds } from './rounds-page.tsx'
import { scope, scopeSaid, takeOutSaid } from './scope.tsx'
import { endSaid, settings, settingsSaid } from './settings.tsx'

const M = ':municipality'
const at = paths.staff

/** 照会の画面 — `new` stands before `:id`, or it would be taken for a round. */
export const roundsRoutes: readonly StaffRoute[] = [
  { method: 'get', path: at.rounds(M), needs: 'round.read', serve: rounds },
  { method: 'get', path: at.newRound(M), needs: 'round.manage', serve: newRound },
  { method: 'post', path: at.newRound(M), needs: 'round.manage', serve: newRoundSaid },
  { method: 'get', path: at.round(M, ':id'), needs: 'round.read', serve: round },
  { method: 'get', path: at.roundItems(M, ':id'), needs: 'round.read', serve: roundItems },
  { method: 'get', path: at.roundItemsCsv(M, ':id'), needs: 'round.read', serve: roundItemsCsv },
  { method: 'get', path: at.roundLetter(M, ':id', ':letter'), needs: 'round.read', serve: letter },
  { method: 'get', path: at.roundWorkbook(M, ':id'), needs: 'round.read', serve: workbook },
  { method: 'get', path: at.roundSettings(M, ':id'), needs: 'round.manage', serve: settings },
  { method: 'post', path: at.roundSettings(M, ':id'), needs: 'round.manage', serve: settingsSaid },
  { method: 'post', path: at.roundEnd(M, ':id'), needs: 'round.manage', serve: endSaid },
  { method: 'get', path: at.roundScope(M, ':id'), needs: 'round.manage', serve: scope },
  { method: 'post', path: at.roundScope(M, ':id'), needs: 'round.manage', serve: scopeSaid },
  { method: 'post', path: at.roundTakeOut(M, ':id'), needs: 'round.manage', serve: takeOutSaid },
  { method: 'get', path: at.roundOwner(M, ':id', ':item'), needs: 'round.manage', serve: owner },
  { method: 'post', path: at.roundOwner(M, ':id', ':item'), needs: 'round.manage', serve: ownerSaid },
]
