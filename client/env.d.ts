/** What the build writes into the bundle: the same text as GET /api/health answers as `build`. */
declare const __BUILD__: string
