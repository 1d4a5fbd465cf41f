import type { SuccessorChoice } from '../../../reform/reorganisation.ts'
import { reorganisationRefusalText } from '../../../report/wording-reorganisations.ts'
import {
  applyReorganisation,
  type CannotReorganise,
  carryOutReorganisation,
  chooseSuccessors,
  dropReorganisation,
} from '../../../workflows/reorganise.ts'
import { paths } from '../../paths.ts'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'
import { answer, seenBy } from './detail.tsx'
import { missing } from './form.tsx'
import { choiceName, successorsOffered } from './touched.tsx'
import { versionIn, wordIn } from './typed-form.ts'

const RIGHT = 'section.reorganise'
const here = (staff: Staff, done: string): string => `${paths.staff.reorganisation(staff.code, staff.param('id'))}?done=${done}`

/** Whatever was refused is shown over what there is now. */
async function refusedWith(staff: Staff, problem: CannotReorganise): Promise<Response> {
  const why = [reorganisationRefusalText(problem)]
  const seen = problem.kind === 'seen-otherwise' ? problem.now : await seenBy(staff)
  return seen ? answer(staff, seen, why, 409) : missing(staff)
}
/** 後継の選択 — only of the initiatives that are touched, and only what was offered (S-02). */
export async function takeChoices(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  const seen = await seenBy(staff)
  if (!seen) return missing(staff)
  const choices = seen.preview.initiatives.flatMap((one): SuccessorChoice[] => {
    const value = data.get(choiceName(one))
    const offered = successorsOffered(one)
    if (typeof value !== 'string' || !offered.some(([known]) => known === value)) return []
    const { family, initiative, from, possible, ended } = one
    // what holds anyway is not kept as a choice
    if (value === '' && !(ended && possible.length === 1)) return []
    if (ended && possible.length === 1 && value === possible[0]) return []
    return [{ family, initiative, from, to: value === '' ? [] : value.split('、') }]
  })
  const done = await chooseSuccessors(staff.store, staff.param('id'), choices, versionIn(data), staff.act(RIGHT, '後継の選択'))
  return done.ok ? staff.go(`${here(staff, 'chosen')}#initiatives`) : refusedWith(staff, done.problem)
}

export async function takeApplication(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  const done = await applyReorganisation(staff.store, staff.param('id'), wordIn(data, 'basis'), staff.act(RIGHT, '組織改正の適用'))
  return done.ok ? staff.go(here(staff, 'applied')) : refusedWith(staff, done.problem)
}

export async function takeHandover(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  const done = await carryOutReorganisation(staff.store, staff.param('id'), versionIn(data), staff.act(RIGHT, '組織改正による所管の移替え'))
  return done.ok ? staff.go(here(staff, 'moved')) : refusedWith(staff, done.problem)
}

export async function takeRemoval(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  const done = await dropReorganisation(staff.store, staff.param('id'), versionIn(data), staff.act(RIGHT, '組織改正の案の取りやめ'))
  if (done.ok) return staff.go(`${paths.staff.reorganisations(staff.code)}?done=dropped`)
  if (done.problem.kind === 'not-found') return missing(staff)
  return done.problem.kind === 'not-allowed'
    ? refused(staff, reorganisationRefusalText({ kind: 'not-allowed' }), 403)
    : refusedWith(staff, done.problem)
}
