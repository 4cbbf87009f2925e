/** For what takes the place of the button just pressed: typing, or reading, goes on where the finger was. */
export function focusOnAppear(element: HTMLElement | null): void {
  element?.focus();
}
