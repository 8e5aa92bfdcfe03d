export { useNow } from '#client/live/hooks.ts'
