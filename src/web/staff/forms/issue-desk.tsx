import type { Round, RoundId } from '../../../reform/round.ts'
import { type FormsBoard, formsBoard, type OwnDocument, ownDocuments } from '../../../report/forms-board.ts'
import { cannotIssueText, takeBackWords } from '../../../report/wording-take-back.ts'
import { documentsOf } from '../../../store/document.ts'
import { issuedForms, ownFormsIssued } from '../../../store/form.ts'
import { roundById } from '../../../store/round.ts'
import { itemsOf } from '../../../store/round-item.ts'
import { type FormsAsked, type FormsFor, issueFormWorkbooks } from '../../../workflows/issue-forms.ts'
import { issueOwnForm } from '../../../workflows/issue-own-form.ts'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'
import { IssuePage } from './issue-page.tsx'

type Shown = { round: Round; board: FormsBoard; own: OwnDocument[] }

const shownTo = (staff: Staff): Promise<Shown | null> =>
  staff.store.reading(staff.code, async (db) => {
    const round = await roundById(db, staff.param('round') as RoundId)
    if (!round) return null
    const items = await itemsOf(db, round.id)
    const board = formsBoard(items, await issuedForms(db, { round: round.id }), staff.standing)
    const books = (await documentsOf(db, round.family)).filter(({ kind }) => kind === 'xlsx')
    return { round, board, own: ownDocuments(books, await ownFormsIssued(db, round.id), items, staff.standing) }
  })

export async function showForms(staff: Staff, why: string | null = null): Promise<Response> {
  const shown = await shownTo(staff)
  if (!shown) return refused(staff, takeBackWords.noSuchRound, 404)
  return staff.show(<IssuePage staff={staff} {...shown} why={why} />, why === null ? 200 : 409)
}

/** Numbers are given to the forms when they leave: that is a change, and therefore no GET (S-15). */
export async function downloadForms(staff: Staff): Promise<Response> {
  const form = await staff.c.req.formData()
  const asked = askedIn(form, staff.param('round') as RoundId)
  const made = await issueFormWorkbooks(staff.store, asked, staff.act('form.take', '様式の配付'))
  if (!made.ok) return made.problem.kind === 'no-such-round' ? showForms(staff) : showForms(staff, cannotIssueText(made.problem))
  return staff.file(made.value.name, made.value.type, made.value.bytes)
}

/** The city's own form, filled or empty. */
export async function downloadOwnForm(staff: Staff): Promise<Response> {
  const form = await staff.c.req.formData()
  const fill = form.get('fill') === 'filled' ? 'filled' : 'empty'
  const said = { round: staff.param('round') as RoundId, document: staff.param('sha256'), fill } as const
  const made = await issueOwnForm(staff.store, said, staff.act('form.take', '市の様式の配付'))
  if (!made.ok) return made.problem.kind === 'no-such-round' ? showForms(staff) : showForms(staff, cannotIssueText(made.problem))
  return staff.file(made.value.name, made.value.type, made.value.bytes)
}

/** A button of one section says everything at once: «sheets:s:財政課». */
function askedIn(form: FormData, round: RoundId): FormsAsked {
  const text = (name: string): string => String(form.get(name) ?? '')
  const [, picked, section] = /^(sheets|list):(s:.*)$/s.exec(text('pick')) ?? []
  if (picked) return { round, whom: whomIn(section ?? ''), variant: picked === 'list' ? 'list' : 'sheets', as: 'workbook' }
  const variant = text('variant') === 'list' ? 'list' : 'sheets'
  return { round, whom: whomIn(text('whom')), variant, as: text('as') === 'zip' ? 'zip' : 'workbook' }
}

function whomIn(text: string): FormsFor {
  if (text.startsWith('d:')) return { department: text.slice(2) }
  if (text.startsWith('s:')) return { section: text.slice(2) || null }
  return { everybody: true }
}
