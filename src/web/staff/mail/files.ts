import { outboxWords } from '../../../report/wording-outbox.ts'
import { type MessageTo, messageById, messagesOfDay } from '../../../store/outbox-reading.ts'
import { parseDay } from '../../../vocabulary/calendar-day.ts'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'
import { wholeText } from './letter-page.tsx'

/** 一通をファイルに */
export async function letterText(staff: Staff): Promise<Response> {
  const message = await staff.store.reading(staff.code, (db) => messageById(db, staff.param('id')))
  if (!message) return refused(staff, outboxWords.missing, 404)
  return textFile(staff, `${message.day}_${message.toName}.txt`, [message])
}

/** 一日の全文を一つのファイルに — to be passed on by other ways where no mail is sent. */
export async function dayText(staff: Staff): Promise<Response> {
  const day = parseDay(staff.param('day'))
  const messages = day.ok ? await staff.store.reading(staff.code, (db) => messagesOfDay(db, day.value)) : []
  if (!day.ok || messages.length === 0) return refused(staff, outboxWords.missingDay, 404)
  return textFile(staff, `督促と知らせ_${day.value}.txt`, messages)
}

const RULE = `\n${'='.repeat(60)}\n\n`

/** With a BOM and CRLF, as every text editor on a desk of a city hall opens it. */
function textFile(staff: Staff, name: string, messages: readonly MessageTo[]): Response {
  const text = messages
    .map(
      (message) =>
        `宛名：${message.toName}（${message.toMail ?? outboxWords.noAddress}）\n件名：${message.subject}\n\n${wholeText(staff, message)}`,
    )
    .join(RULE)
  return staff.file(
    name.replace(/[\\/:*?"<>|\s]/g, '_'),
    'text/plain; charset=utf-8',
    new TextEncoder().encode(`\ufeff${text.replace(/\r?\n/g, '\r\n')}`),
  )
}
