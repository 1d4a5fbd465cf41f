import { paths } from '../../paths.ts'
import type { StaffRoute } from '../staff.ts'
import { create, endAll, endOne, renewPassword, save, showAccount, showAccounts, showNewAccount } from './desk.tsx'
import { showHandover, takeHandover } from './handover-desk.tsx'
import { showNewSection, showSection, showSections, takeNewSection, takeSection } from './section-desk.tsx'

const at = paths.staff
const M = ':municipality'

export const accountsRoutes: readonly StaffRoute[] = [
  { method: 'get', path: at.accounts(M), needs: 'account.manage', serve: showAccounts },
  { method: 'get', path: at.newAccount(M), needs: 'account.manage', serve: showNewAccount },
  { method: 'post', path: at.newAccount(M), needs: 'account.manage', serve: create },
  { method: 'get', path: at.account(M, ':login'), needs: 'account.manage', serve: showAccount },
  { method: 'post', path: at.account(M, ':login'), needs: 'account.manage', serve: save },
  { method: 'post', path: at.accountPassword(M, ':login'), needs: 'account.manage', serve: renewPassword },
  { method: 'post', path: at.accountSessions(M, ':login'), needs: 'account.manage', serve: endOne },
  { method: 'post', path: at.sessions(M), needs: 'account.manage', serve: endAll },
  { method: 'get', path: at.handover(M), needs: 'account.manage', serve: showHandover },
  { method: 'post', path: at.handover(M), needs: 'account.manage', serve: takeHandover },
  { method: 'get', path: at.sections(M), needs: 'section.manage', serve: showSections },
  { method: 'get', path: at.newSection(M), needs: 'section.manage', serve: showNewSection },
  { method: 'post', path: at.newSection(M), needs: 'section.manage', serve: takeNewSection },
  { method: 'get', path: at.section(M, ':name', ':from'), needs: 'section.manage', serve: showSection },
  { method: 'post', path: at.section(M, ':name', ':from'), needs: 'section.manage', serve: takeSection },
]
