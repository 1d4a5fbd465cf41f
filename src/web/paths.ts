import { sitePaths } from '../publish/site/paths.ts'

const staff = (m: string, rest = ''): string => `/${m}/staff/${rest}`

/** 所在地の表 — the portal's addresses and, beside them, those that only the server has. Staff addresses begin with the municipality. */
export const paths = {
  ...sitePaths,
  health: () => '/health/',
  favicon: () => '/favicon.ico',
  staffScript: (hash: string) => `/assets/staff-${hash}.js`,
  setup: () => '/setup/',
  staffDoor: () => '/staff/',
  staff: {
    home: (m: string) => staff(m),
    signIn: (m: string) => staff(m, 'sign-in/'),
    signOut: (m: string) => staff(m, 'sign-out/'),
    // 取込み
    imports: (m: string) => staff(m, 'imports/'),
    import: (m: string, id: string) => staff(m, `imports/${id}/`),
    target: (m: string, id: string) => staff(m, `imports/${id}/target/`),
    acceptance: (m: string, id: string) => staff(m, `imports/${id}/acceptance/`),
    discard: (m: string, id: string) => staff(m, `imports/${id}/discard/`),
    done: (m: string, id: string) => staff(m, `imports/${id}/done/`),
    publication: (m: string) => staff(m, 'publications/'),
    // 報告と審査
    reports: (m: string) => staff(m, 'reports/'),
    report: (m: string, item: string) => staff(m, `reports/${item}/`),
    draft: (m: string, item: string) => staff(m, `reports/${item}/draft/`),
    step: (m: string, item: string, step: string) => staff(m, `reports/${item}/steps/${step}/`),
    reviews: (m: string) => staff(m, 'reviews/'),
    bulkStep: (m: string, step: string) => staff(m, `reviews/steps/${step}/`),
    // 照会
    rounds: (m: string) => staff(m, 'rounds/'),
    newRound: (m: string) => staff(m, 'rounds/new/'),
    round: (m: string, id: string) => staff(m, `rounds/${id}/`),
    roundItems: (m: string, id: string) => staff(m, `rounds/${id}/items/`),
    roundItemsCsv: (m: string, id: string) => staff(m, `rounds/${id}/items/csv/`),
    roundSettings: (m: string, id: string) => staff(m, `rounds/${id}/settings/`),
    roundEnd: (m: string, id: string) => staff(m, `rounds/${id}/end/`),
    roundScope: (m: string, id: string) => staff(m, `rounds/${id}/scope/`),
    roundTakeOut: (m: string, id: string) => staff(m, `rounds/${id}/scope/take-out/`),
    roundOwner: (m: string, id: string, item: string) => staff(m, `rounds/${id}/items/${item}/owner/`),
    roundLetter: (m: string, id: string, letter: string) => staff(m, `rounds/${id}/letters/${letter}/`),
    roundWorkbook: (m: string, id: string) => staff(m, `rounds/${id}/workbook/`),
    // 様式の配付と回収
    forms: (m: string, round: string) => staff(m, `rounds/${round}/forms/`),
    formWorkbook: (m: string, round: string) => staff(m, `rounds/${round}/forms/workbook/`),
    ownForm: (m: string, round: string, sha256: string) => staff(m, `rounds/${round}/forms/own/${sha256}/`),
    takeBacks: (m: string) => staff(m, 'take-backs/'),
    takeBack: (m: string, id: string) => staff(m, `take-backs/${id}/`),
    takeBackDecision: (m: string, id: string) => staff(m, `take-backs/${id}/decision/`),
    takeBackDiscard: (m: string, id: string) => staff(m, `take-backs/${id}/discard/`),
    takeBackReading: (m: string, id: string) => staff(m, `take-backs/${id}/reading/`),
    takeBackFile: (m: string, id: string, nth: string) => staff(m, `take-backs/${id}/files/${nth}/`),
    // 督促
    outbox: (m: string) => staff(m, 'outbox/'),
    digest: (m: string, id: string) => staff(m, `outbox/${id}/`),
    resend: (m: string, id: string) => staff(m, `outbox/${id}/resend/`),
    letterText: (m: string, id: string) => staff(m, `outbox/${id}/text/`),
    arrival: (m: string, id: string) => staff(m, `outbox/${id}/arrival/`),
    resendFailed: (m: string) => staff(m, 'outbox/resend/'),
    outboxDay: (m: string, day: string) => staff(m, `outbox/days/${day}/`),
    outboxPreview: (m: string) => staff(m, 'outbox/preview/'),
    reminders: (m: string) => staff(m, 'outbox/reminders/'),
    // 計画
    plans: (m: string) => staff(m, 'plans/'),
    newPlan: (m: string) => staff(m, 'plans/new/'),
    plan: (m: string, family: string) => staff(m, `plans/${family}/`),
    planTable: (m: string, family: string) => staff(m, `plans/${family}/table/`),
    initiative: (m: string, family: string, id: string) => staff(m, `plans/${family}/initiatives/${id}/`),
    planChanges: (m: string, family: string) => staff(m, `plans/${family}/changes/`),
    planChange: (m: string, family: string, id: string) => staff(m, `plans/${family}/changes/${id}/`),
    newSubPlan: (m: string, family: string) => staff(m, `plans/${family}/plans/new/`),
    subPlan: (m: string, family: string, plan: string) => staff(m, `plans/${family}/plans/${plan}/`),
    newNode: (m: string, family: string) => staff(m, `plans/${family}/nodes/new/`),
    node: (m: string, family: string, id: string) => staff(m, `plans/${family}/nodes/${id}/`),
    newInitiative: (m: string, family: string) => staff(m, `plans/${family}/initiatives/new/`),
    initiativeEdit: (m: string, family: string, id: string, what: string) => staff(m, `plans/${family}/initiatives/${id}/edits/${what}/`),
    planOrder: (m: string, family: string) => staff(m, `plans/${family}/order/`),
    planRemoval: (m: string, family: string, id: string) => staff(m, `plans/${family}/removals/${id}/`),
    planTableFile: (m: string, family: string) => staff(m, `plans/${family}/table/file/`),
    planTableApplication: (m: string, family: string) => staff(m, `plans/${family}/table/application/`),
    planPublication: (m: string, family: string) => staff(m, `plans/${family}/publication/`),
    // 評価
    // 意見・改善・予算反映
    // 効果額
    // 財政見通し
    // 引継ぎ
    // 総括・工程・版の比較
    planReviews: (m: string, family: string) => staff(m, `plans/${family}/reviews/`),
    newReview: (m: string, family: string) => staff(m, `plans/${family}/reviews/new/`),
    planReview: (m: string, family: string, review: string) => staff(m, `plans/${family}/reviews/${review}/`),
    reviewOrder: (m: string, family: string, review: string) => staff(m, `plans/${family}/reviews/${review}/order/`),
    reviewRemoval: (m: string, family: string, review: string) => staff(m, `plans/${family}/reviews/${review}/removal/`),
    newReviewItem: (m: string, family: string, review: string) => staff(m, `plans/${family}/reviews/${review}/items/new/`),
    reviewItem: (m: string, family: string, review: string, item: string) => staff(m, `plans/${family}/reviews/${review}/items/${item}/`),
    planRoadmap: (m: string, family: string) => staff(m, `plans/${family}/roadmap/`),
    roadmapPillar: (m: string, family: string, pillar: string) => staff(m, `plans/${family}/roadmap/${pillar}/`),
    editionComparison: (m: string, family: string) => staff(m, `plans/${family}/comparison/`),
    // 組織改正
    // 履歴
    initiativeHistory: (m: string, family: string, id: string) => staff(m, `plans/${family}/initiatives/${id}/history/`),
    trace: (m: string) => staff(m, 'trace/'),
    traceVerification: (m: string) => staff(m, 'trace/verification/'),
    traceHead: (m: string) => staff(m, 'trace/head/'),
    // 職員と組織
    accounts: (m: string) => staff(m, 'accounts/'),
    newAccount: (m: string) => staff(m, 'new-account/'),
    account: (m: string, login: string) => staff(m, `accounts/${login}/`),
    accountPassword: (m: string, login: string) => staff(m, `accounts/${login}/password/`),
    accountSessions: (m: string, login: string) => staff(m, `accounts/${login}/sessions/`),
    sessions: (m: string) => staff(m, 'sessions/'),
    handover: (m: string) => staff(m, 'handover/'),
    sections: (m: string) => staff(m, 'sections/'),
    newSection: (m: string) => staff(m, 'new-section/'),
    section: (m: string, name: string, from: string) =>
      name.startsWith(':') ? staff(m, `sections/${name}/${from}/`) : staff(m, `sections/${encodeURIComponent(name)}/${from || 'always'}/`),
    own: (m: string) => staff(m, 'own/'),
    ownPassword: (m: string) => staff(m, 'own/password/'),
    ownSecondFactor: (m: string) => staff(m, 'own/second-factor/'),
    ownSecondFactorRemoval: (m: string) => staff(m, 'own/second-factor/removal/'),
  },
}
