import { expect, it } from 'vitest'
import { readFigures } from './figures.ts'

const brief = (text: string) => readFigures(text).map((f) => [f.label, f.value, f.unit, f.group ?? null])

it.each([
  ['前の値と増減', '受験者数:436名(298名)', [['受験者数', '436', '名', null]]],
  ['期間のある単位', '講座の開催→4回/年', [['講座の開催', '4', '回/年', null]]],
  [
    '仕事の名は自分の括弧のものだけ',
    '公開の推進（公開した項目数 180件） 利用の推進（閲覧の件数 5,365件）',
    [
      ['公開した項目数', '180', '件', '公開の推進'],
      ['閲覧の件数', '5365', '件', '利用の推進'],
    ],
  ],
  [
    '並んだ三つに上下はない',
    '医師の面接：28名 心理士の面談：2名 保健師の面談：3名',
    [
      ['医師の面接', '28', '名', null],
      ['心理士の面談', '2', '名', null],
      ['保健師の面談', '3', '名', null],
    ],
  ],
])('%s', (_title, text, figures) => expect(brief(text)).toEqual(figures))

it('言われていないことは欄を持たない', () => {
  expect(Object.keys(readFigures('講座の開催→4回/年')[0] ?? {})).toEqual(['label', 'raw', 'value', 'unit', 'indicator'])
})
