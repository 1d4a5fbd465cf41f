import { expect, it } from 'vitest'
import { emptyRecord, type OrganizationChange } from './record.ts'
import { sectionHistories } from './section-history.ts'

type Change = OrganizationChange['changes'][number]
const change = (kind: Change['kind'], from: string[], to: string[]): Change => ({
  kind,
  from,
  to,
  what: null,
  reason: null,
  guessed: false,
})
const told = (...changes: Change[]): string[] =>
  sectionHistories({
    ...emptyRecord(),
    organizationChanges: [{ number: null, department: null, effective: '2024-04-01', text: '', changes }],
  }).map(({ name, from, to, successors }) => `${name} ${from ?? ''}～${to ?? ''} ${successors.join('、')}`.trim())

it.each([
  ['改称', [change('改称', ['水産課'], ['水産振興課'])], ['水産課 ～2024-04-01 水産振興課', '水産振興課 2024-04-01～']],
  ['係体制の見直しで課は終わらない', [change('再編', ['地域振興課'], ['支援係', '協働推進係'])], []],
  ['グループ制も係制も課ではない', [change('再編', ['グループ制'], ['係制'])], []],
  ['係どうしの改称', [change('改称', ['接種グループ'], ['接種係'])], ['接種グループ ～2024-04-01 接種係', '接種係 2024-04-01～']],
])('%s', (_, changes, says) => expect(told(...changes)).toEqual(says))
