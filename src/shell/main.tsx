import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { KitProvider, styleNonce } from '../platform/kit/KitProvider.tsx'
import { queries, whoIsHere } from '../platform/web/queries.ts'
import '../platform/kit/contrast.ts'
import '../platform/web/texts.ts'
import { router } from './routes.tsx'

// The part of Mantine's dialogs that locks scrolling reads its nonce from this name.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() })

// The page asked already, ahead of this code. Its answer is taken now, whatever page it is: left lying, the "nobody" of the
// sign-in page would be handed out after the sign-in.
void whoIsHere()

createRoot(document.getElementById('splot')!).render(
  <KitProvider>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </KitProvider>,
)

if (import.meta.env.PROD) navigator.serviceWorker?.register('/service-worker.js').catch(() => undefined)
