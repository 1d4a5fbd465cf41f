import { bundleOf } from '../forms/bundle.ts'
import type { FormVariant, IssuedForm } from '../forms/form.ts'
import { formNumberOf } from '../forms/form-number.ts'
import { writeAside } from '../forms/write-aside.ts'
import type { Act } from '../reform/act.ts'
import { departmentOf, isAsked } from '../reform/asked-forms.ts'
import { may, type Standing } from '../reform/rights.ts'
import type { Round, RoundId, RoundItem } from '../reform/round.ts'
import { WITHOUT_OWNER } from '../report/forms-board.ts'
import type { Store } from '../store/database.ts'
import { type FormIssue, type IssuedContent, issueForms } from '../store/form.ts'
import type { Tx } from '../store/handles.ts'
import { municipalities } from '../store/municipality.ts'
import { roundById } from '../store/round.ts'
import { itemsOf } from '../store/round-item.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { standingOf } from './standing.ts'

/** 配付先 — everybody, a 部, or one section; `section: null` are the items without an owner. */
export type FormsFor = { everybody: true } | { department: string } | { section: string | null }
export type FormsAsked = { round: RoundId; whom: FormsFor; variant: FormVariant; as: 'workbook' | 'zip' }
export type CannotIssue = { kind: 'no-such-round' } | { kind: 'not-allowed' } | { kind: 'nothing-to-issue' }
export type FileMade = { name: string; type: string; bytes: Uint8Array }

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const ZIP = 'application/zip'
/** 様式を配付する — numbers the forms, keeps what each of them says, and makes the workbooks. */
export async function issueFormWorkbooks(store: Store, asked: FormsAsked, act: Act): Promise<Result<FileMade, CannotIssue>> {
  const issued = await store.writing(act, async (tx): Promise<Result<IssuedForm[], CannotIssue>> => {
    const round = await roundById(tx, asked.round)
    if (!round) return no({ kind: 'no-such-round' })
    const standing = await standingOf(tx)
    const wanted = (await itemsOf(tx, round.id)).filter((item) => isFor(asked.whom, item, standing))
    if (wanted.length > 0 && !wanted.some((item) => may(standing, 'form.take', item.section))) return no({ kind: 'not-allowed' })
    const items = wanted.filter((item) => may(standing, 'form.take', item.section) && isAsked(item))
    if (items.length === 0) return no({ kind: 'nothing-to-issue' })
    const forms = items.map((item) => ({ item, content: item.content, cells: null }))
    return ok(await issuedIn(tx, round, forms, { variant: asked.variant }))
  })
  return issued.ok ? ok(await fileOf(issued.value, asked)) : issued
}

/** The forms of some items, numbered and kept. */
export async function issuedIn(tx: Tx, round: Round, forms: readonly IssuedContent[], issue: FormIssue): Promise<IssuedForm[]> {
  const [own] = await municipalities(tx)
  const serials = await issueForms(tx, forms, issue)
  const municipality = { code: tx.municipality as string, name: own?.name ?? '' }
  return forms.map(({ item }) => ({ number: formNumberOf(round.fiscalYear, serials.get(item.id) as number), round, item, municipality }))
}

function isFor(whom: FormsFor, { section }: RoundItem, { sections, day }: Standing): boolean {
  if ('everybody' in whom) return true
  if ('section' in whom) return whom.section === section
  return section !== null && departmentOf(sections, section, day) === whom.department
}

async function fileOf(forms: readonly IssuedForm[], { whom, variant, as }: FormsAsked): Promise<FileMade> {
  const title = forms[0]?.round.title ?? ''
  const ending = variant === 'list' ? '一覧' : '様式'
  const named = fileName(title, whomName(whom), ending, as === 'zip' ? 'zip' : 'xlsx')
  if (as === 'workbook') {
    const [bytes] = await writeAside([forms], variant)
    return { name: named, type: XLSX, bytes: bytes as Uint8Array }
  }
  const sections = [...Map.groupBy(forms, ({ item }) => item.section ?? WITHOUT_OWNER)]
  const books = await writeAside(
    sections.map(([, own]) => own),
    variant,
  )
  const files = sections.map(([section], nth) => ({ name: fileName(title, section, ending), bytes: books[nth] as Uint8Array }))
  return { name: named, type: ZIP, bytes: bundleOf(files) }
}

const whomName = (whom: FormsFor): string =>
  'everybody' in whom ? '全庁' : 'department' in whom ? whom.department : (whom.section ?? WITHOUT_OWNER)

/** ファイル名 — round and section, without anything that a file system takes for a path (S-26). */
export const fileName = (title: string, section: string, ending: string, type = 'xlsx'): string =>
  `${[title, section, ending].map(inName).join('_')}.${type}`
const inName = (text: string): string =>
  text
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '－')
    .replace(/^\.+|\.+$/g, '')
    .trim()
    .slice(0, 60) || '無題'
