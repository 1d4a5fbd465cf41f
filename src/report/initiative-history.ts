import type { ActTaken, AuditEntry } from '../reform/audit.ts'
import type { ReportStep } from '../reform/report-steps.ts'
import { type HistoryLine, historyLine, type NameOfId } from './history-lines.ts'
import { historyWords } from './wording-history.ts'
import { dateTimeText } from './wording-reporting.ts'
import { roleNames, stepNames } from './wording-staff-pages.ts'

/** 履歴の一件 — one act as a reader is told it; `folded`: so many rows that they are shown only when asked for. */
export type HistoryAct = {
  key: string
  at: Date
  when: string
  who: string
  why: string | null
  headline: string
  folded: boolean
  lines: HistoryLine[]
}
export type HistoryNames = { person: (login: string) => string | null; id: NameOfId; documents: (at: Date) => readonly string[] }

const MANY = 12
/** An import is told by its document; only a few lines of it stand open. */
const FEW = 3

/** 取組の履歴 — the acts as they come from the log, the newest first; drafts saved one after the other are told as one. */
export function initiativeHistory(acts: readonly ActTaken[], names: HistoryNames): HistoryAct[] {
  return joinedDrafts(acts).map(({ act, times }) => {
    const lines = act.entries
      // what was submitted is the content of the item, which its own row tells
      .filter(({ table }) => table !== 'submission')
      .map((entry) => historyLine(entry, names.id))
      .filter(({ fields }) => fields.length > 0)
    return {
      key: `${act.at.getTime()}-${act.by}-${act.request ?? ''}`,
      at: act.at,
      when: dateTimeText(act.at),
      who: whoText(act, names.person),
      why: act.why,
      headline: times > 1 ? historyWords.drafts(times) : headlineOf(act, names),
      folded: lines.length > MANY || (names.documents(act.at).length > 0 && lines.length > FEW),
      lines,
    }
  })
}

/** 「清水 陽菜（zaisei）報告者」 — the name as it is today, and the login, which is never given to another person. */
export function whoText({ by, role }: Pick<ActTaken, 'by' | 'role'>, person: HistoryNames['person']): string {
  const name = person(by)
  const inRole = role && role in roleNames ? `・${roleNames[role as keyof typeof roleNames]}` : ''
  return name === null ? `${by}${inRole}` : `${name}（${by}${inRole}）`
}

/** 「提出をしました」 — the steps that rows of the log tell of, each once; null where they tell of none. */
export function steppedText(entries: readonly AuditEntry[]): string | null {
  const steps = entries.filter(({ table }) => table === 'round_step').map(({ after }) => stepNames[after?.step as ReportStep] ?? '')
  return steps.length > 0 ? historyWords.stepped([...new Set(steps)]) : null
}

function headlineOf(act: ActTaken, names: HistoryNames): string {
  const { at, entries } = act
  if (draftIn(act)) return historyWords.drafts(1)
  // an accepted report is a document too, but what happened is that it was accepted
  const stepped = steppedText(entries)
  if (stepped) return stepped
  const documents = names.documents(at)
  if (documents.length > 0) return historyWords.imported(documents)
  const change = entries.find(({ table }) => table === 'plan_change')
  if (change) return change.act === 'insert' ? historyWords.proposed : historyWords.decided
  const items = entries.filter(({ table }) => table === 'round_item')
  if (items.length < entries.length) return historyWords.changed
  return items.some(({ act }) => act === 'insert') ? historyWords.opened : historyWords.sheet
}

/** An act that only saved a draft: the content of one item, and perhaps that it was begun. */
function draftIn({ entries }: ActTaken): AuditEntry | null {
  const [item, ...others] = entries.filter(({ table, after }) => table !== 'round_step' || after?.step !== 'save')
  return item && others.length === 0 && item.table === 'round_item' && item.act === 'update' && item.after && 'content' in item.after
    ? item
    : null
}

function joinedDrafts(acts: readonly ActTaken[]): { act: ActTaken; times: number }[] {
  const told: { act: ActTaken; times: number }[] = []
  for (const act of acts) {
    const older = draftIn(act)
    const last = told.at(-1)
    const newer = last && draftIn(last.act)
    if (last && older && newer && last.act.by === act.by && older.key.id === newer.key.id) {
      const joined = { ...newer, before: { ...newer.before, ...older.before }, after: { ...older.after, ...newer.after } }
      told[told.length - 1] = { act: { ...last.act, entries: [joined] }, times: last.times + 1 }
    } else told.push({ act, times: 1 })
  }
  return told
}
