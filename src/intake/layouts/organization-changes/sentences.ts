import type { OrganizationChange } from '../../../reform/record.ts'
import { isUnit, quoteUnits, unitsIn } from './units.ts'

export type Change = OrganizationChange['changes'][number]
type Kind = Change['kind']

const Q = '「[^」]+」'
/** «「総務課」の改革担当と「情報政策課」»: units side by side, each perhaps with the part of it that is meant */
const LIST = `${Q}(?:の[^「」、。をにはへがと]{1,20})?(?:(?:、|，|・|と|及び|および|並びに|ならびに|、及び|又は)${Q}(?:の[^「」、。をにはへがと]{1,20})?)*`
const DUTY = '(?:が|の)(?:所掌する|所管する|担当する|担当している|所管している|所掌している|担っている|行っている|行う|担う)'
const DO = '(?:し|する|します|して|した|され|、)'

type Rule = { pattern: RegExp; read: (found: RegExpMatchArray, clause: string) => Change[] }
const change = (kind: Kind, from: string[], to: string[], what: string | null = null, guessed = false): Change => ({
  kind,
  from,
  to,
  what,
  reason: null,
  guessed,
})
const created = (to: string[]): Change[] => (to.length > 0 ? [change('新設', [], to)] : [])

/** One rule a wording, the longer wording first; what a rule used is taken out of the clause before the next looks. */
const RULES: readonly Rule[] = [
  {
    // «「A」及び「B」を再編し「C」及び「D」を新設する»
    pattern: new RegExp(
      `(${LIST})を(?:発展的に)?(再編|統合|統廃合|分割|分離|改組)(?:整理)?し(?:て)?[、，]?(?:新たに)?([^「。]*?)(${LIST})(?:を|と)(?:新設|設置|創設|${DO})`,
      'g',
    ),
    read: ([, from = '', verb = '', , to = '']) => {
      const kind: Kind = /統/.test(verb) ? '統合' : /分/.test(verb) ? '分割' : '再編'
      const gone = unitsIn(from).filter((unit) => !unitsIn(to).includes(unit))
      const whole = !new RegExp(`${Q}の`).test(from)
      return [
        change(kind, unitsIn(from), unitsIn(to)),
        ...created(unitsIn(to)),
        ...(whole ? gone.map((unit) => change('廃止', [unit], [], null, true)) : []),
      ]
    },
  },
  {
    // «「A」の体制を拡充強化し、「B」を新設する»
    pattern: new RegExp(`(${Q})の(体制|機能|組織|係体制)を([^「」、。]{2,12})し[、，]?(?:新たに)?(${LIST})を(?:新設|設置|創設)`, 'g'),
    read: ([, from = '', what = '', how = '', to = '']) => [
      change('再編', unitsIn(from), unitsIn(to), `${what}を${how}`),
      ...created(unitsIn(to)),
    ],
  },
  {
    // «「A」の係体制を見直し、…を行う「B」と、…を行う「C」に再編する»
    pattern: new RegExp(`(${Q})の(係体制|体制|組織|係)を(?:見直し|再編し)[、，]?([^。]*${Q}[^。]*?)に(?:再編|改編|見直)`, 'g'),
    read: ([, from = '', what = '', to = '']) => [change('再編', unitsIn(from), unitsIn(to), what)],
  },
  {
    // «「A」が担っている…業務と、「B」が担っている…事業を集約した「C」を新設する»
    pattern: new RegExp(
      `((?:(?:[、と，及び]*)${Q}${DUTY}[^「」。]+?)+)を(?:一元的に|一体的に)?(?:集約|移管|統合|一元化)(?:した|して|し、)(?:新たに)?(${Q})を(?:新設|設置|創設)`,
      'g',
    ),
    read: ([, duties = '', to = '']) => [
      ...dutiesOf(duties).map(({ unit, what }) => change('移管', [unit], unitsIn(to), what)),
      ...created(unitsIn(to)),
    ],
  },
  {
    // «「C」においては、「A」が所掌する…業務に加え、「B」が所掌する…業務を所掌し»
    pattern: new RegExp(
      `(${Q})(?:において|で)は、?((?:[、]?${Q}${DUTY}[^「」。]+?(?:に加え|を|及び|並びに|と)、?)+)(?:所掌|担当|所管|一元的に)`,
      'g',
    ),
    read: ([, to = '', duties = '']) => dutiesOf(duties).map(({ unit, what }) => change('移管', [unit], unitsIn(to), what)),
  },
  {
    // «「A」が所掌する…業務を「B」に移管し», «…を「B」に統合し»
    pattern: new RegExp(
      `(${Q})${DUTY}([^「」。]+?)を、?(${LIST})(?:など[^、。「」]{0,8})?(?:に|へ)(?:移管|移し|移す|引き継|集約|移行|統合|分担|所管替え)`,
      'g',
    ),
    read: ([whole = '', from = '', what = '', to = '']) => [
      change(/統合$/.test(whole) ? '統合' : '移管', unitsIn(from), unitsIn(to), what.trim()),
    ],
  },
  {
    // «「A」の「B係」を「C」に移管する»
    pattern: new RegExp(`(${Q})の(${Q})を、?(${Q})(?:に|へ)(?:移管|移し|移す)`, 'g'),
    read: ([, from = '', what = '', to = '']) => [change('移管', unitsIn(from), unitsIn(to), what.replace(/[「」]/g, ''))],
  },
  {
    // «…に関する業務を「A」から「B」に移管する»
    pattern: new RegExp(`([^「」。、]{2,40})を、?(${Q})から(${Q})(?:に|へ)(?:移管|移し|移す|引き継|集約)`, 'g'),
    read: ([, what = '', from = '', to = '']) => [change('移管', unitsIn(from), unitsIn(to), what.trim())],
  },
  {
    // «…事務局は「B」が所掌することとし»
    pattern: new RegExp(`(?:^|[。、])([^「」。、]{2,30}?)は、?(${Q})が(?:所掌|所管|担当)(?:する|し|とする)`, 'g'),
    read: ([, what = '', to = '']) => [change('移管', [], unitsIn(to), what.trim())],
  },
  {
    pattern: new RegExp(`(${LIST})(?:の名称)?を、?(${Q})(?:に|へ|と)(?:改称|名称変更|名称を変更|名称を改め|変更|改め|改名|する)`, 'g'),
    read: ([, from = '', to = '']) => (unitsIn(from).length === 1 ? [change('改称', unitsIn(from), unitsIn(to))] : []),
  },
  {
    pattern: new RegExp(`(${Q})を、?(${LIST})(?:に|へと|へ)(?:分割|分離|分け|再編)`, 'g'),
    read: ([whole = '', from = '', to = '']) => [change(/再編$/.test(whole) ? '再編' : '分割', unitsIn(from), unitsIn(to))],
  },
  {
    // «「A」と「B」を「C」に統合する», «「A」は、…の観点から「B」へ統合する»
    pattern: new RegExp(`(${LIST})(?:を|は)、?((?:(?!${Q})[^。])*?)(${LIST})(?:に|へ|として)(統合|再編|編入|集約|統廃合)`, 'g'),
    read: ([, from = '', , to = '', verb = '']) => [change(verb === '再編' ? '再編' : '統合', unitsIn(from), unitsIn(to))],
  },
  {
    pattern: new RegExp(`(${LIST})を(統合|再編|統廃合)${DO}`, 'g'),
    read: ([, from = '', verb = '']) => (unitsIn(from).length > 1 ? [change(verb === '再編' ? '再編' : '統合', unitsIn(from), [])] : []),
  },
  {
    // «「A」を廃止し、業務を「B」に移管する»
    pattern: new RegExp(
      `(${Q})(?:は|を)、?(?:(?!${Q})[^。])*?廃止し(?:て)?[、，]?((?:(?!${Q})[^。、])*?(?:業務|事務|事業|機能|所管))を、?(${Q})(?:に|へ)(?:移管|移し|移す|引き継|集約|移行)`,
      'g',
    ),
    read: ([, from = '', what = '', to = '']) => [
      change('移管', unitsIn(from), unitsIn(to), what.trim()),
      change('廃止', unitsIn(from), []),
    ],
  },
  {
    pattern: new RegExp(`(${LIST})(?:は|を)、?((?:(?!${Q})[^。])*?)廃止`, 'g'),
    read: ([, from = '']) => [change('廃止', unitsIn(from), [])],
  },
  {
    // «グループ制から…係制に見直す»
    pattern:
      /(グループ制|班制|担当制|係制|課制|スタッフ制|チーム制)から(?:[^。「」]*?)(グループ制|班制|担当制|係制|課制|スタッフ制|チーム制)(?:に|へ)(?:見直|移行|変更|改め|再編)/g,
    read: ([, from = '', to = '']) => [change('再編', [from], [to])],
  },
  {
    pattern: new RegExp(`(${LIST})を?(?:[、，]?(?:新たに|新しく))?(?:新設|設置|創設|設け)`, 'g'),
    read: ([, to = '']) => created(unitsIn(to)),
  },
]

function dutiesOf(text: string): { unit: string; what: string }[] {
  const pattern = new RegExp(`「([^」]+)」${DUTY}([^「」]+?)(?=(?:に加え|を|と|及び|並びに)?[、，]?(?:「|$))`, 'g')
  return [...text.matchAll(pattern)]
    .map((found) => ({ unit: found[1] as string, what: (found[2] as string).replace(/(?:に加え|を)$/, '').trim() }))
    .filter(({ unit }) => isUnit(unit))
}

const SPEAKS_OF_CHANGE =
  /新設|設置|創設|設け|廃止|統合|統廃合|再編|分割|分離|分け|改称|変更|改め|改名|移管|移す|移し|引き継|集約|移行|編入|所掌|所管|担当|見直|改編|一元/
/** A sentence that is longer is none: it is a table or a broken file. */
const LONGEST = 1_500

/** 文から読む組織の変更 — in the order in which they are said. */
export function changesIn(text: string): Change[] {
  return text
    .split(/(?<=。)|\n/)
    .filter((sentence) => sentence.length <= LONGEST && SPEAKS_OF_CHANGE.test(sentence))
    .flatMap((sentence) => changesOfSentence(quoteUnits(sentence.replaceAll('**', ''))))
}

function changesOfSentence(sentence: string): Change[] {
  const found: { at: number; end: number; changes: Change[] }[] = []
  let rest = sentence
  for (const { pattern, read } of RULES)
    for (const said of [...rest.matchAll(pattern)]) {
      const changes = read(said, sentence).filter((one) => one.from.length + one.to.length > 0)
      if (changes.length === 0) continue
      const end = said.index + said[0].length
      found.push({ at: said.index, end, changes })
      // blanked out at the same length, so that places stay and no later rule reads it again
      rest = rest.slice(0, said.index) + '〇'.repeat(said[0].length) + rest.slice(end)
    }
  return withReasons(
    sentence,
    found.sort((a, b) => a.at - b.at),
  )
}

/** A reason holds for what follows it in the sentence, until another is given. */
function withReasons(sentence: string, found: readonly { at: number; end: number; changes: Change[] }[]): Change[] {
  let from = 0
  let reason: string | null = null
  return found.flatMap(({ at, end, changes }) => {
    reason = reasonIn(sentence.slice(from, at)) ?? reasonIn(sentence.slice(at, end).replace(/^「[^」]+」[はを]、?/, '')) ?? reason
    from = end
    const given = reason
    return changes.map((change) => ({ ...change, reason: given }))
  })
}

/** «…を本格化させるため、», «…の終了に伴い» */
function reasonIn(clause: string): string | null {
  const found = /^(.*(?:ため|に伴い|に伴って|観点から|ことから|を踏まえ|を?受け(?:て)?)(?=、|「|廃止|$))/s.exec(clause)
  const reason = (found?.[1] ?? '').replace(/^[^「」]{0,6}(?:し|する|こととし)、|^[、，\s➤▶►・○●■]+/, '').trim()
  return reason.length >= 4 ? reason : null
}
