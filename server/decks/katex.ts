/**
 * Where KaTeX's fonts are served from: the web server answers `KATEX_FONTS_URL` with the files of the
 * `katex` package's `dist/fonts` folder. Browsers ignore `@font-face` inside a shadow root, so the page
 * must also adopt the deck's `@font-face` rules at document level.
 */
export const KATEX_FONTS_URL = '/katex/fonts/'
