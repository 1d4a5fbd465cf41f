import type { ReactNode } from 'react'
import { type Crumb, type Navigation, Shell } from '../../kit/shell.tsx'
import { staffWords } from '../../report/wording-staff-pages.ts'
import { paths } from '../paths.ts'
import { MENU } from './menu.ts'
import type { Staff } from './staff.ts'

type Said = { staff: Staff; title: string; crumbs?: Crumb[]; children: ReactNode }

/** 職員の画面の枠 — the menu shows what this person may open, and says who is signed in. */
export function StaffFrame({ staff, title, crumbs = [], children }: Said): ReactNode {
  const home = paths.staff.home(staff.code)
  return (
    <Shell
      title={`${title}｜${staff.municipality.name} 行財政改革 職員用`}
      siteName={`${staff.municipality.name} 行財政改革 職員用`}
      home={home}
      stylesheet={staff.options.stylesheet}
      script={staff.signedIn ? staff.options.script : null}
      crumbs={[{ name: staffWords.home, href: home }, ...crumbs]}
      navigation={staff.signedIn && !staff.first ? navigationOf(staff) : null}
      tag={staff.signedIn ? <Leave staff={staff} /> : '職員用'}
      landscape
      foot={
        <p>
          職員用の画面です。ここにあるものは、公表するまで公開されません。 <a href={paths.home()}>公開の画面を見る</a>
        </p>
      }
    >
      {children}
    </Shell>
  )
}

function Leave({ staff }: { staff: Staff }): ReactNode {
  return (
    <form method="post" action={paths.staff.signOut(staff.code)} className="leave">
      <a href={paths.staff.own(staff.code)}>{staff.standing.person.name} さん</a> <button type="submit">サインアウト</button>
    </form>
  )
}

function navigationOf(staff: Staff): Navigation {
  const path = staff.c.req.path
  const groups = MENU.map(({ name, items }) => ({
    name,
    items: items
      .filter(({ needs }) => needs === 'signed-in' || staff.may(needs))
      .map(({ name, href }) => ({ name, href: href(staff.code), here: path === href(staff.code) })),
  }))
  return { label: 'メニュー', groups: groups.filter(({ items }) => items.length > 0) }
}

/** A refusal stands first and is announced; the title of the page says it too. */
export const Refusal = ({ children }: { children: ReactNode }): ReactNode => (
  <div className="notice error" role="alert">
    {children}
  </div>
)

/** What was just done, announced politely. */
export const Done = ({ children }: { children: ReactNode }): ReactNode => (
  <div className="notice" role="status">
    {children}
  </div>
)
