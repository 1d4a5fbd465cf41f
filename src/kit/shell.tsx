import type { ReactNode } from 'react'

export type Crumb = { name: string; href: string }
export type NavigationItem = { name: string; href: string; here: boolean; count?: string | null }
export type Navigation = { label: string; groups: { name: string; items: NavigationItem[] }[] }

type Said = {
  title: string
  siteName: string
  home: string
  stylesheet: string
  /** a page of the staff may have a script of its own; it works without */
  script?: string | null
  crumbs: Crumb[]
  navigation: Navigation | null
  /** a line above everything: «公表版 第2版» or «職員用» */
  tag: ReactNode
  /** wide tables are printed across */
  landscape?: boolean
  foot: ReactNode
  children: ReactNode
}

function NavigationList({ navigation }: { navigation: Navigation }): ReactNode {
  return navigation.groups.map((group) => (
    <div key={group.name}>
      <p className="group">{group.name}</p>
      <ul>
        {group.items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.here ? 'page' : undefined}>
              {item.name}
              {item.count && (
                <span className="count">
                  {item.count}
                  <span className="unseen">件</span>
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </div>
  ))
}

function Crumbs({ crumbs }: { crumbs: Crumb[] }): ReactNode {
  if (crumbs.length < 2) return null
  return (
    <nav className="crumbs" aria-label="現在位置">
      <ol>
        {crumbs.map((crumb, i) => (
          <li key={crumb.href}>
            {i === crumbs.length - 1 ? <span aria-current="page">{crumb.name}</span> : <a href={crumb.href}>{crumb.name}</a>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** 頁の枠 — skip link, where one is, the menu (folded away on a narrow screen without any script), the page, the edition. */
export function Shell(said: Said): ReactNode {
  return (
    <html lang="ja">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{said.title}</title>
        <link rel="stylesheet" href={said.stylesheet} />
        {said.script && <script src={said.script} defer />}
      </head>
      <body className={said.landscape ? 'landscape' : undefined}>
        <a className="skip" href="#main">
          本文へ移動
        </a>
        <header className="top">
          <a className="home" href={said.home}>
            {said.siteName}
          </a>
          {said.tag && <div className="tag">{said.tag}</div>}
        </header>
        <Crumbs crumbs={said.crumbs} />
        <div className={said.navigation ? 'frame' : 'frame single'}>
          {said.navigation && (
            <nav className="side" aria-label={said.navigation.label}>
              <details className="folded">
                <summary>{said.navigation.label}</summary>
                <NavigationList navigation={said.navigation} />
              </details>
              <div className="open">
                <NavigationList navigation={said.navigation} />
              </div>
            </nav>
          )}
          <main id="main">{said.children}</main>
        </div>
        <footer className="bottom">{said.foot}</footer>
      </body>
    </html>
  )
}
