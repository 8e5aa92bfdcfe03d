/** All that is served over HTTP, in the order requests meet it. */
import compression from 'compression'
import express, { type Express, Router } from 'express'
import { accountLinkRoutes } from './account-links.ts'
import { classOfficeRoutes } from './class-office.ts'
import { classPeopleRoutes } from './class-people.ts'
import { classRoutes } from './classes.ts'
import type { Context } from './context.ts'
import { convocationRoutes } from './convocations.ts'
import { equipmentRoutes } from './equipment.ts'
import { errorHandler, HttpError, unknownRoute } from './errors.ts'
import { fileRoutes } from './files.ts'
import { followUpRoutes } from './follow-ups.ts'
import { loginRoutes } from './login.ts'
import { loginsRoutes } from './logins.ts'
import { mailRoutes } from './mails.ts'
import { metricsRoutes } from './metrics.ts'
import { officeRoutes } from './office.ts'
import { requireOwnOrigin } from './origin.ts'
import { outcomeRoutes } from './outcomes.ts'
import { pageRoutes } from './pages.ts'
import { peopleRoutes } from './people.ts'
import { securityHeaders } from './security.ts'
import { sheetRoutes } from './sheets.ts'
import { teamRoutes } from './team.ts'

/** `pages`: folder of the built client. */
export function createHttp(context: Context, pages: string): Express {
  const { config, log } = context
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', config.trustProxy)
  app.set('query parser', 'simple')
  app.use(securityHeaders(config.secure))
  app.use(compression())
  app.use('/api', apiRoutes(context))
  app.use(metricsRoutes(context))
  app.use(pageRoutes(pages))
  app.use(unknownRoute)
  app.use(errorHandler(log))
  return app
}

function apiRoutes(context: Context): Router {
  const { config, store, version, build } = context
  const api = Router()
  api.use(requireOwnOrigin(config.publicUrl))
  // A file is no JSON, whatever it says: it is read by its own route.
  api.use(sheetRoutes(context))
  api.use(express.json({ limit: '256kb' }))
  api.get('/health', async (_req, res) => {
    if (!context.ready) throw new HttpError(503, 'starting')
    await store.people.count()
    res.set('Cache-Control', 'no-store').json({ status: 'ok', version, build })
  })
  api.use(loginRoutes(context))
  api.use(accountLinkRoutes(context))
  api.use(loginsRoutes(context))
  api.use(classRoutes(context))
  api.use(outcomeRoutes(context))
  api.use(officeRoutes(context))
  api.use(classOfficeRoutes(context))
  api.use(classPeopleRoutes(context))
  api.use(convocationRoutes(context))
  api.use(mailRoutes(context))
  api.use(equipmentRoutes(context))
  api.use(followUpRoutes(context))
  api.use(teamRoutes(context))
  api.use(peopleRoutes(context))
  api.use(fileRoutes(context))
  api.use(unknownRoute)
  return api
}
