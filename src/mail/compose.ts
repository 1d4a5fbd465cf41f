import { createHash } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import { oneLine } from '../vocabulary/one-line.ts'
import type { MailSettings } from './settings.ts'

/** 手紙 — what is sent to whom; `date` and `messageId` are said from outside, so that a second attempt is the same letter. */
export type OutgoingLetter = {
  to: { name: string; address: string }
  subject: string
  text: string
  messageId: string
  date: Date
}

/** From the key of the letter and our domain: a letter that comes twice can be known by it. */
export const messageIdFor = (key: string, { from }: Pick<MailSettings, 'from'>): string =>
  `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${from.address.split('@')[1]}>`

/** 手紙の組立て — plain text in UTF-8, no picture and no other part; nothing in a name or a subject begins a line of the header. */
export function composed({ to, subject, text, messageId, date }: OutgoingLetter, from: MailSettings['from']): Promise<Buffer> {
  const letter = new MailComposer({
    from: { name: oneLine(from.name), address: from.address },
    to: { name: oneLine(to.name), address: to.address },
    subject: oneLine(subject),
    // a text that travels as base64 has the line ends of the net (RFC 2045 6.8)
    text: text.replace(/\r?\n/g, '\r\n'),
    textEncoding: 'base64',
    messageId,
    date,
    // no answer by an absence notice (RFC 3834)
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return letter.compile().build()
}
