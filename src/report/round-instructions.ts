import type { Round } from '../reform/round.ts'
import { dayName } from '../vocabulary/calendar-day.ts'
import { yearShort } from './figures.ts'
import type { LetterTable } from './round-letter.ts'

/** 記入要領の一章 */
export type InstructionChapter = { heading: string; lines: string[]; table?: LetterTable; after?: string[] }
export type Instructions = { title: string; subtitle: string; chapters: InstructionChapter[] }

/** 記入要領を組み立てる — how each field is filled in, with an example of あおば市, and how the report is returned. */
export function roundInstructions(round: Round, plan: string): Instructions {
  return {
    title: `${yearShort(round.fiscalYear)} 取組状況報告 記入要領`,
    subtitle: plan,
    chapters: [course(round), FIELDS, ANSWERS, UNITS, UNCHANGED, REVISION, checks, RETURNING, contact(round)],
  }
}

function course(round: Round): InstructionChapter {
  const { dueSection, dueDepartment, dueOffice, departmentApproval } = round
  const rows = [
    ['1', '報告者', '取組ごとに報告を書き、提出します。', dayName(dueSection)],
    [
      '2',
      '課長',
      '報告を確かめ、承認するか、理由を付けて差し戻します。',
      departmentApproval && dueDepartment ? dayName(dueDepartment) : dueOffice ? dayName(dueOffice) : '',
    ],
    ...(departmentApproval ? [['3', '部長', '承認するか、理由を付けて差し戻します。', dueDepartment ? dayName(dueDepartment) : '']] : []),
    [departmentApproval ? '4' : '3', '事務局', '審査して受理するか、理由を付けて差し戻します。', dueOffice ? dayName(dueOffice) : ''],
  ]
  return {
    heading: '報告の流れと期限',
    lines: ['一つの取組の報告は、15分ほどで書けるように作っています。書きかけは下書きとして残ります。'],
    table: { title: '報告の流れと期限', headers: ['順', 'だれが', '何をするか', '期限'], widths: [8, 16, 44, 32], rows },
    after: ['文書管理システムで決裁したときは、文書番号と決裁日を登録すれば、課長承認の代わりになります。'],
  }
}

const FIELDS: InstructionChapter = {
  heading: '記入欄と書き方',
  lines: ['例は、あおば市の「窓口申請のオンライン化」です。'],
  table: {
    title: '記入欄と書き方',
    headers: ['欄', '書くこと', '例'],
    widths: [20, 40, 40],
    rows: [
      [
        '取組状況',
        'その年度に行ったことを、いつ・何を・どれだけの順に書きます。予定や前の年度のことは書きません。',
        '6月に対象手続を12件から20件に広げ、10月から証明書の交付を加えた。',
      ],
      ['指標の実績値', '指標ごとに、年度末（基準日があればその日）の値を書きます。目標値と前年度の値が横にあります。', '2,150'],
      ['値の種類', '確定した値は「実績」、後で変わるものは「見込み」、決算によるものは「決算」を選びます。', '実績'],
      [
        '効果額',
        '効果額の欄がある取組だけです。欄にある単位で、その年度に生じた額を書きます。減ったときは頭に▲を付けます。',
        '1,200（千円）',
      ],
      ['今後の課題・方向性', '残った課題と、次に行うことを書きます。', '高齢者の利用が少ないため、公民館で操作の案内を続ける。'],
      [
        '計画の見直し',
        '計画を改めたいときだけ書きます。改める内容と理由の両方が要ります。',
        '目標を3,000件に改める（前倒しで達成したため）。',
      ],
    ],
  },
}

const ANSWERS: InstructionChapter = {
  heading: '実績値の四つの答え',
  lines: ['空欄と「－」と文字と0は、それぞれ別の答えです。0のつもりで空欄にしないでください。'],
  table: {
    title: '実績値の四つの答え',
    headers: ['書き方', '意味', 'このようなとき'],
    widths: [20, 36, 44],
    rows: [
      ['数（0を含む）', '測った値です。', '申請が一件もなかったときは「0」'],
      ['－', 'この年度には該当しません。', '隔年の調査で、この年度は行わないとき'],
      ['文字', '数では表せない結果です。', '「概ね達成」「方針を決定」'],
      ['空欄', 'まだ答えていません。提出できません。', '調べているところ（下書きのままにします）'],
    ],
  },
}

const UNITS: InstructionChapter = {
  heading: '単位と数の書き方',
  lines: [
    '単位は欄の横にあるとおりです。別の単位で書かず、換算してください（例：欄が千円なら、1,200,000円は「1,200」）。',
    '小数は、計画の目標値と同じ桁まで書きます。割合の欄の「％」は書いても書かなくても構いません。',
    '桁区切りのコンマと全角の数字は、どちらで書いても読み取ります。',
  ],
}

const UNCHANGED: InstructionChapter = {
  heading: '変わったところがないとき',
  lines: [
    '前年度の報告と同じ内容でよいときは、文章を写さずに「変更なし」を選びます。',
    '「変更なし」でも、指標の実績値は書きます。同じ値のときも、その値を書いてください。',
  ],
}

const REVISION: InstructionChapter = {
  heading: '目標・行動計画・所管課・取組名を改めたいとき',
  lines: [
    '報告と一緒に提案します。改めたい内容と理由を書いてください。',
    '提案は事務局が決定してから計画に入ります。改める前の値も記録に残ります。',
  ],
}

const checks: InstructionChapter = {
  heading: '提出する前に確かめること',
  lines: [
    '取組状況の文章が前年度と同じままになっていませんか。',
    '実績値が前年度の半分を超えて増減しているときは、桁と単位を確かめ、理由を取組状況に書いてください。',
    '個人の名前など、公表できないことが入っていませんか。',
  ],
}

const RETURNING: InstructionChapter = {
  heading: '返し方',
  lines: [
    'システムで入力したとき：「提出」を押します。押すまでは、課の外からは見えません。',
    '様式（Excel）に記入したとき：ファイルの名前は変えて構いません。シートの帳票番号は消さないでください。記入できる欄だけに記入し、行や列を増やしたり、計算式を入れたりしないでください。',
    '差し戻されたとき：理由と、直す欄が示されます。直してもう一度提出してください。',
    '締め切った後に直したいとき：事務局に理由を伝えてください。その一件だけを、期限を決めて開きます。',
  ],
}

const contact = ({ contact: said }: Round): InstructionChapter => ({ heading: '問合せ先', lines: [said || '（問合せ先）'] })
