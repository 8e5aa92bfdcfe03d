import { Component, type ReactNode } from 'react'
import { words } from '../i18n/index.ts'
import { Mark } from './Mark.tsx'

const useWords = words({
  fr: {
    title: 'Quelque chose s’est cassé',
    text: 'La page s’est arrêtée sur une erreur de notre fait. Vos réponses sont gardées : rechargez, vous retrouverez votre place.',
    reload: 'Recharger la page',
    home: 'Revenir à l’accueil',
    detail: 'Détail pour le support',
  },
  en: {
    title: 'Something broke',
    text: 'The page stopped on an error of ours. Your answers are kept: reload, and you are back in your seat.',
    reload: 'Reload the page',
    home: 'Back to the start',
    detail: 'Detail for support',
  },
})

/** Shows a real screen instead of a blank page when a component throws. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {}

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    return this.state.error ? <Broken error={this.state.error} /> : this.props.children
  }
}

function Broken({ error }: { error: Error }) {
  const t = useWords()
  return (
    <main className="broken">
      <Mark />
      <h1>{t.title}</h1>
      <p>{t.text}</p>
      <p className="broken-do">
        <button type="button" className="btn lamp" onClick={() => location.reload()}>
          {t.reload}
        </button>
        <a className="btn quiet" href="/">
          {t.home}
        </a>
      </p>
      <details>
        <summary>{t.detail}</summary>
        <code>
          {error.name}: {error.message} · {__BUILD__}
        </code>
      </details>
    </main>
  )
}
