/** Long enough that nobody is saved in the middle of a word, short enough that a paragraph is never lost. */
const PAUSE = 3000
/** After a failure of the network it is tried again. */
const AGAIN = 15_000

type Answer = { version?: number; drawn?: string; saved?: string; left?: string; text?: string }

/** 自動保存 — what is typed is saved as a draft a moment after the last key; the page says when, and what keeps it from it. */
export function keepDraft(form: HTMLFormElement, address: string): void {
  const said = form.querySelector<HTMLElement>('[data-saved]')
  let timer = 0
  let changed = false
  let stopped = false
  let sending: Promise<void> | null = null

  const tell = (text: string, wrong = false): void => {
    if (!said) return
    said.textContent = text
    said.classList.toggle('late', wrong)
  }
  const later = (wait: number): void => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => {
      sending =
        sending ??
        send().finally(() => {
          sending = null
        })
    }, wait)
  }

  const send = async (): Promise<void> => {
    if (!changed || stopped) return
    changed = false
    tell('保存しています…')
    try {
      const body = new FormData(form)
      const response = await fetch(address, { method: 'POST', body, headers: { accept: 'application/json' }, redirect: 'error' })
      const answer = await answerOf(response)
      if (answer.version !== undefined) took(answer)
      else refuse(answer.text ?? SIGNED_OUT)
    } catch {
      changed = true
      tell('保存できません。つながり次第、もう一度保存します。入力した内容はこの画面に残っています。', true)
      later(AGAIN)
    }
  }

  const took = ({ version, drawn, saved, left }: Answer): void => {
    field(form, 'version').value = String(version)
    field(form, 'drawn').value = drawn ?? ''
    tell(saved ?? '')
    const count = form.querySelector('[data-left]')
    if (count && left !== undefined) count.textContent = left
    if (changed) later(PAUSE)
  }

  /** Somebody else saved, or the session is gone: saving again would not help, and what was typed stays on the page. */
  const refuse = (text: string): void => {
    changed = true
    stopped = true
    tell(text, true)
  }

  form.addEventListener('input', () => {
    changed = true
    if (stopped) return
    tell('まだ保存していない変更があります')
    later(PAUSE)
  })
  form.addEventListener('submit', (event) => {
    window.clearTimeout(timer)
    if (sending) {
      // the answer brings the version that the form must be sent with
      event.preventDefault()
      const { submitter } = event
      void sending.then(() => form.requestSubmit(submitter))
      return
    }
    changed = false
  })
  window.addEventListener('beforeunload', (event) => {
    if (changed || sending) event.preventDefault()
  })
}

const SIGNED_OUT =
  '自動保存を止めました。サインインが切れたかもしれません。別のタブでサインインし直してから「下書き保存」を押してください。入力した内容はこの画面に残っています。'

const field = (form: HTMLFormElement, name: string): HTMLInputElement => form.elements.namedItem(name) as HTMLInputElement

async function answerOf(response: Response): Promise<Answer> {
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  if (!isJson && response.status >= 500) throw new Error(String(response.status))
  return isJson ? await response.json() : {}
}
