// Development with live reload: `npm run dev`. `npm start` is the built product.
import { createServer } from 'vite'

const vite = await createServer({
  server: { middlewareMode: true, hmr: { port: Number(process.env.HMR_PORT ?? 24678) } },
})
const { startDev } = await vite.ssrLoadModule('./app/server/dev.ts')
await startDev(vite)
