/** A stage's colour as CSS: organizations write `#0a84ff` or a name of the palette. */
export function stageColor(color: string): string {
  return /^[a-z]+$/.test(color) ? `var(--mantine-color-${color}-5, ${color})` : color;
}
