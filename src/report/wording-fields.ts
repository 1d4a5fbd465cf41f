/** 項目の名 — what each key of the record is called before a reader; a test in the glossary keeps them apart. */
const fieldNames: Record<string, string> = {
  title: '名称',
  number: '番号',
  description: '概要',
  goal: '目指す姿',
  sections: '所管課',
  name: '名称',
  office: '室',
  role: '役割',
  marks: '区分の印',
  published: '情報公開',
  where: '公開先',
  url: 'アドレス',
  parts: '取組の部分',
  activities: '取組内容',
  schedule: '行動計画',
  reports: '報告',
  progress: '取組状況・実績',
  issues: '今後の課題・方向性',
  revision: '計画の見直し',
  figures: '実績の数値',
  evaluations: '評価',
  costs: '事業費',
  baseline: '現況値',
  targets: '目標',
  actuals: '実績',
  unit: '単位',
  direction: '改善の方向',
  kind: '種別',
  fiscalYear: '年度',
  section: '報告した課',
  comment: 'コメント',
  criterion: '評価の観点',
  scale: '評価の尺度',
  stage: '段階',
  node: '区分',
  plan: '計画',
  aggregation: '集計方法',
  amountYen: '金額',
}
const QUIET = new Set(['raw', 'value', 'text', 'answer', 'from', 'to', 'on', 'asOf', 'final', 'comparator', 'indicator', 'label', 'id'])

/** «/parts/0/activities/1/schedule/0/text» → 取組の部分1・取組内容2・行動計画1 */
export function fieldText(pointer: string): string {
  const said: string[] = []
  for (const segment of pointer.split('/').filter((s) => s !== '')) {
    if (/^\d+$/.test(segment)) {
      if (said.length > 0) said[said.length - 1] += String(Number(segment) + 1)
    } else if (!QUIET.has(segment)) said.push(fieldNames[segment] ?? segment)
  }
  return said.join('・') || '値'
}

export const roleName = { lead: '主担当', coordinator: 'とりまとめ', related: '関係課' } as const
