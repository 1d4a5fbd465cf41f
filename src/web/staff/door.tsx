import type { Context } from 'hono'
import type { ReactNode } from 'react'
import { Shell } from '../../kit/shell.tsx'
import { drawn } from '../../publish/site/site.tsx'
import { signInWords } from '../../report/wording-sign-in.ts'
import { municipalities } from '../../store/municipality.ts'
import { paths } from '../paths.ts'
import type { StaffOptions } from './staff.ts'

type Said = { title: string; stylesheet: string; children: ReactNode }

/** The frame of the two pages that stand before any municipality. */
export function DoorFrame({ title, stylesheet, children }: Said): ReactNode {
  return (
    <Shell
      title={`${title}｜行財政改革 職員用`}
      siteName="行財政改革 職員用"
      home={paths.staffDoor()}
      stylesheet={stylesheet}
      crumbs={[]}
      navigation={null}
      tag="職員用"
      foot={<p>職員用の画面です。</p>}
    >
      <h1>{title}</h1>
      {children}
    </Shell>
  )
}

/** 職員用の入口 — which municipality. */
export async function showDoor(c: Context, { store, stylesheet }: StaffOptions): Promise<Response> {
  const all = await store.across((db) => municipalities(db))
  c.header('cache-control', 'no-store')
  return c.html(
    drawn(
      <DoorFrame title={signInWords.door} stylesheet={stylesheet}>
        {all.length === 0 ? (
          <p>
            まだ団体が登録されていません。<a href={paths.setup()}>初期設定</a>で登録してください。
          </p>
        ) : (
          <>
            <p>サインインする団体を選んでください。</p>
            <ul className="doors">
              {all.map(({ code, name }) => (
                <li key={code}>
                  <a href={paths.staff.signIn(code)}>{name}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <a href={paths.home()}>公開の画面</a>
        </p>
      </DoorFrame>,
    ),
  ) as Response
}
