import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import type { ReactElement } from 'react'
import { drawn } from '../../publish/site/site.tsx'
import { needsSecondFactor } from '../../reform/account.ts'
import type { Act } from '../../reform/act.ts'
import { may, type Right, roleFor, type Standing } from '../../reform/rights.ts'
import type { Store } from '../../store/database.ts'
import type { OpenSession } from '../../store/session.ts'
import type { MunicipalityCode } from '../../vocabulary/municipality-code.ts'

export type StaffOptions = {
  store: Store
  stylesheet: string
  /** address of the script that saves drafts where scripts run */
  script: string
  now: () => Date
  /** something was published: the portal reads its editions again */
  published: () => void
  /** the invented town's staff may enter with the documented password: from this machine, or from everywhere */
  demonstration: boolean | 'everywhere'
  /** a closed network without https */
  plainHttp: boolean
  /** passwords that are known to have leaked, beside those that everybody takes */
  breached?: (password: string) => boolean
  /** addresses of proxies whose word about the caller is believed */
  proxies?: readonly string[]
  /** where refused sign-ins and requests are written down (S-11) */
  log?: (line: string) => void
  /** the one-time password of an installation without any municipality; null where there is one */
  setup?: string | null
  /** letters are sent; otherwise they are read on the page */
  mail?: boolean
  /** the address under which this installation is reached, for the links in letters; null where it is not set */
  url?: string | null
}

type Known = Pick<Staff, 'municipality' | 'standing' | 'session' | 'demonstration' | 'at'>

/** 職員の画面への一回の要求 — who asks, for which municipality, and the few ways to answer. */
export class Staff {
  readonly c: Context
  readonly options: StaffOptions
  readonly municipality: { code: MunicipalityCode; name: string }
  /** nobody is signed in: an account without any right */
  readonly standing: Standing
  readonly session: OpenSession | null
  /** whether this request may enter with the documented password */
  readonly demonstration: boolean
  readonly at: Date
  private readonly request = randomUUID()

  constructor(c: Context, options: StaffOptions, known: Known) {
    this.c = c
    this.options = options
    this.municipality = known.municipality
    this.standing = known.standing
    this.session = known.session
    this.demonstration = known.demonstration
    this.at = known.at
  }

  get code(): MunicipalityCode {
    return this.municipality.code
  }
  get signedIn(): boolean {
    return this.session !== null
  }
  get store(): Store {
    return this.options.store
  }

  /** 行為 — in the role that gives the right. */
  act(right: Right, why?: string): Act {
    const role = roleFor(this.standing, right) ?? undefined
    return {
      municipality: this.code,
      by: this.standing.person.login,
      at: this.at,
      request: this.request,
      ...(why ? { why } : {}),
      ...(role ? { role } : {}),
    }
  }

  /** まずすること — before anything else opens: the one-time password is changed, and the second factor set up where the role asks for it. */
  get first(): 'password' | 'second-factor' | null {
    const secret = this.session?.secret
    if (!secret) return null
    if (secret.oneTime) return 'password'
    return !secret.totp && needsSecondFactor(this.standing.person, this.standing.day) ? 'second-factor' : null
  }

  may(right: Right, on?: string | null): boolean {
    return may(this.standing, right, on)
  }

  param(name: string): string {
    return this.c.req.param(name) ?? ''
  }
  query(name: string): string {
    return (this.c.req.query(name) ?? '').slice(0, 200)
  }

  /** Pages of staff are never kept by a browser or a proxy: they hold what is not published. */
  show(element: ReactElement, status: 200 | 403 | 404 | 409 | 422 | 429 = 200): Response {
    this.c.header('cache-control', 'no-store')
    return this.c.html(drawn(element), status) as Response
  }

  /** Post, redirect, get. */
  go(path: string): Response {
    return this.c.redirect(path, 303)
  }

  /** A file to keep; its name is ours, written for every browser (RFC 6266). */
  file(name: string, type: string, bytes: Uint8Array): Response {
    this.c.header('cache-control', 'no-store')
    const ascii = name.replace(/[^A-Za-z0-9._-]/g, '_')
    this.c.header('content-disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`)
    return this.c.body(new Uint8Array(bytes), 200, { 'content-type': type }) as Response
  }
}

/** 画面の一覧の一行 — one address: who may come here at all, and what answers. What concerns one section is asked again inside. */
export type StaffRoute = {
  method: 'get' | 'post'
  /** begins with /:municipality/staff/ */
  path: string
  /** `anyone`: also without an account; `signed-in`: with any account */
  needs: 'anyone' | 'signed-in' | Right
  /** the largest body that is read, in bytes; 1 MiB where nothing is said */
  largest?: number
  serve: (staff: Staff) => Response | Promise<Response>
}
