import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './kit/index.css'
import { ErrorBoundary } from './kit/ErrorBoundary.tsx'
import { LiveRegion } from './kit/LiveRegion.tsx'
import { startTheme } from './kit/theme.ts'
import { Routes } from './routes.tsx'

startTheme()

// A tab opened before a new build asks for files that are gone: load the new page, once.
window.addEventListener('vite:preloadError', (event) => {
  const reloadedFor = sessionStorage.getItem('estrade-reloaded')
  if (reloadedFor === __BUILD__ || !navigator.onLine) return
  event.preventDefault()
  sessionStorage.setItem('estrade-reloaded', __BUILD__)
  location.reload()
})

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <ErrorBoundary>
      <Routes />
    </ErrorBoundary>
    <LiveRegion />
  </StrictMode>,
)
