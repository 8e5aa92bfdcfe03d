/** The kit's pieces that every screen may use. */
export { ChoiceShape } from './ChoiceShape.tsx'
export { Dialog } from './Dialog.tsx'
export { Into } from './Into.tsx'
export { announce } from './LiveRegion.tsx'
export { Mark } from './Mark.tsx'
export { Notice } from './Notice.tsx'
export { Link, navigate, usePath, useQuery } from './navigation.tsx'
export { setTheme, type Theme, useTheme } from './theme.ts'
