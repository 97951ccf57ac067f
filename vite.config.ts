import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ out: process.env.BUILD_DIR ?? 'build' }),
      inlineStyleThreshold: 0,
      // A page that says no stands at whichever address it was asked at.
      paths: { relative: false },
      version: { pollInterval: 0 },
      // Answer pages register it themselves, for themselves alone.
      serviceWorker: { register: false }
    })
  ],
  // Enhancers are built as workers are, each to one file of its own: `?worker&url`.
  worker: { format: 'es' },
  server: { host: '127.0.0.1' }
})
