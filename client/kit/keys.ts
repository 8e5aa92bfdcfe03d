/** Which keys belong to what has the focus, and are no shortcut. */
const TYPING = 'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"]'
const PRESSABLE = 'button, a[href], summary, [role="tab"], [role="menuitem"]'

/**
 * True when this key belongs to the element that has the focus, not to the page. Space presses a button reached by
 * the keyboard; after a click it is the page's again, or « Masquer les noms » then Space would show the names.
 */
export function belongsToFocus(target: EventTarget | null, key: string, focusedByKeyboard: boolean): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest(TYPING) || target.closest('dialog, [popover]')) return true
  return key === ' ' && focusedByKeyboard && target.closest(PRESSABLE) !== null
}
