import type { Right } from '../../reform/rights.ts'
import type { MunicipalityCode } from '../../vocabulary/municipality-code.ts'
import { paths } from '../paths.ts'

type Item = { name: string; needs: 'signed-in' | Right; href: (m: MunicipalityCode) => string }

/** 職員の画面の目次 — each line is shown to whoever has the right. */
export const MENU: readonly { name: string; items: readonly Item[] }[] = [
  {
    name: '報告',
    items: [
      { name: 'わたしの仕事', needs: 'signed-in', href: paths.staff.home },
      { name: '報告する', needs: 'report.write', href: paths.staff.reports },
      { name: '審査する', needs: 'report.return', href: paths.staff.reviews },
      { name: '様式の回収', needs: 'form.take', href: paths.staff.takeBacks },
    ],
  },
  {
    name: '照会',
    items: [
      { name: '照会の状況', needs: 'round.read', href: paths.staff.rounds },
      { name: '督促と送信', needs: 'mail.manage', href: paths.staff.outbox },
    ],
  },
  {
    name: '計画',
    items: [
      { name: '計画と取組', needs: 'plan.read', href: paths.staff.plans },
      { name: '評価', needs: 'plan.read', href: paths.staff.evaluations },
      { name: '文書の取込み', needs: 'plan.import', href: paths.staff.imports },
      { name: '財政見通し', needs: 'plan.read', href: paths.staff.outlooks },
    ],
  },
  {
    name: '管理',
    items: [
      { name: '職員', needs: 'account.manage', href: paths.staff.accounts },
      { name: '異動の引継ぎ', needs: 'account.manage', href: paths.staff.handover },
      { name: '所属', needs: 'section.manage', href: paths.staff.sections },
      { name: '組織改正', needs: 'section.reorganise', href: paths.staff.reorganisations },
      { name: '変更の記録', needs: 'audit.read', href: paths.staff.trace },
      { name: '自分の設定', needs: 'signed-in', href: paths.staff.own },
    ],
  },
]
