/**
 * Ref for what should have the focus when its dialog opens. The browser reads the attribute at showModal();
 * React's own autoFocus comes too early and is undone by it.
 */
export function autofocus(element: HTMLElement | null): void {
  element?.setAttribute('autofocus', '')
}
