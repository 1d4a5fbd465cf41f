import type { Generated } from 'kysely'
import type { RenewalSchema } from './schema-renewal.ts'

/** The tables that are asked by name; those of the record are read and written by the descriptions in nouns/. */
export interface Schema extends RenewalSchema {
  municipality: { municipality: string; name: string; reading: string | null }
  section: {
    municipality: string
    name: string
    valid_from: string
    valid_to: string | null
    successors: string[]
    parent: string | null
  }
  account: {
    municipality: string
    login: string
    name: string
    mail: string | null
    disabled: boolean
    demonstration: boolean
    secret_changed: Generated<Date | null>
  }
  assignment: {
    municipality: string
    login: string
    nth: number
    role: string
    section: string | null
    valid_from: string
    valid_to: string | null
  }
  account_secret: {
    municipality: string
    login: string
    password: string | null
    one_time: boolean
    totp: string | null
    totp_last_step: string | null
    changed_at: Date
  }
  session: { municipality: string; token_hash: string; login: string; started_at: Date; seen_at: Date; ends_at: Date }
  sign_in_attempt: { municipality: string; nth: Generated<string>; login: string; address: string; at: Date; succeeded: boolean }
  round: {
    municipality: string
    id: string
    family: string
    plan: string
    title: string
    fiscal_year: number
    opens_on: string
    due_section: string
    due_department: string | null
    due_office: string | null
    grace_days: number
    lock_on: string | null
    department_approval: boolean
    separation: boolean
    remind: unknown
    contact: string
    closed: boolean
  }
  round_item: {
    municipality: string
    id: string
    round: string
    initiative: string
    parts: string[]
    section: string | null
    position: number
    sheet: unknown
    state: string
    imported: boolean
    content: unknown
    version: number
    saved_by: string | null
    saved_at: Date | null
    submitted_by: string | null
    submitted_at: Date | null
    submissions: number
    returned: unknown
    reopened_until: string | null
    reopened_reason: string | null
    elsewhere: unknown
  }
  round_step: {
    municipality: string
    item: string
    nth: number
    step: string
    state_before: string
    state_after: string
    by: string
    at: Date
    reason: string | null
    fields: string[]
    document: string | null
    until: string | null
  }
  outbox: {
    municipality: string
    id: string
    kind: string
    day: string
    to_login: string
    to_mail: string | null
    rounds: string[]
    about: string | null
    subject: string
    body: string
    made_by: string
    created_at: Date
    state: string
    attempts: Generated<number>
    next_attempt_at: Date | null
    last_error: Generated<string | null>
    claimed_at: Generated<Date | null>
    sent_at: Generated<Date | null>
    message_id: Generated<string | null>
  }
  outbox_order: { municipality: string; message: string; nth: number; order: string; state_before: string; by: string; at: Date }
  submission: { municipality: string; item: string; nth: number; content: unknown; by: string; at: Date }
  plan_change: {
    municipality: string
    id: string
    family: string
    initiative: string
    kind: string
    of: string | null
    before: string | null
    after: string
    reason: string
    proposed_by: string
    proposed_at: Date
    item: string | null
    state: string
    decided_by: string | null
    decided_on: string | null
    decision_reason: string | null
  }
  issued_form: { municipality: string; serial: number; item: string; round: string }
  form_issue: {
    municipality: string
    serial: number
    version: number
    variant: string
    document: string
    content: unknown
    cells: unknown
    issued_at: Date
    issued_by: string
  }
  take_back: {
    municipality: string
    id: string
    round: string
    taken_by: string
    taken_at: Date
    state: string
    decided_by: string | null
    decided_at: Date | null
    outcome: unknown
  }
  take_back_file: { municipality: string; take_back: string; nth: number; name: string; sha256: string; size: number }
  take_back_content: { municipality: string; take_back: string; nth: number; bytes: Uint8Array; read: unknown }
  plan_family: { municipality: string; id: string; stated_code: string | null; stated_name: string | null; fiscal_year: number | null }
  plan: {
    municipality: string
    family: string
    id: string
    position: number
    title: string
    kind: string | null
    parent: string | null
    period_from: number | null
    period_to: number | null
  }
  document: {
    municipality: string
    sha256: string
    name: string
    kind: string
    read_at: Date
    layouts: string[]
    accounting: unknown
    checks: unknown
    unread: unknown
  }
  document_content: { municipality: string; sha256: string; bytes: Uint8Array; lines: unknown }
  plan_family_document: { municipality: string; family: string; sha256: string }
  source: {
    municipality: string
    family: string
    owner: string
    field: string
    nth: number
    document: string
    place: string
    guessed: boolean
  }
  edition: {
    municipality: string
    family: string
    number: number
    plan: string
    title: string
    fiscal_year: number | null
    published_at: Date
    published_by: string
    hash: string
  }
  edition_content: { municipality: string; family: string; number: number; content: unknown }
  audit: {
    municipality: string
    number: Generated<string>
    at: Date
    by: string
    role: string | null
    request: string | null
    why: string | null
    table: string
    act: string
    key: unknown
    before: unknown
    after: unknown
    hash: Generated<string>
    thing: Generated<string | null>
    under: Generated<string | null>
  }
}
