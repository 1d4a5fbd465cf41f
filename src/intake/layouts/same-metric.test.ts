import { expect, it } from 'vitest'
import { sameMetric } from './same-metric.ts'

it.each([
  ['公募委員の比率', '公募委員比率', true],
  ['研修受講率', '研修を通じた評価精度の向上（研修受講率）', true],
  ['2024年度の年間利用率', '年間利用率', true],
  ['共通業務の割合', '業務量全体に占める共通業務の割合', true],
  ['在宅勤務（テレワーク）延べ実施者数', '在宅勤務実施者延べ数', true],
  ['引越しワンストップサービスの取扱件数', '引越しワストップサービスの取扱件数', true],
  ['体験講座（全4回）×2回', '体験講座（全3回）×1回', true],
  ['オンライン化率', '押印を省いた手続の割合', false],
  ['増えた件数', '減った件数', false],
  ['割合', '改善が必要な事業の割合', false],
  ['公開した項目の数', '公開した資料の数', false],
  ['', '利用率', false],
])('「%s」と「%s」は同じ指標か：%s', (a, b, same) => expect([sameMetric(a, b), sameMetric(b, a)]).toEqual([same, same]))
