import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { aSection } from '../../../../town/story/builders.ts'
import { sections } from '../../../../town/story/staff.ts'
import type { Staff } from '../staff.ts'
import { Unregistered } from './unregistered.tsx'

it.each([
  { title: '今ある課と、なくなった課', own: ['財政課', '行政改革課'], register: sections, says: '' },
  { title: '書き誤った課', own: ['財政課', '財政か'], register: sections, says: '「財政か」は「所属」に登録がありません' },
  { title: '所属をまだ登録していない団体', own: ['財政か'], register: [], says: '' },
])('所管課に $title：$says', ({ own, register, says }) => {
  const staff = { standing: { sections: register } } as unknown as Staff
  const drawn = renderToStaticMarkup(<Unregistered staff={staff} sections={own.map((name) => aSection(name))} />)
  if (says === '') expect(drawn).toBe('')
  else expect(drawn).toContain(says)
})
