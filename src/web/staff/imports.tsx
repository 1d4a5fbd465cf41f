import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ReactElement } from 'react'
import { drawn } from '../../publish/site/site.tsx'
import { importWords } from '../../report/wording-draft.ts'
import { importRefusalText } from '../../report/wording-import.ts'
import { acceptedText, publicationText } from '../../report/wording-staff.ts'
import type { Store } from '../../store/database.ts'
import { planFamilies } from '../../store/plan-family.ts'
import { parseMunicipalityCode } from '../../vocabulary/municipality-code.ts'
import { acceptImport, type LeaveOut, type Proposal, proposalsByMunicipality, proposeImport } from '../../workflows/import-document.ts'
import type { Said } from '../../workflows/import-target.ts'
import { publishEdition } from '../../workflows/publish-edition.ts'
import { type ReadReform, readReform } from '../../workflows/read-reform.ts'
import { paths } from '../paths.ts'
import { isLoopbackHost, isSameOrigin } from '../security.ts'
import { DonePage, UploadPage } from './import-pages.tsx'
import { ReviewPage } from './review-page.tsx'
import { WaitingImports } from './waiting-imports.ts'

export type StaffOptions = { store: Store; stylesheet: string; by: string; now: () => Date; published: () => void }

const LARGEST = 20 * 1024 * 1024
const MOST_FILES = 100
/** All files of one form together; larger than any office's yearly round, smaller than the memory of the server. */
const LARGEST_FORM = 200 * 1024 * 1024

type Done = { lines: string[]; publish: { municipality: string; plan: string }[] }

/** What the handlers of one server share: the imports that wait for a reviewer, and the results that were just reached. */
type Desk = { options: StaffOptions; waiting: WaitingImports; done: Map<string, Done> }
type Status = 200 | 404 | 409 | 422

const show = (c: Context, element: ReactElement, status: Status = 200) => {
  c.header('cache-control', 'no-store')
  return c.html(drawn(element), status)
}
const NOTHING_SAID: Said = { municipality: null, plan: null }
const showUpload = ({ options }: Desk, c: Context, why: string[], status: Status = 200, said: Said = NOTHING_SAID) =>
  show(c, <UploadPage stylesheet={options.stylesheet} why={why} said={said} />, status)
const showGone = (desk: Desk, c: Context) => showUpload(desk, c, [importWords.waitingGone], 404)
const idOf = (c: Context): string => c.req.param('id') ?? ''

/** 取込みの画面 — for whoever sits at this machine: another host's name in the request (DNS rebinding) is refused. */
export function staffImports(options: StaffOptions): Hono {
  const desk: Desk = { options, waiting: new WaitingImports(), done: new Map() }
  const app = new Hono()
  app.use('/staff/*', async (c, next) => {
    const isForeign = c.req.method !== 'GET' && !isSameOrigin(c.req)
    return isForeign || !isLoopbackHost(c.req.header('host')) ? c.text(importWords.foreign, 403) : next()
  })
  const onError = (c: Context) => showUpload(desk, c, [tooLargeText(Number(c.req.header('content-length') ?? 0), LARGEST_FORM)], 422)
  app.get(paths.staff.imports(), (c) => showUpload(desk, c, []))
  app.post(paths.staff.imports(), bodyLimit({ maxSize: LARGEST_FORM, onError }), (c) => readUpload(desk, c))
  app.get(paths.staff.import(':id'), (c) => showReview(desk, c))
  app.post(paths.staff.target(':id'), (c) => setTarget(desk, c))
  app.post(paths.staff.acceptance(':id'), (c) => acceptWaiting(desk, c))
  app.post(paths.staff.discard(':id'), (c) => {
    desk.waiting.drop(idOf(c))
    return c.redirect(paths.staff.imports(), 303)
  })
  app.get(paths.staff.done(':id'), (c) => {
    const found = desk.done.get(idOf(c))
    return found ? show(c, <DonePage title={importWords.done} {...found} stylesheet={options.stylesheet} />) : showGone(desk, c)
  })
  app.post(paths.staff.publication(), async (c) => {
    const form = await c.req.formData()
    const line = await publish(options, String(form.get('municipality') ?? ''), String(form.get('plan') ?? ''))
    return show(c, <DonePage title={importWords.publication} lines={[line]} publish={[]} stylesheet={options.stylesheet} />)
  })
  return app
}

async function readUpload(desk: Desk, c: Context) {
  const form = await c.req.formData()
  const said = saidIn(form)
  const files = form.getAll('files').filter((f): f is File => typeof f !== 'string' && f.size > 0)
  if (files.length === 0) return showUpload(desk, c, [importWords.noFile], 422, said)
  if (files.length > MOST_FILES) return showUpload(desk, c, [importWords.tooManyFiles(MOST_FILES)], 422, said)
  const { reads, refused } = await readAll(files)
  if (reads.length === 0) {
    const why = refused.map((r) => `${r.name}：${r.why}`)
    return showUpload(desk, c, why, 422, said)
  }
  const proposed = await proposeImport(desk.options.store, reads, said)
  return c.redirect(paths.staff.import(desk.waiting.keep({ reads, refused, said, proposed })), 303)
}

function showReview(desk: Desk, c: Context) {
  const found = desk.waiting.get(idOf(c))
  if (!found) return showGone(desk, c)
  return show(c, <ReviewPage id={idOf(c)} waiting={found} stylesheet={desk.options.stylesheet} why={[]} />)
}

async function setTarget(desk: Desk, c: Context) {
  const found = desk.waiting.get(idOf(c))
  if (!found) return showGone(desk, c)
  const said = saidIn(await c.req.formData())
  desk.waiting.replace(idOf(c), { ...found, said, proposed: await proposeImport(desk.options.store, found.reads, said) })
  return c.redirect(paths.staff.import(idOf(c)), 303)
}

async function acceptWaiting(desk: Desk, c: Context) {
  const { options, waiting } = desk
  const id = idOf(c)
  const found = waiting.get(id)
  if (!found?.proposed.ok) return showGone(desk, c)
  const leave = leaveOutIn(await c.req.formData())
  // What the reviewer saw must be what is stored: someone else's import in between is shown first.
  const now = await proposeImport(options.store, found.reads, found.said)
  if (!now.ok || changesOf(now.value) !== changesOf(found.proposed.value)) {
    const fresh = { ...found, proposed: now }
    waiting.replace(id, fresh)
    return show(c, <ReviewPage id={id} waiting={fresh} stylesheet={options.stylesheet} why={[importWords.stale]} />, 409)
  }
  // dropped first: a second press of the button finds nothing to accept again
  waiting.drop(id)
  desk.done.set(id, await accept(options, now.value, leave))
  return c.redirect(paths.staff.done(id), 303)
}

const tooLargeText = (bytes: number, limit: number): string => importRefusalText({ kind: 'too-large', bytes, limit })

function saidIn(form: FormData): Said {
  const text = (name: string): string | null => {
    const value = form.get(name)
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : null
  }
  return { municipality: text('municipality'), plan: text('plan') }
}

async function readAll(files: readonly File[]): Promise<{ reads: ReadReform[]; refused: { name: string; why: string }[] }> {
  const reads: ReadReform[] = []
  const refused: { name: string; why: string }[] = []
  for (const file of files) {
    if (file.size > LARGEST) {
      refused.push({ name: file.name, why: tooLargeText(file.size, LARGEST) })
      continue
    }
    const read = await readReform({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    if (read.ok) reads.push(read.value)
    else refused.push({ name: file.name, why: importRefusalText(read.problem) })
  }
  return { reads, refused }
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

async function accept(options: StaffOptions, proposals: readonly Proposal[], leave: LeaveOut): Promise<Done> {
  const done: Done = { lines: [], publish: [] }
  for (const [municipality, own] of proposalsByMunicipality(proposals)) {
    const act = { municipality, by: options.by, at: options.now(), why: '取込み' }
    for (const accepted of await acceptImport(options.store, act, own, leave)) {
      done.lines.push(acceptedText(accepted.read.document.document.name, accepted.target, accepted.changes))
      const plan = { municipality: municipality as string, plan: accepted.target.planTitle }
      if (!done.publish.some((p) => p.municipality === plan.municipality && p.plan === plan.plan)) done.publish.push(plan)
    }
  }
  return done
}

async function publish(options: StaffOptions, code: string, title: string): Promise<string> {
  const municipality = parseMunicipalityCode(code)
  if (!municipality.ok) return publicationText({ kind: 'no-such-plan' }, title)
  const families = await options.store.reading(municipality.value, planFamilies)
  const family = families.find((f) => f.title === title)
  if (!family) return publicationText({ kind: 'no-such-plan' }, title)
  const act = { municipality: municipality.value, by: options.by, at: options.now(), why: '公表' }
  const edition = await publishEdition(options.store, family.id, act)
  if (edition.ok) options.published()
  return publicationText(edition.ok ? { kind: 'published', number: edition.value.number } : edition.problem, title)
}
