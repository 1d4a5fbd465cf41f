import { accountWords, sectionFaultText } from '../../../report/wording-accounts.ts'
import { writeSection } from '../../../workflows/write-section.ts'
import { paths } from '../../paths.ts'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'
import { NO_SECTION, readSectionForm, type SectionForm, type SectionFormFault, sectionFormOf, understoodSection } from './section-form.ts'
import { SectionPage, SectionsPage } from './section-page.tsx'

export const showSections = (staff: Staff): Response => staff.show(<SectionsPage staff={staff} done={staff.query('done')} />)

export const showNewSection = (staff: Staff): Response => showForm(staff, NO_SECTION, [], 200)

const showForm = (staff: Staff, form: SectionForm, why: string[], status: 200 | 422): Response =>
  staff.show(
    <SectionPage staff={staff} form={form} why={why} title={accountWords.newSection} href={paths.staff.newSection(staff.code)} />,
    status,
  )

/** The row that the address names: its name, and the day from which it exists. */
function knownIn(staff: Staff) {
  const name = staff.param('name')
  const from = staff.param('from') === 'always' ? null : staff.param('from')
  return staff.standing.sections.find((one) => one.name === name && one.from === from) ?? null
}

const showMissing = (staff: Staff): Response => refused(staff, 'この所属は登録されていません。一覧を開き直してください。', 404)

function showKnown(staff: Staff, name: string, from: string | null, form: SectionForm, why: string[], status: 200 | 422): Response {
  const href = paths.staff.section(staff.code, name, from ?? '')
  return staff.show(<SectionPage staff={staff} form={form} why={why} title={name} href={href} />, status)
}

export function showSection(staff: Staff): Response {
  const known = knownIn(staff)
  return known ? showKnown(staff, known.name, known.from, sectionFormOf(known), [], 200) : showMissing(staff)
}

export async function takeNewSection(staff: Staff): Promise<Response> {
  const form = readSectionForm(await staff.c.req.formData())
  const why = await write(staff, form, null)
  return why.length > 0 ? showForm(staff, form, why, 422) : staff.go(`${paths.staff.sections(staff.code)}?done=saved`)
}

export async function takeSection(staff: Staff): Promise<Response> {
  const known = knownIn(staff)
  if (!known) return showMissing(staff)
  const form = { ...readSectionForm(await staff.c.req.formData()), name: known.name }
  const why = await write(staff, form, known)
  if (why.length > 0) return showKnown(staff, known.name, known.from, form, why, 422)
  return staff.go(`${paths.staff.sections(staff.code)}?done=saved`)
}

async function write(staff: Staff, form: SectionForm, key: { name: string; from: string | null } | null): Promise<string[]> {
  const said = understoodSection(form)
  if (!said.ok) return said.problem.map(formFaultText)
  const act = staff.act('section.manage', key ? '所属の変更' : '所属の登録')
  const written = await writeSection(staff.store, said.value, key, act)
  if (written.ok) return []
  const { problem } = written
  return problem.kind === 'section-faults' ? problem.faults.map(sectionFaultText) : [`「${problem.name}」は登録されていません。`]
}

const formFaultText = ({ which, text }: SectionFormFault): string =>
  `${which === 'from' ? 'できた日' : 'なくなる日'}「${text}」は日付として読めません。2026-04-01 または 令和8年4月1日 のように入力してください。`
