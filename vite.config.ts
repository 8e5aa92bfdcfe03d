import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

export default defineConfig({
  root: path('./client'),
  plugins: [react()],
  define: {
    // The start script names the build after its sources; the server answers the same on /api/health.
    __BUILD__: JSON.stringify(process.env.ESTRADE_BUILD ?? 'dev'),
  },
  build: {
    outDir: path('./dist/client'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    sourcemap: false,
    modulePreload: { polyfill: false },
    // Fonts and images stay files: the content security policy allows no data: font.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/api': 'http://localhost:4600',
      '/socket.io': { target: 'http://localhost:4600', ws: true },
    },
  },
})
