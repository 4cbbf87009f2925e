/** For a field that takes the place of the button just pressed: typing goes on where the finger was. */
export function focusOnAppear(field: HTMLInputElement | null): void {
  field?.focus();
}
