import type { OrganizationChangeKind } from '../reform/record.ts'
import type { Reorganisation, SectionChange } from '../reform/reorganisation.ts'
import type { ReorganisationFault } from '../reform/reorganisation-faults.ts'
import type { ChangeEffect } from '../reform/reorganise.ts'
import { type Day, dayName } from '../vocabulary/calendar-day.ts'
import { dayShort } from './former-values.ts'

/** 組織改正の画面の言葉 */
export const reorganisationWords = {
  list: '組織改正',
  create: '組織改正を作る',
  edit: '内容を直す',
  drafting: '案',
  applied: '適用済み',
  waiting: '適用済み（施行日を待っています）',
  due: '適用済み（取組と照会の所管は、まもなく移ります）',
  nobody: '所管なし',
  none: '組織改正の案も、適用した組織改正も、まだありません。',
  lead: '課の新設・統廃合・改称・移管を一件にまとめて登録します。適用する前に、影響を受ける取組・報告・照会・職員の役割をすべて確かめられます。',
  pasteHelp:
    '列は「区分・旧・新・部・理由」の順です。見出しの行はあってもなくてもかまいません。課が二つ以上あるときは「、」で区切ります。貼り付けた行は上の表に加わるだけで、保存するまで残りません。',
  fromHelp:
    '区分の書き方：新設は「新」だけ、廃止は「新」に業務を引き継ぐ課（なければ「所管なし」）、残る課に統合するときは「旧」と「新」の両方に残る課を書きます。',
  notFound: 'この組織改正は見つかりません。取りやめられたか、アドレスが違います。一覧から開き直してください。',
  unchosen: '選ばない（後継のどの課でも報告できます）',
  undecided: '所管が決まっていない取組',
  undecidedHelp:
    '後継の課が二つ以上あり、選ばれていないため、前の課の名が残っています。決めるまでは、後継のどの課からも報告できます。計画の所管課と、進行中の照会の報告する課を、それぞれ決めてください。',
  stays: '元の課のまま',
  keepsName: '計画の記載は変えない',
  saved: '案を保存しました。まだ何も適用していません。',
  chosen: '後継の選択を保存しました。',
  done: '組織改正を適用しました。',
  carriedOut: '取組と照会の所管を移しました。',
  dropped: '案を取りやめました。',
} as const

export const CHANGE_KINDS: readonly OrganizationChangeKind[] = ['新設', '廃止', '統合', '分割', '改称', '移管', '再編']

export const effectNames: Record<ChangeEffect, string> = {
  applies: '適用すると変わる',
  already: '反映済み',
  none: '所属の期間は変わらない',
}

/** 一件の状態 — today decides whether one that was applied in advance is still waiting. */
export function reorganisationState(
  { state, carriedOut, effective }: Pick<Reorganisation, 'state' | 'carriedOut' | 'effective'>,
  day: Day,
): string {
  if (state === 'drafting') return reorganisationWords.drafting
  if (carriedOut) return reorganisationWords.applied
  return effective > day ? reorganisationWords.waiting : reorganisationWords.due
}

/** 見直しの理由 — as it stands in the record of each published initiative that changed hands. */
export const reorganisationReason = ({ title, effective }: Pick<Reorganisation, 'title' | 'effective'>): string =>
  `組織改正（${title}、${dayShort(effective)}施行）による所管の変更`

/** 施行日に移したこと — as the terminal says it. */
export const carriedOutText = (municipality: string, { title, effective }: Pick<Reorganisation, 'title' | 'effective'>): string =>
  `${municipality}：組織改正「${title}」（${dayShort(effective)}施行）により、取組と照会の所管を移しました。`

/** Only what is newly made comes from nothing, and only what is abolished goes into nothing: of the others the document does not say. */
export const fromNothing = (kind: OrganizationChangeKind): string => (kind === '新設' ? '（新しく設置）' : '（記載なし）')
export const intoNothing = (kind: OrganizationChangeKind): string => (kind === '廃止' ? '（廃止）' : '（記載なし）')

/** 変更の文 — «行政改革課・デジタル推進課 → 行政経営課（統合）» */
export function changeText({ kind, from, to, what, nobody }: SectionChange): string {
  const before = from.join('・') || fromNothing(kind)
  const after = to.join('・') || (nobody ? `（${reorganisationWords.nobody}）` : intoNothing(kind))
  return `${before} → ${after}（${kind}${what === null ? '' : `：${what}`}）`
}

const COUNTS_TEXT: Record<OrganizationChangeKind, string> = {
  新設: '新設は、「旧」を空にして、「新」に新しい課を一つ書きます。',
  廃止: '廃止は、「旧」になくなる課を一つ書きます。「新」には業務を引き継ぐ課を、なければ「所管なし」と書きます。',
  統合: '統合は、「旧」に二つ以上、「新」に一つ書きます。残る課に統合するときは、残る課を「旧」にも「新」にも書きます。一つの課の名が変わるだけなら「改称」を選びます。',
  分割: '分割は、「旧」に一つ、「新」に二つ以上書きます。',
  改称: '改称は、「旧」と「新」に一つずつ書きます。',
  移管: '移管は、「旧」に事務を渡す課、「新」に受け取る課を書きます。',
  再編: '再編は、「旧」と「新」に一つ以上ずつ書きます。',
}

const dayOf = (day: string): string => dayName(day as Day)

/** 組織改正で直すところの文 — what was found, and what to do. */
export function reorganisationFaultText(fault: ReorganisationFault): string {
  switch (fault.kind) {
    case 'title-missing':
      return '題名がありません。「令和8年度組織改正」のように書いてください。'
    case 'nothing-changes':
      return '変更が一つもありません。行を書くか、表を貼り付けてください。'
    case 'counts':
      return `${fault.of}なのに、「旧」が${fault.from}課、「新」が${fault.to}課です。${COUNTS_TEXT[fault.of]}`
    case 'from-not-there':
      return `「旧」の「${fault.name}」は、施行日の前日（${dayOf(fault.on)}）にありません。名称を確かめるか、「所属」の画面で登録してください。`
    case 'to-there-already':
      return `「新」の「${fault.name}」は、施行日の前日（${dayOf(fault.on)}）にもうあります。別の名称にするか、その課に引き継ぐなら「統合」か「移管」を選んでください。`
    case 'to-not-there':
      return `「新」の「${fault.name}」は、${dayOf(fault.on)}にありません。同じ改正で新設する行を加えるか、名称を確かめてください。`
    case 'parent-not-there':
      return `部の「${fault.name}」は、${dayOf(fault.on)}にありません。名称を確かめるか、部も新設する行を加えてください。`
    case 'nobody-follows':
      return `「${fault.name}」の業務を引き継ぐ課が書かれていません。「新」に引き継ぐ課を書くか、だれも引き継がないなら「所管なし」と書いてください。`
    case 'ended-twice':
      return `「${fault.name}」は、${fault.other + 1}行目でもなくなることになっています。どちらかの行を消すか、一つの「再編」にまとめてください。`
    case 'begun-twice':
      return `「${fault.name}」は、${fault.other + 1}行目でもできることになっています。どちらかの行を消してください。`
    case 'circle':
      return `引継ぎが一回りしています（${fault.through.join(' → ')}）。どちらが残るかを決めて、行を直してください。`
    case 'changed-later':
      return `「${fault.name}」には、もっと後（${dayOf(fault.on)}）の変更がすでに登録されています。施行日を確かめるか、先に「所属」の画面で後の変更を直してください。`
    case 'not-confirmed':
      return '文書から推定した行です。文書と照らし合わせて直し、「確かめた」に印を付けるか、行を消してください。'
  }
}

type CannotReorganise =
  | { kind: 'not-allowed' }
  | { kind: 'not-found' }
  | { kind: 'applied-already' }
  | { kind: 'not-applied' }
  | { kind: 'changed-meanwhile' }
  | { kind: 'seen-otherwise' }
  | { kind: 'reorganisation-faults' }
  | { kind: 'not-yet'; on: Day }

/** 組織改正を断る理由 */
export function reorganisationRefusalText(problem: CannotReorganise): string {
  switch (problem.kind) {
    case 'not-allowed':
      return 'あなたの役割では、組織改正を登録できません。行革担当課に依頼してください。'
    case 'not-found':
      return reorganisationWords.notFound
    case 'applied-already':
      return 'この組織改正は、すでに適用されています。訂正するときは、新しい組織改正を作るか、「所属」の画面で直してください。'
    case 'not-applied':
      return 'この組織改正は、まだ適用されていません。先に適用してください。'
    case 'changed-meanwhile':
      return 'この画面を開いた後に、ほかの人がこの組織改正を直しました。書き込んでいません。下の違いを確かめて、もう一度保存してください。'
    case 'seen-otherwise':
      return '確かめた後に、計画・照会・職員・所属のどれか、またはこの案が変わりました。適用していません。下の内容をもう一度確かめてから、適用してください。'
    case 'reorganisation-faults':
      return '直すところがあるため、適用していません。'
    case 'not-yet':
      return `施行日（${dayName(problem.on)}）になるまで、取組と照会の所管は移せません。`
  }
}

/** 様式を読めない理由 */
export type ReorganisationFormFault =
  | { kind: 'day-not-read'; text: string }
  | { kind: 'kind-not-chosen'; nth: number; text: string }
  | { kind: 'row-empty'; nth: number }

export function reorganisationFormFaultText(fault: ReorganisationFormFault): string {
  switch (fault.kind) {
    case 'day-not-read':
      return fault.text === ''
        ? '施行日がありません。2026-04-01 または 令和8年4月1日 のように入力してください。'
        : `施行日「${fault.text}」は日付として読めません。2026-04-01 または 令和8年4月1日 のように入力してください。`
    case 'kind-not-chosen':
      return fault.text === ''
        ? '区分を選んでください。'
        : `区分「${fault.text}」は、新設・廃止・統合・分割・改称・移管・再編のどれでもありません。選んでください。`
    case 'row-empty':
      return '「旧」も「新」も空です。課を書くか、行を消してください。'
  }
}
