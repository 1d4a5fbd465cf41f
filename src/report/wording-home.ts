import type { Duties } from './duties.ts'

/** わたしの仕事の言葉 */
export const homeWords = {
  nothing: '今、することはありません。',
  firstSteps:
    'はじめてのときは、「所属」に部と課を登録し、「職員」に行革担当課の職員と、課ごとの報告者・課長を登録します。計画は、行革担当課の職員が「計画と取組」で書き始めます。',
  planChanges: '決定を待つ計画の見直し',
  reflections: '記録を待つ予算反映',
  elsewhere: 'ほかの画面',
  lockedHelp: '締切を過ぎたため書けません。必要なときは、行革担当課に再開を依頼してください。',
  groups: {
    returned: '差し戻された報告',
    overdue: '期限を過ぎた報告',
    toWrite: 'これから書く報告',
    approve: '課長承認を待つ報告',
    approveDepartment: '部長承認を待つ報告',
    accept: '受理を待つ報告',
    late: '期限を過ぎて届いていない報告',
    locked: '締め切られた報告',
  } satisfies Record<keyof Duties, string>,
} as const
