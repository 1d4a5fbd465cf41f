import { paths } from '../../paths.ts'
import type { StaffRoute } from '../staff.ts'
import { takeApplication, takeChoices, takeHandover, takeRemoval } from './acts.tsx'
import { showDetail, showWorkbook } from './detail.tsx'
import { showEdit, showNew, takeEdit, takeNew } from './form.tsx'
import { showList } from './list-page.tsx'

const at = paths.staff
const M = ':municipality'
const needs = 'section.reorganise'

/** 組織改正の画面 */
export const reorganisationsRoutes: readonly StaffRoute[] = [
  { method: 'get', path: at.reorganisations(M), needs, serve: showList },
  { method: 'get', path: at.newReorganisation(M), needs, serve: showNew },
  { method: 'post', path: at.newReorganisation(M), needs, serve: takeNew },
  { method: 'get', path: at.reorganisation(M, ':id'), needs, serve: showDetail },
  { method: 'get', path: at.reorganisationEdit(M, ':id'), needs, serve: showEdit },
  { method: 'post', path: at.reorganisationEdit(M, ':id'), needs, serve: takeEdit },
  { method: 'post', path: at.reorganisationChoices(M, ':id'), needs, serve: takeChoices },
  { method: 'post', path: at.reorganisationApplication(M, ':id'), needs, serve: takeApplication },
  { method: 'post', path: at.reorganisationHandover(M, ':id'), needs, serve: takeHandover },
  { method: 'post', path: at.reorganisationRemoval(M, ':id'), needs, serve: takeRemoval },
  { method: 'get', path: at.reorganisationWorkbook(M, ':id'), needs, serve: showWorkbook },
]
