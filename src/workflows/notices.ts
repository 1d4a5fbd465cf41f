import { createHash } from 'node:crypto'
import type { Person } from '../reform/account.ts'
import type { OutgoingMessage } from '../reform/message.ts'
import type { ReportStep } from '../reform/report-steps.ts'
import { may, type Right, type Standing } from '../reform/rights.ts'
import type { Round, RoundItem } from '../reform/round.ts'
import { type NoticeKind, noticeLetter } from '../report/wording-mail.ts'
import { peopleOf } from '../store/account.ts'
import type { Tx } from '../store/handles.ts'
import { addLetters } from '../store/outbox.ts'

type Told = { kind: NoticeKind; to: Person }
type ToldOf = Told & { item: RoundItem; round: Round }
type Asked = { item: RoundItem; round: Round; people: readonly Person[]; standing: Standing }

/**
 * 手続の知らせを書く — who is next is told, in the transaction of the steps; one letter a person for all the items of one press, and
 * once for an item, its submission and the step. Nothing is sent here: a mail server that is down keeps nobody from working.
 */
export async function writeNotices(
  tx: Tx,
  standing: Standing,
  step: ReportStep,
  items: readonly RoundItem[],
  rounds: readonly Round[],
): Promise<void> {
  if (items.length === 0 || !(step in TOLD)) return
  const people = await peopleOf(tx)
  const told = items.flatMap((item) => {
    const round = rounds.find(({ id }) => id === item.round)
    return round ? toldOf(step, { item, round, people, standing }).map((one) => ({ ...one, item, round })) : []
  })
  const groups = Map.groupBy(told, ({ kind, to, round }) => [kind, to.login, round.id].join(' '))
  await addLetters(
    tx,
    [...groups.values()].map((group) => letterOf(step, standing, group)),
  )
}

function letterOf(step: ReportStep, { person, sections, day }: Standing, group: readonly ToldOf[]): OutgoingMessage {
  const [{ kind, to, round }] = group as readonly [ToldOf, ...ToldOf[]]
  const items = group.map(({ item }) => item)
  const [only] = items
  return {
    id: `notice:${step}:${keyOf(items)}:${to.login}`,
    kind: 'notice',
    day,
    toLogin: to.login,
    toMail: to.mail,
    rounds: [round.id],
    about: items.length === 1 && only ? only.id : null,
    ...noticeLetter({ kind, to, by: person, day, sections, round, items }),
  }
}

function keyOf(items: readonly RoundItem[]): string {
  const keys = items.map(({ id, submissions }) => `${id}:${submissions}`).toSorted()
  return keys.length === 1 ? (keys[0] as string) : createHash('sha256').update(keys.join(' ')).digest('hex').slice(0, 40)
}

/** 誰に知らせるか — a step that is not here is told to nobody. */
const TOLD: Partial<Record<ReportStep, (asked: Asked) => Told[]>> = {
  submit: (asked) => all('submitted', whoMay('report.approve', asked)),
  approve: (asked) => next(asked),
  approveDepartment: (asked) => next(asked),
  approveElsewhere: (asked) => next(asked),
  return: (asked) => {
    const reporters = reportersOf(asked)
    const heads = whoMay('report.approve', asked).filter((head) => !reporters.includes(head))
    return [...all('returned', reporters), ...all('returnedBelow', heads)]
  },
  reopen: (asked) => all('reopened', reportersOf(asked)),
}

/** Whoever does the step knows of it already. */
const toldOf = (step: ReportStep, asked: Asked): Told[] =>
  (TOLD[step]?.(asked) ?? []).filter(({ to }) => to.login !== asked.standing.person.login)

const all = (kind: NoticeKind, people: readonly Person[]): Told[] => people.map((to) => ({ kind, to }))

function next(asked: Asked): Told[] {
  if (asked.item.state === 'approved' && asked.round.departmentApproval)
    return all('toDepartment', whoMay('report.approveDepartment', asked))
  return all('toOffice', whoMay('report.accept', asked))
}

const whoMay = (right: Right, { item, people, standing: { sections, day } }: Asked): Person[] =>
  people.filter((person) => may({ person, sections, day }, right, item.section))

/** Whoever submitted it, while that is still their section; otherwise everybody who reports for it. */
function reportersOf(asked: Asked): Person[] {
  const reporters = whoMay('report.write', asked)
  const own = reporters.filter(({ login }) => login === asked.item.submittedBy)
  return own.length > 0 ? own : reporters
}
