import { importWords } from '../../../report/wording-draft.ts'
import { importRefusalText } from '../../../report/wording-import.ts'
import { acceptedText, publicationText } from '../../../report/wording-staff.ts'
import type { Store } from '../../../store/database.ts'
import { planFamilies } from '../../../store/plan-family.ts'
import type { MunicipalityCode } from '../../../vocabulary/municipality-code.ts'
import { acceptImport, type LeaveOut, type Proposal, proposeImport } from '../../../workflows/import-document.ts'
import { type Said, saidElsewhere } from '../../../workflows/import-target.ts'
import { publishEdition } from '../../../workflows/publish-edition.ts'
import { type ReadReform, readReform } from '../../../workflows/read-reform.ts'
import { paths } from '../../paths.ts'
import type { Staff } from '../staff.ts'
import { DonePage, UploadPage } from './pages.tsx'
import { ReviewPage } from './review-page.tsx'
import { WaitingImports } from './waiting-imports.ts'

const LARGEST = 20 * 1024 * 1024
const MOST_FILES = 100
/** All files of one form together; larger than any office's yearly round, smaller than the memory of the server. */
export const LARGEST_FORM = 200 * 1024 * 1024

type Done = { lines: string[]; publish: string[] }
type Status = 200 | 404 | 422

/** 受付 — the imports of one municipality that wait for a reviewer, and the results that were just reached. */
type Desk = { waiting: WaitingImports; done: Map<string, Done> }
const desks = new WeakMap<Store, Map<MunicipalityCode, Desk>>()

/** One municipality never sees, and never pushes out, what another one is just taking in. */
function deskOf({ store, code }: Staff): Desk {
  const all = desks.get(store) ?? new Map<MunicipalityCode, Desk>()
  desks.set(store, all)
  const own = all.get(code) ?? { waiting: new WaitingImports(), done: new Map() }
  all.set(code, own)
  return own
}

export const showUpload = (staff: Staff, why: string[], status: Status = 200, plan: string | null = null): Response =>
  staff.show(<UploadPage staff={staff} why={why} plan={plan} />, status)
const showGone = (staff: Staff): Response => showUpload(staff, [importWords.waitingGone], 404)

export async function readUpload(staff: Staff): Promise<Response> {
  const form = await staff.c.req.formData()
  const said = saidIn(staff, form)
  const files = form.getAll('files').filter((f): f is File => typeof f !== 'string' && f.size > 0)
  if (files.length === 0) return showUpload(staff, [importWords.noFile], 422, said.plan)
  if (files.length > MOST_FILES) return showUpload(staff, [importWords.tooManyFiles(MOST_FILES)], 422, said.plan)
  const { reads, refused } = await readAll(staff, files)
  if (reads.length === 0) {
    const why = refused.map((r) => `${r.name}：${r.why}`)
    return showUpload(staff, why, 422, said.plan)
  }
  const proposed = await proposeImport(staff.store, reads, said)
  return staff.go(paths.staff.import(staff.code, deskOf(staff).waiting.keep({ reads, refused, said, proposed })))
}

export function showReview(staff: Staff): Response {
  const id = staff.param('id')
  const found = deskOf(staff).waiting.get(id)
  return found ? staff.show(<ReviewPage staff={staff} id={id} waiting={found} why={[]} />) : showGone(staff)
}

export async function setTarget(staff: Staff): Promise<Response> {
  const { waiting } = deskOf(staff)
  const id = staff.param('id')
  const found = waiting.get(id)
  if (!found) return showGone(staff)
  const said = saidIn(staff, await staff.c.req.formData())
  waiting.replace(id, { ...found, said, proposed: await proposeImport(staff.store, found.reads, said) })
  return staff.go(paths.staff.import(staff.code, id))
}

export async function acceptWaiting(staff: Staff): Promise<Response> {
  const { waiting, done } = deskOf(staff)
  const id = staff.param('id')
  const found = waiting.get(id)
  if (!found?.proposed.ok) return showGone(staff)
  const leave = leaveOutIn(await staff.c.req.formData())
  // What the reviewer saw must be what is stored: someone else's import in between is shown first.
  const now = await proposeImport(staff.store, found.reads, found.said)
  if (!now.ok || changesOf(now.value) !== changesOf(found.proposed.value)) {
    const fresh = { ...found, proposed: now }
    waiting.replace(id, fresh)
    return staff.show(<ReviewPage staff={staff} id={id} waiting={fresh} why={[importWords.stale]} />, 409)
  }
  // dropped first: a second press of the button finds nothing to accept again
  waiting.drop(id)
  done.set(id, await accept(staff, now.value, leave))
  return staff.go(paths.staff.done(staff.code, id))
}

export function dropWaiting(staff: Staff): Response {
  deskOf(staff).waiting.drop(staff.param('id'))
  return staff.go(paths.staff.imports(staff.code))
}

export function showDone(staff: Staff): Response {
  const found = deskOf(staff).done.get(staff.param('id'))
  return found ? staff.show(<DonePage staff={staff} title={importWords.done} {...found} />) : showGone(staff)
}

export async function publish(staff: Staff): Promise<Response> {
  const title = String((await staff.c.req.formData()).get('plan') ?? '')
  return staff.show(<DonePage staff={staff} title={importWords.publication} lines={[await publishOne(staff, title)]} publish={[]} />)
}

const tooLargeText = (bytes: number, limit: number): string => importRefusalText({ kind: 'too-large', bytes, limit })

/** The municipality is that of the address, and nobody types it. */
function saidIn(staff: Staff, form: FormData): Said {
  const plan = form.get('plan')
  return { municipality: staff.code, plan: typeof plan === 'string' && plan.trim() !== '' ? plan.trim().slice(0, 200) : null }
}

type Read = { reads: ReadReform[]; refused: { name: string; why: string }[] }

async function readAll(staff: Staff, files: readonly File[]): Promise<Read> {
  const all: Read = { reads: [], refused: [] }
  const refuse = (file: File, why: string) => all.refused.push({ name: file.name, why })
  for (const file of files) {
    if (file.size > LARGEST) {
      refuse(file, tooLargeText(file.size, LARGEST))
      continue
    }
    const read = await readReform({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    const elsewhere = read.ok ? saidElsewhere(read.value, staff.municipality) : null
    if (!read.ok) refuse(file, importRefusalText(read.problem))
    else if (elsewhere !== null) refuse(file, importWords.ofAnother(elsewhere, staff.municipality.name))
    else all.reads.push(read.value)
  }
  return all
}

const changesOf = (proposals: readonly Proposal[]): string => JSON.stringify(proposals.map((p) => [p.target, p.changes]))

/** «<sha256>#/initiatives/3» → pointers to leave out, by document. */
function leaveOutIn(form: FormData): LeaveOut {
  const all = new Map<string, Set<string>>()
  for (const value of form.getAll('leave')) {
    const [, sha256, pointer] = /^([0-9a-f]{64})#(\/[A-Za-z]+\/\d+)$/.exec(String(value)) ?? []
    if (sha256 && pointer) all.set(sha256, (all.get(sha256) ?? new Set()).add(pointer))
  }
  return all
}

async function accept(staff: Staff, proposals: readonly Proposal[], leave: LeaveOut): Promise<Done> {
  const done: Done = { lines: [], publish: [] }
  for (const accepted of await acceptImport(staff.store, staff.act('plan.import', '取込み'), proposals, leave)) {
    done.lines.push(acceptedText(accepted.read.document.document.name, accepted.target, accepted.changes))
    if (!done.publish.includes(accepted.target.planTitle)) done.publish.push(accepted.target.planTitle)
  }
  return done
}

async function publishOne(staff: Staff, title: string): Promise<string> {
  const families = await staff.store.reading(staff.code, planFamilies)
  const family = families.find((f) => f.title === title)
  if (!family) return publicationText({ kind: 'no-such-plan' }, title)
  const edition = await publishEdition(staff.store, family.id, staff.act('plan.publish', '公表'))
  if (edition.ok) staff.options.published()
  return publicationText(edition.ok ? { kind: 'published', number: edition.value.number } : edition.problem, title)
}
