import { paths } from '../../paths.ts'
import type { StaffRoute } from '../staff.ts'
import { dayText, letterText } from './files.ts'
import { letter, ordered } from './letter-page.tsx'
import { outbox } from './outbox-page.tsx'
import { preview } from './preview-page.tsx'
import { reminders, remindersSaid, resendFailed } from './remind-page.tsx'

const M = ':municipality'
const needs = 'mail.manage'

/** 督促と送信 — the pages with a name stand before `:id`, or they would be taken for a letter. */
export const mailRoutes: readonly StaffRoute[] = [
  { method: 'get', path: paths.staff.outbox(M), needs, serve: outbox },
  { method: 'get', path: paths.staff.outboxPreview(M), needs, serve: preview },
  { method: 'get', path: paths.staff.reminders(M), needs, serve: reminders },
  { method: 'post', path: paths.staff.reminders(M), needs, serve: remindersSaid },
  { method: 'post', path: paths.staff.resendFailed(M), needs, serve: resendFailed },
  { method: 'get', path: paths.staff.outboxDay(M, ':day'), needs, serve: dayText },
  { method: 'get', path: paths.staff.digest(M, ':id'), needs, serve: letter },
  { method: 'get', path: paths.staff.letterText(M, ':id'), needs, serve: letterText },
  { method: 'post', path: paths.staff.resend(M, ':id'), needs, serve: ordered('send-again') },
  { method: 'post', path: paths.staff.arrival(M, ':id'), needs, serve: ordered('arrived') },
]
