import type { ReactNode } from 'react'

/** 宛名 — a name, and under it the section. */
export const WithSection = ({ name, section }: { name: string; section: string }): ReactNode => (
  <>
    {name}
    {section !== '' && <small className="section">{section}</small>}
  </>
)
